"""Contrast: every pair of text and ground in the style sheet, light and dark, is at least 4.5 : 1 (WCAG 1.4.3)."""

import re

import pytest

from strategy_cli.contrast import DISCERNIBLE, READABLE, contrast, is_colour
from strategy_cli.render import palette
from strategy_cli.render.packaged import packaged_templates

LIGHT, DARK = palette.defaults()
SHEETS = "".join(file.read_text("utf-8") for file in sorted(packaged_templates().glob("*.css")))
NO_COLOURS = {"font", "running"}  # a typeface and the running title of paper


def test_the_formula_is_wcags() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#FFF") == pytest.approx(4.478, abs=0.001)
    assert (READABLE, DISCERNIBLE) == (4.5, 3)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("#00573d", True),
        ("#ABCDEF", True),
        ("#fff", False),
        ("red", False),
        ("#00573d;", False),
        ("#0057\u0663d", False),
    ],
)
def test_a_colour_is_a_hash_and_six_digits(text: str, *, is_one: bool) -> None:
    assert is_colour(text) is is_one


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), palette.TEXTS)
def test_text_can_be_read_on_its_ground(colours: palette.Colours, text: str, ground: str) -> None:
    assert contrast(colours[text], colours[ground]) >= READABLE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), palette.MARKS)
def test_marks_in_charts_can_be_told_from_their_ground(colours: palette.Colours, mark: str, ground: str) -> None:
    """Graphics ask for 3 : 1 (WCAG 1.4.11)."""
    assert contrast(colours[mark], colours[ground]) >= DISCERNIBLE


def test_light_and_dark_have_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK)
    assert len(LIGHT) >= 20


def test_every_colour_that_is_used_is_given() -> None:
    assert set(re.findall(r"var\(--([\w-]+)\)", SHEETS)) - NO_COLOURS <= set(LIGHT)
