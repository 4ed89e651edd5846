"""Owner: what can happen to a post."""

from strategy_cli.changes.areas.weights import DUE, NOTICE, WORDING
from strategy_cli.changes.rows import Aspect, Row, always, existence, row, value

_SOONER = "the post answers for a shorter time"

ROWS: tuple[Row, ...] = (
    *existence(NOTICE, NOTICE, taken_back="the post answers for nothing any more"),
    always("title", Aspect.WORDING, WORDING),
    value("unit", Aspect.ACCOUNTABILITY, NOTICE),
    value("superior", Aspect.ACCOUNTABILITY, NOTICE, "reports_to"),
    value("start", Aspect.ACCOUNTABILITY, NOTICE, "from"),
    row("end", Aspect.ACCOUNTABILITY, "until", added=NOTICE, removed=NOTICE, **dict.fromkeys(DUE, NOTICE)).weakening(
        added=_SOONER, advanced=_SOONER, advanced_to_earlier_year=_SOONER
    ),
    always("fixed-term", Aspect.ACCOUNTABILITY, NOTICE),
    value("deputy", Aspect.ACCOUNTABILITY, NOTICE),
    value("holder", Aspect.ACCOUNTABILITY, NOTICE),
)
