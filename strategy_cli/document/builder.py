"""Builder: parser events → plain data and marks, following aliases within limits."""

from collections.abc import Callable

from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from strategy_cli.document.data import Data
from strategy_cli.document.marks import NULLS, Branch, Event, Mark, place, written
from strategy_cli.finding import Finding
from strategy_cli.span import Span

LARGEST_EXPANSION = 10_000
DEEPEST = 40


class TooComplexError(Exception):
    """The file nests or repeats more than a strategy ever does; holds the line and column, from 0."""


class Builder:
    """Builds one document; faults that do not stop the reading are kept as findings."""

    def __init__(self, path: str, events: Callable[[], Event]) -> None:
        self.path, self.next = path, events
        self.faults: list[Finding] = []
        self.anchors: dict[str, tuple[Data, Mark]] = {}
        self.repeated = self.depth = 0
        self.blank = False

    def document(self) -> tuple[Data, Mark]:
        """Build the first document; the mark is None when there is none. Raises YAMLError and TooComplexError."""
        self.next()  # stream start
        if type(self.next()) is StreamEndEvent:
            return None, None
        result = self._node(self.next())
        while type(event := self.next()) is DocumentEndEvent:
            pass
        if type(event) is not StreamEndEvent:
            self._fault("several-documents", event)
            while type(self.next()) is not StreamEndEvent:
                pass
        return result

    def _node(self, event: Event) -> tuple[Data, Mark]:
        kind = type(event)
        if kind is ScalarEvent and event.anchor is event.ctag is None:  # nearly every value, so it goes first
            value = event.value
            return (written(event) if value in NULLS else value), event
        return self._alias(event) if kind is AliasEvent else self._rare(event, kind)

    def _rare(self, event: Event, kind: type) -> tuple[Data, Mark]:
        if event.ctag is not None:
            self._fault("yaml-tag", event, tag=event.tag)
        result = (written(event), event) if kind is ScalarEvent else self._collection(event, kind)
        if event.anchor is not None:
            self.anchors[event.anchor] = result
        return result

    def _collection(self, event: Event, kind: type) -> tuple[Data, Mark]:
        self.depth += 1
        if self.depth > DEEPEST:
            raise TooComplexError(place(event)[:2])
        result = self._mapping(event) if kind is MappingStartEvent else self._sequence(event)
        self.depth -= 1
        return result

    def _mapping(self, start: Event) -> tuple[Data, Mark]:
        data: dict[str, Data] = {}
        marks: dict[str, tuple[Event, Mark]] = {}
        following, node = self.next, self._node
        while type(event := following()) is not MappingEndEvent:
            if type(event) is not ScalarEvent:
                self._strange_entry(event)
                continue
            key = event.value
            value, mark = node(following())
            if key in marks:
                self._fault("duplicate-key", event, key=key, line=place(marks[key][0])[0] + 1)
                continue
            marks[key] = event, mark
            if value is None:  # a key without a value is a key not given, but its place is known
                self.blank = True
            else:
                data[key] = value
        return data, Branch(start, event, marks)

    def _sequence(self, start: Event) -> tuple[Data, Mark]:
        data: list[Data] = []
        marks: list[Mark] = []
        following, node = self.next, self._node
        while type(event := following()) is not SequenceEndEvent:
            value, mark = node(event)
            if value is not None:
                data.append(value)
                marks.append(mark)
        return data, Branch(start, event, marks)

    def _strange_entry(self, event: Event) -> None:
        self._node(event)
        self._node(self.next())
        self._fault("invalid-yaml", event, problem="key-not-text")

    def _alias(self, event: Event) -> tuple[Data, Mark]:
        if event.anchor not in self.anchors:
            self._fault("invalid-yaml", event, problem="unknown-alias", alias=event.anchor)
            return None, event
        data, mark = self.anchors[event.anchor]
        size, height = _measures(data)
        self.repeated += size - 1  # a lone scalar costs nothing, however often it is repeated
        if self.repeated > LARGEST_EXPANSION or self.depth + height > DEEPEST:
            raise TooComplexError(place(event)[:2])
        return data, Branch(event, event, mark.children) if type(mark) is Branch else event

    def _fault(self, rule: str, event: Event, *, problem: str | None = None, **args: object) -> None:
        line, column, end_line, end_column = place(event)
        span = Span(self.path, line + 1, column + 1, end_line + 1, end_column + 1)
        self.faults.append(Finding(rule, span, args=args, problem=problem))


def _measures(data: Data) -> tuple[int, int]:
    """Count the values in what an anchor stands for, and its levels."""
    if not isinstance(data, dict | list):
        return 1, 0
    inside = [_measures(item) for item in (data.values() if isinstance(data, dict) else data)]
    return 1 + sum(size for size, _ in inside), 1 + max((height for _, height in inside), default=0)
