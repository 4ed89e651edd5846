"""Retrospect in words: how the goals stood, what else was found by its count, then every question with its answer."""

from collections import Counter
from collections.abc import Iterator

from strategy_cli.formats.lives.account import Account
from strategy_cli.formats.lives.retrospect_tables import QUESTIONS, tables
from strategy_cli.formats.lives.telling import Telling
from strategy_cli.lives.deciding import NEAR
from strategy_cli.lives.retrospect import Retrospect
from strategy_cli.measuring.standing import Standing


def account(found: Retrospect, telling: Telling) -> Account:
    """Put a retrospect in words."""
    about = found.record.now.about
    answered = tuple(tables(found, telling))
    begins, ends = telling.day(found.record.begins), telling.day(found.record.ends)
    return Account(
        title=telling.say("retrospect.title", name=telling.write(about.title)),
        facts=(telling.say("retrospect.time", begins=begins, ends=ends, commits=found.commits, on=found.on),),
        lead=" ".join(_lead(found, telling)),
        tables=tuple(one for one in answered if one.rows),
        nothing=tuple(telling.say(f"retrospect.none.{one.key}") for one in answered if not one.rows),
        notes=(*telling.faulty(), telling.say("retrospect.rule", days=NEAR.days)),
        warnings=telling.missing(),
        points=tuple(_points(found, telling)),
    )


def _lead(found: Retrospect, telling: Telling) -> Iterator[str]:
    """Count the goals that there have been, how many stand how, and how many of them are gone or over."""
    goals = found.attainment.goals
    held = Counter(one.assessment.standing for one in goals)
    if not goals:
        return
    told = ", ".join(f"{telling.say(f'report.class.{one}')} {held[one]}" for one in Standing if held[one])
    yield telling.say("retrospect.lead", count=len(goals), classes=told)
    if over := sum(one.until is not None for one in goals):
        yield telling.say("retrospect.lead-over", count=over)


def _points(found: Retrospect, telling: Telling) -> Iterator[str]:
    """Count what every question found; of what is nothing, nothing."""
    for key in QUESTIONS:
        count, whole = found.counts[key]
        if count:
            what = telling.say(f"retrospect.points.{key}")
            yield telling.say("retrospect.point", what=what, count=count, all=whole)
