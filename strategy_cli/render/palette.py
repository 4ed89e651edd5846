"""Palette: the colours of the style sheet, light and dark, and which must stand out from which."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from functools import cache

from strategy_cli.contrast import DISCERNIBLE, READABLE, contrast
from strategy_cli.render.packaged import packaged_templates

SCHEMES = ("light", "dark")
_CLASSES = ("good", "half", "warn", "bad", "none")

# Text, and the grounds that it stands on.
TEXTS = (
    *((text, ground) for text in ("text", "soft", "link") for ground in ("page", "tint")),
    *((name, ground) for name in _CLASSES for ground in ("page", "tint", f"{name}-tint")),
    ("on-brand", "brand"),
    ("text", "warn-tint"),
    *(("text", f"heat-{step}") for step in range(1, 5)),
    *(("page", ground) for ground in ("good", "half", "warn", "bad")),
    *(("text", f"heat-{step}") for step in range(1, 5)),
)
# Marks in charts, and their grounds.
MARKS = (("bad", "page"), ("gone", "page"), ("gone", "way"), ("soft", "way"), ("text", "way"))

_ROOT = re.compile(r"(@media [^{]*\{\s*)?:root \{(.*?)\}", re.DOTALL)
_COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{3,6})")

Colours = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Faint:
    """A colour that does not stand out from its ground: the contrast there is, and the least there should be."""

    colour: str
    ground: str
    ratio: float
    least: float


@cache
def defaults() -> tuple[Colours, Colours]:
    """Give the colours of the packaged style sheets by name, light and dark."""
    return _colours(""), _colours("dark")


@cache
def printed() -> frozenset[str]:
    """Name the colours that paper has its own of."""
    return frozenset(_colours("print"))


def faint(colours: Colours) -> Iterator[Faint]:
    """Find the pairs that do not stand out enough."""
    for pairs, least in ((TEXTS, READABLE), (MARKS, DISCERNIBLE)):
        for colour, ground in pairs:
            ratio = contrast(colours[colour], colours[ground])
            if ratio < least:
                yield Faint(colour, ground, ratio, least)


def written(ratio: float) -> Decimal:
    """Give a contrast to two decimals, rounded down so that one that is too low is never written as enough."""
    return Decimal(ratio).quantize(Decimal("0.01"), ROUND_DOWN)


@cache
def _colours(media: str) -> Colours:
    """Read the colours that are given for every medium, else for the one whose name has ``media`` in it."""
    found: dict[str, str] = {}
    for sheet in sorted(packaged_templates().glob("*.css")):
        for condition, rules in _ROOT.findall(sheet.read_text("utf-8")):
            if media in condition if media else not condition:
                found |= _COLOUR.findall(rules)
    return found
