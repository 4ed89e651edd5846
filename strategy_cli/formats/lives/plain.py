"""Plain: the parts that the JSON of a life and of a retrospect share; ids and keys in English, decimals as text."""

import json
from typing import Any

from strategy_cli import __version__
from strategy_cli.formats.changes.values_json import value
from strategy_cli.formats.lives.telling import Telling
from strategy_cli.git import Commit
from strategy_cli.lives.life import Event, Life
from strategy_cli.lives.recorded import Entered, Figures
from strategy_cli.measuring.standing import Assessment
from strategy_cli.model.decision import Decision
from strategy_cli.replay import Step

Json = dict[str, Any]


def document(name: str, version: str, telling: Telling, told: Json) -> str:
    """Write a document of a format, with what it tells of the record it was made from."""
    record = telling.record
    data = {
        "format": name,
        "version": version,
        "tool": __version__,
        "language": telling.messages.language,
        "record": {
            "begins": value(record.begins),
            "cut": record.cut,
            "versions": len(record.steps),
            "not_fully_loaded": len(record.faulty),
        },
        **told,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def commit(made: Commit | None) -> Json | None:
    """Give a commit; None of what is not committed yet."""
    return {"hash": made.hash, "day": value(made.day), "subject": made.subject} if made else None


def step(one: Step | None) -> Json | None:
    """Give when a thing came or went; None where it did not in the time at hand."""
    return {"commit": commit(one.commit)} if one else None


def thing(life: Life) -> Json:
    """Name a thing."""
    return {"kind": life.ref.kind, "id": life.ref.id, "name": value(life.entity.label)}


def decision(made: Decision) -> Json:
    """Cite a decision."""
    cited = {"id": made.id, "title": value(made.title), "body": made.body, "date": value(made.date)}
    return {**cited, "section": made.section, "case_number": made.case_number}


def event(one: Event, decisions: tuple[Decision, ...], telling: Telling) -> Json:
    """Give a change with its commit, its decisions and its words."""
    change = one.change
    return {
        "commit": commit(one.step.commit),
        "change": change.id,
        "weight": one.weight.label,
        "weakening": one.weakening,
        "kind": change.subject.kind,
        "id": change.subject.id,
        "key": list(change.key),
        "before": value(change.before, change.field),
        "after": value(change.after, change.field),
        "message": telling.words(one.step).sentence(change),
        "decisions": [decision(made) for made in decisions],
    }


def figures(one: Figures) -> Json:
    """Give a figure each time that it was recorded, the last as it is known now."""
    found = {"sort": one.sort, "period": value(one.period), "from_start": one.from_start, "revised": one.revised}
    return {**found, "recorded": [_entered(entered) for entered in one.entered]}


def _entered(one: Entered) -> Json:
    return {"commit": commit(one.commit), "value": value(one.value), "preliminary": one.preliminary}


def assessment(one: Assessment) -> Json:
    """Give a class, and the reason of one that cannot be told."""
    return {"class": str(one.standing), "reason": one.reason and str(one.reason)}
