"""Retrospect tables: each question about a strategy's life with its answer in rows; no rows where it is nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from strategy_cli.formats.lives.account import Table
from strategy_cli.formats.lives.telling import NOTHING, Telling
from strategy_cli.lives.answers.attainment import Outcome
from strategy_cli.lives.deciding import Settled
from strategy_cli.lives.life import Event, Life
from strategy_cli.lives.retrospect import Retrospect
from strategy_cli.lives.vintages import Entered
from strategy_cli.measuring.standing import Standing
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.period import Period
from strategy_cli.model.project import Project

Row = tuple[str, ...]
_LONGEST = 120


def tables(found: Retrospect, telling: Telling) -> Iterator[Table]:
    """Answer every question in the order in which it is asked."""
    for key, (heads, rows) in QUESTIONS.items():
        count, whole = found.counts[key]
        said = telling.say(f"retrospect.said.{key}", count=count, all=whole)
        named = tuple(telling.say(f"retrospect.heads.{head}") for head in heads)
        title = telling.say(f"retrospect.{'so-far' if key in _OUTCOMES and not _is_over(found) else 'titles'}.{key}")
        standings = _standings(_OUTCOMES[key](found)) if key in _OUTCOMES else {}
        yield Table(key, title, said, named, tuple(rows(found, telling)), standings)


def _is_over(found: Retrospect) -> bool:
    """Tell whether the strategy's own last day has come."""
    until = found.record.now.about.period.until
    return until is not None and found.on >= until


def _standings(outcomes: Iterable[Outcome]) -> Mapping[tuple[int, int], Standing]:
    return {(number, 1): one.assessment.standing for number, one in enumerate(_sorted(outcomes))}


def _goals(found: Retrospect, telling: Telling) -> Iterator[Row]:
    return _outcomes(found.attainment.goals, telling)


def _indicators(found: Retrospect, telling: Telling) -> Iterator[Row]:
    return _outcomes(found.attainment.indicators, telling)


def _outcomes(outcomes: Iterable[Outcome], telling: Telling) -> Iterator[Row]:
    for one in _sorted(outcomes):
        said = telling.standing(one.assessment)
        name = telling.name(one.life)
        over = telling.say(f"retrospect.over.{'gone' if one.life.gone else 'ended'}", day=one.until)
        named = f"{name} ({over})" if one.until else name
        yield named, f"{said}; {telling.say('retrospect.never-assessed')}" if not one.ever else said


