"""How the Everbridge family words its answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.everbridge.change import Contact, without_empty
from contact_contracts.reference.rules import FamilyRules

_PAGE_SIZE: Final = 100
_LARGEST_PAGE: Final = 1000
_END: Final = 2**31 - 1  # beyond every list, and within what databases take as an offset
_ALL_DONE, _SOME_FAILED, _ALL_FAILED = 100, 200, 300


class EverbridgeAnswers(FamilyRules):
    """Bodies of answers, one method each."""

    def error_body(self, refusal: Refusal) -> Json:
        """`status` repeats the HTTP status."""
        return {"status": refusal.status, "message": refusal.message}

    def modified(self, call: Call, contact: Contact) -> Answer:
        """A contact was written or removed."""
        return Answer(200, self.modification_body(call, contact))

    def modification_body(self, call: Call, contact: Contact) -> Json:
        """Names the contact by its own id, however it was addressed."""
        base = f"{call.base_url}/contacts/{contact['organizationId']}/"
        return {
            "message": "OK",
            "id": contact["id"],
            "baseUri": base,
            "instanceUri": f"{base}{contact['id']}",
        }

    def contact_body(self, contact: Contact) -> Json:
        """A contact as callers see it: empty fields are left out."""
        shown = without_empty(contact)
        if "paths" in shown:
            shown["paths"] = [without_empty(path) for path in shown["paths"]]
        return shown

    def found_body(self, contact: Contact) -> Json:
        """The answer to reading one contact."""
        return {"message": "OK", "result": self.contact_body(contact)}

    def batch_body(self, rows: int, failures: Mapping[int, str]) -> Json:
        """The answer to a batch: a code, and the failed rows by number, if there are any."""
        code = self.batch_code(rows, len(failures))
        lines = [self.failed_row_text(row, reason) for row, reason in failures.items()]
        return {"message": "OK", "code": code, **({"data": lines} if lines else {})}

    def batch_code(self, rows: int, failed: int) -> int:
        """100 when every row was done, 200 when some failed, 300 when none was done."""
        if not failed:
            return _ALL_DONE
        return _SOME_FAILED if failed < rows else _ALL_FAILED

    def failed_row_text(self, row: int, reason: str) -> str:
        """Names the row, counted from 1, and says what was wrong with it."""
        return f"The [{row}] {reason}"

    def page_window(self, call: Call) -> tuple[int, int]:
        """Which page is asked for, from 1, and how large a page is; a page has an upper limit."""
        number = int(call.query_value("pageNumber") or 1)
        return number, min(int(call.query_value("pageSize") or _PAGE_SIZE), _LARGEST_PAGE)

    def page_start_and_size(self, call: Call) -> tuple[int, int]:
        """Position of the page's first entry, from 0, and how large a page is."""
        number, size = self.page_window(call)
        return min((number - 1) * size, _END), size

    def page_of(self, call: Call, entries: Sequence[Json]) -> Answer:
        """One page out of entries that are all at hand."""
        start, size = self.page_start_and_size(call)
        return self.page(call, entries[start : start + size], len(entries))

    def page(self, call: Call, data: Sequence[Json], total: int) -> Answer:
        """One page of a list, with the way to the others."""
        number, size = self.page_window(call)
        last = max(1, -(-total // size))
        uris = {"firstPageUri": _page_uri(call, 1), "lastPageUri": _page_uri(call, last)}
        if number < last:
            uris["nextPageUri"] = _page_uri(call, number + 1)
        page: dict[str, Any] = {
            "pageSize": size,
            "start": (number - 1) * size,
            "data": [*data],
            "totalCount": total,
            "totalPageCount": last,
            "currentPageNo": number,
        }
        return Answer(200, {"message": "OK", **uris, "page": page})


def _page_uri(call: Call, number: int) -> str:
    path = call.operation.path.replace("{organizationId}", call.path["organizationId"])
    kept = [(name, value) for name, value in call.query if name != "pageNumber"]
    return f"{call.base_url}{path}?{urlencode([*kept, ('pageNumber', number)])}"
