"""Taxonomy: every change there can be: area, aspect, action, weight, its mirror the other way, and what it weakens."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from strategy_cli.changes.areas import AREAS, OWN
from strategy_cli.changes.change import Weight
from strategy_cli.changes.rows import Aspect, mirror
from strategy_cli.model.own import KINDS

# Weakenings of which the mirror is one too, and why.
BOTH_WAYS: Mapping[str, str] = {
    **{
        f"{area}-end-{one}": "an end put off puts off what is promised, and an end brought forward cuts it short"
        for area in ("strategy", "goal")
        for one in ("postponed", "advanced", "postponed-to-later-year", "advanced-to-earlier-year")
    },
    **{
        f"goal-end-{one}": "an end given cuts short what had none, and without one no day is told"
        for one in ("added", "removed")
    },
    "indicator-better-changed": "where better lies elsewhere, values that fell short may pass, whichever came first",
    "indicator-target-changed": "without a direction that both versions hold to, neither target asks for more",
    **{
        f"{area}-name-replaced": "of two names with nothing in common, either may be put on what the other named"
        for area in ("goal", "indicator", "project", "programme")
    },
}


@dataclass(frozen=True, slots=True)
class Taxon:
    """A change there can be; ``mirror`` is what the same change is called when the versions swap sides.

    ``takes_back`` tells, in the words of this program's makers, what promise is taken back; empty for most.
    """

    id: str
    area: str
    aspect: Aspect
    action: str
    weight: Weight
    mirror: str
    takes_back: str = ""

    @property
    def weakening(self) -> bool:
        """Whether it takes back something that was promised: such a change must not pass without a decision."""
        return bool(self.takes_back)


def _taxa() -> Iterator[Taxon]:
    yield Taxon("id-renamed", "entity", Aspect.IDENTITY, "renamed", Weight.WORDING, "id-renamed")
    for area, rows in AREAS.items():
        for one in (*rows, *(OWN.values() if area in KINDS else ())):
            stem = f"{area}-{one.name}-" if one.name else f"{area}-"
            for action, weight in one.weights.items():
                other = stem + mirror(action, one.weights)
                yield Taxon(stem + action, area, one.aspect, action, weight, other, one.weakenings.get(action, ""))


def _names() -> Iterator[tuple[str, tuple[str, str | None]]]:
    for area, rows in AREAS.items():
        for one in rows:
            name = f"{area}-{one.name}" if one.name else area
            yield f"{area}.{one.field}", (name, None)
            yield from ((f"{area}.{part}", (name, action)) for part, action in one.parts.items())


TAXA: Mapping[str, Taxon] = {taxon.id: taxon for taxon in _taxa()}
FIELDS: Mapping[str, tuple[str, str | None]] = dict(_names())


def weight_of(change_id: str) -> Weight:
    """Give the weight of a change."""
    return TAXA[change_id].weight


def weakens(change_id: str) -> bool:
    """Tell whether a change takes back something that was promised."""
    return TAXA[change_id].weakening