def _sorted(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Put the best first, and of those that cannot be assessed each reason together."""
    order = list(Standing)
    return sorted(
        outcomes, key=lambda one: (order.index(one.assessment.standing), one.assessment.reason or "", not one.ever)
    )


def _silent_indicators(found: Retrospect, telling: Telling) -> Iterator[Row]:
    for one in found.unattended.indicators:
        latest = telling.write(Period.parse(one.latest)) if one.latest else NOTHING
        yield telling.name(one.life), _since(one.life, telling), latest


def _silent_projects(found: Retrospect, telling: Telling) -> Iterator[Row]:
    for one in found.unattended.projects:
        yield telling.name(one.life), _since(one.life, telling), _phase(one.life, telling)


def _since(life: Life, telling: Telling) -> str:
    return telling.day(life.since) if life.came else telling.say("history.from-the-start")


def _phase(life: Life, telling: Telling) -> str:
    said = _status(life, telling)
    return f"{said}; {telling.say('retrospect.gone')}" if life.gone else said


def _status(life: Life, telling: Telling) -> str:
    project = life.entity
    return telling.say(f"words.project.status.{project.status}") if isinstance(project, Project) else NOTHING


def _ownerless(found: Retrospect, telling: Telling) -> Iterator[Row]:
    for life in found.ownership.never:
        yield telling.thing(life), _since(life, telling)


def _owners(found: Retrospect, telling: Telling) -> Iterator[Row]:
    for one in found.ownership.changed:
        for number, event in enumerate(one.changes):
            name, times = (telling.thing(one.life), telling.write(len(one.changes))) if number == 0 else ("", "")
            yield name, times, telling.day(event.day), _values(event, telling)


def _posts(found: Retrospect, telling: Telling) -> Iterator[Row]:
    for post in found.ownership.ended:
        for number, left in enumerate(post.left):
            name, until = (telling.name(post.post), telling.write(post.until)) if number == 0 else ("", "")
            next_one = telling.write(left.handed_over) if left.handed_over else telling.say("retrospect.nobody-yet")
            yield name, until, telling.thing(left.life), next_one


def _loosened(found: Retrospect, telling: Telling) -> Iterator[Row]:
    return _settled(found.promises.loosened, telling.name, telling)


def _undecided(found: Retrospect, telling: Telling) -> Iterator[Row]:
    return (row[:-1] for row in _settled(found.undecided, telling.thing, telling))


def _settled(changes: Iterable[Settled], name: Callable[[Life], str], telling: Telling) -> Iterator[Row]:
    for one in changes:
        told = telling.event(one.event, _LONGEST)
        yield name(one.life), told, telling.day(one.event.day), telling.decided(one.decisions, wanted=True)


def _postponed(found: Retrospect, telling: Telling) -> Iterator[Row]:
    for one in found.promises.postponed:
        first, last = one.moves[0].event, one.moves[-1].event
        was, becomes = telling.write(first.change.before), telling.write(last.change.after)
        decisions = {d.id: d for move in one.moves for d in move.decisions}
        decided = telling.decided(tuple(decisions.values()), wanted=any(not move.decisions for move in one.moves))
        what = telling.say(f"retrospect.dates.{one.what}")
        times, days = telling.write(len(one.moves)), telling.write(one.days)
        yield telling.thing(one.life), f"{what}: {was} → {becomes}", times, days, decided


def _departed(found: Retrospect, telling: Telling) -> Iterator[Row]:
    for one in found.departed:
        into = ", ".join(map(telling.name, one.into)) or NOTHING
        yield telling.name(one.life), telling.day(one.event.day), into, telling.decided(one.decisions, wanted=True)


def _removed(found: Retrospect, telling: Telling) -> Iterator[Row]:
    for one in found.removed:
        into = ", ".join(map(telling.name, one.into)) or NOTHING
        day, decided = telling.day(one.event.day), telling.decided(one.decisions, wanted=True)
        yield telling.name(one.life), _status(one.life, telling), day, into, decided


def _unstarted(found: Retrospect, telling: Telling) -> Iterator[Row]:
    for one in found.stalled.unstarted:
        yield telling.name(one.life), _phase(one.life, telling), telling.write(one.begins)


def _cancelled(found: Retrospect, telling: Telling) -> Iterator[Row]:
    for one in found.stalled.cancelled:
        day = telling.day(one.event.day) if one.event else telling.say("history.from-the-start")
        began = telling.say("words.yes" if one.began else "words.no")
        yield telling.name(one.life), day, began, telling.decided(one.decisions, wanted=one.event is not None)


def _revised(found: Retrospect, telling: Telling) -> Iterator[Row]:
    for one in found.revised:
        name, period = telling.name(one.life), telling.write(one.figures.period)
        for number, entered in enumerate(one.figures.entered):
            first = number == 0
            figure = _figure(entered, one.life, telling)
            yield name if first else "", period if first else "", telling.day(entered.day), figure


def _figure(entered: Entered, life: Life, telling: Telling) -> str:
    if entered.value is None or not isinstance(life.entity, Indicator):
        return telling.say("history.taken-away")
    return telling.figure(entered.value, life.entity)


def _values(event: Event, telling: Telling) -> str:
    was, becomes = telling.words(event.step).sides(event.change)
    return f"{was or NOTHING} → {becomes or NOTHING}"


_OUTCOMES: Mapping[str, Callable[[Retrospect], Iterable[Outcome]]] = {
    "goals": lambda found: found.attainment.goals,
    "indicators": lambda found: found.attainment.indicators,
}
_Rows = Callable[[Retrospect, Telling], Iterator[Row]]
QUESTIONS: Mapping[str, tuple[Sequence[str], _Rows]] = {
    "goals": (("goal", "class"), _goals),
    "indicators": (("indicator", "class"), _indicators),
    "silent-indicators": (("indicator", "since", "latest"), _silent_indicators),
    "silent-projects": (("project", "since", "phase"), _silent_projects),
    "ownerless": (("thing", "since"), _ownerless),
    "owners": (("thing", "times", "day", "change"), _owners),
    "posts": (("post", "last-day", "left", "handed-over"), _posts),
    "loosened": (("indicator", "change", "day", "decision"), _loosened),
    "postponed": (("thing", "date", "times", "days", "decision"), _postponed),
    "departed": (("goal", "day", "into", "decision"), _departed),
    "unstarted": (("project", "phase", "was-to-begin"), _unstarted),
    "cancelled": (("project", "day", "had-begun", "decision"), _cancelled),
    "removed": (("project", "phase", "day", "onward", "decision"), _removed),
    "revised": (("indicator", "period", "recorded", "value"), _revised),
    "undecided": (("thing", "change", "day"), _undecided),
}
