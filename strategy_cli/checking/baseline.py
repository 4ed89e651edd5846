"""Baseline: the findings that a city lives with for now, so that only what is new is told."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from strategy_cli.checking.fingerprint import Identity, identity
from strategy_cli.checking.suppress import Told
from strategy_cli.errors import StrategyError

FORMAT = "strategy-baseline"
VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class Parted:
    """What is told, held against a baseline: what is ``new``, what is ``known``, and what is ``gone`` and how often."""

    new: tuple[Told, ...]
    known: tuple[Told, ...]
    gone: Mapping[Identity, int]


def parted(
    told: Iterable[Told], baseline: Mapping[Identity, int], prefix: str, looked_for: Callable[[str], bool]
) -> Parted:
    """Part findings by a baseline; of several of one identity, as many as it holds are known, the first ones.

    What belongs to a rule that was not ``looked_for`` is not gone.
    """
    left = Counter(baseline)
    new: list[Told] = []
    known: list[Told] = []
    for one in told:
        same = identity(one.finding, prefix)
        (known if left[same] > 0 else new).append(one)
        left[same] -= 1
    gone = {i: n for i, n in sorted(left.items()) if n > 0 and looked_for(i.rule)}
    return Parted(tuple(new), tuple(known), gone)


def held(told: Iterable[Told], prefix: str) -> Mapping[Identity, int]:
    """Make a baseline of findings: how often each identity occurs."""
    return Counter(identity(one.finding, prefix) for one in told)


def written(baseline: Mapping[Identity, int]) -> str:
    """Write a baseline as JSON, in order, an entry a line, so that a change of it reads well in git."""
    rows = (json.dumps({**i._asdict(), "count": n}, ensure_ascii=False) for i, n in sorted(baseline.items()))
    head = f'{{"format": "{FORMAT}", "version": "{VERSION}", "findings": ['
    return head + ",".join(f"\n  {row}" for row in rows) + "\n]}\n"


def read(file: Path) -> Mapping[Identity, int]:
    """Read a baseline; raises StrategyError when there is none, or it cannot be understood."""
    try:
        data = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise StrategyError("no-baseline", file=str(file)) from None
    except (OSError, ValueError, RecursionError):
        raise StrategyError("unreadable-baseline", file=str(file)) from None
    try:
        return _understood(data)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise StrategyError("unreadable-baseline", file=str(file)) from None


def _understood(data: Any) -> Mapping[Identity, int]:
    """Take a baseline apart; raises one of several errors when it is not of this format and its first number."""
    if data["format"] != FORMAT or data["version"].partition(".")[0] != VERSION.partition(".")[0]:
        raise ValueError
    held: Counter[Identity] = Counter()
    rows: Sequence[Mapping[str, Any]] = data["findings"]
    for row in rows:
        names = (row["rule"], row["of"], row["key"])
        if not all(isinstance(name, str) for name in names) or not isinstance(row["count"], int):
            raise TypeError
        held[Identity(*names)] += row["count"]
    return held
