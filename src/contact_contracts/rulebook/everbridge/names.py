"""Names that a strict server may check against lists of its own: members, countries and time zones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from contact_contracts.exchange import Json
from contact_contracts.rulebook.everbridge.state import SCALARS

READ_ONLY: Final = ("createdDate", "lastModifiedDate", "createdName", "lastModifiedName", "organizationId")
"""What a read shows and a body may carry to no effect."""

MEMBERS: Final = frozenset(
    {
        *SCALARS,
        *("id", "recordTypeId", "recordTypeName", "paths", "address", "contactAttributes", "topics"),
        *("groups", "groupsName"),
        *READ_ONLY,
    }
)
"""What the documents name in a contact; a server may refuse anything else."""

_COUNTRY = re.compile(r"(?!AA|ZZ|Q[M-Z]|X)[A-Z]{2}")
_ZONE = re.compile(
    r"(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/[A-Za-z_/+-]+|UTC|GMT"
)


def questionable(body: dict[str, Json]) -> bool:
    """Whether a body has a member, a country or a time zone that a strict server may not know."""
    if not MEMBERS.issuperset(body):
        return True
    zone = body.get("timezoneId")
    if isinstance(zone, str) and zone and not _ZONE.fullmatch(zone):
        return True
    return any(isinstance(code, str) and code and not _COUNTRY.fullmatch(code) for code in _countries(body))


def _countries(body: dict[str, Json]) -> Iterator[Json]:
    yield body.get("country")
    for name, member in (("paths", "countryCode"), ("address", "country")):
        for item in body.get(name) or []:
            if isinstance(item, dict):
                yield item.get(member)
