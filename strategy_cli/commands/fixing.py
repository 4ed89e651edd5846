"""Fixing: sure edits applied round by round, each kept only if its finding is gone and nothing reads worse."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from strategy_cli.checking.suppress import Told
from strategy_cli.editing.content import Content
from strategy_cli.editing.edits import at, editable, edited
from strategy_cli.editing.fix import Fix
from strategy_cli.finding import Finding
from strategy_cli.rules.registry import RULES
from strategy_cli.source import Source

_ROUNDS = 10  # what one round mends lets the next one see further: a key, its value, the id that the value links to


class Found(NamedTuple):
    """What is found in a source: faults of reading, told or not, and what is told."""

    faults: Iterable[Finding]
    told: Sequence[Told]


Check = Callable[[Source], Found]


@dataclass(frozen=True, slots=True)
class Mended:
    """The source after fixing, what was found in it then, and the fixes: made, offered to people, taken back.

    Those made come in steps: the places of a step are of the text that the steps before it left.
    """

    source: Source
    found: Found
    steps: tuple[tuple[Fix, ...], ...]
    offered: tuple[Fix, ...]
    taken_back: tuple[Fix, ...]

    @property
    def made(self) -> tuple[Fix, ...]:
        """All fixes that were made."""
        return tuple(fix for step in self.steps for fix in step)


@dataclass(slots=True)
class _State:
    """A source while it is mended, and what is found in it."""

    check: Check
    source: Source
    found: Found
    steps: list[tuple[Fix, ...]]
    taken_back: list[Fix]


def mend(source: Source, check: Check, found: Found) -> Mended:
    """Apply what is sure of the edits of what is told, until nothing more is."""
    state = _State(check, source, found, [], [])
    for _ in range(_ROUNDS):
        asked = [fix for fix in _fixes(state) if fix.edit.sure and not _refused(state, fix)]
        if not asked:
            break
        _round(state, asked)
    offered = [fix for fix in _fixes(state) if not _refused(state, fix)]
    return Mended(state.source, state.found, tuple(filter(None, state.steps)), tuple(offered), tuple(state.taken_back))


def changed(before: Source, after: Source) -> dict[str, tuple[Content, Content]]:
    """Give the files that differ, by path, as they were and as they are."""
    both = ((path, Content.of(before.files[path]), Content.of(after.files[path])) for path in sorted(after.files))
    return {path: (old, new) for path, old, new in both if old and new and old != new}


def _fixes(state: _State) -> list[Fix]:
    """List what the findings told would mend; a place that cannot be replaced by itself is only for people."""
    fixes = []
    for finding in (one.finding for one in state.found.told):
        edit = finding.edit
        content = _content(state.source, edit.span.path) if edit else None
        if edit and content:
            kept = edit if editable(content.text, edit.span) else replace(edit, sure=False)
            fixes.append(Fix(finding, kept, at(content.text, edit.span)))
    return fixes


def _content(source: Source, shown: str) -> Content | None:
    inside = shown.removeprefix(source.prefix)
    return Content.of(source.files[inside]) if inside in source.files else None


def _refused(state: _State, fix: Fix) -> bool:
    return any(_same(fix.finding) == _same(other.finding) and fix.edit == other.edit for other in state.taken_back)


def _round(state: _State, asked: Sequence[Fix]) -> None:
    """Apply all edits of a round at once; those of files where that does not mend, one by one."""
    tried, made = _applied(state.source, asked)
    found = state.check(tried)
    bad = _bad(state.found, found, made)
    if bad:
        good = [fix for fix in made if fix.edit.span.path not in bad]
        tried, _ = _applied(state.source, good)
        found = state.check(tried)
        if _bad(state.found, found, good):  # one file's edits need another's: each for itself
            good, tried, found = [], state.source, state.found
            bad = {fix.edit.span.path for fix in made}
    else:
        good = made
    alone = [fix for fix in made if fix.edit.span.path in bad]
    state.source, state.found = tried, found
    state.steps.append(tuple(good))
    _one_by_one(state, alone)


def _one_by_one(state: _State, fixes: Iterable[Fix]) -> None:
    """Try each edit alone; places move as others are applied, so each is looked up again by its finding."""
    for wanted in fixes:
        fix = next((f for f in _fixes(state) if f.edit.sure and _like(f, wanted)), None)
        if fix is None:
            continue
        tried, made = _applied(state.source, [fix])
        found = state.check(tried)
        if _bad(state.found, found, made):
            state.taken_back.append(fix)
        else:
            state.source, state.found = tried, found
            state.steps.append((fix,))


def _like(one: Fix, other: Fix) -> bool:
    here, there = one.edit.span, other.edit.span
    return (here.path, here.line) == (there.path, there.line) and (one.finding.rule, one.was, one.edit.text) == (
        other.finding.rule,
        other.was,
        other.edit.text,
    )


def _applied(source: Source, fixes: Sequence[Fix]) -> tuple[Source, list[Fix]]:
    """Apply edits; of those that overlap the first, which leaves the others for the next round."""
    files, made = dict(source.files), []
    for shown in sorted({fix.edit.span.path for fix in fixes}):
        path = shown.removeprefix(source.prefix)
        here = [fix for fix in fixes if fix.edit.span.path == shown]
        content = Content.of(source.files[path]) or Content("")
        done = edited(content.text, [fix.edit for fix in here])
        files[path] = replace(content, text=done.text).encoded()
        made += [fix for fix in here if fix.edit in done.applied]
    return replace(source, files=files), made


def _bad(before: Found, after: Found, made: Sequence[Fix]) -> set[str]:
    """Name the files where a finding is still there after its edit, or where something reads worse than before."""
    left = {_same(one.finding) for one in after.told}
    bad = {fix.edit.span.path for fix in made if _same(fix.finding) in left}
    if worse := _fatal(after.faults) - _fatal(before.faults):
        edited_paths = {fix.edit.span.path for fix in made}
        bad |= {path for path, _ in worse} & edited_paths or edited_paths
    return bad


def _fatal(faults: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """Count what keeps things from being read, by file and rule."""
    lost = (f for f in faults if RULES[f.rule].family == "reading" or f.rule == "duplicate-id")
    return Counter((fault.span.path, fault.rule) for fault in lost)


def _same(finding: Finding) -> tuple[object, ...]:
    """Tell a finding by what it is about, which an edit does not move."""
    line = None if finding.subject else finding.span.line
    return finding.rule, finding.span.path, finding.subject, finding.key, line
