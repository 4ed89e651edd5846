"""History in words: a thing's life: when it came, what was recorded of it then and is known now, every change."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from strategy_cli.formats.lives.account import Account, Line, Moment, Table
from strategy_cli.formats.lives.as_of_rows import as_of_rows, class_cells
from strategy_cli.formats.lives.telling import NOTHING, Telling
from strategy_cli.lives.deciding import Settled
from strategy_cli.lives.history import History
from strategy_cli.lives.life import Life
from strategy_cli.lives.vintages import Entered, Figures, figures
from strategy_cli.model.indicator import Indicator
from strategy_cli.replay import Step


def account(history: History, telling: Telling) -> Account:
    """Put a life in words."""
    life = history.life
    tables = (*_seen(history, telling), *_figures(life, telling))
    moments = tuple(_moments(history, telling))
    return Account(
        title=telling.name(life),
        facts=tuple(_facts(life, telling)),
        lead=_lead(history, telling),
        tables=tables,
        moments_title=telling.say("history.changes"),
        moments=moments,
        nothing=() if moments else (telling.say("history.no-changes"),),
        notes=_notes(history, telling),
        warnings=telling.missing(),
    )


def _lead(history: History, telling: Telling) -> str:
    """Say how much has changed since when, of an indicator its targets and values, and what nobody decided."""
    life, found = history.life, history.summary
    said = [telling.say("history.lead.changes", count=found.changes, day=telling.day(life.since))]
    if isinstance(life.entity, Indicator):
        said.append(telling.say("history.lead.figures", targets=found.targets, altered=found.altered))
    said.append(telling.say("history.lead.undecided", count=found.undecided))
    said.append(
        telling.say("history.lead.weights", **{weight.label: count for weight, count in history.counts.items()})
    )
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
    rows = as_of_rows(history.then, history.now, history.life, telling)
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


def _moments(history: History, telling: Telling) -> Iterator[Moment]:
    for _, group in groupby(history.changes, key=lambda one: id(one.event.step)):
        changes = list(group)
        commit = changes[0].event.step.commit
        lines = tuple(_line(one, telling) for one in changes)
        day = telling.day(commit.day if commit else None)
        yield Moment(day, telling.commit(commit), telling.write(commit.subject) if commit else "", lines)


def _line(one: Settled, telling: Telling) -> Line:
    life, event, decisions = one
    words = telling.words(event.step)
    own = any(event is its for its in life.events)
    about = "" if own else f"{words.kind(event.change)}: {words.name(event.change)}"
    was, becomes = words.sides(event.change)
    decided = telling.decided(decisions, wanted=event.to_decide)
    notes = () if decided == NOTHING else (decided,)
    mark = telling.say("diff.weakening") if event.weakening else ""
    return Line(event.weight, about, words.what(event.change), was, becomes, notes, event.weakening, mark)
