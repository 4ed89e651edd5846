"""Rows: how the taxonomy declares what can happen to a field."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from strategy_cli.changes.change import Weight

T = TypeVar("T")

_MIRRORS = (
    ("added", "removed"),
    ("raised", "loosened"),
    ("tightened", "loosened"),
    ("increased", "decreased"),
    ("widened", "narrowed"),
    ("postponed", "advanced"),
    ("postponed-to-later-year", "advanced-to-earlier-year"),
    ("advanced", "moved-back"),
    ("paused", "resumed"),
    ("cancelled", "revived"),
    ("confirmed", "unconfirmed"),
    ("merged", "split"),
)
# The actions that are called the same when the versions swap sides, and why.
ALIKE: Mapping[str, str] = {
    "changed": "a value put in another's place, neither of them more than the other, is put back in the same way",
    "replaced": "a name that has nothing in common with the one before has nothing in common with the one after",
    "renamed": "a name or an id put in another's place is put back in the same way",
    "revised": "a figure of the past that is corrected, up or down, is no longer the figure that was told",
    "continued": "one thing in another's place goes on from it, whichever of the two came first",
    "regrouped": "several things made into several others have come apart and together at once, both ways",
}


class Aspect(StrEnum):
    """What about a thing has changed."""

    EXISTENCE = "existence"  # that it is there
    ACCOUNTABILITY = "accountability"  # who answers for it, decides on it, takes part in it
    COMMITMENT = "commitment"  # what was promised, and by when
    RESOURCES = "resources"  # money and work
    ALIGNMENT = "alignment"  # what it serves and hangs on
    MEASUREMENT = "measurement"  # how it is measured: breaks a series
    HISTORY = "history"  # what was said of the past
    PROGRESS = "progress"  # how far it has come
    MANDATE = "mandate"  # the decisions behind it
    WORDING = "wording"  # how it is put
    IDENTITY = "identity"  # what it is known by
    SETTINGS = "settings"  # how the program treats it


@dataclass(frozen=True, slots=True)
class Row:
    """What can happen to a field: the name in ids, the weight of each action, and fields that are parts of it.

    A change in a part is a change of the whole, under the action given for it.
    ``weakenings`` are the actions that take back something promised, each with what is taken back.
    """

    name: str
    aspect: Aspect
    field: str
    weights: Mapping[str, Weight]
    parts: Mapping[str, str]
    weakenings: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def weakening(self, **because: str) -> "Row":
        """Declare the actions that take back something promised, each with what it takes back."""
        return replace(self, weakenings=_spelled(because))


def row(
    name: str, aspect: Aspect, field: str | None = None, parts: Mapping[str, str] | None = None, /, **weights: Weight
) -> Row:
    """Declare a field: its name in ids, its key if that is another, and the weight of each action."""
    return Row(name, aspect, name.replace("-", "_") if field is None else field, _spelled(weights), parts or {})


def _spelled(by_action: Mapping[str, T]) -> Mapping[str, T]:
    return {action.replace("_", "-"): held for action, held in by_action.items()}


def value(name: str, aspect: Aspect, weight: Weight, field: str | None = None, *parts: str) -> Row:
    """Declare a value that may be given or not."""
    within = {f"{field or name}.{part}": "changed" for part in parts}
    return row(name, aspect, field, within, added=weight, removed=weight, changed=weight)


def always(name: str, aspect: Aspect, weight: Weight, field: str | None = None) -> Row:
    """Declare a value that there always is."""
    return row(name, aspect, field, changed=weight)


def members(name: str, aspect: Aspect, weight: Weight, field: str) -> Row:
    """Declare the members of a list."""
    return row(name, aspect, field, added=weight, removed=weight)


def existence(
    added: Weight, removed: Weight, identity: Weight = Weight.NOTICE, *, taken_back: str = ""
) -> tuple[Row, ...]:
    """Declare what every kind has: coming and going, going on from something earlier, and translations.

    ``taken_back`` tells what is taken back when such a thing is removed, if it is a promise.
    """
    there = row("", Aspect.EXISTENCE, "", added=added, removed=removed)
    return (
        there.weakening(removed=taken_back) if taken_back else there,
        row("", Aspect.IDENTITY, "", merged=identity, split=identity, continued=identity, regrouped=identity),
        members("continues", Aspect.IDENTITY, identity, "continues"),
        value("translation", Aspect.WORDING, Weight.WORDING, "*"),
    )


def named(reworded: Weight, replaced: Weight) -> tuple[Row, Row]:
    """Declare the name of a thing that is answered for: put otherwise, or so other that the thing may be another."""
    another = row("name", Aspect.IDENTITY, "", replaced=replaced)
    return (
        always("name", Aspect.WORDING, reworded),
        another.weakening(replaced="another thing may stand under the id, and the one before be gone unseen"),
    )


def mandate(weight: Weight = Weight.NOTICE) -> Row:
    """Declare the decision that a thing rests on."""
    return row("decision", Aspect.MANDATE, added=Weight.PROGRESS, removed=weight, changed=weight)


def mirror(action: str, actions: Mapping[str, Weight]) -> str:
    """Give the action that undoes ``action`` among those of its row; itself when there is none."""
    both = (pair for pair in _MIRRORS if action in pair and set(pair) <= set(actions))
    return next((two if one == action else one for one, two in both), action)
