"""Plain: the parts that the JSON of a life and of a retrospect share; ids and keys in English, decimals as text."""

import json

from strategy_cli import __version__
from strategy_cli.formats.changes import pieces_json
from strategy_cli.formats.changes.pieces_json import Json, value
from strategy_cli.formats.lives.telling import Telling
from strategy_cli.git import Commit
from strategy_cli.lives.life import Event, Life
from strategy_cli.lives.vintages import Entered, Figures
from strategy_cli.measuring.standing import Assessment
from strategy_cli.model.decision import Decision
from strategy_cli.replay import Step


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
    return pieces_json.commit(made) if made else None


def step(one: Step | None) -> Json | None:
    """Give when a thing came or went; None where it did not in the time at hand."""
    return {"commit": commit(one.commit)} if one else None


def thing(life: Life) -> Json:
    """Name a thing."""
    return {"kind": life.ref.kind, "id": life.ref.id, "name": value(life.entity.label)}


def event(one: Event, decisions: tuple[Decision, ...], telling: Telling) -> Json:
    """Give a change with its commit, its decisions and its words."""
    return {
        "commit": commit(one.step.commit),
        **pieces_json.change(one.change),
        "weakening": one.weakening,
        "message": telling.words(one.step).sentence(one.change),
        "decisions": [pieces_json.decision(made) for made in decisions],
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
