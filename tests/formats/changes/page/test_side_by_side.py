"""Two wordings side by side: nothing is lost on either side, and the words that differ are told."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli.formats.changes.page.side_by_side import Piece, pieces

WORDS = st.lists(st.sampled_from(["kaupunki", "Kemi", "ja", "on", "lisää", ",", "  ", "\n", "2030", "-"]), max_size=12)
TEXTS = st.one_of(st.text(max_size=40), WORDS.map(" ".join))


def left(found: tuple[Piece, ...], without: str) -> str:
    return "".join(piece.words for piece in found if piece.how != without)


@given(TEXTS, TEXTS)
def test_without_what_was_inserted_it_is_the_old_text_and_without_what_was_deleted_the_new(old: str, new: str) -> None:
    found = pieces(old, new)
    assert left(found, "inserted") == old
    assert left(found, "deleted") == new
    assert all(piece.words and piece.space + piece.bare == piece.words for piece in found)


@given(TEXTS)
def test_a_text_beside_itself_is_kept(text: str) -> None:
    assert [piece.how for piece in pieces(text, text)] == ["kept"] * bool(text)


@given(TEXTS, TEXTS)
def test_no_two_pieces_of_a_sort_stand_in_a_row(old: str, new: str) -> None:
    hows = [piece.how for piece in pieces(old, new)]
    assert all(one != other for one, other in pairwise(hows))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "Lisäämme vetovoimaa ja torjumme ilmastonmuutosta",
            "Lisäämme vetovoimaamme ja torjumme ilmastonmuutosta",
            "Lisäämme[- vetovoimaa-][+ vetovoimaamme+] ja torjumme ilmastonmuutosta",
        ),
        ("Avoin arjen kumppani", "Arjen kumppani", "[-Avoin arjen-][+Arjen+] kumppani"),
        ("Kemi kasvaa nopeasti", "Kemi kasvaa", "Kemi kasvaa[- nopeasti-]"),
        (
            "Vihreä ja kestävä kaupunki on meidän",
            "Sininen ja vireä kaupunki on meidän",
            "[-Vihreä ja kestävä-][+Sininen ja vireä+] kaupunki on meidän",
        ),
        ("Palvelut lähellä", "Talous kuntoon vuoteen 2030", "[-Palvelut lähellä-][+Talous kuntoon vuoteen 2030+]"),
        ("", "Uutta", "[+Uutta+]"),
    ],
)
def test_the_words_that_differ_are_told(old: str, new: str, told: str) -> None:
    marks = {"kept": "{}", "deleted": "[-{}-]", "inserted": "[+{}+]"}
    assert "".join(marks[piece.how].format(piece.words) for piece in pieces(old, new)) == told


def test_texts_too_long_to_compare_are_shown_whole() -> None:
    old, new = "a " * 5000, "a " * 5000 + "b"
    assert [piece.how for piece in pieces(old, new)] == ["deleted", "inserted"]
