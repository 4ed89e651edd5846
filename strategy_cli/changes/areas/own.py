"""Own: what can happen to the fields that a city declares, by the weight that it gives them."""

from collections.abc import Mapping

from strategy_cli.changes.areas.weights import DECISION, NOTICE, PROGRESS, WORDING
from strategy_cli.changes.rows import Aspect, Row, value

OWN: Mapping[str, Row] = {
    "decision": value("own-commitment", Aspect.COMMITMENT, DECISION, "").weakening(
        removed="what the city itself says takes a decision is gone"
    ),
    "notice": value("own-field", Aspect.ALIGNMENT, NOTICE, ""),
    "progress": value("own-progress", Aspect.PROGRESS, PROGRESS, ""),
    "wording": value("own-wording", Aspect.WORDING, WORDING, ""),
}
