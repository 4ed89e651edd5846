"""Standing: the classes of results, and the closed list of reasons why something cannot be told."""

from dataclasses import dataclass
from enum import StrEnum

from strategy_cli.model.goal import Judgement


class Standing(StrEnum):
    """How a goal or an indicator stands.

    At a target's date the four classes of Finnish audit practice; between dates the three from the
    expected path; ``cannot`` in both.
    """

    ATTAINED = "attained"
    PARTLY = "partly"
    NOT_ATTAINED = "not-attained"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OFF_TRACK = "off-track"
    CANNOT = "cannot"


FINAL = frozenset({Standing.ATTAINED, Standing.PARTLY, Standing.NOT_ATTAINED})
_RANKS = {
    Standing.ATTAINED: 2,
    Standing.ON_TRACK: 2,
    Standing.PARTLY: 1,
    Standing.AT_RISK: 1,
    Standing.NOT_ATTAINED: 0,
    Standing.OFF_TRACK: 0,
}
_AT_DATE = (Standing.NOT_ATTAINED, Standing.PARTLY, Standing.ATTAINED)
_BETWEEN = (Standing.OFF_TRACK, Standing.AT_RISK, Standing.ON_TRACK)


class Reason(StrEnum):
    """Why a figure or a class cannot be told; nothing else ever is the reason."""

    NO_VALUE = "no-value"
    AGED_VALUE = "aged-value"
    NOT_YET = "not-yet"
    NOT_A_NUMBER = "not-a-number"
    NO_TARGET = "no-target"
    NO_BASELINE = "no-baseline"
    NO_WAY = "no-way"
    NO_DIRECTION = "no-direction"
    IN_WORDS = "in-words"
    RANGE = "range"
    NO_JUDGEMENT = "no-judgement"
    AGED_JUDGEMENT = "aged-judgement"
    JUDGED = "judged"
    NO_INDICATORS = "no-indicators"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Assessment:
    """A class, with the reason when it is ``cannot``, and the person's judgement when it comes from one."""

    standing: Standing
    reason: Reason | None = None
    judged: Judgement | None = None


def cannot(reason: Reason) -> Assessment:
    """Make the assessment of what cannot be assessed."""
    return Assessment(Standing.CANNOT, reason)


def rank(standing: Standing) -> int:
    """Order the classes: 2 attained or on track, 1 partly or at risk, 0 not or off track; -1 for cannot."""
    return _RANKS.get(standing, -1)


def of_rank(number: int, *, final: bool) -> Standing:
    """Give the class of a rank, in the words of a target's date or of the time between."""
    return (_AT_DATE if final else _BETWEEN)[number]
