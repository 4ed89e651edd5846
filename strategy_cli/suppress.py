"""Suppress: which findings are told, at what level, after settings, ignores and faults already told."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from strategy_cli import nearest
from strategy_cli.config import Settings
from strategy_cli.document import Comment, Document, Key
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding, Level
from strategy_cli.ref import Ref
from strategy_cli.rules.registry import RULES, level_of
from strategy_cli.span import Span, rows
from strategy_cli.strategy import Strategy, as_written

_IGNORE = re.compile(r"#\s*strategy:\s*ignore\[([\w\s,-]+)\]")
_BEGUN = re.compile(r"#\s*strategy:\s*ignore\b")
_MARK = "strategy:"


@dataclass(frozen=True, slots=True)
class Told:
    """A finding that is told, at its level."""

    level: Level
    finding: Finding


@dataclass(frozen=True, slots=True)
class _Ignore:
    """An ignore as written: the rule, its place, and the lines it covers (None: the whole file)."""

    rule: str
    span: Span
    lines: range | None

    def covers(self, finding: Finding) -> bool:
        here = finding.span.path == self.span.path
        return here and finding.rule == self.rule and (self.lines is None or finding.span.line in self.lines)


def told(
    strategy: Strategy, faults: Iterable[Finding], found: Iterable[Finding], settings: Settings
) -> tuple[Told, ...]:
    """Settle what is told: ``faults`` from loading and what the rules ``found``, in order of place.

    What a rule found on a key that loading already told of is left out: one mistake, one finding.
    """
    faults = list(faults)
    damaged: dict[Ref, list[Key]] = defaultdict(list)
    for fault in faults:
        if fault.subject and fault.key:
            damaged[fault.subject].append(fault.key)
    findings = faults + [f for f in found if not _told_already(strategy, f, damaged)]
    documents = tuple(_documents(strategy))
    findings += [fault for document in documents for fault in _malformed(document)]
    ignores = tuple(i for document in documents for i in _ignores(document))
    used = {i for i in ignores for f in findings if i.covers(f)}
    left = [f for f in findings if not any(i.covers(f) for i in ignores)]
    left += [
        Finding("unused-ignore", i.span, args={"id": i.rule})
        for i in ignores
        if i not in used and _told_at_all(i.rule, settings)
    ]
    settled = (Told(level_of(f.rule, settings), f) for f in left if _asked_for(f.rule, settings))
    return tuple(sorted((t for t in settled if t.level), key=_place))


def _told_already(strategy: Strategy, finding: Finding, damaged: Mapping[Ref, list[Key]]) -> bool:
    """Tell whether loading found fault with what a rule found, with a part of it, or with what it is a part of."""
    if finding.subject is None or finding.subject not in damaged or not finding.key:
        return False
    key = as_written(finding.key, strategy.places[finding.subject].left_out)
    return any(key[: len(other)] == other[: len(key)] for other in damaged[finding.subject])


def _told_at_all(rule: str, settings: Settings) -> bool:
    """Tell whether a rule is on: an ignore of one that is off cannot have been used; an unknown one never is."""
    return rule not in RULES or level_of(rule, settings) is not Level.OFF


def _place(one: Told) -> tuple[Span, str, str]:
    return one.finding.span, one.finding.rule, str(one.finding.key)


def _asked_for(rule: str, settings: Settings) -> bool:
    selected = not settings.select or any(_matches(rule, s) for s in settings.select)
    return selected and not any(_matches(rule, s) for s in settings.ignore)


def _matches(rule: str, pattern: str) -> bool:
    return pattern in (rule, RULES[rule].family) or rule.startswith(pattern.rstrip("-") + "-")


def rules_asked(given: Iterable[str]) -> tuple[str, ...]:
    """Read what ``--select`` or ``--ignore`` was given: ids, beginnings of ids or families, with commas between.

    Raises StrategyError when one of them is of no rule.
    """
    asked = tuple(word.strip() for one in given for word in one.rstrip(", ").split(","))
    for word in asked:
        if not any(_matches(rule, word) for rule in RULES):
            families = {one.family for one in RULES.values()}
            close = nearest.name(word, {*RULES, *families})
            raise StrategyError("unknown-rule-near" if close else "unknown-rule", id=word, nearest=close)
    return asked


def _documents(strategy: Strategy) -> Iterable[Document]:
    by_path = {place.document.path: place.document for place in strategy.places.values()}
    return (document for document in by_path.values() if _MARK in document.text)


def _malformed(document: Document) -> Iterator[Finding]:
    for comment in document.comments():
        if _BEGUN.match(comment.text) and not _IGNORE.match(comment.text):
            yield Finding("malformed-ignore", _span(document, comment))


def _ignores(document: Document) -> Iterator[_Ignore]:
    for comment in document.comments():
        found = _IGNORE.match(comment.text)
        if not found:
            continue
        span = _span(document, comment)
        for rule in found[1].split(","):
            yield _Ignore(rule.strip(), span, _lines(document, span))


def _span(document: Document, comment: Comment) -> Span:
    return Span(document.path, comment.line, comment.column, comment.line, comment.column + len(comment.text))


def _lines(document: Document, span: Span) -> range | None:
    """Give the lines an ignore covers: its own, the next if it stands alone, all if that is the entity's first."""
    alone = not rows(document.text)[span.line - 1][: span.column - 1].strip()
    line = span.line + 1 if alone else span.line
    if isinstance(document.data, dict):
        return None if line == document.span().line else range(line, line + 1)
    if isinstance(document.data, list):
        for number in range(len(document.data)):
            first, last = document.lines((number,))
            if line == first:
                return range(first, last + 1)
    return range(line, line + 1)
