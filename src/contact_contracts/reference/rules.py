"""What the rules of all families share: the order of the checks, and how a refusal is answered."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar

from contact_contracts.contract import Contract, Operation, SchemaError
from contact_contracts.exchange import Json
from contact_contracts.reference.bodies import read_json
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.credentials import Credentials
from contact_contracts.reference.store import Store


class FamilyRules(ABC):
    """Answers every operation of one contract.

    A family's class adds one method per operation, named like the operationId in snake_case, that takes a
    Call and returns an Answer or raises a Refusal. It runs inside a transaction, which a Refusal rolls back.
    A fault is a subclass that overrides one small method.
    """

    family: ClassVar[str]

    def __init__(self, contract: Contract, store: Store, credentials: Credentials) -> None:
        """Bind the rules to what they answer for; TypeError when an operation has no method."""
        self.contract = contract
        self.store = store
        self.credentials = credentials
        self.operations = {name: self._method_of(name) for name in contract.operations}

    def _method_of(self, operation: str) -> Callable[[Call], Answer]:
        name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", operation).lower()
        method: Callable[[Call], Answer] | None = getattr(self, name, None)
        if method is None:
            raise TypeError(f"{type(self).__name__} lacks {name}() for the operation {operation}")
        return method

    def path_to_match(self, path: str) -> str:
        """The path of a request by which its operation and parameters are found, not decoded yet."""
        return path

    def answer(self, call: Call) -> Answer:
        """Do the call, or answer why not."""
        try:
            with self.store.transaction():
                return self.handle(call)
        except Refusal as refusal:
            return self.refusal_answer(refusal)

    def handle(self, call: Call) -> Answer:
        """Check who calls, for whom, with what; then do what is asked."""
        self.authenticate(call)
        self.check_scope(call)
        self.check_parameters(call)
        self.check_body(call)
        return self.perform(call)

    def perform(self, call: Call) -> Answer:
        """Do what is asked; everything about the call that the contract speaks of was checked."""
        return self.operations[call.operation.id](call)

    # Who calls

    def authenticate(self, call: Call) -> None:
        """Refuse callers without good credentials."""
        if self.needs_credentials(call) and not self.is_authorized(call):
            raise self.unauthorized(call)

    def needs_credentials(self, call: Call) -> bool:
        """Whether this operation is closed to strangers."""
        return True

    @abstractmethod
    def is_authorized(self, call: Call) -> bool:
        """Whether the credentials of the call are good."""

    def unauthorized(self, call: Call) -> Refusal:
        """What a caller without good credentials is told."""
        return Refusal(401, "Unauthorized", headers={"www-authenticate": "Bearer"})

    def check_scope(self, call: Call) -> None:  # noqa: B027 - a family without such scopes has nothing to check
        """Refuse calls for an organization, a workspace or an account that is not the caller's."""

    # With what

    def check_parameters(self, call: Call) -> None:
        """Refuse path and query parameters that the contract excludes."""
        errors = self.parameter_errors(call)
        if errors:
            raise self.bad_parameters(errors)

    def parameter_errors(self, call: Call) -> Sequence[SchemaError]:
        """What the contract says against the parameters."""
        return call.operation.validate_parameters(call.path, call.query)

    def check_body(self, call: Call) -> None:
        """Refuse bodies that the contract excludes; leave the parsed body in the call."""
        operation = call.operation
        if operation.request_schema is None or not (call.raw_body or operation.request_required):
            return
        self.check_media_type(call)
        call.body = self.read_body(call)
        errors = self.body_errors(call)
        if errors:
            raise self.bad_body(errors)

    def check_media_type(self, call: Call) -> None:
        """Refuse a body that says it is something else than what the contract asks for."""
        sent = call.headers.get("content-type", "").partition(";")[0].strip().lower()
        wanted = call.operation.request_media_type
        if sent and sent != wanted:
            raise Refusal(415, f"Content-Type {sent} is not taken here; send {wanted}.")

    def read_body(self, call: Call) -> Json:
        """The body as JSON."""
        try:
            return read_json(call.raw_body)
        except ValueError as trouble:
            raise Refusal(400, f"The body cannot be read as JSON: {trouble}.") from trouble

    def body_errors(self, call: Call) -> Sequence[SchemaError]:
        """What the contract says against the body."""
        return self.schema_errors(call.operation, call.body)

    def schema_errors(self, operation: Operation, body: Json) -> list[SchemaError]:
        """What the contract says against a body, as far as it counts."""
        return [error for error in operation.validate_body(body) if self.is_breach(operation, error)]

    def is_breach(self, operation: Operation, error: SchemaError) -> bool:
        """Whether what the contract excludes is refused here; False where a rule of its own judges it."""
        return True

    def bad_parameters(self, errors: Sequence[SchemaError]) -> Refusal:
        """What a caller with wrong parameters is told."""
        return Refusal(400, describe(errors[0]))

    def bad_body(self, errors: Sequence[SchemaError]) -> Refusal:
        """What a caller with a wrong body is told."""
        return Refusal(400, describe(errors[0]))

    # The answer to a refusal

    def refusal_answer(self, refusal: Refusal) -> Answer:
        """Answer in the family's way of saying no."""
        return Answer(refusal.status, self.error_body(refusal), refusal.headers)

    @abstractmethod
    def error_body(self, refusal: Refusal) -> Json:
        """The family's error body; it serves refusals of unknown paths and huge bodies too."""


def describe(error: SchemaError) -> str:
    """One sentence: where the contract is not kept, and how."""
    return f"{error.pointer or 'The body'}: {error.message}"
