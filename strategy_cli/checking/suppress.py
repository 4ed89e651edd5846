"""Suppress: which findings are told, at what level, after settings, ignores and faults already told."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from strategy_cli import nearest
from strategy_cli.checking.ignores import Ignore, ignores
from strategy_cli.checking.once import once
from strategy_cli.config import Settings
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Edit, Finding, Level
from strategy_cli.rules.registry import OWN_FAULTY, RULES, family_of, level_of
from strategy_cli.span import Span
from strategy_cli.strategy import Strategy


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


def told(
    strategy: Strategy, faults: Iterable[Finding], found: Iterable[Finding], settings: Settings
) -> tuple[Told, ...]:
    """Settle what is told, as ``settle`` does, without what is ignored."""
    return settle(strategy, faults, found, settings).told


def settle(strategy: Strategy, faults: Iterable[Finding], found: Iterable[Finding], settings: Settings) -> Settled:
    """Settle what is told: ``faults`` from loading and what the rules ``found``, in order of place.

    What a rule found on a key that loading already told of is left out: one mistake, one finding (``once``).
    """
    findings = once(strategy, faults, found, settings)
    read = ignores(strategy)
    findings += read.malformed
    covered = (
        [(f, [i for i in read.ignores if i.covers(f)]) for f in findings]
        if read.ignores
        else [(f, []) for f in findings]
    )
    left = [f for f, covering in covered if not covering]
    unsure = {f.args["rule"] for f in findings if f.rule == OWN_FAULTY}
    sure = (i for i in read.ignores if i.rule not in unsure)  # a rule that cannot be followed finds nothing to ignore
    left += _of_ignores(tuple(sure), {i for _, covering in covered for i in covering}, left, settings)
    told = (one for f in left if (one := _told(f, settings)))
    ignored = (Ignored(one, covering[0].reason) for f, covering in covered if covering and (one := _told(f, settings)))
    place = in_order(strategy.places[strategy.about.ref].document.path)
    return Settled(tuple(sorted(told, key=place)), tuple(sorted(ignored, key=lambda one: place(one.told))))


def _told(finding: Finding, settings: Settings) -> Told | None:
    level = level_of(finding.rule, settings)
    return Told(level, finding) if level and _asked_for(finding.rule, settings) else None


def _of_ignores(
    ignores: Sequence[Ignore], used: Collection[Ignore], left: Sequence[Finding], settings: Settings
) -> Iterator[Finding]:
    """Tell of ignores that ignore nothing, and of comments that do, but give no reason."""
    silent = {i.span: i for i in reversed(ignores) if i in used and not i.reason}
    yield from (Finding("ignore-without-reason", i.span, args={"id": i.rule}) for i in silent.values())
    for i in ignores:
        if not _known(i.rule, settings):
            yield _of_no_rule(i, settings)
        elif i not in used and level_of(i.rule, settings) is not Level.OFF:  # one that is off cannot have been used
            missed = i.below is not None and any(i.would_cover(f) for f in left)
            args = {"id": i.rule, "line": i.below} if missed else {"id": i.rule}
            yield Finding("unused-ignore", i.span, args=args, problem="too-far" if missed else None)


def _of_no_rule(ignore: Ignore, settings: Settings) -> Finding:
    known = {*RULES, *settings.own}
    close = nearest.name(ignore.rule, known)
    problem, edit = "no-rule", None
    if any(rule.family == ignore.rule for rule in RULES.values()):
        problem = "family"
    elif close:
        problem = "no-rule-near"
        edit = Edit(ignore.name, close, sure=False)  # a person must agree to what hides a finding
    args = {"id": ignore.rule, "nearest": close if edit else None}
    return Finding("unused-ignore", ignore.span, args=args, problem=problem, edit=edit)


def in_order(main: str) -> Callable[[Told], tuple[bool, Span, str, str]]:
    """Give the order in which findings are told: the strategy's ``main`` file first, then by path, each by line."""
    return lambda one: (
        one.finding.span.path != main,
        one.finding.span,
        one.finding.rule,
        str(one.finding.key),
    )


def looked_for(rule: str, settings: Settings) -> bool:
    """Tell whether findings of a rule would be told; those of one that is no more are not, and never will be."""
    return not _known(rule, settings) or (level_of(rule, settings) is not Level.OFF and _asked_for(rule, settings))


def _known(rule: str, settings: Settings) -> bool:
    return rule in RULES or rule in settings.own


def _asked_for(rule: str, settings: Settings) -> bool:
    selected = not settings.select or any(matches(rule, s) for s in settings.select)
    return selected and not any(matches(rule, s) for s in settings.ignore)


def matches(rule: str, pattern: str) -> bool:
    """Tell whether a rule is meant by its id, by the words that this begins with, or by its family."""
    return pattern in (rule, family_of(rule)) or rule.startswith(pattern.rstrip("-") + "-")


def rules_asked(given: Iterable[str], own: Iterable[str] = ()) -> tuple[str, ...]:
    """Read what ``--select`` or ``--ignore`` was given: ids, beginnings of ids or families, with commas between.

    ``own`` are the ids of the city's own rules.
    Raises StrategyError when one of them is of no rule.
    """
    asked = tuple(word.strip() for one in given for word in one.rstrip(", ").split(","))
    known = {*RULES, *own}
    for word in asked:
        if not any(matches(rule, word) for rule in known):
            close = nearest.name(word, known | {family_of(rule) for rule in known})
            raise StrategyError("unknown-rule-near" if close else "unknown-rule", id=word, nearest=close)
    return asked
