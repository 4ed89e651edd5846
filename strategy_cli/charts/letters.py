"""Letters: how wide words are in a drawing, and where they are broken into lines."""

from collections.abc import Iterator
from functools import lru_cache

# Widths in ems, after Source Sans 3 with room to spare for the typefaces that may stand in for it.
_WIDTHS = {
    **dict.fromkeys("ijl.,:;'|! ", 0.26),
    **dict.fromkeys("fIrt()[]-/", 0.36),
    **dict.fromkeys("cksvxyzJ", 0.49),
    **dict.fromkeys("mMW", 0.86),
    **dict.fromkeys("wOQÖ%&", 0.73),
    **dict.fromkeys("ABCDEFGHKLNPRSTUVXYZÄÅ", 0.61),
}
_OTHER = 0.53
_WIDE = 1.0
_FIRST_WIDE = 0x1100  # from here on scripts whose letters are as wide as they are high
_CUT = "…"


def width(text: str) -> float:
    """Estimate a text's width in ems."""
    return sum(_WIDTHS.get(letter) or (_OTHER if ord(letter) < _FIRST_WIDE else _WIDE) for letter in text)


@lru_cache(maxsize=4096)
def wrapped(text: str, ems: float, lines: int) -> tuple[str, ...]:
    """Break a text into exactly ``lines`` lines of at most ``ems``, the last ones empty or the text cut with ``…``.

    Words are broken only when longer than a line.
    """
    broken = list(_broken(text, ems, lines))
    if len(broken) > lines:
        broken = [*broken[: lines - 1], _cut(broken[lines - 1], ems)]
    return (*broken, *[""] * (lines - len(broken)))


def _broken(text: str, ems: float, lines: int) -> Iterator[str]:
    """Give one line more than asked for where the text goes on."""
    line = ""
    given = 0
    for word in _pieces(text, ems):
        if line and width(line) + width(" " + word) > ems:
            yield line
            given += 1
            line = ""
            if given > lines:
                return
        line = f"{line} {word}" if line else word
    if line:
        yield line


def _pieces(text: str, ems: float) -> Iterator[str]:
    for word in text.split():
        piece = ""
        size = 0.0
        for letter in word:
            if size + width(letter) > ems and piece:
                yield piece
                piece, size = "", 0.0
            piece += letter
            size += width(letter)
        yield piece


def _cut(line: str, ems: float) -> str:
    while line and width(line + _CUT) > ems:
        line = line[:-1]
    return line.rstrip() + _CUT
