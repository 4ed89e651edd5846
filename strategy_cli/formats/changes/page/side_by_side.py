"""Side by side: two wordings of one text in pieces, the words that differ told from those that stayed."""

import re
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

How = Literal["kept", "deleted", "inserted"]

_TOKEN = re.compile(r"\s*(?:[^\W_]+|\S)|\s+")  # a word or a mark with the space before it; space at the end
_LIKE = 0.2  # two texts with less in common are other texts, not other wordings of one
_ISLAND = 4  # letters: fewer between two differences are not worth keeping apart
_MOST = 4000  # words of each text that are compared; longer ones are shown whole


class Piece(NamedTuple):
    """Words in a row that were kept, deleted from the older wording or inserted into the newer."""

    how: How
    words: str

    @property
    def space(self) -> str:
        """The space before the words, which nobody needs to see marked."""
        return self.words[: len(self.words) - len(self.words.lstrip())]

    @property
    def bare(self) -> str:
        """The words without it."""
        return self.words.lstrip()


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Divide two wordings; the pieces kept and deleted make the older one, those kept and inserted the newer.

    Texts that have little in common are one deleted and one inserted piece.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(before), len(after)) > _MOST:
        return _whole(old, new)
    matcher = SequenceMatcher(None, before, after)
    found: list[Piece] = []
    for action, i, j, k, m in matcher.get_opcodes():
        then, now = "".join(before[i:j]), "".join(after[k:m])
        found += [Piece("kept", then)] if action == "equal" else _whole(then, now)
    alike = sum(len(piece.words) for piece in found if piece.how == "kept")
    return _joined(found) if alike >= _LIKE * max(len(old), len(new)) else _whole(old, new)


def _whole(old: str, new: str) -> tuple[Piece, ...]:
    if old == new:
        return (Piece("kept", old),) if old else ()
    sides = Piece("deleted", old), Piece("inserted", new)
    return tuple(piece for piece in sides if piece.words)


def _joined(found: list[Piece]) -> tuple[Piece, ...]:
    """Join differences that only an island of a few letters parts, so that one is read at a time."""
    last = len(found) - 1
    split: list[Piece] = []
    for place, piece in enumerate(found):
        is_island = piece.how == "kept" and 0 < place < last and sum(map(str.isalnum, piece.words)) < _ISLAND
        split += [Piece("deleted", piece.words), Piece("inserted", piece.words)] if is_island else [piece]
    joined: list[Piece] = []
    for kept, run in groupby(split, key=lambda piece: piece.how == "kept"):
        held = list(run)
        joined += held if kept else _whole(_of(held, "deleted"), _of(held, "inserted"))
    return tuple(joined)


def _of(found: list[Piece], how: How) -> str:
    return "".join(piece.words for piece in found if piece.how == how)
