"""Changes as Markdown for the papers of a meeting: a table a weight, what was, what it becomes, and why."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from strategy_cli.formats.changes import counted
from strategy_cli.formats.changes.entries import beside, between, stood
from strategy_cli.formats.changes.reasons import decided
from strategy_cli.formats.changes.text import left_out
from strategy_cli.formats.changes.words import Words
from strategy_cli.formats.markdown import NOTHING, inert, rows
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Entry, Group, Review

_FOLLOWS = "↳ "  # before what another change brought about


def report(review: Review, messages: Messages) -> str:
    """Write the title, the versions, what does not load, what the changes come to, the tables and the counts.

    Commits are left out: what a meeting asks for is who decided.
    """
    words = Words.of(review, messages)
    parts = [
        f"# {inert(words.say('diff.title'))}",
        "\n".join(f"- {inert(words.version(side))}" for side in words.shown),
        *_left_out(review, messages),
        inert(" ".join(f"{said}." for said in counted.standing(review, words))),
        *_sections(review, words),
        inert(" ".join(counted.summary(review, words, option=False))),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _left_out(review: Review, messages: Messages) -> Iterator[str]:
    """Write each side's sentence, and its faults as a list."""
    for is_fault, told in groupby(left_out(review, messages, option=False), key=lambda one: one.startswith(" ")):
        yield "\n".join(f"{'- ' if is_fault else ''}{inert(one.strip())}" for one in told)


def _sections(review: Review, words: Words) -> Iterator[str]:
    for weight, held in groupby(review.groups, key=lambda group: group.weight):
        groups = [*held]
        yield f"## {inert(counted.heading(review, weight, words))}"
        yield inert(" ".join(counted.explained(groups, words)))
        yield _table(groups, review, words)
    if review.undone:
        yield f"## {inert(counted.taken_back(review, words))}"
        yield _table(review.undone, review, words)


def _table(groups: Iterable[Group], review: Review, words: Words) -> str:
    heads = [words.say("diff.thing"), words.say("diff.change"), *_heads(words), words.say("diff.why")]
    return "\n".join(rows((heads, *(cells for group in groups for cells in _rows(group, review, words)))))


def _heads(words: Words) -> list[str]:
    """Head the columns of values: by the names of the versions where there are three."""
    if words.middle:
        return [words.side(side) for side in words.shown]
    return [words.say("diff.was"), words.say("diff.becomes")]


def _rows(group: Group, review: Review, words: Words) -> Iterator[list[str]]:
    """Write a change and what it caused, things to which the same happened in one row."""

    def told(entry: Entry) -> tuple[str, ...]:
        context = (words.say("diff.context"),) if group.context and entry is group.head else ()
        return _cells(entry, (*context, *beside(review, group, entry, words)), words)

    yield [_thing(group.head, words), *told(group.head)]
    for entries, cells in _alike(group, told):
        yield [f"{_FOLLOWS}{_things(entries, words)}", *cells]


def _alike(
    group: Group, told: Callable[[Entry], tuple[str, ...]]
) -> Iterator[tuple[tuple[Entry, ...], tuple[str, ...]]]:
    """Put together what a change caused by what is ``told`` of it, in order.

    A weakening stands for itself, and so does what is graver than the change that caused it.
    """
    held: dict[object, tuple[list[Entry], tuple[str, ...]]] = {}
    for entry in group.carried:
        said = told(entry)
        alone = entry.weakening or entry.weight > group.head.weight
        held.setdefault(entry.mark if alone else said, ([], said))[0].append(entry)
    return ((tuple(entries), said) for entries, said in held.values())


def _thing(entry: Entry, words: Words) -> str:
    here = words.about(entry)
    return f"{here.kind(entry.change)}: {here.name(entry.change)}"


def _things(entries: tuple[Entry, ...], words: Words) -> str:
    """Name a thing, or several, counted by kind."""
    if len(entries) == 1:
        return _thing(entries[0], words)
    named: dict[str, list[str]] = {}
    for entry in entries:
        named.setdefault(entry.change.subject.kind, []).append(words.about(entry).name(entry.change))
    told = ((words.say(f"diff.things.{kind}"), names) for kind, names in named.items())
    return "; ".join(f"{things}: {len(names)} ({', '.join(names)})" for things, names in told)


def _cells(entry: Entry, notes: tuple[str, ...], words: Words) -> tuple[str, ...]:
    weakening = words.say("diff.weakening") if entry.weakening and not entry.undone else ""
    what = [words.about(entry).what(entry.change), weakening, between(entry, words, value=False), *notes]
    return (
        "; ".join(part for part in what if part),
        *(NOTHING if value is None else value for value in stood(entry, words)),
        "; ".join(decided(entry, words, titles=True)) or NOTHING,
    )
