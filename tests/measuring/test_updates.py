"""Updates: the latest is that of the period that ends last, of those begun by the day."""

import pytest
from making import day, project

from strategy_cli.measuring.updates import latest


@pytest.mark.parametrize(
    ("periods", "on", "expected"),
    [
        ("2026-T2 2026-T1", "2026-06-30", "2026-T2"),
        ("2025 2026-T1", "2025-12-31", "2025"),
        ("2026-T1 2026-04", "2026-06-30", "2026-T1"),
        ("2027", "2026-12-31", None),
        ("", "2026-12-31", None),
    ],
)
def test_the_latest_word_of_a_project(periods: str, on: str, expected: str | None) -> None:
    updates = ", ".join(f"{{period: {period}, status: on-track}}" for period in periods.split())
    found = latest(project(f"updates: [{updates}]"), day(on))
    assert (str(found.period) if found else None) == expected
