"""Ignores: the comments that answer for findings, with what each covers, and those that are badly written."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from strategy_cli.document import Comment, Document
from strategy_cli.finding import Finding
from strategy_cli.span import Span, rows
from strategy_cli.strategy import Strategy

_IGNORE = re.compile(r"#\s*strategy:\s*ignore\[(?P<rules>[\w\s,-]+)\](?P<reason>.*)", re.IGNORECASE)
_BEGUN = re.compile(r"#\s*strategy:\s*ignore\b", re.IGNORECASE)
_MARK = "strategy:"
_WORD = re.compile(r"\w")


class Ignore(NamedTuple):
    """An ignore as written: the rule and its place, why, the comment's place, and the lines covered (None: all).

    ``below`` is the next line that is neither blank nor a comment, if that lies out of reach, and ``missed`` are the
    lines (None: all) that would be covered just above it.
    """

    rule: str
    name: Span
    reason: str
    span: Span
    lines: range | None
    below: int | None = None
    missed: range | None = None

    def covers(self, finding: Finding) -> bool:
        """Tell whether it ignores a finding."""
        return self._is_of(finding) and (self.lines is None or finding.span.line in self.lines)

    def would_cover(self, finding: Finding) -> bool:
        """Tell whether it would ignore a finding if it stood just above what follows it."""
        return self._is_of(finding) and (self.missed is None or finding.span.line in self.missed)

    def _is_of(self, finding: Finding) -> bool:
        return finding.span.path == self.span.path and finding.rule == self.rule


class Read(NamedTuple):
    """The ignores of a strategy, and the faults of those that name no rule."""

    ignores: tuple[Ignore, ...]
    malformed: tuple[Finding, ...]


def ignores(strategy: Strategy) -> Read:
    """Find the comments that ignore findings, and those that mean to."""
    found: list[Ignore] = []
    malformed: list[Finding] = []
    for document in _documents(strategy):
        for comment in document.comments():
            if _IGNORE.match(comment.text):
                found += _ignores(document, comment)
            elif _BEGUN.match(comment.text):
                malformed.append(Finding("malformed-ignore", _span(document, comment)))
    return Read(tuple(found), tuple(malformed))


def _documents(strategy: Strategy) -> Iterable[Document]:
    by_path = {place.document.path: place.document for place in strategy.places.values()}
    return (document for document in by_path.values() if "#" in document.text and _MARK in document.text.lower())


def _ignores(document: Document, comment: Comment) -> Iterator[Ignore]:
    found = _IGNORE.match(comment.text)
    assert found  # noqa: S101 - asked before
    span = _span(document, comment)
    reason = _reason(found["reason"].strip(" :"))
    written = rows(document.text)
    line = _reached(written, span)
    below = _below(written, line) if line != span.line else None
    missed = None if below is None else _lines(document, below)
    for name in re.finditer(r"[^\s,][^,]*[^\s,]|[^\s,]", found["rules"]):
        column = span.column + found.start("rules") + name.start()
        place = Span(document.path, span.line, column, span.line, column + len(name[0]))
        yield Ignore(name[0].lower(), place, reason, span, _lines(document, line), below, missed)


def _reason(words: str) -> str:
    """Take what follows the brackets as a reason, unless it is no word, or a further comment."""
    return words if _WORD.search(words) and not words.startswith("# ") else ""


def _span(document: Document, comment: Comment) -> Span:
    return Span(document.path, comment.line, comment.column, comment.line, comment.column + len(comment.text))


def _reached(written: Sequence[str], span: Span) -> int:
    """Give the line that an ignore reaches: its own, or, where it stands alone, the next.

    Ignores that stand alone under each other, each with its own reason, reach the same line.
    """
    if written[span.line - 1][: span.column - 1].strip():
        return span.line
    return next(n for n in range(span.line + 1, len(written) + 2) if not _stands_alone(written[n - 1 : n]))


def _below(written: Sequence[str], line: int) -> int | None:
    """Give the next line that says something, if it is not the one that is reached anyway."""
    saying = (n for n in range(line, len(written) + 1) if not written[n - 1].lstrip().startswith("#"))
    found = next((n for n in saying if written[n - 1].strip()), None)
    return None if found == line else found


def _lines(document: Document, line: int) -> range | None:
    """Give the lines covered by an ignore that reaches a line: that line, or all of the thing that begins there."""
    if isinstance(document.data, dict):
        return None if line == document.span().line else range(line, line + 1)
    if isinstance(document.data, list):
        for number in range(len(document.data)):
            first, last = document.lines((number,))
            if line == first:
                return range(first, last + 1)
    return range(line, line + 1)


def _stands_alone(row: Sequence[str]) -> bool:
    """Tell whether a row, if there is one, holds an ignore and nothing else."""
    return any(_IGNORE.match(text.lstrip()) for text in row)
