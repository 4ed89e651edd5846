"""Entries in words: what stands by a change: its values in each version, which one made it, its commits, its place."""

from strategy_cli.changes import Change, Hint
from strategy_cli.formats.changes.sides import HASH
from strategy_cli.formats.changes.values import Values, said, told_in
from strategy_cli.formats.changes.words import Words, line
from strategy_cli.model.text import Text
from strategy_cli.reviewing import Entry, Group, Review

LONGEST = 90  # of a value in a line
_ENDING = ("unit", "owner", "body")


def place(change: Change, file: str = "") -> str:
    """Give the line of a change in its ``file``, in another with its path, of the newer version where it is there."""
    span = change.spans[1] or change.spans[0]
    if span is None:
        return ""
    return line(f":{span.line}" if span.path == file else f"{span.path}:{span.line}")


def is_of_being(change: Change) -> bool:
    """Tell whether a change is that a thing came or went."""
    return change.id in {f"{change.subject.kind}-{action}" for action in ("added", "removed")}


def between(entry: Entry, words: Words, *, value: bool = True) -> str:
    """Say in which of three versions a change was made; nothing when there are but two.

    Where two of them made one, the ``value`` between is told too.
    """
    if entry.between is None:
        return ""
    told = words.say(f"diff.between.{entry.between.by}", middle=words.side("middle"), new=words.side("new"))
    held = _in_the_middle(entry, words) if value and entry.between.by == "both" else None
    return f"{told}; {words.say('diff.between.value', value=held)}" if held else told


def stood(entry: Entry, words: Words) -> tuple[str | None, ...]:
    """Write what stood in each version, the oldest first; None where there was nothing.

    A thing that came or went is shown by its name where it is.
    """
    change = entry.change
    if is_of_being(change):
        found = (Values(version, words.messages) for version in reversed(words.versions))
        return tuple(line(v.text(v.strategy.name(change.subject))) if v.subject(change) else None for v in found)
    was, becomes = words.about(entry).sides(change)
    if words.middle is None:
        return was, becomes
    if entry.between is None:
        return was, "", becomes
    texts = _texts(entry)
    if texts:  # one language in all columns, that of what changed
        language = told_in(texts, words.messages.language)
        was, middle, becomes = (line(said(text, words.messages.language, language)) for text in texts)
        return was, middle, becomes
    middles = {"middle": becomes, "new": was, "undone": becomes, "both": _in_the_middle(entry, words)}
    return was, middles[entry.between.by], was if entry.between.by == "undone" else becomes


def _texts(entry: Entry) -> tuple[Text, ...]:
    """Give the three texts of a change that two of three versions made; nothing of any other."""
    values = entry.change.before, entry.between and entry.between.value, entry.change.after
    texts = tuple(value for value in values if isinstance(value, Text))
    both = entry.between and entry.between.by == "both"
    return texts if both and len(texts) == len(values) else ()


def _in_the_middle(entry: Entry, words: Words) -> str | None:
    value = entry.between and entry.between.value
    if words.middle is None or value is None:
        return None
    if isinstance(value, Text):
        language = words.messages.language
        return line(said(value, language, told_in(_texts(entry) or (value,), language)))
    return line(Values(words.middle, words.messages).write(entry.change, value))


def commits(entry: Entry, words: Words) -> tuple[str, ...]:
    """Name the commits that brought a change: the first digits, the day and the subject, a line each."""
    told = [
        line(f"{commit.hash[:HASH]} {words.messages.write(commit.day)} {commit.subject}") for commit in entry.commits
    ]
    return (*told, words.say("diff.not-committed")) if entry.uncommitted else tuple(told)


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
    gone = entry.change.id == f"{entry.change.subject.kind}-removed"
    held = (hint for hint in review.comparison.hints if gone and hint.old == entry.change.subject)
    return tuple(_hint(hint, words) for hint in held)


def _hint(hint: Hint, words: Words) -> str:
    file = words.comparison.new.where(hint.new).path
    return words.say("diff.hint", name=words.thing(hint.new), id=hint.old.id, file=file)
