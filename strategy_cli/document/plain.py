"""Plain: everyday YAML read line by line, in half the time; whatever is out of the ordinary is left to the parser.

What is read here reads the same with the parser, which the tests hold against each other. Refused are, among much
else, block scalars, anchors, tags, escapes, empty values, repeated keys and every character that needs a thought.
"""

import re
from typing import TypeAlias

from strategy_cli.document.data import Data

Line: TypeAlias = tuple[int, str, str, str]  # indentation, dash, key and what stands after them

_DEEPEST = 12
_STRANGE = "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
_NOTHING = "null"  # YAML's word for no value: rare enough to leave every text that has it
_QUOTED = r"""\"[^"\\\n]+\"|'[^'\n]+'"""
_KEY = r"[A-Za-z0-9_][A-Za-z0-9_./-]{0,99}"
_START = r"(?:[^\W_]|[(+€§]|-(?=\d))"
_IN_FLOW = rf"{_START}[\w .;()/%+€§–’=!@-]*(?<![ @-])"
_LINE = re.compile(rf"^( *)(- )?(?:({_KEY}):(?: +(?=[^ \n])| *$))?(.*)$", re.MULTILINE)
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_BARE = rf"{_START}[^#:]*(?:(?:(?<! )#|:(?=[^ ]))[^#:]*)*"
_SCALAR = re.compile(rf"({_BARE})(?:(?<= )#.*)?|({_QUOTED})(?: +(?:#.*)?)?")
_FLAT_LIST = re.compile(rf"\[{_IN_FLOW}(?:, {_IN_FLOW})*\]")
_FLAT_MAP = re.compile(rf"\{{{_KEY}: {_IN_FLOW}(?:, {_KEY}: {_IN_FLOW})*\}}")
_PAIR = re.compile(rf"({_KEY}): (?:({_IN_FLOW})|({_QUOTED}|\{{[^{{}}\[\]]+\}}|\[[^{{}}\[\]]+\]))")
_PART = re.compile(rf"(?:{_KEY}): +|{_IN_FLOW} *|(?:{_QUOTED}) *|[{{}}\[\],] *")


class _NotPlainError(Exception):
    """Something here is out of the ordinary."""


def plain(text: str) -> Data:
    """Give the data of a text that is plain all through; None of one that is not."""
    if _NOTHING in text or _is_strange(text):
        return None
    try:
        return _Blocks(text).document()
    except _NotPlainError:
        return None


def _is_strange(text: str) -> bool:
    """Look for strange characters; most texts hold none but printable ones, which is quicker to see."""
    return not text.replace("\n", " ").isprintable() and re.search(_STRANGE, text) is not None


class _Blocks:
    """Reads the blocks of a text by the indentation of its lines."""

    def __init__(self, text: str) -> None:
        self.lines: list[Line] = [
            (len(indent), dash, key, rest)
            for indent, dash, key, rest in _LINE.findall(text)
            if key or dash or (rest and rest[0] != "#")
        ]
        self.lines.append((-1, "", "", ""))
        self.at = self.depth = 0

    def document(self) -> Data:
        """Read the whole text."""
        _need(self.lines[0][0] == 0)
        data = self._block(0)
        _need(self.lines[self.at][0] < 0)
        return data

    def _block(self, indent: int) -> Data:
        self.depth += 1
        _need(self.depth <= _DEEPEST)
        data = self._list(indent) if self.lines[self.at][1] else self._map(indent)
        self.depth -= 1
        return data

    def _map(self, indent: int) -> Data:
        data: dict[str, Data] = {}
        lines = self.lines
        at, dash, key, rest = lines[self.at]
        while at == indent and not dash:
            if not key or key in data:
                raise _NotPlainError
            self.at += 1
            data[key] = self._beneath(indent) if not rest or rest[0] == "#" else _inline(rest)
            held = rest
            at, dash, key, rest = lines[self.at]
            if at > indent or (dash and at == indent and held):
                raise _NotPlainError
        return data

    def _beneath(self, indent: int) -> Data:
        """Read what stands beneath a key that has nothing beside it: a deeper block, or a list as deep as the key."""
        at, dash, _, _ = self.lines[self.at]
        _need(at > indent or (at == indent and bool(dash)))
        return self._block(at)

    def _list(self, indent: int) -> Data:
        data: list[Data] = []
        while True:
            at, dash, key, rest = self.lines[self.at]
            if at != indent or not dash:
                break
            if key:
                self.lines[self.at] = (indent + len(dash), "", key, rest)
                data.append(self._block(indent + len(dash)))
            else:
                self.at += 1
                _need(bool(rest) and self.lines[self.at][0] <= indent)
                data.append(_inline(rest))
        _need(at < indent or not dash)
        return data


