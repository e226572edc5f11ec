"""The two updates of the Bird family, and who may call."""

from __future__ import annotations

from typing import Final

from contact_contracts.reference.bird.change import Change, Identifier
from contact_contracts.reference.bird.supporting import SupportingOperations
from contact_contracts.reference.calls import Answer, Call, Refusal

_LONGEST_KEY: Final = 64
_LONGEST_VALUE: Final = 500


class BirdRules(SupportingOperations):
    """Answers like Bird. Where its documents are silent, the method names its reading."""

    family = "bird"

    # Who calls

    def is_authorized(self, call: Call) -> bool:
        """An access key and a bearer token are both taken."""
        presented = call.headers.get("authorization", "")
        return self.is_access_key(presented) or self.is_bearer(presented)

    def is_access_key(self, authorization: str) -> bool:
        """Whether the header is the word AccessKey and the right key."""
        return self.credentials.token_matches(authorization, "AccessKey")

    def is_bearer(self, authorization: str) -> bool:
        """Whether the header is the word Bearer and the right token."""
        return self.credentials.token_matches(authorization, "Bearer")

    # By id

    def update_contact(self, call: Call) -> Answer:
        """Change what the body names of the contact that the URI names.

        Addressed by its id, the contact is found already: `strategy` decides on the identifiers to add only.
        """
        found = self.contact_named(call)
        change = Change(call, call.body, found, self.identifiers_in_body(call.body))
        return self.update(change)

    # By identifier

    def update_contact_by_identifier(self, call: Call) -> Answer:
        """Change the contact that the identifiers lead to, or make one that has them."""
        offered = (self.path_identifier(call), *self.identifiers_in_body(call.body))
        workspace = self.workspace_of(call)
        owner = self.owner_found(call, workspace, offered)
        found = None if owner is None else self.contact_by_id(workspace, owner)
        if found is None:
            return self.update(self.creation(call, call.body, offered))
        return self.update(Change(call, call.body, found, offered))

    def path_identifier(self, call: Call) -> Identifier:
        """The identifier in the URI, which must be one that a contact can have."""
        key, value = call.path["identifierKey"], call.path["identifierValue"]
        if len(key) > _LONGEST_KEY or len(value) > _LONGEST_VALUE:
            longest = f"{_LONGEST_KEY} characters for a key and {_LONGEST_VALUE} for a value"
            raise Refusal(422, f"The identifier in the URI is longer than {longest}.")
        return {"key": key, "value": value}

    # Both

    def update(self, change: Change) -> Answer:
        """Check, write, and show the contact as it now is."""
        self.check_update(change)
        contact = self.write(change)
        return Answer(self.update_status(change), self.contact_body(change.call, contact))

    def update_status(self, change: Change) -> int:
        """201 when a contact was made, else 200."""
        return 201 if change.is_creation else 200
