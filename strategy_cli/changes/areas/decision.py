"""Decision: what can happen to the record of a decision; the record tells of a promise, and is none itself."""

from strategy_cli.changes.areas.weights import NOTICE, PROGRESS, WORDING
from strategy_cli.changes.rows import Aspect, Row, always, existence, members, value

ROWS: tuple[Row, ...] = (
    *existence(PROGRESS, NOTICE),
    always("title", Aspect.WORDING, WORDING),
    always("body", Aspect.MANDATE, NOTICE),
    always("date", Aspect.MANDATE, NOTICE),
    value("section", Aspect.MANDATE, NOTICE),
    value("case-number", Aspect.MANDATE, NOTICE),
    value("kind", Aspect.MANDATE, NOTICE),
    value("presenter", Aspect.ACCOUNTABILITY, NOTICE),
    value("proposal", Aspect.MANDATE, NOTICE),
    value("text", Aspect.MANDATE, NOTICE),
    members("concern", Aspect.ALIGNMENT, NOTICE, "concerns"),
    value("previous", Aspect.MANDATE, NOTICE),
)
