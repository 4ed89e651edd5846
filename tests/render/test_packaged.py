"""Packaged: which letters need the second font."""

import pytest

from strategy_cli.render.packaged import has_far_letters


@pytest.mark.parametrize("letter", ["č", "ŋ", "Ž", "Ā", "˿", "ẞ", "Ạ"])
def test_letters_beyond_western_europe_are_far(letter: str) -> None:
    assert has_far_letters(f"<p>Merilä – {letter} €</p>")


@pytest.mark.parametrize("letter", ["ä", "Å", "ÿ", "–", "€", "→", "🙂", "Ω", "д", "ἀ", "̀"])
def test_other_letters_are_not(letter: str) -> None:
    assert not has_far_letters(f"<p>Merilä {letter}</p>")
