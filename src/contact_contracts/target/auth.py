"""How a target wants to be told who calls: schemes, and secrets taken from the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from contact_contracts.target.urls import HttpUrl

_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]*")


class Strict(BaseModel):
    """The manners of every table in a target file: unchangeable, closed, and no value in its errors."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, hide_input_in_errors=True, validate_default=False
    )


class Secret(Strict):
    """A value from the environment together with the name of the variable that held it."""

    variable: str
    value: SecretStr

    @property
    def placeholder(self) -> str:
        """How reports write the secret: ``$VARIABLE``."""
        return f"${self.variable}"

    def reveal(self) -> str:
        """The secret itself, for the request that needs it and nothing else."""
        return self.value.get_secret_value()


def _from_environment(raw: Any, info: ValidationInfo) -> Any:
    """Turn the name of a variable into the secret it holds; the context carries the environment."""
    if isinstance(raw, Secret):
        return raw
    if not isinstance(raw, str) or not _VARIABLE.fullmatch(raw):
        # Not repeated in the message: whoever pastes a secret here must not find it in a log.
        raise PydanticCustomError(
            "variable_name",
            "expected the name of an environment variable (capitals, digits, underscores); "
            "the secret itself never belongs in this file",
        )
    environment: Mapping[str, str] = (info.context or {}).get("environment", {})
    if not environment.get(raw):
        raise PydanticCustomError(
            "missing_variable",
            "the environment variable {variable} is not set, or empty; export it first",
            {"variable": raw},
        )
    return Secret(variable=raw, value=SecretStr(environment[raw]))


def _fit_for_a_header(secret: Secret) -> Secret:
    """Refuse what no header can carry: the library that would refuse it later puts the value into its message."""
    value = secret.reveal()
    if not (value.isascii() and value.isprintable() and value == value.strip()):
        raise PydanticCustomError(
            "header_value",
            "the environment variable {variable} holds a space at an end, a line break, or a character that is "
            "not ASCII, none of which fits into a header; export it anew",
            {"variable": secret.variable},
        )
    return secret


EnvironmentSecret = Annotated[Secret, BeforeValidator(_from_environment)]
HeaderSecret = Annotated[EnvironmentSecret, AfterValidator(_fit_for_a_header)]
"""A secret that is sent as it is, in a header."""


class BasicAuth(Strict):
    """User name and password in every request."""

    scheme: Literal["basic"]
    username: EnvironmentSecret = Field(alias="username_env")
    password: EnvironmentSecret = Field(alias="password_env")

    @property
    def shown(self) -> str:
        """The Authorization header as reports write it, secrets as variables."""
        return f"Basic {self.username.placeholder}:{self.password.placeholder}"


class BearerAuth(Strict):
    """A token that somebody else obtained."""

    scheme: Literal["bearer"]
    token: HeaderSecret = Field(alias="token_env")

    @property
    def shown(self) -> str:
        """The Authorization header as reports write it, secrets as variables."""
        return f"Bearer {self.token.placeholder}"


class AccessKeyAuth(Strict):
    """Bird's own scheme."""

    scheme: Literal["access-key"]
    key: HeaderSecret = Field(alias="key_env")

    @property
    def shown(self) -> str:
        """The Authorization header as reports write it, secrets as variables."""
        return f"AccessKey {self.key.placeholder}"


class ClientCredentialsAuth(Strict):
    """A token asked for at the authentication host, as OAuth 2 does for programs."""

    scheme: Literal["client-credentials"]
    client_id: EnvironmentSecret = Field(alias="client_id_env")
    client_secret: EnvironmentSecret = Field(alias="client_secret_env")
    auth_base_url: HttpUrl

    @property
    def shown(self) -> str:
        """The Authorization header as reports write it; the token is one that the credentials obtained."""
        return "Bearer $ACCESS_TOKEN"

    @field_validator("client_secret")
    @classmethod
    def _secret_is_not_the_id(cls, secret: Secret, info: ValidationInfo) -> Secret:
        identity = info.data.get("client_id")
        if identity is not None and identity.variable == secret.variable:
            raise PydanticCustomError(
                "same_variable", "client_id_env and client_secret_env name the same variable"
            )
        return secret


Auth = BasicAuth | BearerAuth | AccessKeyAuth | ClientCredentialsAuth
