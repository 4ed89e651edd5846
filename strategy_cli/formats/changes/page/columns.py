"""Columns: the value that a change is of in each version, side by side, with the words that differ told."""

import re
from dataclasses import dataclass

from strategy_cli.changes import Change
from strategy_cli.formats.changes.page.side_by_side import Piece, pieces
from strategy_cli.formats.changes.values import Values, telling, told_in
from strategy_cli.formats.changes.words import Words, line
from strategy_cli.model.text import Text
from strategy_cli.reviewing import Entry
from strategy_cli.strategy import Strategy

_PARAGRAPHS = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one version: a text in pieces, and its language where that is not the reader's.

    ``name`` is a thing that is there, in place of a value, with its ``description``; a cell without either is of
    nothing.
    """

    pieces: tuple[Piece, ...] = ()
    language: str | None = None
    name: Text | str | None = None
    description: Text | None = None

    @property
    def empty(self) -> bool:
        """Whether there was nothing in that version."""
        return self.name is None and not self.pieces

    @property
    def letters(self) -> int:
        """How long the value is: what fills much of a sheet of paper may part there."""
        described = self.description.words if self.description else ()
        return max(sum(len(piece.words) for piece in self.pieces), *(len(words) for _, words in described), 0)

    @property
    def marked(self) -> bool:
        """Whether words are told that were deleted or inserted."""
        return len(self.pieces) > 1

    @property
    def words(self) -> str:
        """The value without marks."""
        return "".join(piece.words for piece in self.pieces if piece.how != "deleted" or len(self.pieces) == 1)


_NOTHING = Cell()


def columns(entry: Entry, words: Words) -> tuple[Cell, ...]:
    """Give a cell a version, the oldest first; none where a change has nothing to show but what it is called."""
    change = entry.change
    if change.came or change.went:
        return tuple(_being(version, change) for version in reversed(words.versions))
    if change.before is None and change.after is None:
        return ()
    if words.middle is None:
        return _two(change, words)
    stages = words.stages(entry)
    return tuple(_stage(place, stages, change, words.messages.language) for place in range(len(stages)))


def beside(was: str | None, becomes: str | None) -> tuple[Cell, Cell]:
    """Give two cells of values that are in words already."""
    if was is None or becomes is None:
        return Cell(_kept(was or "")), Cell(_kept(becomes or ""))
    old, new = _divided(pieces(was, becomes))
    return Cell(old), Cell(new)


def _being(version: Strategy, change: Change) -> Cell:
    thing = version.find(change.subject)
    return (
        Cell(name=version.name(change.subject), description=getattr(thing, "description", None)) if thing else _NOTHING
    )


def _two(change: Change, words: Words) -> tuple[Cell, Cell]:
    before, after = change.before, change.after
    reader = words.messages.language
    if isinstance(before, Text) and isinstance(after, Text):
        language = telling(before, after, reader)
        (then, was), (now, becomes) = (text.pick(language) for text in (before, after))
        told = pieces(_flowing(then), _flowing(now)) if was == becomes else _apart(_flowing(then), _flowing(now))
        old, new = _divided(told)
        return Cell(old, _foreign(was, reader)), Cell(new, _foreign(becomes, reader))
    return _cell(words.old, change, before), _cell(words.new, change, after)


def _divided(told: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Give the pieces of the older wording, and those of the newer."""
    old = tuple(piece for piece in told if piece.how != "inserted")
    return old, tuple(piece for piece in told if piece.how != "deleted")


def _cell(values: Values, change: Change, value: object) -> Cell:
    """Write a value that has no other wording beside it."""
    if value is None:
        return _NOTHING
    if isinstance(value, Text):
        text, language = value.pick(values.messages.language)
        return Cell(_kept(_flowing(text)), _foreign(language, values.messages.language))
    return Cell(_kept(line(values.write(change, value))))


Stage = tuple[Values, object]


def _stage(place: int, stages: tuple[Stage, ...], change: Change, reader: str) -> Cell:
    """Write the value of one of three versions, in one language, with what differs from the one before it."""
    values, value = stages[place]
    if not isinstance(value, Text):
        return _cell(values, change, value)
    language = told_in([one for _, one in stages if isinstance(one, Text)], reader)
    now, becomes = value.pick(language)
    earlier = stages[place - 1][1] if place else None
    then, was = earlier.pick(language) if isinstance(earlier, Text) else ("", becomes)
    told = pieces(_flowing(then), _flowing(now)) if was == becomes else ()
    alike = any(piece.how == "kept" for piece in told)
    return Cell(told if alike else _kept(_flowing(now)), _foreign(becomes, reader))


def _flowing(text: str) -> str:
    """Join the lines of each paragraph."""
    return "\n\n".join(" ".join(part.split()) for part in _PARAGRAPHS.split(text.strip()))


def _kept(text: str) -> tuple[Piece, ...]:
    return (Piece("kept", text),) if text else ()


def _apart(old: str, new: str) -> tuple[Piece, ...]:
    return tuple(piece for piece in (Piece("deleted", old), Piece("inserted", new)) if piece.words)


def _foreign(language: str, reader: str) -> str | None:
    return None if language == reader else language
