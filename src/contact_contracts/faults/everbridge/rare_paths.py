"""Paths that go wrong in some places, with some values, or together with others, only."""

# ruff: noqa: ARG002, D102 - a rule is handed all it may depend on; the class says what is wrong
from __future__ import annotations

from collections.abc import Mapping

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import WRITTEN, in_update, place_of
from contact_contracts.reference.calls import Refusal
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change, is_empty
from contact_contracts.reference.everbridge.directory import Entry


@fault("everbridge.fields.each-written", also=("everbridge.replace.omitted-paths-removed",), rare=True)
class FourthPathIsLost(EverbridgeRules):
    """A contact has three paths at most; those after them are lost."""

    def replace_paths(self, change: Change) -> list[Json]:
        paths = super().replace_paths(change)
        return paths[:3] if in_update(change) else paths


@fault("everbridge.path.order-kept", also=(WRITTEN,), rare=True)
class LastOfThreePathsComesSecond(EverbridgeRules):
    """Of three or more paths the last two change places."""

    def replace_paths(self, change: Change) -> list[Json]:
        paths = super().replace_paths(change)
        return [*paths[:-2], *paths[:-3:-1]] if in_update(change) and len(paths) >= 3 else paths


@fault("everbridge.path.order-kept", also=(WRITTEN,), rare=True)
class OldPathsComeFirst(EverbridgeRules):
    """Paths that the contact had keep their old places, and new ones come after them."""

    def replace_paths(self, change: Change) -> list[Json]:
        paths = super().replace_paths(change)
        had = [one["pathId"] for one in change.old.get("paths", [])]
        known = sorted((one for one in paths if one["pathId"] in had), key=lambda one: had.index(one["pathId"]))
        return known + [one for one in paths if one["pathId"] not in had] if in_update(change) else paths


@fault("everbridge.path.order-kept", also=(WRITTEN,), rare=True)
class PathsByPromptComeLast(EverbridgeRules):
    """Paths given by their prompts come after those given by their ids."""

    def replace_paths(self, change: Change) -> list[Json]:
        paths = super().replace_paths(change)
        if not in_update(change):
            return paths
        by_id = {one.get("pathId") for one in change.body.get("paths", [])}
        return sorted(paths, key=lambda one: one["pathId"] not in by_id)


@fault("everbridge.replace.omitted-paths-removed", also=(WRITTEN,), rare=True)
class EmptyPathsRemoveNone(EverbridgeRules):
    """An empty array of paths removes none."""

    def replace_paths(self, change: Change) -> list[Json]:
        if in_update(change) and change.body.get("paths") == []:
            return [*change.old.get("paths", [])]
        return super().replace_paths(change)


@fault("everbridge.replace.omitted-paths-removed", also=(WRITTEN,), rare=True)
class QuietPathsStay(EverbridgeRules):
    """A path with quiet times that is missing from the array stays."""

    def replace_paths(self, change: Change) -> list[Json]:
        paths = super().replace_paths(change)
        if not in_update(change) or not paths:
            return paths
        sent = {path["pathId"] for path in paths}
        had = change.old.get("paths", [])
        return paths + [one for one in had if one.get("quietTimeFrames") and one["pathId"] not in sent]


@fault("everbridge.path.by-prompt", also=(WRITTEN,), rare=True)
class PromptsEndAtASpace(EverbridgeRules):
    """A prompt of several words is read as its last word, where there is a path of that prompt."""

    def path_by_prompt(self, change: Change, prompt: Json) -> Entry:
        found = super().path_by_prompt(change, prompt)
        if not in_update(change):
            return found
        return self.directory.paths.by_name(found.name.split()[-1]) or found


@fault("everbridge.path.by-prompt", rare=True)
class OnePromptInABody(EverbridgeRules):
    """A second path given by its prompt is refused."""

    def path_by_prompt(self, change: Change, prompt: Json) -> Entry:
        prompts = [one.get("prompt") for one in change.body.get("paths", []) if is_empty(one.get("pathId"))]
        if in_update(change) and prompts.index(prompt) > 0:
            raise Refusal(400, f"prompt {prompt} is invalid.")
        return super().path_by_prompt(change, prompt)


