"""Values of changes in words: links by name, closed words, figures with their unit, items by what they hold."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from strategy_cli.changes import Change
from strategy_cli.messages import Messages
from strategy_cli.model.about import Requirement
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Node
from strategy_cli.model.goal import Judgement
from strategy_cli.model.indicator import Dated, Indicator, Observation, Range
from strategy_cli.model.own import OwnField
from strategy_cli.model.project import Milestone, Update
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

_STANDING = "values.preliminary"
_MEASURED = ("targets", "values", "forecasts", "baseline")


class Values:
    """Writes the values of one version: a link is shown by the name that the thing had in it."""

    def __init__(self, strategy: Strategy, messages: Messages, *, old: bool = False) -> None:
        """Take the version, the language, and whether things are known here by what they were called formerly."""
        self.strategy = strategy
        self.messages = messages
        self.old = old

    def write(self, change: Change, value: object) -> str:
        """Write one side of a change."""
        if change.field == _STANDING:
            return self.standing(change)
        if isinstance(value, Ref):
            return self.text(self.strategy.name(value))
        if isinstance(value, bool):
            return self.messages.say("words.yes" if value else "words.no")
        if isinstance(value, str):
            return self.word(change, value)
        if isinstance(value, tuple):
            return ", ".join(self.write(change, one) for one in value)
        if isinstance(value, Decimal):
            return self.figure(change, value)
        return self.node(change, value) if isinstance(value, Node) else self.text(value)

    def own(self, change: Change) -> OwnField | None:
        """Find the declaration of the field, if it is one of the city's own."""
        return self.strategy.about.fields.of(change.subject.kind).get(change.field)

    def text(self, value: object) -> str:
        """Write a text with its language behind it when that is not the reader's; anything else as it is."""
        return said(value, self.messages.language) if isinstance(value, Text) else self.messages.write(value)

    def standing(self, change: Change) -> str:
        """Write the figure whose standing, preliminary or final, was changed."""
        entity = self.subject(change)
        held = entity.values.get(change.args["item"]) if isinstance(entity, Indicator) else None
        return self.write(replace(change, field="values.value"), held.value) if held else ""

    def subject(self, change: Change) -> Entity | None:
        """Find the thing that a change is about, as it is here."""
        return self.strategy.find(change.args.get("formerly", change.subject) if self.old else change.subject)

    def word(self, change: Change, value: str, inside: str = "") -> str:
        """Write one of a field's closed set of words; any other text as it stands."""
        if field := self.own(change):
            return self.text(field.choices.get(value, value))
        key = f"words.{change.subject.kind}.{change.field}{inside}.{value}"
        return self.messages.say(key) if self.messages.has(key) else value

    def figure(self, change: Change, value: Decimal) -> str:
        """Write a number with the unit it is measured in."""
        written = self.messages.write(value)
        head = change.field.partition(".")[0]
        own = self.own(change)
        if head == "money" or (own and own.type == "euros"):
            return self.messages.say("diff.euros", amount=written)
        entity = self.subject(change)
        unit = entity.unit if isinstance(entity, Indicator) and head in _MEASURED else None
        return f"{written}\u00a0{self.messages.write(unit)}" if unit else written

    def node(self, change: Change, node: Node) -> str:
        """Write what a map holds: its main value; what it is known by is told beside."""
        match node:
            case Range():
                return self.messages.say("words.indicator.better.within", min=node.min, max=node.max)
            case Dated():
                value = self.write(change, node.value)
                return value if change.field == "targets" else f"{value} ({self.messages.write(node.period)})"
            case Observation():
                return self.write(change, node.value)
            case Milestone():
                return self.messages.write(node.due)
            case Judgement():
                return self.word(change, node.class_, ".class")
            case Update():
                return self.word(change, node.status, ".status")
            case OwnField() | Requirement():
                return node.type if isinstance(node, OwnField) else node.need
        return self.text(getattr(node, "name", ""))

    def item(self, change: Change, item: object) -> str:
        """Write what an item of a list, or the key of a map, is known by."""
        if isinstance(item, Dated):
            return self.write(change, item.value) if change.field == "targets.period" else self.text(item.period)
        if isinstance(item, Ref):
            return self.write(change, item)
        if isinstance(item, Requirement):
            return item.id
        for key in ("period", "year", "name"):
            if isinstance(item, Node) and hasattr(item, key):
                return self.text(getattr(item, key))
        return self.text(item)


def said(text: Text, reader: str, language: str | None = None) -> str:
    """Give the words of a text in a language, the reader's unless told, and say which it is when not the reader's."""
    words, code = text.pick(language or reader)
    return words if code == reader else f"{words} ({code})"


def telling(before: Text, after: Text, language: str) -> str:
    """Choose the one language in which two texts are shown."""
    return told_in((before, after), language)


def told_in(texts: Sequence[Text], language: str) -> str:
    """Choose the one language in which texts are shown: the reader's if they differ in it, else another that they have.

    Where they all have none in which they differ, each is shown as it best can be.
    """
    codes = dict.fromkeys((language, *(code for text in reversed(texts) for code, _ in text.words)))
    differ = [code for code in codes if len({dict(text.words).get(code) for text in texts}) > 1]
    return next((code for code in differ if all(code in text.languages for text in texts)), [*differ, language][0])
