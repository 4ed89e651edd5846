"""Rules of unfinished text: no sign in an empty place, no place kept for what was to be written."""

import re
from collections.abc import Iterator

from strategy_cli.finding import Finding, Level
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.passages import passages
from strategy_cli.rules.text.words import finding, is_answer
from strategy_cli.strategy import Strategy

_EMPTY = re.compile(r"(?<=[:\-,{\[] )[\"']?(?:[-–—.?_…]|[.?_-]{2,})[\"']?(?= *(?:[,}\]]|$| #))", re.MULTILINE)
_EMPTY_SIGN = re.compile(r"^(?:[\"'](?:-|–|—|\.|\?|_|…|[.?_-]{2,})[\"']|[–—.?_…]|[.?_-]{2,})(?=[,}\]]*$)", re.MULTILINE)
# The first letter stands alone, so that the many words without one of these take no time.
_PLACEHOLDER_SIGN = re.compile(r"[FKLTXfkltx?](?:ODO|BD|IXME|xx|XX|orem|äyden|ompletteras|ylls|\?\?)")
_PLACEHOLDER = re.compile(
    r"(?<!\w)(?:TODO|TBD|FIXME|xxx+|XXX+|[Ll]orem ipsum|[Tt]äydennetään|[Tt]äydentyy|[Kk]ompletteras|[Ff]ylls i)(?!\w)"
    r"|\?\?\?+"
)


@rule(Level.WARNING)
def empty_text(strategy: Strategy) -> Iterator[Finding]:
    """A value is only a dash, a dot or a question mark.

    A sign in an empty place looks like an answer to whoever counts them, and like none to whoever reads; a value
    that is not known is left out, so that reports can say so.

    Bad:
        goals/vitality.yaml:
            name: Vitality
            description: "-"  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
    """
    for one in passages(strategy, _EMPTY, _EMPTY_SIGN):
        if is_answer(strategy, one):
            yield finding("empty-text", strategy, one)


@rule(Level.WARNING, "managed")
def placeholder_text(strategy: Strategy) -> Iterator[Finding]:
    """A text still holds the place for one that was to be written later.

    What a council approves must be finished: Vaasa's draft still had 202X for a year when it was handled.

    Bad:
        goals/vitality.yaml:
            name: Vitality
            description: "Täydennetään myöhemmin"  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
            description: More jobs and firms.
    """
    for one in passages(strategy, _PLACEHOLDER, _PLACEHOLDER_SIGN):
        if one.key:
            yield finding("placeholder-text", strategy, one)
