"""Wording: texts compared by language: what the text says, apart from its translations."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from strategy_cli.changes.compare import Fact
from strategy_cli.changes.likeness import unlike
from strategy_cli.model.text import Text


@dataclass(frozen=True, slots=True)
class Translation:
    """Words that were added, removed or changed in one language while the text itself stayed."""

    language: str
    before: str | None
    after: str | None

    @property
    def action(self) -> str:
        """What was done to the translation."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


def reworded(before: Text, after: Text, firsts: tuple[str, str]) -> bool:
    """Tell whether a text says something else; ``firsts`` are the first languages of the two versions.

    The words in the first language are the text itself: to lose or gain them changes it.
    Without them the first language in common tells; without any in common it is another text.
    """
    old, new = dict(before.words), dict(after.words)
    if len({*firsts}) == 1 and (firsts[0] in old) is not (firsts[0] in new):
        return True
    adopted = [code for code in firsts if code in old and code in new]
    common = adopted or [code for code in new if code in old][:1]
    return not common or any(old[code] != new[code] for code in common)


def translations(before: Text, after: Text) -> Iterator[Translation]:
    """Give the languages in which the words differ, by code."""
    old, new = dict(before.words), dict(after.words)
    for code in sorted({*old, *new}):
        if old.get(code) != new.get(code):
            yield Translation(code, old.get(code), new.get(code))


def name(fact: Fact) -> str:
    """Tell whether a name is another name of the same thing, or so other that another thing may stand under the id."""
    return "replaced" if unlike(dict(fact.before.words), dict(fact.after.words)) else fact.action


ACTIONS: Mapping[str, Callable[[Fact], str]] = dict.fromkeys(
    ("goal.name", "indicator.name", "programme.name", "project.name"), name
)
