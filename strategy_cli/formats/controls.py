"""Controls: characters that stand for nothing but could steer a terminal or break a document."""

import re

_PLANES = range(0x11)
_NONE = "".join(chr(plane * 0x10000 + last) for plane in _PLANES for last in (0xFFFE, 0xFFFF))
_CONTROLS = re.compile(rf"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef{_NONE}]")


def visible(text: str) -> str:
    """Show every control character and every code point that is no character as replaced (``�``)."""
    return _CONTROLS.sub("\ufffd", text)
