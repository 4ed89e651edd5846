"""Quoted: words as a string of a style sheet, and euros of a column with the same decimals."""

from decimal import Decimal

import pytest
from markupsafe import Markup, escape

from strategy_cli.measuring.money import cents
from strategy_cli.render.renderer import quoted


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Strategian toteutuminen 30.9.2026 – Merilä", '"Strategian toteutuminen 30.9.2026 – Merilä"'),
        ('a"; } b', '"a\\22 \\3b  \\7d  b"'),
        ("</style>", '"\\3c /style\\3e "'),
        ("\\", '"\\5c "'),
        ("a & b", '"a \\26  b"'),
    ],
)
def test_nothing_ends_the_string(words: str, written: str) -> None:
    assert quoted(escape(words)) == Markup(written)  # noqa: S704 - the words of this test


@pytest.mark.parametrize(
    ("euros", "places"), [(["1", "2.00", None], 0), (["1", "2.50"], 2), ([None], 0), ([], 0), (["0.01", None], 2)]
)
def test_a_column_has_cents_if_any_of_its_euros_has(euros: list[str | None], places: int) -> None:
    assert cents(one and Decimal(one) for one in euros) == places  # type: ignore[misc]
