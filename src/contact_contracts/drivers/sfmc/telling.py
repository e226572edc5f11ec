"""What a target file tells of an account."""

from __future__ import annotations

from contact_contracts.rulebook.sfmc import AttributeSet, Facts
from contact_contracts.target.families import SfmcTarget


def told_facts(target: SfmcTarget) -> Facts:
    """What a target file tells of an account, for the rulebook; each set is taken to be shown."""
    sets = {
        entry.name: AttributeSet(
            entry.name,
            {attribute.name: attribute.type for attribute in entry.attributes},
            tuple(attribute.name for attribute in entry.attributes if attribute.key),
        )
        for entry in target.facts.attribute_sets
    }
    return Facts(sets, readable=frozenset(sets))
