"""History: the life of one thing as far as it was asked for, each change with the decisions that settled it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from strategy_cli.changes import Weight
from strategy_cli.lives import as_of
from strategy_cli.lives.as_of import Seen
from strategy_cli.lives.deciding import Deciding, Settled
from strategy_cli.lives.life import Event, Life
from strategy_cli.lives.record import Record
from strategy_cli.lives.summary import Summary, summary


@dataclass(frozen=True, slots=True)
class History:
    """A thing's life, and what was asked of it.

    ``changes`` are its own and those of others that are about it, in order of time, and ``hidden`` how many of them
    were not asked for; ``counts`` counts all of them by weight. ``then`` and ``now`` are the thing as it stood at the
    end of ``on``, if that day was asked about, and as it stands; None where it is not there.
    """

    life: Life
    changes: tuple[Settled, ...]
    hidden: int
    counts: Mapping[Weight, int]
    summary: Summary
    on: date | None
    then: Seen | None
    now: Seen | None


def history(
    record: Record,
    life: Life,
    today: date,
    *,
    on: date | None = None,
    floor: Weight = Weight.WORDING,
    since: date | None = None,
) -> History:
    """Tell a life from the day ``today``: the changes of a weight and graver, and of a day and after it."""
    deciding = Deciding(record, today)
    asked = [event for event in life.told if event.weight >= floor and _is_late_enough(event, since)]
    return History(
        life=life,
        changes=tuple(deciding.settled(life, event) for event in asked),
        hidden=len(life.told) - len(asked),
        counts={weight: sum(event.weight is weight for event in life.told) for weight in Weight},
        summary=summary(life, deciding),
        on=on,
        then=as_of.then(record, life, on) if on else None,
        now=as_of.now(record, life, today),
    )


def _is_late_enough(event: Event, since: date | None) -> bool:
    return since is None or event.day is None or event.day >= since
