"""What the comparison of request rates reads out of other tools' words."""

from __future__ import annotations

from scripts.compare_rates import Rate, counted


def test_a_rate_is_requests_over_seconds() -> None:
    assert Rate("x", 300, 2.0).per_second == 150
    assert Rate("x", 300, 0.0).per_second == 0
    assert "150 requests/s" in Rate("x", 300, 2.0).line()


def test_the_cases_that_schemathesis_sent_are_read_from_its_summary() -> None:
    assert counted("Test cases:\n  1,204 generated, 3 found 2 unique failures") == 1204
    assert counted("it was killed") == 0