def _need(holds: bool) -> None:  # noqa: FBT001 - a condition is all there is to say
    if not holds:
        raise _NotPlainError


def _inline(text: str) -> Data:
    """Read the value that stands on a key's own line."""
    if text[0] in "{[":
        return _flow(text)
    if _WORD.fullmatch(text):
        return text
    found = _SCALAR.fullmatch(text)
    if found is None:
        raise _NotPlainError
    bare, quoted = found.groups()
    return str(bare).rstrip(" ") if quoted is None else str(quoted)[1:-1]


def _flow(text: str) -> Data:
    if text[0] == "[":
        return [*text[1:-1].split(", ")] if _FLAT_LIST.fullmatch(text) else _tangled(text)
    if _FLAT_MAP.fullmatch(text):
        parts = [part.partition(": ") for part in text[1:-1].split(", ")]
        flat: dict[str, Data] = {key: value for key, _, value in parts}
        _need(len(flat) == len(parts))
        return flat
    pairs = _PAIR.findall(text)
    if f"{{{', '.join([f'{key}: {bare}{rest}' for key, bare, rest in pairs])}}}" != text:
        return _tangled(text)  # what was found is not all there is
    data: dict[str, Data] = {key: bare or _held(rest) for key, bare, rest in pairs}
    _need(len(data) == len(pairs))
    return data


def _held(text: str) -> Data:
    return _flow(text) if text[0] in "{[" else text[1:-1]


def _tangled(text: str) -> Data:
    """Read a map or a list that holds more than one level, part by part."""
    text = text.partition(" #")[0].rstrip(" ")
    parts = _PART.findall(text)
    _need("".join(parts) == text)
    parts = [part.rstrip(" ") for part in reversed(parts)]
    nested = _nested(parts, 0)
    _need(not parts)
    return nested


def _nested(parts: list[str], depth: int) -> Data:
    """Read one value off the end of the parts, which stand in reverse."""
    _need(bool(parts) and depth <= _DEEPEST)
    part = parts.pop()
    if part == "{":
        return _nested_map(parts, depth + 1)
    if part == "[":
        return _nested_list(parts, depth + 1)
    if part[0] in "\"'":
        return part[1:-1]
    _need(part[0] not in "}]," and part[-1] != ":")
    return part


def _nested_map(parts: list[str], depth: int) -> Data:
    data: dict[str, Data] = {}
    going = not _closed(parts, "}")
    while going:
        key = parts.pop() if parts else ""
        _need(key[-1:] == ":" and key[:-1] not in data)
        data[key[:-1]] = _nested(parts, depth)
        going = _goes_on(parts, "}")
    return data


def _nested_list(parts: list[str], depth: int) -> Data:
    data: list[Data] = []
    going = not _closed(parts, "]")
    while going:
        data.append(_nested(parts, depth))
        going = _goes_on(parts, "]")
    return data


def _closed(parts: list[str], end: str) -> bool:
    """Take the end of an empty map or list, if it comes next."""
    empty = parts[-1:] == [end]
    if empty:
        parts.pop()
    return empty


def _goes_on(parts: list[str], end: str) -> bool:
    """Take what stands after an item: a comma before the next, or the end."""
    part = parts.pop() if parts else ""
    _need(part in (",", end))
    return part == ","
