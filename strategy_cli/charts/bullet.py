"""Bullet: how much of the way from the baseline to the target has been gone, and how much should have been.

The scale is the way itself, baseline at the left and target at the right, so that more is always better, also where
a lower figure is (a bar from zero would mislead there; Few's bullet graph asks for zero or for saying otherwise).
"""

from dataclasses import dataclass
from fractions import Fraction

from strategy_cli.charts.scale import drawn

WIDTH, HEIGHT = 140, 18
_BASELINE, _TARGET = 16, 118
_LEAST, _MOST = 4, 134  # an arrowhead's room from either edge


@dataclass(frozen=True, slots=True)
class Bullet:
    """The drawing, WIDTH × HEIGHT units, with coordinates as text.

    ``gone`` is the bar's left edge and width; ``tolerated`` those of what is near enough to the expected place, from
    which ``expected`` is at the right edge; ``beyond`` an arrowhead where the actual lies outside the drawing.
    """

    gone: tuple[str, str]
    tolerated: tuple[str, str] | None
    expected: str | None
    beyond: str
    baseline: int = _BASELINE
    target: int = _TARGET
    way: int = _TARGET - _BASELINE
    width: int = WIDTH
    height: int = HEIGHT


def bullet(progress: Fraction, expected: Fraction | None = None, tolerance: Fraction = Fraction(0)) -> Bullet:
    """Draw progress (1 is the whole way); ``expected`` is where it should be, ``tolerance`` how far short is near."""
    value = _at(progress)
    left, right = sorted((_BASELINE, value))
    mark = None if expected is None else _at(expected)
    near = None if expected is None else _at(expected - tolerance)
    return Bullet(
        gone=(drawn(left), drawn(right - left)),
        tolerated=None if mark is None or near is None else (drawn(near), drawn(mark - near)),
        expected=None if mark is None else drawn(mark),
        beyond=_arrow(value),
    )


def _at(share: Fraction) -> float:
    exact = _BASELINE + share * (_TARGET - _BASELINE)
    return float(min(max(exact, Fraction(_LEAST)), Fraction(_MOST)))


def _arrow(value: float) -> str:
    if value <= _LEAST:
        return f"M{_LEAST} 4L0 9L{_LEAST} 14z"
    return f"M{_MOST} 4L{WIDTH} 9L{_MOST} 14z" if value >= _MOST else ""
