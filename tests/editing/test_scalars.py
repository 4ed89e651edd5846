"""Scalars: whatever is written is read back as the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.document import parse
from strategy_cli.editing.scalars import written


@pytest.mark.parametrize(
    ("value", "block", "flow"),
    [
        ("everyday-life", "everyday-life", "everyday-life"),
        ("Hyvä arki", "Hyvä arki", "Hyvä arki"),
        ("2027-12-31", "2027-12-31", "2027-12-31"),
        ("-47.5", "-47.5", "-47.5"),
        ("§ 292", "§ 292", "§ 292"),
        ("a, b", "a, b", "'a, b'"),
        ("0?", "0?", "'0?'"),
        ("a: b", "'a: b'", "'a: b'"),
        ("a #b", "'a #b'", "'a #b'"),
        ("it's: so", "'it''s: so'", "'it''s: so'"),
        ("- a", "'- a'", "'- a'"),
        ("null", "'null'", "'null'"),
        ("", "''", "''"),
        (" a ", "' a '", "' a '"),
        ("*a", "'*a'", "'*a'"),
        ("a\nb", '"a\\U0000000ab"', '"a\\U0000000ab"'),
    ],
)
def test_quotation_marks_stand_where_they_are_needed(value: str, block: str, flow: str) -> None:
    assert (written(value, flow=False), written(value, flow=True)) == (block, flow)


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
    | st.text("ab:#,-[]{}'\"\\ &*!|>%@`?\t\n\x85\u2028", min_size=1)
)
def test_a_value_is_read_back_as_it_was(value: str) -> None:
    for text in (f"a: {written(value, flow=False)}\n", f"a: [{written(value, flow=True)}, x]\n"):
        document = parse("a.yaml", text.encode())
        assert document.faults == []
        assert document.data in ({"a": value}, {"a": [value, "x"]})
