"""Syntax: what a YAML parser's complaint means, in the names of the mistakes that people make."""

import re

from ruamel.yaml.error import YAMLError

from strategy_cli.span import after, rows

_KEY = re.compile(r"[ \t]+[\w-]+:(?:\s|$)")
_WHOLE = re.compile(r"\s*(?:- )?[\w-]+: +[^\s#|>]")  # a key with its value beside it


def problem(error: YAMLError, text: str) -> tuple[str, tuple[int, int]]:
    """Name a usual mistake by what the parser said and what stands there, with its line and column (both from 0)."""
    said = str(getattr(error, "problem", "") or error)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return "strange-character", _first_control(text)
    at = min((mark.line, mark.column), after(text))
    here = rows(text)[at[0]]
    if "escape" in said or "hexdecimal" in said:
        return "escape", at
    if "\t" in here[: at[1] + 1]:
        return "tab-deeper" if _deeper_for_nothing(rows(text), at[0]) else "tab", (at[0], here.index("\t"))
    if "quoted scalar" in str(getattr(error, "context", "")):
        opened = error.context_mark  # type: ignore[attr-defined]
        return "quote", (opened.line, opened.column)
    if "mapping values are not allowed" in said:
        return ("deeper", (at[0], 0)) if _deeper_for_nothing(rows(text), at[0]) else ("colon", at)
    if "could not find expected ':'" in said:
        return "no-colon", at
    if "flow" in str(getattr(error, "context", "")):
        return "bracket", at
    return "other", at


def _deeper_for_nothing(lines: list[str], number: int) -> bool:
    """Tell whether a line is a key that stands deeper than the key and value above it, to which nothing belongs."""
    above = next((line for line in reversed(lines[:number]) if line.strip() and not line.lstrip().startswith("#")), "")
    return bool(_KEY.match(lines[number]) and _WHOLE.match(above)) and _depth(lines[number]) > _depth(above)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _first_control(text: str) -> tuple[int, int]:
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    return after(text[: found.start()] if found else "")
