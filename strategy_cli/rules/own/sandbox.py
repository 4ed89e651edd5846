"""Sandbox: the operations, filters and tests that an expression may use; loaded only where a city has own rules."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from jinja2 import StrictUndefined, pass_environment
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS, make_attrgetter
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS

from strategy_cli.rules.own.thing import MISSING, Missing, View

Values = Iterable[Any]
DATE = "date__of"  # the function's name once an expression has been read: no key is called so


class NoNumberError(Exception):
    """An expression calculates with something that is not a number."""

    def __init__(self, value: object) -> None:
        """Keep what it is."""
        super().__init__(value)
        self.value = _shown(value)


def _shown(value: object) -> object:
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(map(str, value))
    return value if isinstance(value, date | Decimal) else str(value) or "{…}"  # a map without an id


class Sandbox(ImmutableSandboxedEnvironment):
    """Evaluates expressions over a view: they look at its keys, calculate and compare; they reach for nothing else."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self, view: View | None = None) -> None:
        """Take what expressions look at; None where they are only read."""
        super().__init__(undefined=StrictUndefined, autoescape=False, cache_size=0)
        self.globals = {DATE: date.fromisoformat}
        self.filters = dict(_FILTERS)
        self.tests = dict(_TESTS)
        self._view = view

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give what stands under a key; Python's own attributes are not looked at."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Give what stands under a key or at a place in a list."""
        if self._view is None:
            raise SecurityError(str(argument))
        return self._view.look(obj, argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        """Calculate with numbers, what is missing being nought; the difference of two days is in days.

        What cannot be computed is missing: a share of nothing, or the days to a day that is not given.
        """
        if operator not in _OPERATIONS:
            raise SecurityError(operator)
        if operator == "-" and any(isinstance(side, date) for side in (left, right)):
            return (left - right).days if isinstance(left, date) and isinstance(right, date) else MISSING
        first, second = _number(left), _number(right)
        return _OPERATIONS[operator](first, second) if second or "/" not in operator else MISSING

    def call_unop(self, context: Context, operator: str, arg: Any) -> Any:  # noqa: ARG002
        """Give a number or its negative."""
        return -_number(arg) if operator == "-" else _number(arg)


def _number(value: Any) -> Decimal:
    if isinstance(value, Missing):
        return Decimal(0)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise NoNumberError(value)
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)


_OPERATIONS: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "//": lambda a, b: a // b,
}


def _held(environment: Sandbox, values: Values, attribute: str | None) -> list[Any]:
    """Give the values, or what each holds under a key; what is missing is left out."""
    found = map(make_attrgetter(environment, attribute), values) if attribute else values
    return [one for one in found if not isinstance(one, Missing)]


@pass_environment
def _sum(environment: Sandbox, values: Values, attribute: str | None = None) -> Decimal:
    return sum(map(_number, _held(environment, values, attribute)), Decimal(0))


@pass_environment
def _least(environment: Sandbox, values: Values, attribute: str | None = None) -> Any:
    return min(_held(environment, values, attribute), default=MISSING)


@pass_environment
def _most(environment: Sandbox, values: Values, attribute: str | None = None) -> Any:
    return max(_held(environment, values, attribute), default=MISSING)


@pass_environment
def _unique(environment: Sandbox, values: Values, attribute: str | None = None) -> list[Any]:
    return list(dict.fromkeys(_held(environment, values, attribute)))


@pass_environment
def _map(environment: Sandbox, values: Values, attribute: str) -> list[Any]:
    return _held(environment, values, attribute)


def _listed(name: str) -> Callable[..., list[Any]]:
    """Make a list of what one of Jinja's own filters gives: an empty one is false, and can be counted."""
    inside: Any = FILTERS[name]

    def run(*args: Any) -> list[Any]:
        return list(inside(*args))

    run.jinja_pass_arg = inside.jinja_pass_arg  # type: ignore[attr-defined]
    return run


_FILTERS: Mapping[str, Callable[..., Any]] = {
    **{name: _listed(name) for name in ("select", "reject", "selectattr", "rejectattr")},
    "map": _map,
    "sum": _sum,
    "min": _least,
    "max": _most,
    "unique": _unique,
    "list": list,
    "length": len,
    "count": len,
    "first": lambda values: next(iter(values), MISSING),
    "last": lambda values: next(reversed(list(values)), MISSING),
    "abs": lambda value: abs(_number(value)),
    "lower": lambda value: str(value).lower(),
    "upper": lambda value: str(value).upper(),
    "trim": lambda value: str(value).strip(),
    "default": lambda value, other: other if isinstance(value, Missing) else value,
}
_COMPARED = ("eq", "equalto", "==", "ne", "!=", "lt", "<", "le", "<=", "gt", ">", "ge", ">=", "in")
_TESTS: Mapping[str, Callable[..., Any]] = {
    **{name: cast("Callable[..., Any]", TESTS[name]) for name in _COMPARED},
    "none": lambda value: isinstance(value, Missing),
    "defined": lambda value: not isinstance(value, Missing),
    "undefined": lambda value: isinstance(value, Missing),
}
FILTER_NAMES, TEST_NAMES = frozenset(_FILTERS), frozenset(_TESTS)
