"""The store: documents by kind and key, identities that one document has, and transactions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from contact_contracts.reference.store import Database, DatabaseError, IdentityTakenError, Store


@pytest.fixture
def store() -> Iterator[Store]:
    database = Database()
    with database.transaction():
        yield database.family("bird")
    database.close()


def test_a_document_comes_back_as_a_copy(store: Store) -> None:
    document = {"a": [1, {"é": None}]}
    store.insert("contact", "1", document)
    found = store.get("contact", "1")
    assert found == document
    assert found is not document
    assert store.get("contact", "2") is store.get("list", "1") is None


def test_a_key_is_used_once(store: Store) -> None:
    store.insert("contact", "1", {})
    with pytest.raises(IntegrityError):
        store.insert("contact", "1", {})


def test_documents_are_listed_oldest_first(store: Store) -> None:
    for key in ("3", "1", "2"):
        store.insert("contact", key, {"key": key})
    store.replace("contact", "3", {"key": "3", "new": True})
    assert [one["key"] for one in store.list("contact")] == ["3", "1", "2"]
    assert [one["key"] for one in store.list("contact", 1, 1)] == ["1"]
    assert store.count("contact") == 3


def test_an_identity_belongs_to_one_document(store: Store) -> None:
    store.claim("contact", "externalId", "a", "1")
    store.claim("contact", "externalId", "a", "1")
    with pytest.raises(IdentityTakenError) as taken:
        store.claim("contact", "externalId", "a", "2")
    assert taken.value.owner == "1"


@pytest.mark.parametrize("text", ["A", "a ", "á", "\x00", '"', "\\", "a\nb"])
def test_identities_are_exact(store: Store, text: str) -> None:
    store.claim("contact", "externalId", "a", "1")
    store.claim("contact", "externalId", text, text)
    assert store.find("contact", "externalId", text) == text
    assert store.find("contact", "externalId", "a") == "1"


def test_deleting_a_document_frees_its_identities(store: Store) -> None:
    store.insert("contact", "1", {})
    store.claim("contact", "externalId", "a", "1")
    store.claim("contact", "externalId", "b", "2")
    store.delete("contact", "1")
    assert store.find("contact", "externalId", "a") is None
    assert store.find("contact", "externalId", "b") == "2"


def test_numbers_are_never_given_twice(store: Store) -> None:
    assert [store.next_number("id", 2**60) for _ in range(3)] == [2**60, 2**60 + 1, 2**60 + 2]
    assert store.next_number("other") == 1


def test_families_do_not_see_each_other() -> None:
    database = Database()
    one, other = database.family("bird"), database.family("conga")
    with database.transaction():
        one.insert("contact", "1", {})
        assert other.get("contact", "1") is None
        other.claim("contact", "externalId", "a", "1")
        assert one.find("contact", "externalId", "a") is None


def test_a_transaction_that_fails_leaves_nothing() -> None:
    store = Database().family("bird")
    with pytest.raises(IntegrityError):
        _insert_twice(store)
    with store.transaction():
        assert store.get("contact", "1") is None


def _insert_twice(store: Store) -> None:
    with store.transaction():
        store.insert("contact", "1", {})
        store.insert("contact", "1", {})


def test_a_file_outlives_the_program(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kept.db'}"
    first = Database(url)
    with first.transaction():
        first.family("bird").insert("contact", "1", {"kept": True})
    first.close()
    second = Database(url)
    with second.transaction():
        assert second.family("bird").get("contact", "1") == {"kept": True}


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("nonsense", "cannot be read"),
        ("sqlite:////no/such/folder/x.db", "unable to open"),
        ("unknowndb://u:secret@h/d", "unknowndb"),
    ],
)
def test_a_database_that_cannot_be_opened_is_named_without_its_password(url: str, says: str) -> None:
    with pytest.raises(DatabaseError, match=says) as trouble:
        Database(url)
    assert "secret" not in str(trouble.value)
