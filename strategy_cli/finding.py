"""Finding: one fault of the strategy, as ids and arguments, without prose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from strategy_cli.ref import Ref
from strategy_cli.span import Span


class Level(IntEnum):
    """How grave a finding is; a higher number is graver."""

    OFF = 0
    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The level's name in settings and machine formats: ``error``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of the text at ``span`` that would mend a finding.

    It is ``sure`` when it keeps what was meant; one that is not is offered to people, never applied by itself.
    """

    span: Span
    text: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a rule of the city's own says, and what it advises: texts in the city's languages, with ``{name}`` in them.

    They are data: only the arguments of the finding are filled in.
    """

    message: object
    help: object | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: its id, the place, the entity and key concerned, and the message's arguments.

    ``problem`` picks one of several messages of the same rule (``invalid-value`` has one per kind of value);
    a rule of the city's ``own`` brings its words along.
    """

    rule: str
    span: Span
    subject: Ref | None = None
    key: tuple[str | int, ...] = ()
    args: Mapping[str, object] = field(default_factory=dict)
    problem: str | None = None
    edit: Edit | None = None
    own: OwnWords | None = None
