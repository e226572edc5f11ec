"""The commented file that ``contact-contracts target init`` writes."""

from __future__ import annotations

from importlib.resources import files


def target_template() -> str:
    """Return a target file that names every key; it loads once its variables are set."""
    return files(__package__).joinpath("template.toml").read_text(encoding="utf-8")
