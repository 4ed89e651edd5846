"""Body: what can happen to a council, board or group."""

from strategy_cli.changes.areas.weights import NOTICE, WORDING
from strategy_cli.changes.rows import Aspect, Row, always, existence, members, value

ROWS: tuple[Row, ...] = (
    *existence(NOTICE, NOTICE),
    always("name", Aspect.WORDING, WORDING),
    value("kind", Aspect.ACCOUNTABILITY, NOTICE),
    value("superior", Aspect.ACCOUNTABILITY, NOTICE, "reports_to"),
    members("member", Aspect.ACCOUNTABILITY, NOTICE, "members"),
    value("task", Aspect.ACCOUNTABILITY, NOTICE),
    value("start", Aspect.ACCOUNTABILITY, NOTICE, "from"),
    value("end", Aspect.ACCOUNTABILITY, NOTICE, "until"),
)
