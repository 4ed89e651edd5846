"""A report of any kind as JSON, versioned: every figure with its parts; the schema is ``schemas/report-1.json``."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from strategy_cli.changes import Comparison
from strategy_cli.formats.changes import as_json as changes_json
from strategy_cli.formats.contents_json import Contents
from strategy_cli.formats.figures_json import day as _day
from strategy_cli.formats.figures_json import number, share
from strategy_cli.formats.own_json import own_json
from strategy_cli.measuring.actual import Actual
from strategy_cli.measuring.counts import Counts
from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.money import Sums
from strategy_cli.measuring.progress import Progress
from strategy_cli.measuring.rollup import MeasuredGoal
from strategy_cli.measuring.standing import Assessment
from strategy_cli.measuring.target import Forecast, Outcome
from strategy_cli.messages import Messages
from strategy_cli.model.indicator import Dated, Indicator
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.organisation import Note, notes
from strategy_cli.views.frame.provenance import Provenance
from strategy_cli.views.parts.money import money_table
from strategy_cli.views.parts.projects import ProjectCard
from strategy_cli.views.reports import Report

VERSION = "1.3"

Json = dict[str, Any]


def report(made: Report, comparison: Comparison | None, messages: Messages) -> str:
    """Write the report; decimals are strings so that no reader rounds them, texts are in the output language."""
    result, money = made.head.result, money_table(made.basis.projects)
    basis, asked = made.basis, tuple(made.basis.filters.refs())
    data = {
        "format": "strategy-report",
        "version": VERSION,
        "kind": made.kind.name,
        "subject": _subject(made, messages),
        "year": made.head.year,
        "names": made.basis.names,
        "filters": [_thing(ref, one.name, messages) for ref, one in zip(asked, made.head.filters, strict=True)],
        "language": messages.language,
        **_provenance(made.head.provenance, messages),
        "counts": {
            "goals": _counts(result.goals),
            "binding_goals": _counts(result.binding),
            "indicators": {**_counts(result.indicators), "reached": result.reached},
        },
        "goals": [_goal(g, basis, messages) for g in basis.goals],
        "indicators": [_indicator(m, basis, messages) for m in basis.indicators],
        "projects": [_project(p, basis, messages) for p in made.cards],
        "money": [{"year": year, **_sums(sums)} for year, sums in money.years.items()],
        "money_total": _sums(money.total),
        "contents": Contents(basis, messages).plain(made.view),
        "changes": None if comparison is None else changes_json.changes(comparison, messages),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _subject(made: Report, messages: Messages) -> Json | None:
    identity, about = made.basis.subject, made.kind.about
    return _thing(Ref(about, identity), made.head.subject, messages) if about and identity else None


def _thing(ref: Ref, name: Text | str | None, messages: Messages) -> Json:
    return {"kind": ref.kind, "id": ref.id, "name": _text(name, messages)}


def _provenance(line: Provenance, messages: Messages) -> Json:
    decision = line.decision and {
        "body": messages.write(line.decision.body),
        "date": _day(line.decision.date),
        "section": line.decision.section,
        "case_number": line.decision.case_number,
    }
    return {
        "tool": line.tool,
        "as_of": _day(line.on),
        "strategy": {
            "title": messages.write(line.title),
            "municipality": _text(line.municipality, messages),
            "status": line.status,
            "from": _day(line.period.from_),
            "until": _day(line.period.until),
            "decision": decision,
        },
        "commit": line.version.commit,
        "commit_date": _day(line.version.day),
        "clean": line.version.clean,
        "faults": line.faults,
    }


def _goal(measured: MeasuredGoal, basis: Basis, messages: Messages) -> Json:
    goal, mean = measured.goal, measured.mean
    return {
        "id": goal.id,
        "number": goal.number,
        "name": messages.write(goal.name),
        "level": goal.level,
        "parent": goal.parent,
        "binding": goal.binding,
        **_post(goal.owner, basis, messages),
        "body": goal.body,
        "until": _day(goal.until),
        "ended": measured.ended,
        "roll_up": measured.way,
        "class": _class(measured.assessment, basis, messages),
        "mean_progress": mean and {"value": share(mean.value), "n": mean.n, "of": mean.of},
        "indicators": [m.indicator.id for m in measured.indicators],
        "goals": [g.goal.id for g in measured.goals],
        "organisation": _organisation(notes(basis, goal.ref), messages),
        "own": own_json(basis, goal, messages),
    }


def _indicator(measured: Measured, basis: Basis, messages: Messages) -> Json:
    indicator = measured.indicator
    return {
        "id": indicator.id,
        "name": messages.write(indicator.name),
        "goals": list(indicator.serves),
        **_post(indicator.owner, basis, messages),
        "unit": _text(indicator.unit, messages),
        "actual": _actual(measured, messages),
        "interim": measured.interim and _observed(measured.interim, indicator, messages),
        "baseline": _dated(indicator.baseline),
        "target": _dated(measured.target),
        "current_target": _dated(measured.current),
        "due_target": _outcome(measured.outcome),
        "forecast": _forecast(measured.forecast),
        "progress": _progress(measured.progress),
        "progress_to_current": _progress(measured.to_current),
        "path": None if measured.expected is None else share(measured.expected),
        "reached": measured.reached,
        "class": _class(measured.assessment, basis, messages),
        "organisation": _organisation(notes(basis, indicator.ref), messages),
        "own": own_json(basis, indicator, messages),
    }


def _actual(measured: Measured, messages: Messages) -> Json | None:
    latest = measured.actual
    return None if latest is None else {**_observed(latest, measured.indicator, messages), "aged": latest.aged}


def _observed(latest: Actual, indicator: Indicator, messages: Messages) -> Json:
    source = indicator.source
    return {
        "period": str(latest.period),
        "value": _value(latest.observation.value),
        "date": _day(latest.period.last),
        "preliminary": latest.observation.preliminary,
        "source": latest.observation.source or (messages.write(source.name) if source else None),
        "note": _text(latest.observation.note, messages),
    }


def _outcome(outcome: Outcome | None) -> Json | None:
    return None if outcome is None else {**(_dated(outcome.target) or {}), "reached": outcome.reached}


def _forecast(found: Forecast | None) -> Json:
    """Say how the forecast was made: by a person, or computed from the trend of ``n`` values; null where none is."""
    if found is None:
        return {"period": None, "value": None, "how": None, "reached": None, "n": None, "reached_about": None}
    return {
        "period": str(found.period),
        "value": _value(found.value),
        "how": found.how,
        "reached": found.reached,
        "n": found.n,
        "reached_about": found.reached_about,
    }


def _project(card: ProjectCard, basis: Basis, messages: Messages) -> Json:
    return {
        "id": card.id,
        "name": messages.write(card.name),
        "goals": [g.id for g in card.goals],
        "unit": card.unit.id if card.unit else None,
        **_post(card.owner_id, basis, messages),
        "phase": card.phase,
        "from": _day(card.period.from_),
        "until": _day(card.period.until),
        "status": card.update.status if card.update else None,
        "milestones": [
            {
                "name": messages.write(step.milestone.name),
                "due": _day(step.milestone.due),
                "done": _day(step.milestone.done),
                "state": step.state,
            }
            for step in card.steps
        ],
        "money": [{"year": year, **_sums(sums)} for year, sums in card.money.items()],
        "organisation": _organisation(card.notes, messages),
        "own": own_json(basis, basis.strategy.projects[card.id], messages),
    }


def _organisation(held: Iterable[Note], messages: Messages) -> list[Json]:
    return [
        {
            "kind": one.kind,
            "state": one.state.value,
            "name": messages.write(one.name),
            "day": _day(one.day),
            "successors": [messages.write(name) for name in one.successors],
        }
        for one in held
    ]


def _class(assessment: Assessment, basis: Basis, messages: Messages) -> Json:
    judged = assessment.judged and {
        "period": str(assessment.judged.period),
        "by": basis.posts.id(assessment.judged.by),
        "reason": messages.write(assessment.judged.reason),
        "corrective": _text(assessment.judged.corrective, messages),
    }
    return {"value": assessment.standing.value, "reason": assessment.reason, "judged": judged}


def _counts(counts: Counts) -> Json:
    classes = {standing.value: number for standing, number in counts.by_standing.items()}
    return {"all": counts.all, "assessable": counts.assessable, "classes": classes}


def _progress(one: Progress) -> Json:
    return {"value": None if one.value is None else share(one.value), "reason": one.reason}


def _dated(dated: Dated | None) -> Json | None:
    if dated is None:
        return None
    return {"period": str(dated.period), "date": _day(dated.period.last), "value": _value(dated.value)}


def _sums(sums: Sums) -> Json:
    named = {"asked": sums.asked, "granted": sums.granted, "used": sums.used, "external": sums.external}
    return {key: None if euros is None else number(euros) for key, euros in named.items()}


def _value(value: Decimal | str) -> str:
    return number(value) if isinstance(value, Decimal) else value


def _post(identity: str | None, basis: Basis, messages: Messages) -> Json:
    """Tell who answers for a thing, as far as readers may know."""
    return {"owner": basis.posts.id(identity), "owner_name": _text(basis.name("owner", identity), messages)}


def _text(value: Text | str | None, messages: Messages) -> str | None:
    return messages.write(value) if value else None
