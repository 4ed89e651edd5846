"""Goal: what can happen to a goal or an aim."""

from strategy_cli.changes.areas.weights import DECISION, DUE, NOTICE, PROGRESS, WORDING
from strategy_cli.changes.rows import Aspect, Row, always, existence, mandate, members, named, row, value

_JUDGEMENT = {f"judgements.{part}": "changed" for part in ("class", "reason", "corrective", "by")}
_END = {**DUE, "advanced_to_earlier_year": DECISION}
_SOONER, _LATER = "the goal holds for a shorter time", "the goal is to be reached later"

ROWS: tuple[Row, ...] = (
    *existence(DECISION, DECISION, DECISION, taken_back="nothing asks for it any more"),
    *named(NOTICE, DECISION),
    value("description", Aspect.WORDING, WORDING),
    value("number", Aspect.WORDING, WORDING),
    value("parent", Aspect.ALIGNMENT, DECISION),
    always("level", Aspect.COMMITMENT, DECISION),
    row("binding", Aspect.COMMITMENT, added=DECISION, removed=DECISION).weakening(
        removed="the council is no longer owed an account of it"
    ),
    value("owner", Aspect.ACCOUNTABILITY, NOTICE).weakening(removed="no post answers for it"),
    value("body", Aspect.ACCOUNTABILITY, NOTICE),
    members("consulted", Aspect.ACCOUNTABILITY, NOTICE, "consulted"),
    members("participant", Aspect.ACCOUNTABILITY, NOTICE, "participants"),
    members("content-area", Aspect.ALIGNMENT, DECISION, "covers"),
    members("theme", Aspect.ALIGNMENT, NOTICE, "themes"),
    row(
        "roll-up",
        Aspect.MEASUREMENT,
        added=DECISION,
        removed=DECISION,
        changed=DECISION,
        tightened=DECISION,
        loosened=DECISION,
    ).weakening(loosened="one part may make up for another that fails"),
    value("weight", Aspect.MEASUREMENT, DECISION),
    row("judgement", Aspect.HISTORY, "judgements", _JUDGEMENT, added=PROGRESS, removed=NOTICE, changed=NOTICE),
    value("meaning", Aspect.WORDING, WORDING),
    value("start", Aspect.COMMITMENT, DECISION, "from"),
    row("end", Aspect.COMMITMENT, "until", added=DECISION, removed=DECISION, **_END).weakening(
        added="the goal, which held as long as the strategy, is given an end",
        removed="no day is told by which it is to be reached",
        postponed=_LATER,
        postponed_to_later_year=_LATER,
        advanced=_SOONER,
        advanced_to_earlier_year=_SOONER,
    ),
    mandate(),
)
