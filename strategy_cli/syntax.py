"""Syntax: what a YAML parser's complaint means, in the names of the mistakes that people make."""

import re

from ruamel.yaml.error import YAMLError


def problem(error: YAMLError, text: str) -> tuple[str, tuple[int, int]]:
    """Name a usual mistake by what the parser said and what stands there, with its line and column (both from 0)."""
    said = str(getattr(error, "problem", "") or error)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return "strange-character", _first_control(text)
    lines = text.splitlines() or [""]
    here = lines[min(mark.line, len(lines) - 1)]
    at = mark.line, mark.column
    if "\t" in here[: mark.column + 1]:
        return "tab", (mark.line, here.index("\t"))
    if "quoted scalar" in str(getattr(error, "context", "")):
        opened = error.context_mark  # type: ignore[attr-defined]
        return "quote", (opened.line, opened.column)
    if "mapping values are not allowed" in said:
        return "colon", at
    if "could not find expected ':'" in said:
        return "no-colon", at
    if "flow" in str(getattr(error, "context", "")):
        return "bracket", at
    return "other", at


def _first_control(text: str) -> tuple[int, int]:
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    before = text[: found.start()] if found else ""
    return before.count("\n"), len(before) - before.rfind("\n") - 1
