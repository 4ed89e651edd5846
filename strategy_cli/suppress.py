"""Suppress: which findings are told, at what level, after settings, ignores and faults already told."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from strategy_cli import nearest
from strategy_cli.config import Settings
from strategy_cli.document import Comment, Document, Key
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding, Level
from strategy_cli.ref import Ref
from strategy_cli.rules.registry import OWN_FAULTY, RULES, family_of, level_of
from strategy_cli.span import Span, rows
from strategy_cli.strategy import Strategy, as_written

_IGNORE = re.compile(r"#\s*strategy:\s*ignore\[(?P<rules>[\w\s,-]+)\](?P<reason>.*)")
_BEGUN = re.compile(r"#\s*strategy:\s*ignore\b")
_MARK = "strategy:"
_WORD = re.compile(r"\w")


class Told(NamedTuple):
    """A finding that is told, at its level."""

    level: Level
    finding: Finding


class Ignored(NamedTuple):
    """A finding that a comment ignores, and the reason that the comment gives; empty when it gives none."""

    told: Told
    reason: str


class Settled(NamedTuple):
    """What is told and what is ignored, each in order of place."""

    told: tuple[Told, ...]
    ignored: tuple[Ignored, ...]


class _Ignore(NamedTuple):
    """An ignore as written: the rule, why, its place, and the lines it covers (None: the whole file)."""

    rule: str
    reason: str
    span: Span
    lines: range | None

    def covers(self, finding: Finding) -> bool:
        here = finding.span.path == self.span.path
        return here and finding.rule == self.rule and (self.lines is None or finding.span.line in self.lines)


def told(
    strategy: Strategy, faults: Iterable[Finding], found: Iterable[Finding], settings: Settings
) -> tuple[Told, ...]:
    """Settle what is told, as ``settle`` does, without what is ignored."""
    return settle(strategy, faults, found, settings).told


def settle(strategy: Strategy, faults: Iterable[Finding], found: Iterable[Finding], settings: Settings) -> Settled:
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
    covered = [(f, [i for i in ignores if i.covers(f)]) for f in findings] if ignores else [(f, []) for f in findings]
    left = [f for f, covering in covered if not covering]
    unsure = {f.args["rule"] for f in findings if f.rule == OWN_FAULTY}
    sure = (i for i in ignores if i.rule not in unsure)  # a rule that cannot be followed finds nothing to ignore
    left += _of_ignores(tuple(sure), {i for _, covering in covered for i in covering}, settings)
    told = (one for f in left if (one := _told(f, settings)))
    ignored = (Ignored(one, covering[0].reason) for f, covering in covered if covering and (one := _told(f, settings)))
    return Settled(tuple(sorted(told, key=_place)), tuple(sorted(ignored, key=lambda one: _place(one.told))))


def _told(finding: Finding, settings: Settings) -> Told | None:
    level = level_of(finding.rule, settings)
    return Told(level, finding) if level and _asked_for(finding.rule, settings) else None


def _of_ignores(ignores: Iterable[_Ignore], used: Collection[_Ignore], settings: Settings) -> Iterator[Finding]:
    """Tell of ignores that ignore nothing, and of comments that do, but give no reason."""
    silent = {i.span: i for i in reversed(tuple(ignores)) if i in used and not i.reason}
    yield from (Finding("ignore-without-reason", i.span, args={"id": i.rule}) for i in silent.values())
    for i in ignores:
        if i not in used and _told_at_all(i.rule, settings):
            yield Finding("unused-ignore", i.span, args={"id": i.rule})


def _told_already(strategy: Strategy, finding: Finding, damaged: Mapping[Ref, list[Key]]) -> bool:
    """Tell whether loading found fault with what a rule found, with a part of it, or with what it is a part of."""
    if finding.subject is None or finding.subject not in damaged or not finding.key:
        return False
    key = as_written(finding.key, strategy.places[finding.subject].left_out)
    return any(key[: len(other)] == other[: len(key)] for other in damaged[finding.subject])


def _told_at_all(rule: str, settings: Settings) -> bool:
    """Tell whether a rule is on: an ignore of one that is off cannot have been used; an unknown one never is."""
    return not _known(rule, settings) or level_of(rule, settings) is not Level.OFF


def _place(one: Told) -> tuple[Span, str, str]:
    return one.finding.span, one.finding.rule, str(one.finding.key)


def looked_for(rule: str, settings: Settings) -> bool:
    """Tell whether findings of a rule would be told; those of one that is no more are not, and never will be."""
    return not _known(rule, settings) or (level_of(rule, settings) is not Level.OFF and _asked_for(rule, settings))


def _known(rule: str, settings: Settings) -> bool:
    return rule in RULES or rule in settings.own


def _asked_for(rule: str, settings: Settings) -> bool:
    selected = not settings.select or any(_matches(rule, s) for s in settings.select)
    return selected and not any(_matches(rule, s) for s in settings.ignore)


def _matches(rule: str, pattern: str) -> bool:
    return pattern in (rule, family_of(rule)) or rule.startswith(pattern.rstrip("-") + "-")


def rules_asked(given: Iterable[str], own: Iterable[str] = ()) -> tuple[str, ...]:
    """Read what ``--select`` or ``--ignore`` was given: ids, beginnings of ids or families, with commas between.

    ``own`` are the ids of the city's own rules.
    Raises StrategyError when one of them is of no rule.
    """
    asked = tuple(word.strip() for one in given for word in one.rstrip(", ").split(","))
    known = {*RULES, *own}
    for word in asked:
        if not any(_matches(rule, word) for rule in known):
            close = nearest.name(word, known | {family_of(rule) for rule in known})
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
        reason = _reason(found["reason"].strip(" :"))
        for rule in found["rules"].split(","):
            yield _Ignore(rule.strip(), reason, span, _lines(document, span))


def _reason(words: str) -> str:
    """Take what follows the brackets as a reason, unless it is no word, or a further comment."""
    return words if _WORD.search(words) and not words.startswith("# ") else ""


def _span(document: Document, comment: Comment) -> Span:
    return Span(document.path, comment.line, comment.column, comment.line, comment.column + len(comment.text))


def _lines(document: Document, span: Span) -> range | None:
    """Give the lines an ignore covers: its own, the next if it stands alone, all if that is the entity's first.

    Ignores that stand alone under each other, each with its own reason, cover the same lines.
    """
    written = rows(document.text)
    line = span.line
    if not written[line - 1][: span.column - 1].strip():
        line = next(n for n in range(line + 1, len(written) + 2) if not _stands_alone(written[n - 1 : n]))
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
