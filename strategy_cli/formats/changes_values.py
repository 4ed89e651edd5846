"""Values of changes in words: links by name, closed words, figures with their unit, items by what they hold."""

from decimal import Decimal

from strategy_cli.changes import Change
from strategy_cli.messages import Messages
from strategy_cli.model.fields import Node
from strategy_cli.model.goal import Judgement
from strategy_cli.model.indicator import Dated, Indicator, Observation, Range
from strategy_cli.model.project import Milestone, Update
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.strategy import Strategy

_MEASURED = ("targets", "values", "forecasts", "baseline")


class Values:
    """Writes the values of one version: a link is shown by the name that the thing had in it."""

    def __init__(self, strategy: Strategy, messages: Messages) -> None:
        """Take the version and the language."""
        self.strategy = strategy
        self.messages = messages

    def write(self, change: Change, value: object) -> str:
        """Write one side of a change."""
        if isinstance(value, Ref):
            return self.messages.write(self.strategy.name(value))
        if isinstance(value, bool):
            return self.messages.say("words.yes" if value else "words.no")
        if isinstance(value, str):
            return self.word(change, value)
        if isinstance(value, tuple):
            return ", ".join(self.write(change, one) for one in value)
        if isinstance(value, Decimal):
            return self.figure(change, value)
        return self.node(change, value) if isinstance(value, Node) else self.messages.write(value)

    def word(self, change: Change, value: str, inside: str = "") -> str:
        """Write one of a field's closed set of words; any other text as it stands."""
        key = f"words.{change.subject.kind}.{change.field}{inside}.{value}"
        return self.messages.say(key) if self.messages.has(key) else value

    def figure(self, change: Change, value: Decimal) -> str:
        """Write a number with the unit it is measured in."""
        written = self.messages.write(value)
        head = change.field.partition(".")[0]
        if head == "money":
            return self.messages.say("diff.euros", amount=written)
        entity = self.strategy.find(change.subject) or self.strategy.find(change.args.get("formerly", change.subject))
        unit = entity.unit if isinstance(entity, Indicator) and head in _MEASURED else None
        return f"{written}\u00a0{self.messages.write(unit)}" if unit else written

    def node(self, change: Change, node: Node) -> str:
        """Write what a map holds: its main value; what it is known by is told beside."""
        match node:
            case Range():
                return self.messages.say("words.indicator.better.within", min=node.min, max=node.max)
            case Dated():
                value = self.write(change, node.value)
                return value if change.field == "targets" else f"{value} ({node.period})"
            case Observation():
                return self.write(change, node.value)
            case Milestone():
                return self.messages.write(node.due)
            case Judgement():
                return self.word(change, node.class_, ".class")
            case Update():
                return self.word(change, node.status, ".status")
        return self.messages.write(getattr(node, "name", ""))

    def item(self, change: Change, item: object) -> str:
        """Write what an item of a list, or the key of a map, is known by."""
        if isinstance(item, Dated):
            return self.write(change, item.value) if change.field == "targets.period" else str(item.period)
        if isinstance(item, Ref):
            return self.write(change, item)
        for key in ("period", "year", "name"):
            if isinstance(item, Node) and hasattr(item, key):
                return self.messages.write(getattr(item, key))
        return self.messages.write(item)


def telling(before: Text, after: Text, language: str) -> str:
    """Choose the language in which two texts are shown: the reader's, unless they are the same in it."""
    if before.pick(language) != after.pick(language):
        return language
    old = dict(before.words)
    return next((code for code, words in after.words if old.get(code) != words), language)
