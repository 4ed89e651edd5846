"""Controls: characters that stand for nothing but could steer a terminal or break a document."""

import re

_NEXT_LINE = "\x85"
_PLANES = range(0x11)
_NONE = "".join(chr(plane * 0x10000 + last) for plane in _PLANES for last in (0xFFFE, 0xFFFF))
_CONTROLS = re.compile(rf"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef{_NONE}]")


def visible(text: str) -> str:
    """Show control characters, overrides of the direction of text, and code points that are none as ``�``."""
    if text.isprintable():  # as nearly all is, and this is told much faster
        return text
    return _CONTROLS.sub("\ufffd", text.replace(_NEXT_LINE, "\n"))


def flat(text: str) -> str:
    """Write a text on one line, controls made visible; half of a pair of code points, which no file can hold, too."""
    return visible(" ".join(text.encode("utf-8", "replace").decode().split()))
