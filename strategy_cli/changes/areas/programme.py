"""Programme: what can happen to a programme."""

from strategy_cli.changes.areas.weights import DECISION, DUE, NOTICE, WORDING
from strategy_cli.changes.rows import Aspect, Row, existence, mandate, members, named, row, value

_LATER = "it is promised later"

ROWS: tuple[Row, ...] = (
    *existence(DECISION, DECISION, DECISION, taken_back="what it gathered is no longer carried out as one"),
    *named(WORDING, DECISION),
    value("description", Aspect.WORDING, WORDING),
    members("goal-link", Aspect.ALIGNMENT, NOTICE, "goals"),
    value("owner", Aspect.ACCOUNTABILITY, NOTICE).weakening(removed="no post answers for it"),
    value("body", Aspect.ACCOUNTABILITY, NOTICE),
    value("start", Aspect.COMMITMENT, NOTICE, "period.from"),
    row("deadline", Aspect.COMMITMENT, "period.until", added=NOTICE, removed=DECISION, **DUE).weakening(
        removed="no day is promised", postponed=_LATER, postponed_to_later_year=_LATER
    ),
    mandate(),
)
