"""Project: what can happen to a project."""

from strategy_cli.changes.areas.weights import DECISION, DUE, NOTICE, PROGRESS, WORDING
from strategy_cli.changes.rows import Aspect, Row, always, existence, members, named, row, value

_UPDATE = {f"updates.{part}": "changed" for part in ("status", "note", "corrective", "by")}
_AMOUNT = {"added": NOTICE, "removed": NOTICE, "increased": NOTICE, "decreased": NOTICE}
_BOOKED = dict.fromkeys(_AMOUNT, PROGRESS)
_LATER = "it is promised later"

# Money asked for is a wish, and money used or from outside is what came of it: only what was granted is promised.
ROWS: tuple[Row, ...] = (
    *existence(NOTICE, NOTICE, taken_back="the work is not done"),
    *named(WORDING, NOTICE),
    value("description", Aspect.WORDING, WORDING),
    members("goal-link", Aspect.ALIGNMENT, NOTICE, "goals"),
    value("programme", Aspect.ALIGNMENT, NOTICE),
    value("unit", Aspect.ACCOUNTABILITY, NOTICE),
    members("participant", Aspect.ACCOUNTABILITY, NOTICE, "participants"),
    value("owner", Aspect.ACCOUNTABILITY, NOTICE).weakening(removed="no post answers for it"),
    value("deputy", Aspect.ACCOUNTABILITY, NOTICE),
    value("body", Aspect.ACCOUNTABILITY, NOTICE),
    row(
        "status",
        Aspect.PROGRESS,
        advanced=PROGRESS,
        moved_back=NOTICE,
        paused=NOTICE,
        resumed=NOTICE,
        cancelled=DECISION,
        revived=DECISION,
    ).weakening(cancelled="the work is not done"),
    value("start", Aspect.COMMITMENT, NOTICE, "period.from"),
    row("deadline", Aspect.COMMITMENT, "period.until", added=NOTICE, removed=DECISION, **DUE).weakening(
        removed="no day is promised", postponed=_LATER, postponed_to_later_year=_LATER
    ),
    row(
        "milestone", Aspect.COMMITMENT, "milestones", {"milestones.due": "changed"}, added=NOTICE, removed=NOTICE, **DUE
    ).weakening(removed="the step is not promised", postponed=_LATER, postponed_to_later_year=_LATER),
    always("milestone-name", Aspect.WORDING, WORDING, "milestones.name"),
    row("milestone-done", Aspect.PROGRESS, "milestones.done", added=PROGRESS, removed=NOTICE, changed=NOTICE),
    row("money-asked", Aspect.RESOURCES, "money.asked", **_AMOUNT),
    row("money-granted", Aspect.RESOURCES, "money.granted", **_AMOUNT).weakening(
        removed="it is given no money that year", decreased="it is given less money that year"
    ),
    row("money-used", Aspect.RESOURCES, "money.used", **_BOOKED),
    row("money-external", Aspect.RESOURCES, "money.external", **_BOOKED),
    value("money-note", Aspect.WORDING, WORDING, "money.note"),
    row("effort", Aspect.RESOURCES, **_AMOUNT).weakening(
        removed="no work is set aside for it", decreased="less work is set aside for it"
    ),
    row("decision", Aspect.MANDATE, "decisions", added=PROGRESS, removed=NOTICE),
    members("indicator-link", Aspect.ALIGNMENT, NOTICE, "indicators"),
    members("dependency", Aspect.ALIGNMENT, NOTICE, "depends_on"),
    row("update", Aspect.HISTORY, "updates", _UPDATE, added=PROGRESS, removed=NOTICE, changed=NOTICE),
    members("process", Aspect.WORDING, WORDING, "processes"),
    value("review", Aspect.COMMITMENT, NOTICE, "review_by"),
)
