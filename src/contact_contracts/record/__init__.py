"""The record of a run: JSON Lines with a header, what was found, and a footer that seals it."""

from contact_contracts.record.entries import FORMAT, Footer, Header, Leftover, Run, Trouble
from contact_contracts.record.errors import RecordError
from contact_contracts.record.read import read_record, record_schema, validate_record
from contact_contracts.record.write import RecordWriter

__all__ = [
    "FORMAT",
    "Footer",
    "Header",
    "Leftover",
    "RecordError",
    "RecordWriter",
    "Run",
    "Trouble",
    "read_record",
    "record_schema",
    "validate_record",
]
