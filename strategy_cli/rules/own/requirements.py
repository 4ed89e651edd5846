"""Requirements: the rules that a city has written as data, each as a rule over its strategy."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from strategy_cli.finding import Finding, Level, OwnWords
from strategy_cli.model.about import Requirement
from strategy_cli.model.entity import Entity
from strategy_cli.model.kinds import attributes
from strategy_cli.rules.own.expression import Expression, read
from strategy_cli.rules.own.faulty import fault, unfilled
from strategy_cli.rules.own.sandbox import NoNumberError, Sandbox
from strategy_cli.rules.own.shape import models
from strategy_cli.rules.own.thing import TooSlowError, UnknownKeyError, View
from strategy_cli.rules.own.wrong import WrongError
from strategy_cli.rules.registry import OWN, RULES, Rule
from strategy_cli.strategy import Strategy

# What can still be wrong when an expression meets a value: words and numbers do not compare, nor does nought divide.
_FAILED = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError, UnknownKeyError)


def own_rules(strategy: Strategy) -> Mapping[str, Rule]:
    """Give the rules of the city's own by id; one whose id is taken is none."""
    found: dict[str, Rule] = {}
    for number, one in enumerate(strategy.about.lint.require):
        if one.id not in RULES and one.id not in found:
            found[one.id] = _rule(number, one)
    return found


def _rule(number: int, one: Requirement) -> Rule:
    def check(strategy: Strategy, on: date) -> Iterator[Finding]:
        yield from _checked(strategy, on, number, one)

    check.__doc__ = one.message.words[0][1]
    words = OwnWords(one.message, one.help)
    return Rule(one.id, OWN, {"minimum": Level[one.level.upper()]}, check, check, ("on",), words)


def _checked(strategy: Strategy, on: date, number: int, one: Requirement) -> Iterator[Finding]:
    """Find the things that lack what they need; a rule that cannot be followed, or said, is told of as such."""
    if unfilled(one.message) or (one.help and unfilled(one.help)):
        return  # told by own-rule-faulty
    known = models(strategy.about.fields)
    try:
        parts = [(key, read(text, one.kind, known)) for key, text in (("when", one.when), ("need", one.need)) if text]
    except WrongError:
        return  # told by own-rule-faulty
    run = _Run(View(strategy), on, dict(parts))
    found: list[Finding] = []
    for entity in strategy.entities[one.kind].values():
        try:
            if run.lacks(entity):
                found.append(_finding(strategy, one, entity, run.keys))
        except TooSlowError:
            yield fault(strategy, number, run.at, "too-slow")
            return
        except NoNumberError as error:
            yield fault(strategy, number, run.at, "no-number", name=entity.label or entity.id, value=error.value)
            return
        except _FAILED:
            yield fault(strategy, number, run.at, "failed", name=entity.label or entity.id)
            return
    yield from found


class _Run:
    """Runs the expressions of a rule; ``at`` is the one that was run last."""

    def __init__(self, view: View, on: date, parts: Mapping[str, Expression]) -> None:
        self._view, self._on = view, on
        sandbox = Sandbox(view)
        self._ready: dict[str, tuple[Callable[[Mapping[str, Any]], Any], tuple[str, ...]]] = {
            key: (part.ready(sandbox), part.names) for key, part in parts.items()
        }
        self.keys = tuple(n for key in ("need", "when") if key in parts for n in parts[key].keys)
        self.at = "need"

    def lacks(self, entity: Entity) -> bool:
        """Tell whether a thing is meant and has not what it needs."""
        return ("when" not in self._ready or self._holds("when", entity)) and not self._holds("need", entity)

    def _holds(self, key: str, entity: Entity) -> bool:
        self.at = key
        run, names = self._ready[key]
        return bool(run({name: self._value(entity, name) for name in names}))

    def _value(self, entity: Entity, name: str) -> Any:
        thing = self._view.thing(entity)
        if name == "today":
            return self._on
        return thing if name == entity.kind else self._view.look(thing, name)


def _finding(strategy: Strategy, one: Requirement, entity: Entity, looked_at: tuple[str, ...]) -> Finding:
    """Make the finding on the first key that the rule asks for and the thing has, else on the thing itself."""
    known = attributes(type(entity))
    given = next((n for n in looked_at if n in known and known[n] in entity.model_fields_set), None)
    key = () if given is None else (given,)
    args = {"name": entity.label or entity.id, "id": entity.id}
    words = OwnWords(one.message, one.help)
    return Finding(one.id, strategy.where(entity.ref, *key, on_key=True), entity.ref, key, args, own=words)
