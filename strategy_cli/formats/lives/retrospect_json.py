"""A retrospect as JSON, versioned; the schema is ``schemas/retrospect-1.json``."""

from collections.abc import Iterable

from strategy_cli.formats.changes.pieces_json import Json, value
from strategy_cli.formats.lives import plain
from strategy_cli.formats.lives.telling import Telling
from strategy_cli.lives.answers.attainment import Outcome
from strategy_cli.lives.answers.departures import Departed
from strategy_cli.lives.answers.ownership import Ended
from strategy_cli.lives.deciding import Settled
from strategy_cli.lives.life import Life
from strategy_cli.lives.retrospect import Retrospect

VERSION = "1.0"


def written(found: Retrospect, telling: Telling) -> str:
    """Write the answer to every question, and how many of how many."""
    told: Json = {
        "as_of": value(found.on),
        "commits": found.commits,
        "counts": {key.replace("-", "_"): {"count": n, "of": m} for key, (n, m) in found.counts.items()},
        "goals": [_outcome(one) for one in found.attainment.goals],
        "indicators": [_outcome(one) for one in found.attainment.indicators],
        "silent_indicators": [{**_known(one.life), "latest": one.latest} for one in found.unattended.indicators],
        "silent_projects": [_known(one.life) for one in found.unattended.projects],
        **_owned(found, telling),
        "loosened": _settled(found.promises.loosened, telling),
        "postponed": [
            {**plain.thing(one.life), "what": one.what, "days": one.days, "moves": _settled(one.moves, telling)}
            for one in found.promises.postponed
        ],
        **_ended(found, telling),
        "revised": [{**plain.thing(one.life), "figures": plain.figures(one.figures)} for one in found.revised],
        "weakened": _settled(found.weakened, telling),
    }
    return plain.document("strategy-retrospect", VERSION, telling, told)


def _outcome(one: Outcome) -> Json:
    return {
        **plain.thing(one.life),
        **plain.assessment(one.assessment),
        "ever_assessed": one.ever,
        "until": value(one.until),
    }


def _known(life: Life) -> Json:
    """Name a thing, since when it is known, and when it was removed if it was."""
    return {**plain.thing(life), "came": plain.step(life.came), "gone": plain.step(life.gone)}


def _settled(changes: Iterable[Settled], telling: Telling) -> list[Json]:
    return [plain.event(one.event, one.decisions, telling) for one in changes]


def _owned(found: Retrospect, telling: Telling) -> Json:
    owned = found.ownership
    return {
        "ownerless": [_known(life) for life in owned.never],
        "owners": [
            {**plain.thing(one.life), "changes": [plain.event(event, (), telling) for event in one.changes]}
            for one in owned.changed
        ],
        "posts": [_post(one) for one in owned.ended],
    }


def _post(one: Ended) -> Json:
    left = [{**plain.thing(left.life), "handed_over": value(left.handed_over)} for left in one.left]
    return {**plain.thing(one.post), "until": value(one.until), "left": left}


def _departed(one: Departed, telling: Telling) -> Json:
    into = [plain.thing(life) for life in one.into]
    return {**plain.thing(one.life), "into": into, "change": plain.event(one.event, one.decisions, telling)}


def _ended(found: Retrospect, telling: Telling) -> Json:
    """Tell of the goals that are gone and the projects that did not begin, or were cancelled."""
    return {
        "departed": [_departed(one, telling) for one in found.departed],
        "removed": [
            {**_departed(one, telling), "status": getattr(one.life.entity, "status", None)} for one in found.removed
        ],
        "unstarted": [
            {**_known(one.life), "status": one.status, "was_to_begin": value(one.begins)}
            for one in found.stalled.unstarted
        ],
        "cancelled": [
            {
                **plain.thing(one.life),
                "had_begun": one.began,
                "change": one.event and plain.event(one.event, one.decisions, telling),
            }
            for one in found.stalled.cancelled
        ],
    }
