"""The stateful reference server: it answers each family as its documents promise, over HTTP, on SQL.

A request runs through `endpoint` (HTTP: unknown paths, body size) into the family's rules
(`rules.FamilyRules.handle`: credentials, scope, parameters, body, then the operation) inside one transaction
of `store`. What the contract says is asked of the contract; only what it cannot say is a rule.

How to add a family
    1. Make the package `reference/<family>/` and export `FAMILY = Family(rules=…, seed=…)` from it
       (`registry.Family`). It is found by the family's name; nothing is registered elsewhere.
    2. Subclass `FamilyRules` with one method for each operationId, in snake_case:
       `def update_contact(self, call: Call) -> Answer`. Constructing the rules fails when one is missing.
       Define `family`, `is_authorized` and `error_body`; override `check_scope`, `needs_credentials`,
       `unauthorized`, `bad_body` and `bad_parameters` where the family has its own way.
       `call.path`, `call.query_value(name)`, `call.query_values(name)`, `call.headers` and `call.body` hold
       what was sent; parameters and body have passed the contract.
    3. Refuse with `raise Refusal(status, message, code)`: the transaction is rolled back, and `error_body`
       words the answer. A failure that is answered with HTTP 200 is an Answer returned before anything is
       written.
    4. Keep documents with `self.store`: `get`, `insert`, `replace`, `delete`, `list`, `count` by kind, key;
       `claim`, `find`, `release` for identities that only one document may have; `next_number` for ids.
    5. Write `seed(store)`, which fills an empty store.
    6. Give every documented rule a small method of its own that is handed all it may depend on. A fault is a
       subclass that overrides exactly one of them, so nothing is decided inline and nothing asks whether it
       is a fault. Where the schema states a rule too that deserves its own fault, let `is_breach` leave that
       error to the rule.
"""

from contact_contracts.reference.app import create_app
from contact_contracts.reference.credentials import Credentials

__all__ = ["Credentials", "create_app"]
