"""Sandbox: what a template of the city's own may do, which is to show the report's contents and nothing else."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import chain
from types import MethodType
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_ROUNDS = 1_000_000  # of all loops over range() together


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FILTERS = _names(
    "abs capitalize count d default dictsort e escape first float groupby int items join last length list lower map"
    " max min reject rejectattr replace reverse round select selectattr sort string striptags sum title trim truncate"
    " unique upper wordcount"
)
_GLOBALS = _names("cycler dict joiner namespace")
_METHODS: Mapping[type, frozenset[str]] = {
    str: _names(
        "capitalize count endswith find isdigit lower lstrip removeprefix removesuffix rstrip split startswith strip"
        " title upper"
    ),
    Mapping: _names("get items keys values"),
    tuple: _names("count index"),
    list: _names("count index"),
    date: _names("isoformat weekday"),
    Decimal: _names(""),
}


class ReachedError(SecurityError):
    """A template reached for ``what``, which is not for templates."""

    def __init__(self, what: str, path: str | None = None, line: int | None = None) -> None:
        """Keep what was reached for, and where if that is known."""
        super().__init__(what)
        self.what = what
        self.filename = path
        self.lineno = line


class Sandbox(ImmutableSandboxedEnvironment):
    """Runs templates that are data: they read what the report holds, and call only what is made for templates.

    Methods are called by a list of the harmless, for objects of the model have some that read files.
    What multiplies text is refused, and the rounds of loops over ``range`` are counted.
    """

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        """Leave out the globals that are not on the list."""
        super().__init__(**options)
        self.globals = {name: self.globals[name] for name in _GLOBALS} | {"range": self._range}
        self._rounds = 0

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may use an attribute: any value, but only harmless methods."""
        return super().is_safe_attribute(obj, attr, value) and (not callable(value) or _is_harmless(obj, attr, value))

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:  # noqa: ARG002
        """Refuse at once, even where the value would not be used."""
        raise ReachedError(attribute)

    def wrap_str_format(self, value: Any) -> None:  # noqa: ARG002
        """Treat ``format`` of texts as any other method: its widths could fill the memory."""
        return

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply numbers, but neither texts nor lists, nor raise to a power."""
        if operator == "**" or not all(isinstance(side, int | float | Decimal) for side in (left, right)):
            raise ReachedError(operator)
        return super().call_binop(context, operator, left, right)

    def _range(self, *ends: int) -> range:
        found = range(*ends)
        self._rounds += len(found)
        if self._rounds > MOST_ROUNDS:
            raise ReachedError(f"range({', '.join(map(str, ends))})")
        return found


def audit(template: nodes.Template, known: Collection[str], path: str) -> None:
    """Look through a template before it runs; raises ReachedError at the first thing that is not for templates.

    ``known`` are the names of the templates that it may call for.
    """
    for node in template.find_all(_LOOKED_AT):
        for what in _reached(node, known):
            raise ReachedError(what, path, node.lineno)


_LOOKED_AT = (
    nodes.Getattr,
    nodes.Getitem,
    nodes.Filter,
    nodes.Extends,
    nodes.Include,
    nodes.Import,
    nodes.FromImport,
)


def _reached(node: nodes.Node, known: Collection[str]) -> Iterator[str]:
    if isinstance(node, nodes.Getattr):
        yield from [node.attr] if node.attr.startswith("_") else []
    elif isinstance(node, nodes.Getitem):
        yield from (name for name in _constants(node.arg) if name.startswith("_"))
    elif isinstance(node, nodes.Filter):
        yield from _reached_by_filter(node)
    else:
        yield from (name for name in _constants(getattr(node, "template")) if name not in known)  # noqa: B009


def _reached_by_filter(node: nodes.Filter) -> Iterator[str]:
    given = [*node.args, *(one.value for one in node.kwargs)]
    for name in chain.from_iterable(map(_constants, given)):
        if any(part.startswith("__") for part in name.split(".")):
            yield name
    called = [node.name]
    other = node.args[0] if node.name == "map" and node.args else None  # the name of a filter, in plain sight
    if isinstance(other, nodes.Const):
        called.append(str(other.value))
    elif other is not None:
        yield "|map"
    yield from (f"|{name}" for name in called if name in FILTERS and name not in _FILTERS)


def _constants(node: nodes.Node) -> list[str]:
    found = (node,) if isinstance(node, nodes.Const) else node.find_all(nodes.Const)
    return [one.value for one in found if isinstance(one.value, str)]


def _is_harmless(obj: Any, attr: str, value: Any) -> bool:
    for kind, names in _METHODS.items():
        if isinstance(obj, kind):
            return attr in names
    if type(obj).__module__.startswith("jinja2."):
        return True
    return isinstance(value, MethodType) and value.__func__.__module__.startswith("strategy_cli.")
