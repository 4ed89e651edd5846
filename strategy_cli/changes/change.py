"""Change: one difference in meaning between two versions, as ids and arguments, without prose."""

import dataclasses
from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from strategy_cli.document import Key
from strategy_cli.ref import Ref
from strategy_cli.span import Span


class Weight(IntEnum):
    """What a change asks of its reader; a higher number is graver.

    decision: changes what the council or a board approved; notice: someone answers for it or depends on it;
    progress: the plan being followed; wording: the same meaning in other words.
    """

    WORDING = 0
    PROGRESS = 1
    NOTICE = 2
    DECISION = 3

    @property
    def label(self) -> str:
        """The weight's name on the command line and in machine formats: ``decision``."""
        return self.name.lower()


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """What differs: an id of the taxonomy (which holds its weight), the entity, the key, and the value on both sides.

    ``field`` is the key without list places (``milestones.due``); ``key`` names list items by what they are called.
    ``before`` and ``after`` are values of the models, links as Refs; None where there is nothing.
    ``spans`` are the places in the old and the new version; None where the entity is not there at all.
    ``args``: ``item``, the item of a list or key of a map concerned; ``language`` of a translation; ``formerly``.
    """

    id: str
    subject: Ref
    field: str = ""
    key: Key = ()
    before: object = None
    after: object = None
    spans: tuple[Span | None, Span | None] = (None, None)
    args: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    @property
    def came(self) -> bool:
        """Whether it is that the thing itself came."""
        return self.id == f"{self.subject.kind}-added"

    @property
    def went(self) -> bool:
        """Whether it is that the thing itself went."""
        return self.id == f"{self.subject.kind}-removed"
