"""History in words: a thing's life: when it came, what was recorded of it then and is known now, every change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from strategy_cli.changes import Weight
from strategy_cli.formats.lives.page import Line, Moment, Page, Table
from strategy_cli.formats.lives.seen_rows import class_cells, seen_rows
from strategy_cli.formats.lives.telling import NOTHING, Telling
from strategy_cli.lives.deciding import Deciding
from strategy_cli.lives.life import Event, Life
from strategy_cli.lives.recorded import Entered, Figures, figures
from strategy_cli.lives.seen import Seen
from strategy_cli.lives.summary import summary
from strategy_cli.model.indicator import Indicator
from strategy_cli.replay import Step

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class History:
    """A thing's life and what was asked of it: changes of a weight and graver, of a day and after it.

    ``then`` and ``now`` are the thing as it stood on the day asked about and as it stands, if a day was asked about.
    """

    life: Life
    floor: Weight = Weight.WORDING
    since: date | None = None
    on: date | None = None
    then: Seen | None = None
    now: Seen | None = None

    @property
    def events(self) -> tuple[Event, ...]:
        """Its own changes and those of others that are about it, in order of time, as far as they were asked for."""
        return tuple(e for e in self.life.told if e.weight >= self.floor and self._is_late_enough(e))

    @property
    def hidden(self) -> int:
        """How many changes were not asked for."""
        return len(self.life.told) - len(self.events)

    def count(self, weight: Weight) -> int:
        """Count the changes of one weight, asked for or not."""
        return sum(event.weight is weight for event in self.life.told)

    def _is_late_enough(self, event: Event) -> bool:
        return self.since is None or event.day is None or event.day >= self.since


def page(history: History, telling: Telling) -> Page:
    """Put a life in words."""
    life, deciding = history.life, Deciding(telling.record)
    tables = (*_seen(history, telling), *_figures(life, telling))
    moments = tuple(_moments(history, deciding, telling))
    return Page(
        title=telling.name(life),
        facts=tuple(_facts(life, telling)),
        lead=_lead(history, deciding, telling),
        tables=tables,
        moments_title=telling.say("history.changes"),
        moments=moments,
        nothing=() if moments else (telling.say("history.no-changes"),),
        notes=_notes(history, telling),
        warnings=telling.missing(),
    )


def _lead(history: History, deciding: Deciding, telling: Telling) -> str:
    """Say how much has changed since when, of an indicator its targets and values, and what nobody decided."""
    life, found = history.life, summary(history.life, deciding)
    said = [telling.say("history.lead.changes", count=found.changes, day=telling.day(life.since))]
    if isinstance(life.entity, Indicator):
        said.append(telling.say("history.lead.figures", targets=found.targets, altered=found.altered))
    said.append(telling.say("history.lead.undecided", count=found.undecided))
    said.append(telling.say("history.lead.weights", **{weight.label: history.count(weight) for weight in Weight}))
    return " ".join(said)


def _facts(life: Life, telling: Telling) -> Iterator[str]:
    kind = telling.say(f"kinds.{life.ref.kind}")
    yield telling.say("history.what", kind=kind[:1].upper() + kind[1:], ref=str(life.ref))
    if life.came is None:
        yield telling.say("history.from-start", day=telling.day(telling.record.begins))
    else:
        yield _when("came", life.came, telling)
    for renamed in life.formerly:
        yield _when("formerly", renamed.step, telling, id=renamed.ref.id)
    if origins := telling.record.origins(life):
        yield telling.say("history.continues", things=_names(origins, telling))
    if life.gone:
        yield _when("gone", life.gone, telling)
    if following := telling.record.successors(life):
        yield telling.say("history.followed", things=_names(following, telling))


def _when(what: str, step: Step, telling: Telling, **args: object) -> str:
    """Say that something happened on a day, or is not committed yet."""
    if step.commit is None:
        return telling.say(f"history.not-committed.{what}", **args)
    return telling.say(f"history.{what}", day=step.commit.day, **args)


def _names(lives: Iterable[Life], telling: Telling) -> str:
    return ", ".join(f"{telling.name(one)} ({one.ref})" for one in lives)


def _notes(history: History, telling: Telling) -> tuple[str, ...]:
    hidden = (telling.say("history.hidden", count=history.hidden),) if history.hidden else ()
    return (*hidden, *telling.faulty(history.life))


def _seen(history: History, telling: Telling) -> Iterator[Table]:
    if history.on is None:
        return
    heads = ("", telling.write(history.on), telling.say("history.now"))
    rows = seen_rows(history.then, history.now, history.life, telling)
    standings = class_cells(rows, history.then, history.now, telling)
    begins = telling.record.begins
    key = "not-known" if begins is None or history.on < begins else "not-there"
    said = "" if history.then else telling.say(f"history.{key}", day=history.on, begins=telling.day(begins))
    yield Table("then-and-now", telling.say("history.then-and-now", day=history.on), said, heads, rows, standings)


def _figures(life: Life, telling: Telling) -> Iterator[Table]:
    """Show each figure as it was recorded, each time, beside what is known now."""
    found = figures(life)
    if not found or not isinstance(life.entity, Indicator):
        return
    heads = tuple(telling.say(f"history.{head}") for head in ("figure", "period", "recorded", "then", "now"))
    rows = tuple(row for one in found for row in _rows(one, life.entity, telling))
    revised = sum(one.revised for one in found)
    said = telling.say("history.revised", count=revised, all=len(found))
    yield Table("figures", telling.say("history.figures"), said, heads, rows)


def _rows(one: Figures, indicator: Indicator, telling: Telling) -> Iterator[tuple[str, ...]]:
    what, period = telling.say(f"history.sorts.{one.sort}"), telling.write(one.period)
    for number, entered in enumerate(one.entered):
        first = number == 0
        day = telling.day(entered.day)
        told = telling.say("history.from-the-start") if first and one.from_start else day
        now = _figure(one.now, indicator, telling) if first else ""
        yield what if first else "", period if first else "", told, _figure(entered, indicator, telling), now


def _figure(entered: Entered, indicator: Indicator, telling: Telling) -> str:
    if entered.value is None:
        return telling.say("history.taken-away")
    written = telling.figure(entered.value, indicator)
    return f"{written} ({telling.say('report.preliminary')})" if entered.preliminary else written


def _moments(history: History, deciding: Deciding, telling: Telling) -> Iterator[Moment]:
    for _, group in groupby(history.events, key=lambda event: id(event.step)):
        events = list(group)
        commit = events[0].step.commit
        lines = tuple(_line(event, history.life, deciding, telling) for event in events)
        day = telling.day(commit.day if commit else None)
        yield Moment(day, telling.commit(commit), telling.write(commit.subject) if commit else "", lines)


def _line(event: Event, life: Life, deciding: Deciding, telling: Telling) -> Line:
    words = telling.words(event.step)
    own = any(event is one for one in life.events)
    about = "" if own else f"{words.kind(event.change)}: {words.name(event.change)}"
    was, becomes = words.sides(event.change)
    decisions = deciding.settled(event)
    decided = telling.decided(decisions, wanted=event.to_decide)
    notes = () if decided == NOTHING else (decided,)
    mark = telling.say("diff.weakening") if event.weakening else ""
    return Line(event.weight, about, words.what(event.change), was, becomes, notes, event.weakening, mark)
