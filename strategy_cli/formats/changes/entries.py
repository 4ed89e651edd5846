"""Entries in words: a change's values in each version, which one made it, what hangs on it, its place."""

from strategy_cli.changes import Change, Hint
from strategy_cli.formats.changes.values import Values, said, told_in
from strategy_cli.formats.changes.words import Words, line
from strategy_cli.model.text import Text
from strategy_cli.reviewing import Entry, Group, Review

_ENDING = ("unit", "owner", "body")


def place(change: Change, file: str = "") -> str:
    """Give the line of a change in its ``file``, in another with its path, of the newer version where it is there."""
    span = change.spans[1] or change.spans[0]
    if span is None:
        return ""
    return line(f":{span.line}" if span.path == file else f"{span.path}:{span.line}")


def between(entry: Entry, words: Words, *, value: bool = True) -> str:
    """Say in which of three versions a change was made; nothing when there are but two.

    Where two of them made one, the ``value`` between is told too.
    """
    if entry.between is None:
        return ""
    told = words.say(f"diff.between.{entry.between.by}", middle=words.side("middle"), new=words.side("new"))
    both = entry.between.by == "both" and entry.between.value is not None
    held = stood(entry, words)[1] if value and both else None
    return f"{told}; {words.say('diff.between.value', value=held)}" if held else told


def stood(entry: Entry, words: Words) -> tuple[str | None, ...]:
    """Write what stood in each version, the oldest first; None where there was nothing.

    A thing that came or went is shown by its name where it is; texts are in one language, that of what changed.
    """
    change = entry.change
    if change.came or change.went:
        found = (Values(version, words.messages) for version in reversed(words.versions))
        return tuple(line(v.text(v.strategy.name(change.subject))) if v.subject(change) else None for v in found)
    reader = words.messages.language
    language = told_in([value for value in entry.values if isinstance(value, Text)], reader)
    return tuple(
        None
        if value is None
        else line(said(value, reader, language) if isinstance(value, Text) else here.write(change, value))
        for here, value in words.stages(entry)
    )


def hanging(group: Group, words: Words) -> str:
    """Name what was not changed and hangs on what has ended still; nothing when there is no such thing."""
    things = tuple(words.thing(ref) for ref in group.hanging)
    kind = group.head.change.subject.kind
    key = f"diff.hanging.{kind if kind in _ENDING else 'other'}"
    return words.say(key, things=things) if things else ""


def beside(review: Review, group: Group, entry: Entry, words: Words) -> tuple[str, ...]:
    """Say what stands beside a change and is none itself: what hangs on the thing still, what may be the same."""
    still = hanging(group, words) if entry is group.head else ""
    return tuple(filter(None, (still, *hints(review, entry, words))))


def hints(review: Review, entry: Entry, words: Words) -> tuple[str, ...]:
    """Say of a removed thing what may be the same under another id, and what to write where if so."""
    held = (hint for hint in review.comparison.hints if entry.change.went and hint.old == entry.change.subject)
    return tuple(_hint(hint, words) for hint in held)


def _hint(hint: Hint, words: Words) -> str:
    file = words.comparison.new.where(hint.new).path
    return words.say("diff.hint", name=words.thing(hint.new), id=hint.old.id, file=file)
