"""Scalars: a value written so that it is read back as the same text, in quotation marks only where it needs them."""

import re

_BEGINS = re.compile(r"[^\W_]|[§(/.+]|-\d")
_NOTHING = ("", "~", "null")
_FLOW = re.compile(r"[,:?\[\]{}]")
_MEANS_MORE = re.compile(r":(?:\s|$)|\s#|\s$|^(?:---|\.\.\.)")


def written(value: str, *, flow: bool) -> str:
    """Write a value; ``flow`` when it stands inside braces or square brackets, where commas part."""
    if _is_plain(value) and not (flow and _FLOW.search(value)):
        return value
    if value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return '"' + "".join(c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in value) + '"'


def _is_plain(value: str) -> bool:
    meant = value not in _NOTHING and value.isprintable() and _BEGINS.match(value)
    return bool(meant) and not _MEANS_MORE.search(value)
