"""Areas: what can happen to each kind of thing, a file a kind and a row a field."""

from collections.abc import Mapping

from strategy_cli.changes.areas import body, decision, goal, indicator, owner, programme, project, strategy, unit
from strategy_cli.changes.areas.own import OWN
from strategy_cli.changes.rows import Row

AREAS: Mapping[str, tuple[Row, ...]] = {
    "strategy": strategy.ROWS,
    "goal": goal.ROWS,
    "indicator": indicator.ROWS,
    "project": project.ROWS,
    "programme": programme.ROWS,
    "owner": owner.ROWS,
    "unit": unit.ROWS,
    "body": body.ROWS,
    "decision": decision.ROWS,
}

__all__ = ["AREAS", "OWN"]
