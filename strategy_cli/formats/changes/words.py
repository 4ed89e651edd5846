"""Changes in words: what a change is about, what happened, and the value before and after."""

import re
from dataclasses import replace

from strategy_cli.changes import Change, Comparison
from strategy_cli.formats.changes import phrases
from strategy_cli.formats.changes.citing import cite
from strategy_cli.formats.changes.naming import Side, facts, short
from strategy_cli.formats.changes.values import Values, said, telling
from strategy_cli.messages import Messages
from strategy_cli.model.decision import Decision
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Entry, Review
from strategy_cli.strategy import Strategy

LONGEST = 90  # letters of a value in a line

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


class Words:
    """The words of one comparison in one language; every text is one line without control characters."""

    def __init__(self, comparison: Comparison, messages: Messages, middle: Strategy | None = None) -> None:
        """Take both versions, the one in the middle if there is one, and the language."""
        self.comparison = comparison
        self.messages = messages
        self.middle = middle
        self.old, self.new = Values(comparison.old, messages, old=True), Values(comparison.new, messages)

    @staticmethod
    def of(review: Review, messages: Messages) -> "Words":
        """Give the words of what is reviewed."""
        return Words(review.comparison, messages, review.middle)

    def about(self, entry: Entry) -> "Words":
        """Give the words for one change: of one that was taken back, the newer version is the middle one."""
        if self.middle is None or entry.between is None or entry.between.by != "undone":
            return self
        return Words(replace(self.comparison, new=self.middle), self.messages, self.middle)

    def say(self, key: str, **args: object) -> str:
        """Say a sentence of the program."""
        return line(self.messages.say(key, **args))

    def kind(self, change: Change) -> str:
        """Say what kind of thing a change is about."""
        return self.messages.say(f"kinds.{change.subject.kind}")

    def name(self, change: Change) -> str:
        """Name the thing that a change is about, as the new version does if it is there."""
        return self.thing(change.subject, old=not change.spans[1])

    def thing(self, ref: Ref, *, old: bool = False) -> str:
        """Name a thing as one of the versions does."""
        here = self.old if old else self.new
        return line(here.text(here.strategy.name(ref)))

    def what(self, change: Change) -> str:
        """Say what happened, to which item of a list, and of a merge or a split how many things became how many."""
        here = self.old if change.after is None else self.new
        key, field = phrases.phrase(change, self.messages), phrases.field(change, here)
        said = self.say(key, field=field)
        if change.args.get("orphaned"):
            said = f"{said}, {self.say('diff.orphaned')}"
        item = line(here.item(change, change.args["item"])) if "item" in change.args else ""
        language = str(change.args.get("language", "")) or phrases.only(change, self.messages)
        told = [t for t in (item, language) if t and t not in self.sides(change)]
        told += [line(said) for said in phrases.counts(change, self.old, self.new)]
        return f"{said} ({', '.join(told)})" if told else said

    def sides(self, change: Change) -> tuple[str | None, str | None]:
        """Write the value before and after; None where there was or is nothing."""
        before, after = change.before, change.after
        if isinstance(before, Text) and isinstance(after, Text):
            language = telling(before, after, self.messages.language)
            was, becomes = (said(text, self.messages.language, language) for text in (before, after))
            return line(was), line(becomes)
        then = None if before is None else line(self.old.write(change, before))
        return then, None if after is None else line(self.new.write(change, after))

    def stages(self, entry: Entry) -> tuple[tuple[Values, object], ...]:
        """Give the value in each of two or three versions, the oldest first, with what writes it as that version does.

        In the middle a thing is known by what it was called formerly, if it was called so still.
        """
        here = self.middle and Values(self.middle, self.messages, old=self.middle.find(entry.change.subject) is None)
        return tuple(zip((self.old, here, self.new) if here else (self.old, self.new), entry.values, strict=True))

    def cited(self, decision: Decision, *, title: bool = False) -> str:
        """Cite a decision in words: ``KV 23.5.2022 § 49 (ROIDno-2021-1329)``; its title before that if wanted."""
        source = cite(decision, self.versions, self.messages)
        return line(f"{said(decision.title, self.messages.language)}, {source}" if title else source)

    def sentence(self, change: Change, longest: int | None = None) -> str:
        """Say the whole change in one line, long values cut to ``longest``."""
        return f"{self.name(change)}: {self.event(change, longest)}"

    def event(self, change: Change, longest: int | None = None) -> str:
        """Say what happened and the values, without naming the thing."""
        sides = self.sides(change)
        shown = shortened(*sides, longest) if longest else sides
        values = dict.fromkeys(one for one in shown if one is not None)  # a value that stayed is said once
        return ": ".join((self.what(change), " → ".join(values))) if values else self.what(change)

    def version(self, side: Side) -> str:
        """Name a version that is compared: its title, status and decision, and where it was read."""
        folders = not any(version.version.revision for version in self.versions)
        return line(f"{self.say(f'diff.{side}')}: {facts(self.at(side), self.messages, folders=folders)}")

    def side(self, side: Side) -> str:
        """Name a version in a word: its revision or folder; where others are called so too, old, between or new."""
        names = [line(short(version)) for version in self.versions]
        name = line(short(self.at(side)))
        return name if name and names.count(name) == 1 else self.say(f"diff.{side}")

    def at(self, side: Side) -> Strategy:
        """Give one of the versions; the new one for that in the middle where there is none."""
        if side == "old":
            return self.comparison.old
        return self.middle or self.comparison.new if side == "middle" else self.comparison.new

    @property
    def shown(self) -> tuple[Side, ...]:
        """Name the versions that there are, the oldest first."""
        return ("old", "middle", "new") if self.middle else ("old", "new")

    @property
    def versions(self) -> tuple[Strategy, ...]:
        """The versions, the newest first, since it knows most."""
        middle = (self.middle,) if self.middle else ()
        return (self.comparison.new, *middle, self.comparison.old)


def line(text: str) -> str:
    """Write a text on one line without control characters."""
    return _UNPRINTABLE.sub(" ", text).strip()


def shortened(before: str | None, after: str | None, longest: int) -> tuple[str | None, str | None]:
    """Cut two long values so that where they part can be seen: their common beginning goes first."""
    sides = before or "", after or ""
    common = next((i for i, (a, b) in enumerate(zip(*sides, strict=False)) if a != b), min(map(len, sides)))
    start = common - longest // 3 if max(map(len, sides)) > longest and common > longest // 2 else 0
    return _cut(before, start, longest), _cut(after, start, longest)


def _cut(text: str | None, start: int, longest: int) -> str | None:
    if text is None:
        return None
    kept = text[start:]
    tail = kept if len(kept) <= longest else kept[: longest - 1].rstrip() + "…"
    return f"…{tail}" if start else tail
