"""Expression: what a rule of the city's own says in ``when`` or ``need``, read and made ready to run."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from math import isfinite
from typing import Any

from jinja2 import TemplateError, nodes
from jinja2.environment import TemplateExpression
from jinja2.parser import Parser
from jinja2.visitor import NodeTransformer

from strategy_cli.rules.own.reading import Reading
from strategy_cli.rules.own.sandbox import Sandbox
from strategy_cli.rules.own.shape import Models
from strategy_cli.rules.own.wrong import WrongError

LONGEST = 500  # characters
_STRANGE = re.compile(r"(?:unexpected(?: char)?|got) '(?!end of)(.+?)'(?!')")  # in what Jinja says
_DEEPEST = 20  # brackets within brackets
# What Jinja and Python say of text that is no expression, or one too deep for them.
_UNREADABLE = (TemplateError, SyntaxError, ValueError, OverflowError, RecursionError, MemoryError)


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that may be run, the names that it begins from, and the thing's own keys among what it looks at."""

    parsed: nodes.Expr
    names: tuple[str, ...]
    keys: tuple[str, ...]

    def ready(self, sandbox: Sandbox) -> Callable[[Mapping[str, Any]], Any]:
        """Make it a function of the values of its names; raises WrongError where it is too much for Python."""
        result = nodes.Assign(nodes.Name("result", "store"), self.parsed, lineno=1)
        try:
            run = TemplateExpression(sandbox.from_string(nodes.Template([result], lineno=1)), undefined_to_none=False)
        except _UNREADABLE as error:
            raise WrongError("too-deep") from error
        return lambda values: run(**values)


def read(text: str, kind: str, models: Models) -> Expression:
    """Read an expression about a kind of thing; raises WrongError at the first thing wrong with it."""
    if len(text) > LONGEST:
        raise WrongError("too-long", count=len(text), longest=LONGEST)
    if _depth(text) > _DEEPEST:
        raise WrongError("too-deep")
    reading, parsed = Reading(kind, models), _parsed(text)
    reading.shape(parsed)
    found = Expression(parsed, tuple(dict.fromkeys(reading.names)), tuple(reading.keys))
    found.ready(_reader())
    return found


def _parsed(text: str) -> nodes.Expr:
    try:
        parser = Parser(_reader(), text, state="variable")
        found = parser.parse_expression()
    except _UNREADABLE as error:
        strange = _STRANGE.search(str(error)) if isinstance(error, TemplateError) else None
        raise WrongError("syntax-at", strange[1]) if strange else WrongError("syntax") from error
    if not parser.stream.eos:
        raise WrongError("left-over", str(parser.stream.current.value))
    exact: nodes.Expr = _Exact().visit(found)
    return exact


class _Exact(NodeTransformer):
    """Has numbers with decimals read as they are written, not as the nearest binary fraction."""

    def visit_Const(self, node: nodes.Const) -> nodes.Expr:  # noqa: N802
        if not isinstance(node.value, float):
            return node
        if not isfinite(node.value):
            raise WrongError("forbidden", "inf")
        return nodes.Pos(node, lineno=node.lineno)


@cache
def _reader() -> Sandbox:
    return Sandbox()


def _depth(text: str) -> int:
    """Count how deep brackets nest; those in quotation marks too, which does no harm."""
    depth = deepest = 0
    for bracket in re.findall(r"[()\[\]{}]", text):
        depth = max(0, depth + (bracket in "([{") - (bracket in ")]}"))
        deepest = max(deepest, depth)
    return deepest
