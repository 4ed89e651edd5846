"""Contrast: every pair of text and ground in the style sheet, light and dark, is at least 4.5 : 1 (WCAG 1.4.3)."""

import re
from pathlib import Path

import pytest

STYLE = (Path(__file__).parents[2] / "templates" / "style.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})", part))
    for part in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2]
)
CLASSES = ("good", "half", "warn", "bad", "none")

# Text, and the grounds that it stands on.
PAIRS = [
    *((text, ground) for text in ("text", "soft", "link") for ground in ("page", "tint")),
    *((name, ground) for name in CLASSES for ground in ("page", "tint", f"{name}-tint")),
    ("on-brand", "brand"),
    ("text", "warn-tint"),
    ("page", "good"),
    ("page", "half"),
    ("page", "warn"),
    ("page", "bad"),
]


def luminance(color: str) -> float:
    """Give a colour's relative luminance as WCAG defines it."""
    digits = color.lstrip("#")
    full = digits if len(digits) == 6 else "".join(2 * d for d in digits)
    parts = [int(full[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours: from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_formula_is_wcags() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(colors: dict[str, str], text: str, ground: str) -> None:
    assert contrast(colors[text], colors[ground]) >= 4.5


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), [("gone", "page"), ("gone", "way"), ("soft", "way"), ("text", "way")])
def test_marks_in_charts_can_be_told_from_their_ground(colors: dict[str, str], mark: str, ground: str) -> None:
    """Graphics ask for 3 : 1 (WCAG 1.4.11)."""
    assert contrast(colors[mark], colors[ground]) >= 3


def test_light_and_dark_have_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK)


def test_every_colour_that_is_used_is_given() -> None:
    assert set(re.findall(r"var\(--([\w-]+)\)", STYLE)) - {"font"} <= set(LIGHT)