@fault("everbridge.path.id-beats-prompt", also=(WRITTEN,), rare=True)
class LastPromptBeatsPathId(EverbridgeRules):
    """In the last of several paths the prompt decides when both are sent."""

    def resolve_path(self, change: Change, sent: Mapping[str, Json]) -> Entry:
        by_id = super().resolve_path(change, sent)
        if not in_update(change) or place_of(change.body["paths"], sent) != len(change.body["paths"]) - 1:
            return by_id
        several = len(change.body["paths"]) > 1
        return (self.directory.paths.by_name(sent.get("prompt")) if several else None) or by_id


class LeadsElsewhere(EverbridgeRules):
    """Not a fault yet: updates store what `otherwise` makes of a path's value and country."""

    def path_destination(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().path_destination(change, sent)
        return {**stored, **self.otherwise(change, sent)} if in_update(change) else stored

    def otherwise(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        """What is stored in place of members of a path."""
        return {}


@fault("everbridge.path.country-and-value", also=(WRITTEN,), rare=True)
class SecondCountryIsTheFirst(LeadsElsewhere):
    """Every path after the first has the country of the first."""

    def otherwise(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        return {"countryCode": change.body["paths"][0].get("countryCode")}


@fault("everbridge.path.country-and-value", also=(WRITTEN,), rare=True)
class MailAddressesAreLowered(LeadsElsewhere):
    """The value of a path without a country is stored in small letters."""

    def otherwise(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        return {} if sent.get("countryCode") else {"value": (sent.get("value") or "").lower()}


@fault("everbridge.path.country-and-value", also=(WRITTEN,), rare=True)
class CountryStaysWithTheValue(LeadsElsewhere):
    """A path sent with the value it had keeps the country it had."""

    def otherwise(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        same = [one for one in change.old.get("paths", []) if one.get("value") == sent.get("value")]
        return {"countryCode": same[0].get("countryCode")} if same and sent.get("value") else {}


class SetsOtherwise(EverbridgeRules):
    """Not a fault yet: updates store what `otherwise` makes of a path's settings."""

    def path_settings(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().path_settings(change, sent)
        return self.otherwise(change, sent, stored) if in_update(change) else stored

    def otherwise(self, change: Change, sent: Mapping[str, Json], stored: dict[str, Json]) -> dict[str, Json]:
        """What is stored in place of a path's settings."""
        return stored


@fault("everbridge.fields.each-written", rare=True)
class NoWaitIsNoWaitTime(SetsOtherwise):
    """A waiting time of 0 is not stored."""

    def otherwise(self, change: Change, sent: Mapping[str, Json], stored: dict[str, Json]) -> dict[str, Json]:
        return {**stored, "waitTime": stored["waitTime"] or None}


@fault("everbridge.fields.each-written", rare=True)
class DisabledPathsAreEnabled(SetsOtherwise):
    """A path that is sent disabled is stored enabled."""

    def otherwise(self, change: Change, sent: Mapping[str, Json], stored: dict[str, Json]) -> dict[str, Json]:
        return {**stored, "pathEnable": None if stored["pathEnable"] is None else True}


@fault("everbridge.fields.each-written", rare=True)
class ExtensionIsANumber(SetsOtherwise):
    """An extension of digits loses its leading zeros."""

    def otherwise(self, change: Change, sent: Mapping[str, Json], stored: dict[str, Json]) -> dict[str, Json]:
        extension = stored["phoneExt"] or ""
        return {**stored, "phoneExt": str(int(extension))} if extension.isdecimal() else stored


@fault("everbridge.fields.each-written", rare=True)
class SecondPathWaitsLikeTheFirst(SetsOtherwise):
    """Every path after the first has the waiting time of the first, if that has one."""

    def otherwise(self, change: Change, sent: Mapping[str, Json], stored: dict[str, Json]) -> dict[str, Json]:
        first = change.body["paths"][0].get("waitTime")
        return stored if first is None else {**stored, "waitTime": first}


@fault("everbridge.replace.omitted-field-emptied", rare=True)
class ExtensionsStay(EverbridgeRules):
    """A path sent without an extension keeps the one it had."""

    def stored_path(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        path = super().stored_path(change, sent)
        had = [one for one in change.old.get("paths", []) if one["pathId"] == path["pathId"] and "phoneExt" in one]
        return {"phoneExt": had[0]["phoneExt"], **path} if in_update(change) and had else path
