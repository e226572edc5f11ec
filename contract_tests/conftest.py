"""Makes ``pytest contract_tests --target FILE`` work as it stands."""

pytest_plugins = ["contact_contracts.plugin"]
