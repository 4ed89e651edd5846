"""Once: one mistake gives one finding, that of loading before those of rules."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from strategy_cli.config import Settings
from strategy_cli.document import Data, Key
from strategy_cli.finding import Finding
from strategy_cli.ref import Ref
from strategy_cli.rules.registry import level_of
from strategy_cli.strategy import Strategy, as_written

_EITHER: Mapping[str | int, str] = {"goals": "goal"}  # either will do, so neither is missing where the other is faulty


def once(strategy: Strategy, faults: Iterable[Finding], found: Iterable[Finding], settings: Settings) -> list[Finding]:
    """Give the ``faults`` from loading, and of what the rules ``found`` what is no other face of one of those.

    Left out is what is said of a key at fault, and what says that a key is missing which is there under another name.
    """
    faults = list(faults)
    damaged: dict[Ref, list[Key]] = defaultdict(list)
    meant: set[tuple[Ref, Key]] = set()
    for fault in faults:
        if fault.subject and fault.key:
            damaged[fault.subject].append(fault.key)
            if (near := fault.args.get("nearest")) and fault.rule == "unknown-key" and level_of(fault.rule, settings):
                meant.add((fault.subject, _same((*fault.key[:-1], str(near)))))
    told = [f for f in faults if f.rule != "missing-key" or not _misnamed(strategy, f.subject, f.key, meant)]
    return told + [f for f in found if not _told_already(strategy, f, damaged, meant)]


def _told_already(
    strategy: Strategy, finding: Finding, damaged: Mapping[Ref, list[Key]], meant: Collection[tuple[Ref, Key]]
) -> bool:
    """Tell whether loading found fault with what a rule found, with a part of it, or with what it is a part of."""
    if finding.subject is None or finding.subject not in damaged or not finding.key:
        return False
    key = as_written(finding.key, strategy.places[finding.subject].left_out)
    faulty = damaged[finding.subject]
    if any(key[: len(other)] == other[: len(key)] for other in faulty) or _misnamed(
        strategy, finding.subject, key, meant
    ):
        return True
    return _same(key) in map(_same, faulty) and not _is_written(strategy, finding.subject, key)


def _misnamed(strategy: Strategy, subject: Ref | None, key: Key, meant: Collection[tuple[Ref, Key]]) -> bool:
    """Tell whether a key, as in the file, is not there, but seems to be under a name that is not known."""
    return subject is not None and (subject, _same(key)) in meant and not _is_written(strategy, subject, key)


def _same(key: Key) -> Key:
    return tuple(_EITHER.get(part, part) for part in key)


def _is_written(strategy: Strategy, subject: Ref, key: Key) -> bool:
    """Tell whether a thing's file has a key, even one without a value."""
    if (place := strategy.places.get(subject)) is None:
        return False
    around: Data = place.document.data
    for part in (*place.prefix, *key):
        if isinstance(around, dict) and part in around:
            around = around[str(part)]
        elif isinstance(around, list) and isinstance(part, int) and part < len(around):
            around = around[part]
        else:
            return False
    return True
