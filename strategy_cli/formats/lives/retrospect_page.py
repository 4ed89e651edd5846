"""Retrospect in words: the counts in one sentence, then every question with its answer, those of nothing in a line."""

from collections import Counter

from strategy_cli.formats.lives.page import Page
from strategy_cli.formats.lives.retrospect_tables import tables
from strategy_cli.formats.lives.telling import Telling
from strategy_cli.lives.deciding import NEAR
from strategy_cli.lives.retrospect import Retrospect
from strategy_cli.measuring.standing import Standing


def page(found: Retrospect, telling: Telling) -> Page:
    """Put a retrospect in words."""
    about = found.record.now.about
    answered = tuple(tables(found, telling))
    begins, ends = telling.day(found.record.begins), telling.day(found.record.ends)
    return Page(
        title=telling.say("retrospect.title", name=telling.write(about.title)),
        facts=(telling.say("retrospect.time", begins=begins, ends=ends, commits=found.commits, on=found.on),),
        lead=_lead(found, telling),
        tables=tuple(one for one in answered if one.rows),
        nothing=tuple(telling.say(f"retrospect.none.{one.key}") for one in answered if not one.rows),
        notes=(*telling.known(), telling.say("retrospect.rule", days=NEAR.days)),
    )


def _lead(found: Retrospect, telling: Telling) -> str:
    counts = {key.replace("-", "_"): count for key, (count, _) in found.counts.items()}
    counts |= {"never_goals": counts["goals"], "never_indicators": counts["indicators"]}
    counts["weakened"] = len(found.weakened)
    return telling.say("retrospect.lead", **{**counts, "goals": _goals(found, telling)})


def _goals(found: Retrospect, telling: Telling) -> str:
    """Count the goals, and how many stand how."""
    held = Counter(one.assessment.standing for one in found.attainment.goals)
    told = (f"{telling.say(f'report.class.{one}')} {held[one]}" for one in Standing if held[one])
    count = telling.write(len(found.attainment.goals))
    return f"{count} ({', '.join(told)})" if held else count
