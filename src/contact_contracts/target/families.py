"""The four families' own parts of a target file: addressing, facts, and contacts that may be changed."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import Field

from contact_contracts.target.auth import (
    AccessKeyAuth,
    BasicAuth,
    BearerAuth,
    ClientCredentialsAuth,
    Strict,
)
from contact_contracts.target.models import FamilyTarget, Identifier, Text

UUID_FORM: Final = r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
COUNTRY_FORM: Final = "^[A-Z]{2}$"
Uuid = Annotated[str, Field(pattern=UUID_FORM)]


class NamedNumber(Strict):
    """Something with a numeric id and a name."""

    id: Identifier
    name: Text


class NamedRecord(Strict):
    """Something with a textual id and a name."""

    id: Text
    name: Text


class EverbridgeAttribute(NamedNumber):
    """A contact attribute that the organization defines."""

    data_type: str | None = None
    defined_values: tuple[Text, ...] = ()


class EverbridgePath(Strict):
    """A delivery method that the organization offers."""

    id: Identifier
    prompt: Text
    type: str | None = None
    country: Annotated[str, Field(pattern=COUNTRY_FORM)] | None = None
    values: tuple[Text, ...] = ()
    """Sample delivery values that the target takes for this path."""


class EverbridgeFacts(Strict):
    """What exists in the organization; what is left out is discovered where the target can list it."""

    record_types: tuple[NamedNumber, ...] = ()
    groups: tuple[NamedNumber, ...] = ()
    attributes: tuple[EverbridgeAttribute, ...] = ()
    paths: tuple[EverbridgePath, ...] = ()
    topics: tuple[Identifier, ...] = ()


class EverbridgeContact(Strict):
    """An existing contact that the suite may change and must restore."""

    id: Identifier
    external_id: Text | None = None

    @property
    def key(self) -> str:
        """What the suite calls it by."""
        return str(self.id)


class EverbridgeTarget(FamilyTarget):
    """An organization on a server that speaks Everbridge's contact API."""

    family: ClassVar[str] = "everbridge"

    auth: Annotated[BasicAuth | BearerAuth, Field(discriminator="scheme")]
    organization_id: Identifier
    unknown_organization_id: Identifier | None = None
    facts: EverbridgeFacts = EverbridgeFacts()
    contacts: tuple[EverbridgeContact, ...] = ()


class BirdAttributes(Strict):
    """Names of attributes that exist, by the type of their values."""

    text: tuple[Text, ...] = ()
    number: tuple[Text, ...] = ()
    boolean: tuple[Text, ...] = ()
    list: tuple[Text, ...] = ()


class BirdFacts(Strict):
    """What exists in the workspace."""

    lists: tuple[Uuid, ...] = ()
    accounts: tuple[Uuid, ...] = ()
    companies: tuple[Text, ...] = ()
    attributes: BirdAttributes = BirdAttributes()
    read_only_attributes: tuple[Text, ...] = ()


class BirdContact(Strict):
    """An existing contact that the suite may change and must restore."""

    id: Text

    @property
    def key(self) -> str:
        """What the suite calls it by."""
        return self.id


class BirdTarget(FamilyTarget):
    """A workspace on a server that speaks Bird's contact API."""

    family: ClassVar[str] = "bird"

    auth: Annotated[AccessKeyAuth | BearerAuth, Field(discriminator="scheme")]
    workspace_id: Uuid
    facts: BirdFacts = BirdFacts()
    contacts: tuple[BirdContact, ...] = ()


class CongaFacts(Strict):
    """Records that a contact may point to, and custom fields that the contact object has."""

    accounts: tuple[NamedRecord, ...] = ()
    owners: tuple[NamedRecord, ...] = ()
    custom_fields: tuple[Text, ...] = ()


class CongaContact(Strict):
    """An existing contact that the suite may change and must restore."""

    external_id: Text
    id: Text | None = None

    @property
    def key(self) -> str:
        """What the suite calls it by."""
        return self.external_id


class CongaTarget(FamilyTarget):
    """A server that speaks Conga's data API for contacts."""

    family: ClassVar[str] = "conga"

    auth: BearerAuth
    restricted_auth: BearerAuth | None = None
    """A caller without permission on the contact object."""
    facts: CongaFacts = CongaFacts()
    contacts: tuple[CongaContact, ...] = ()

    def description(self) -> dict[str, Any]:
        """Like every family's, with the restricted caller's header where there is one."""
        shown = {"restricted_authorization": self.restricted_auth.shown} if self.restricted_auth else {}
        return super().description() | shown


class SfmcAttribute(Strict):
    """One attribute of an attribute set."""

    name: Text
    type: Literal["text", "number", "boolean", "date", "email", "phone"] = "text"
    key: bool = False
    """Whether the attribute tells the rows of its set apart."""


class SfmcAttributeSet(Strict):
    """An attribute set that the account defines."""

    name: Text
    attributes: tuple[SfmcAttribute, ...]


class SfmcFacts(Strict):
    """What the account defines."""

    attribute_sets: tuple[SfmcAttributeSet, ...] = ()


class SfmcContact(Strict):
    """An existing contact that the suite may change and must restore."""

    key: Text
    id: int | Text | None = None


class SfmcTarget(FamilyTarget):
    """An account on a server that speaks Marketing Cloud's contact API."""

    family: ClassVar[str] = "sfmc"

    auth: Annotated[ClientCredentialsAuth | BearerAuth, Field(discriminator="scheme")]
    facts: SfmcFacts = SfmcFacts()
    contacts: tuple[SfmcContact, ...] = ()
