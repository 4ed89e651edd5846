"""Letters: a text becomes just the lines asked for, none wider than the room, and loses nothing unless cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.charts.letters import width, wrapped


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Talous on tasapainossa", ("Talous on", "tasapainossa")),
        ("Lyhyt", ("Lyhyt", "")),
        ("", ("", "")),
        ("Hyvinvointi vahvistuu ja asukkaat vaikuttavat", ("Hyvinvointi", "vahvistuu ja…")),
        ("Varhaiskasvatussuunnitelma", ("Varhaiskasvatu", "ssuunnitelma")),
    ],
)
def test_words_stay_whole_where_they_can(text: str, lines: tuple[str, ...]) -> None:
    assert wrapped(text, 7, 2) == lines


@given(st.text(max_size=200), st.integers(3, 40), st.integers(1, 4))
def test_lines_are_as_many_as_asked_and_fit(text: str, ems: int, lines: int) -> None:
    found = wrapped(text, ems, lines)
    assert len(found) == lines
    assert all(width(line) <= ems + 0.001 for line in found)


@given(st.text(alphabet="abc lmi-ÄÖ", max_size=60))
def test_nothing_is_lost_where_there_is_room(text: str) -> None:
    assert "".join("".join(wrapped(text, 10, 60)).split()) == "".join(text.split())
