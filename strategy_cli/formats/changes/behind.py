"""Behind: what stands behind a change, and what of it several changes share, so that it is told once above them."""

from collections.abc import Iterable
from typing import NamedTuple

from strategy_cli.formats.changes.decided import decided
from strategy_cli.formats.changes.entries import between, commits
from strategy_cli.formats.changes.words import Words
from strategy_cli.reviewing import Entry


class Behind(NamedTuple):
    """Which of three versions made a change, what settled it, and its commits: lines of each."""

    between: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    commits: tuple[str, ...] = ()


def behind(entry: Entry, words: Words) -> Behind:
    """Tell what stands behind a change."""
    said, settled = between(entry, words), decided(entry, words)
    if entry.decisions:
        settled = (words.say("diff.decided", decisions="; ".join(settled)),)
    return Behind((said,) if said else (), settled, commits(entry, words))


def shared(held: Iterable[Behind]) -> Behind:
    """Give what several changes have in common to the last word; nothing of one alone."""
    return Behind(*map(_common, zip(*held, strict=True)))


def over(near: Behind, far: Behind) -> Behind:
    """Give what is told above a change: just above it, else further up."""
    return Behind(*(one or other for one, other in zip(near, far, strict=True)))


def _common(told: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return told[0] if len(told) > 1 and len(set(told)) == 1 else ()
