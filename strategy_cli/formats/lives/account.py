"""Account: what is told of a life or a retrospect, in words of one language, the same for every format."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from strategy_cli.changes import Weight
from strategy_cli.measuring.standing import Standing


@dataclass(frozen=True, slots=True)
class Line:
    """A change in words: whose it is when it is another thing's, what happened, from what to what.

    ``notes`` are what else is to be known: the decisions that settled it. ``mark`` is the word for a change that takes
    back a promise, nothing for any other.
    """

    weight: Weight
    about: str
    what: str
    was: str | None
    becomes: str | None
    notes: tuple[str, ...]
    weakening: bool
    mark: str = ""

    @property
    def values(self) -> str:
        """The values from what to what; one that stayed is said once."""
        return " → ".join(dict.fromkeys(one for one in (self.was, self.becomes) if one is not None))


@dataclass(frozen=True, slots=True)
class Moment:
    """What one commit changed: its day, its shortened hash and its subject; or what is not committed yet."""

    day: str
    commit: str
    subject: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their heads, with a sentence that counts them; ``key`` names the question it answers.

    ``standings`` are the classes that cells tell, by row and column. ``more`` says what is left out, if anything is.
    """

    key: str
    title: str
    said: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    standings: Mapping[tuple[int, int], Standing] = field(default_factory=dict)
    more: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A title, what is to be known first, tables, and moments in order of time.

    ``warnings`` say what is missing of all that follows. ``facts`` are lines under the title, ``lead`` the sentences
    that say most, ``points`` what was found, a line each; ``nothing`` are sentences on questions whose answer is none;
    ``notes`` say how it was found out.
    """

    title: str
    facts: tuple[str, ...]
    lead: str
    tables: tuple[Table, ...]
    moments_title: str = ""
    moments: tuple[Moment, ...] = ()
    nothing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
