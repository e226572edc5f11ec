"""The bundled servers as targets."""

from __future__ import annotations

from contact_contracts.target import bundled_environment, bundled_targets

URLS = {name: f"http://127.0.0.1:1/{name}/" for name in ("everbridge", "bird", "conga", "sfmc")}


def test_every_family_has_a_bundled_target_where_everything_is_allowed() -> None:
    targets = bundled_targets(URLS)
    for family, url in URLS.items():
        target = targets.family(family)
        assert target.base_url == url.rstrip("/")
        assert target.allow_writes
        assert target.allow_create
        assert target.allow_delete
    assert targets.source is None


def test_only_the_servers_that_run_are_targets() -> None:
    assert bundled_targets({"bird": "http://127.0.0.1:1"}).families == ("bird",)


def test_tokens_are_granted_where_the_server_runs() -> None:
    auth = bundled_targets(URLS).family("sfmc").auth
    assert auth.scheme == "client-credentials"
    assert auth.auth_base_url == "http://127.0.0.1:1/sfmc"


def test_public_credentials_have_names_that_reports_can_use() -> None:
    auth = bundled_targets(URLS).family("everbridge").auth
    assert auth.scheme == "basic"
    assert bundled_environment()[auth.password.variable] == auth.password.reveal() == "demo"
