"""Which operation a method and a path mean."""

from __future__ import annotations

import pytest

from contact_contracts.contract import load_contract

WORKSPACE = "/workspaces/b4e02c85-c6d2-4b15-8885-e09671799c61"


def matched(family: str, method: str, path: str) -> tuple[str, dict[str, str]] | None:
    found = load_contract(family).match(method, path)
    return None if found is None else (found[0].id, found[1])


@pytest.mark.parametrize(
    ("family", "method", "path", "operation", "values"),
    [
        ("everbridge", "PUT", "/contacts/1/2", "updateContact", {"organizationId": "1", "contactId": "2"}),
        ("everbridge", "put", "/contacts/1/2", "updateContact", {"organizationId": "1", "contactId": "2"}),
        ("everbridge", "PUT", "/contacts/1/batch", "updateContactsBatch", {"organizationId": "1"}),
        ("everbridge", "POST", "/contacts/1/", "createContact", {"organizationId": "1"}),
        ("everbridge", "GET", "/contacts/1", "listContacts", {"organizationId": "1"}),
        ("bird", "POST", f"{WORKSPACE}/contacts/search", "searchContacts", {"workspaceId": WORKSPACE[12:]}),
        (
            "bird",
            "PATCH",
            f"{WORKSPACE}/contacts/identifiers/emailaddress/a%40b.example",
            "updateContactByIdentifier",
            {"workspaceId": WORKSPACE[12:], "identifierKey": "emailaddress", "identifierValue": "a@b.example"},
        ),
        (
            "conga",
            "PUT",
            "/api/data/v1/Contact/by-externalId/a%2Fb",
            "updateContactByExternalId",
            {"externalId": "a/b"},
        ),
        ("sfmc", "PATCH", "/contacts/v1/contacts", "updateContacts", {}),
    ],
)
def test_a_path_means_its_operation(
    family: str, method: str, path: str, operation: str, values: dict[str, str]
) -> None:
    assert matched(family, method, path) == (operation, values)


@pytest.mark.parametrize("path", ["/contacts//batch", "/contacts//2"])
def test_an_update_with_the_organization_left_empty_is_still_that_update(path: str) -> None:
    found = matched("everbridge", "PUT", path)
    assert found is not None
    assert found[1]["organizationId"] == ""


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/contacts//2"),
        ("PUT", "/contacts/1/"),
        ("POST", "/contacts/1//"),
        ("PUT", "/contacts/1/2/3"),
        ("PUT", "/other/1/2"),
        ("POST", "/contacts/1/2"),
        ("PUT", ""),
    ],
)
def test_a_path_that_the_contract_lacks_means_nothing(method: str, path: str) -> None:
    assert matched("everbridge", method, path) is None
