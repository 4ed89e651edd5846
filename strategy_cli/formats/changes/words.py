"""Changes in words: what a change is about, what happened, and the value before and after."""

import re

from strategy_cli.changes import TAXA, Change, Comparison, Weight
from strategy_cli.formats.changes.values import Values, said, telling
from strategy_cli.messages import Messages
from strategy_cli.model.text import Text
from strategy_cli.reviewing import Review
from strategy_cli.strategy import Strategy

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_HASH = 7


class Words:
    """The words of one comparison in one language; every text is one line without control characters."""

    def __init__(self, comparison: Comparison, messages: Messages) -> None:
        """Take both versions and the language."""
        self.comparison = comparison
        self.messages = messages
        self.old, self.new = Values(comparison.old, messages, old=True), Values(comparison.new, messages)

    def say(self, key: str, **args: object) -> str:
        """Say a sentence of the program."""
        return _line(self.messages.say(key, **args))

    def kind(self, change: Change) -> str:
        """Say what kind of thing a change is about."""
        return self.messages.say(f"kinds.{change.subject.kind}")

    def name(self, change: Change) -> str:
        """Name the thing that a change is about, as the new version does if it is there."""
        here = self.new if change.spans[1] else self.old
        return _line(here.text(here.strategy.name(change.subject)))

    def what(self, change: Change) -> str:
        """Say what happened, and to which item of a list."""
        said = self.say(self._phrase(change), field=self._field(change), kind=self.kind(change))
        here = self.old if change.after is None else self.new
        was, becomes = self.sides(change)
        item = _line(here.item(change, change.args["item"])) if "item" in change.args else ""
        language = str(change.args.get("language", "")) or self._only(change)
        told = [t for t in (item, language) if t and t not in (was, becomes)]
        return f"{said} ({', '.join(told)})" if told else said

    def sides(self, change: Change) -> tuple[str | None, str | None]:
        """Write the value before and after; None where there was or is nothing."""
        before, after = change.before, change.after
        if isinstance(before, Text) and isinstance(after, Text):
            language = telling(before, after, self.messages.language)
            was, becomes = (said(text, self.messages.language, language) for text in (before, after))
            return _line(was), _line(becomes)
        then = None if before is None else _line(self.old.write(change, before))
        return then, None if after is None else _line(self.new.write(change, after))

    def sentence(self, change: Change, longest: int | None = None) -> str:
        """Say the whole change in one line, long values cut to ``longest``."""
        return f"{self.name(change)}: {self.event(change, longest)}"

    def event(self, change: Change, longest: int | None = None) -> str:
        """Say what happened and the values, without naming the thing."""
        sides = self.sides(change)
        shown = shortened(*sides, longest) if longest else sides
        values = dict.fromkeys(one for one in shown if one is not None)  # a value that stayed is said once
        return ": ".join((self.what(change), " → ".join(values))) if values else self.what(change)

    def version(self, side: str) -> str:
        """Name a side (``old`` or ``new``): its title, status and decision, and where it was read."""
        strategy = self.comparison.old if side == "old" else self.comparison.new
        about = strategy.about
        facts = [self.messages.say(f"words.strategy.status.{about.status}"), self._decision(strategy)]
        told = "; ".join(fact for fact in (*facts, self._read_from(strategy)) if fact)
        title = said(about.title, self.messages.language)
        return self.say("diff.side", side=self.messages.say(f"diff.{side}"), title=title, facts=told)

    def counts(self, review: Review) -> str:
        """Count the changes by weight, and those that are not shown."""
        if not review.selected:
            return self.say("diff.none")
        said = self.say("diff.summary", **{w.label: review.count(w) for w in Weight})
        hidden = sum(review.hidden)
        return f"{said} {self.say('diff.hidden', hidden=hidden)}" if hidden else said

    def _decision(self, strategy: Strategy) -> str:
        made = strategy.decisions.get(strategy.about.decision or "")
        if made is None:
            return ""
        body = strategy.bodies.get(made.body)
        parts = (body.name if body else made.body, made.date, made.section)
        return " ".join(self.new.text(part) for part in parts if part)

    def _read_from(self, strategy: Strategy) -> str:
        version = strategy.version
        folder = self.messages.say("diff.folder", place=version.place)
        if version.commit is None:
            return folder
        key = "revision" if version.revision else "committed" if version.clean else "uncommitted"
        commit = version.commit[:_HASH]
        told = self.messages.say(f"diff.{key}", revision=version.revision, commit=commit, day=version.day)
        two_folders = not (self.comparison.old.version.revision or self.comparison.new.version.revision)
        return f"{folder}; {told}" if two_folders else told

    def _only(self, change: Change) -> str:
        """Say in which languages a text was changed, when it stayed as it was in others."""
        if not (isinstance(change.before, Text) and isinstance(change.after, Text)):
            return ""
        old, new = dict(change.before.words), dict(change.after.words)
        changed = sorted(code for code in {*old, *new} if old.get(code) != new.get(code))
        stayed = len({*old, *new}) > len(changed)
        return self.say("diff.only", languages=tuple(changed)) if stayed else ""

    def _phrase(self, change: Change) -> str:
        """Find the words of a change: its own, else those shared by areas, else those of its action."""
        taxon = TAXA[change.id]
        slug = change.id.removeprefix(f"{taxon.area}-")
        if slug == taxon.action:
            slug = f"entity-{slug}"
        keys = (f"changes.{change.id}", f"changes.{slug}", f"changes.{taxon.action}")
        return next(key for key in keys if self.messages.has(key))

    def _field(self, change: Change) -> str:
        if (here := self.new if change.after is not None else self.old).own(change):
            return _line(here.text(here.strategy.about.fields.name(change.subject.kind, change.field)))
        stem = f"fields.{change.subject.kind}.{change.field}"
        whole = isinstance(change.before, tuple)
        keys = (f"{stem}.label" if whole else f"{stem}.one", stem, f"{stem}.label")
        return next((self.messages.say(key) for key in keys if self.messages.has(key)), change.field)


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


def _line(text: str) -> str:
    return _UNPRINTABLE.sub(" ", text).strip()
