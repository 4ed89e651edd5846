"""Posts: how the posts that answer for things are named to the reader: not at all, by role, or with the holder."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

NAMES = ("none", "role", "full")
UNNAMED = "–"  # there is a post, but nothing of it may be told: not the same as that nobody answers


@dataclass(frozen=True, slots=True)
class Posts:
    """Names posts; ``names`` is none (the post's unit instead), role (its title) or full (with who holds it).

    ``people`` has the holders' names by post.
    """

    strategy: Strategy
    names: str = "role"
    people: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> bool:
        """Tell whether the reader may know of single posts."""
        return self.names != "none"

    def name(self, identity: str) -> Text | str:
        """Give what the reader is to see of a post."""
        if not self.told:
            return self._unit(identity)
        title = self.strategy.name(Ref("owner", identity))
        person = self.people.get(identity) if self.names == "full" else None
        return _held(title, person) if person else title

    def id(self, identity: str | None) -> str | None:
        """Give the id of a post to readers who may know it."""
        return identity if self.told else None

    def author(self, name: str, _mail: str = "") -> Text | str | None:
        """Give who made a change, where persons may be named, with the post that they hold."""
        if self.names != "full":
            return None
        post = next((post for post, person in self.people.items() if person.casefold() == name.casefold()), None)
        return self.name(post) if post else name

    def _unit(self, identity: str) -> Text | str:
        post = self.strategy.owners.get(identity)
        return self.strategy.name(Ref("unit", post.unit)) if post and post.unit else UNNAMED


def _held(title: Text | str, person: str) -> Text | str:
    if isinstance(title, str):
        return f"{title} ({person})"
    return Text(tuple((language, f"{words} ({person})") for language, words in title.words))
