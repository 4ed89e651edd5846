"""Rows: how the taxonomy declares what can happen to a field."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from strategy_cli.changes.change import Weight

_MIRRORS = (
    ("added", "removed"),
    ("raised", "loosened"),
    ("increased", "decreased"),
    ("widened", "narrowed"),
    ("postponed", "advanced"),
    ("postponed-to-later-year", "advanced-to-earlier-year"),
    ("advanced", "moved-back"),
    ("paused", "resumed"),
    ("cancelled", "revived"),
    ("confirmed", "unconfirmed"),
)


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
    """

    name: str
    aspect: Aspect
    field: str
    weights: Mapping[str, Weight]
    parts: Mapping[str, str]


def row(
    name: str, aspect: Aspect, field: str | None = None, parts: Mapping[str, str] | None = None, /, **weights: Weight
) -> Row:
    """Declare a field: its name in ids, its key if that is another, and the weight of each action."""
    actions = {action.replace("_", "-"): weight for action, weight in weights.items()}
    return Row(name, aspect, name.replace("-", "_") if field is None else field, actions, parts or {})


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


def existence(added: Weight, removed: Weight, continues: Weight = Weight.NOTICE) -> tuple[Row, ...]:
    """Declare what every kind has: being there, going on from something earlier, and translations."""
    return (
        row("", Aspect.EXISTENCE, "", added=added, removed=removed),
        members("continues", Aspect.IDENTITY, continues, "continues"),
        value("translation", Aspect.WORDING, Weight.WORDING, "*"),
    )


def mandate(weight: Weight = Weight.NOTICE) -> Row:
    """Declare the decision that a thing rests on."""
    return row("decision", Aspect.MANDATE, added=Weight.PROGRESS, removed=weight, changed=weight)


def mirror(action: str, actions: Mapping[str, Weight]) -> str:
    """Give the action that undoes ``action`` among those of its row; itself when there is none."""
    both = (pair for pair in _MIRRORS if action in pair and set(pair) <= set(actions))
    return next((two if one == action else one for one, two in both), action)
