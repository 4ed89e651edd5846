"""Posts: how the posts that answer for things are named to the reader: not at all, by role, or with the holder."""

from dataclasses import dataclass

from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

NAMES = ("none", "role", "full")


@dataclass(frozen=True, slots=True)
class Posts:
    """Names posts; ``names`` is none, role or full."""

    strategy: Strategy
    names: str = "role"

    def name(self, identity: str) -> Text | str | None:
        """Give what the reader is to see of a post."""
        return self.strategy.name(Ref("owner", identity))
