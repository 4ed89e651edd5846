"""Alike: of what one change caused, things to which the same happened, so that it is told once of them all."""

from collections.abc import Callable, Iterator

from strategy_cli.reviewing import Entry, Group

Told = tuple[str, ...]


def alike(group: Group, told: Callable[[Entry], Told]) -> Iterator[tuple[tuple[Entry, ...], Told]]:
    """Put together what a change caused by what is ``told`` of it, in order.

    A weakening stands for itself, and so does what is graver than the change that caused it.
    """
    held: dict[object, tuple[list[Entry], Told]] = {}
    for entry in group.carried:
        said = told(entry)
        alone = entry.weakening or entry.weight > group.head.weight
        held.setdefault(entry.mark if alone else said, ([], said))[0].append(entry)
    return ((tuple(entries), said) for entries, said in held.values())
