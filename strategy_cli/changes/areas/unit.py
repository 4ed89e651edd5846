"""Unit: what can happen to a part of the organisation; it changes under the strategy, and promises nothing itself."""

from strategy_cli.changes.areas.weights import NOTICE, WORDING
from strategy_cli.changes.rows import Aspect, Row, always, existence, members, value

ROWS: tuple[Row, ...] = (
    *existence(NOTICE, NOTICE),
    always("name", Aspect.WORDING, WORDING),
    always("level", Aspect.ACCOUNTABILITY, NOTICE),
    value("parent", Aspect.ACCOUNTABILITY, NOTICE),
    value("start", Aspect.ACCOUNTABILITY, NOTICE, "from"),
    value("end", Aspect.ACCOUNTABILITY, NOTICE, "until"),
    members("successor", Aspect.ACCOUNTABILITY, NOTICE, "successors"),
    value("body", Aspect.ACCOUNTABILITY, NOTICE),
    value("head", Aspect.ACCOUNTABILITY, NOTICE),
)
