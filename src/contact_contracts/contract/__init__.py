"""A family's contract: the operations and schemas of its OpenAPI document, and the clauses beside it."""

from contact_contracts.contract.errors import ContractError
from contact_contracts.contract.load import FAMILIES, Contract, load_contract, read_contract
from contact_contracts.contract.model import Clause, Operation, ResponseSpec, Source
from contact_contracts.contract.names import did_you_mean, nearest
from contact_contracts.contract.parameters import Parameter
from contact_contracts.contract.paths import specs_dir, suite_dir
from contact_contracts.contract.validation import SchemaCheck, SchemaError

__all__ = [
    "FAMILIES",
    "Clause",
    "Contract",
    "ContractError",
    "Operation",
    "Parameter",
    "ResponseSpec",
    "SchemaCheck",
    "SchemaError",
    "Source",
    "did_you_mean",
    "load_contract",
    "nearest",
    "read_contract",
    "specs_dir",
    "suite_dir",
]
