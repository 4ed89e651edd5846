"""Faulty: a rule of the city's own that cannot be followed is a finding where it is written."""

import re
from collections.abc import Iterator

from strategy_cli.finding import Finding, Level
from strategy_cli.model.about import Requirement
from strategy_cli.model.text import Text
from strategy_cli.rules.registry import OWN_FAULTY, RULES, rule
from strategy_cli.span import Span
from strategy_cli.strategy import Strategy

PLACES = ("name", "id")
_PLACE = re.compile(r"\{([^{}]*)\}")


@rule(Level.ERROR)
def own_rule_faulty(strategy: Strategy) -> Iterator[Finding]:
    """A rule of the city's own cannot be followed: its expression is wrong, or its id is taken.

    A check that silently checks nothing is worse than none.

    Bad:
        strategy.yaml:
            title: Strategy
            lint:
                require:
                    - id: large-project-decided
                      kind: project
                      when: mony | sum(attribute='asked') > 100000  # here
                      need: decisions
                      message: "{name}: a project of over 100 000 euros needs a decision"

    Good:
        strategy.yaml:
            title: Strategy
            lint:
                require:
                    - id: large-project-decided
                      kind: project
                      when: money | sum(attribute='asked') > 100000
                      need: decisions
                      message: "{name}: a project of over 100 000 euros needs a decision"
    """
    seen: set[str] = set()
    for number, one in enumerate(strategy.about.lint.require):
        if one.id in RULES or one.id in seen:
            problem = "taken" if one.id in RULES else "twice"
            yield fault(strategy, number, "id", problem, word=one.id)
        seen.add(one.id)
        yield from _messages(strategy, number, one)
        yield from _expressions(strategy, number, one)


def _messages(strategy: Strategy, number: int, one: Requirement) -> Iterator[Finding]:
    for key, text in (("message", one.message), ("help", one.help)):
        if text and (unknown := unfilled(text)):
            yield fault(strategy, number, key, "placeholder", word=f"{{{unknown[0]}}}")


def unfilled(text: Text) -> list[str]:
    """List what stands in braces in a text and is not filled in."""
    return [place for _, words in text.words for place in _PLACE.findall(words) if place not in PLACES]


def _expressions(strategy: Strategy, number: int, one: Requirement) -> Iterator[Finding]:
    from strategy_cli.rules.own.expression import read  # Jinja loads only where there are rules of the city's own
    from strategy_cli.rules.own.shape import models
    from strategy_cli.rules.own.wrong import WrongError

    known = models(strategy.about.fields)
    for key, text in (("when", one.when), ("need", one.need)):
        try:
            if text is not None:
                read(text, one.kind, known)
        except WrongError as error:
            yield fault(strategy, number, key, error.problem, **error.said)


def fault(strategy: Strategy, number: int, key: str, problem: str, **args: object) -> Finding:
    """Make the finding for a part of a rule, at the word in it that is at fault if that can be pointed at."""
    about, where = strategy.about, ("lint", "require", number, key)
    one = about.lint.require[number]
    span = _at(strategy.where(about.ref, *where), str(getattr(one, key)), args.get("word"))
    return Finding(OWN_FAULTY, span, about.ref, where, {"rule": one.id, "key": key, **args}, problem)


def _at(span: Span, text: str, word: object) -> Span:
    """Point at a word of an expression that is written plainly on one line; else at all of it."""
    found = re.search(rf"(?<!\w){re.escape(str(word))}(?!\w)", text) if word else None
    if not found or span.line != span.end_line or span.end_column - span.column != len(text):
        return span
    return Span(span.path, span.line, span.column + found.start(), span.line, span.column + found.end())
