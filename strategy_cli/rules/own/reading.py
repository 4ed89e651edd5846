"""Reading: an expression looked through before it runs: every key exists, every word can be, nothing is reached for."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, NoReturn

from jinja2 import nodes

from strategy_cli import nearest
from strategy_cli.rules.own.sandbox import DATE, FILTER_NAMES, TEST_NAMES
from strategy_cli.rules.own.shape import ANYTHING, DAY, PLAIN, Models, Shape, keys
from strategy_cli.rules.own.wrong import WrongError

_NAMES = {"today": Shape(more=DAY)}
_KEPT = {"list", "select", "reject", "selectattr", "rejectattr", "unique"}
_ONE = {"first", "last", "min", "max"}
_DEEPEST = 30  # levels of an expression
_BY_NAME = {"map", "sum", "min", "max", "unique"}  # filters whose argument is attribute='...'
_EQUAL = {"eq", "ne", "equalto", "==", "!="}
_PLAIN_NODES = (
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Div,
    nodes.FloorDiv,
    nodes.Neg,
    nodes.Pos,
    nodes.CondExpr,
    nodes.List,
    nodes.Tuple,
    nodes.Const,
)


class Reading:
    """Looks through one expression about a kind of thing; ``names`` are those that it begins from.

    ``keys`` are the thing's own among what it looks at, in order.
    """

    def __init__(self, kind: str, models: Models) -> None:
        """Know what can be asked of the kind."""
        self._models = models
        self._known = {**keys(Shape(models[kind]), models), kind: Shape(models[kind]), **_NAMES}
        self._kind = kind
        self._depth = 0
        self.names: list[str] = []
        self.keys: list[str] = []

    def shape(self, node: nodes.Node) -> Shape:
        """Tell what an expression gives, having looked through all of it; raises WrongError."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise WrongError("too-deep")
        found = self._shape(node)
        self._depth -= 1
        return found

    def _shape(self, node: nodes.Node) -> Shape:
        match node:
            case nodes.Name():
                return self._name(node.name)
            case nodes.Getattr():
                return self._attribute(node)
            case nodes.Getitem():
                return self._item(node)
            case nodes.Filter():
                return self._filter(node)
            case nodes.Test():
                return self._test(node)
            case nodes.Call():
                return self._call(node)
            case nodes.Compare():
                return self._compared(node)
        return self._plain(node)

    def _plain(self, node: nodes.Node) -> Shape:
        if not isinstance(node, _PLAIN_NODES):
            self._forbidden(type(node).__name__.lower())
        for child in node.iter_child_nodes():
            self.shape(child)
        if isinstance(node, nodes.Div | nodes.FloorDiv) and _is_nought(node.right):
            raise WrongError("by-nought")
        return PLAIN if isinstance(node, nodes.Not | nodes.Const) else ANYTHING

    def _name(self, name: str) -> Shape:
        if name not in self._known:
            self._unknown(name, self._known)
        self.names.append(name)
        self.keys.append(name)
        return self._known[name]

    def _attribute(self, node: nodes.Getattr) -> Shape:
        if isinstance(node.node, nodes.Name) and node.node.name == self._kind:
            self.keys.append(node.attr)
        return self._key(self.shape(node.node), node.attr)

    def _key(self, shape: Shape, key: str) -> Shape:
        if key.startswith("_"):
            self._forbidden(key)
        if not shape.known:
            return ANYTHING
        if shape.several:
            raise WrongError("of-a-list", key)
        known = keys(shape, self._models)
        if key not in known:
            self._unknown(key, known)
        return known[key]

    def _item(self, node: nodes.Getitem) -> Shape:
        shape = self.shape(node.node)
        place = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if isinstance(place, str):
            return self._key(shape, place)
        if not isinstance(place, int) or isinstance(place, bool):
            self._forbidden("[ ]")
        return replace(shape, several=False)

    def _path(self, shape: Shape, path: str) -> Shape:
        """Follow ``body.kind`` from each thing of a list."""
        found = replace(shape, several=False)
        for key in path.split("."):
            found = self._key(found, key)
        return found

    def _filter(self, node: nodes.Filter) -> Shape:
        if node.name not in FILTER_NAMES or node.node is None:
            self._unknown(node.name, FILTER_NAMES, "filter")
        base = self.shape(node.node)
        given = [*node.args, *(one.value for one in node.kwargs)]
        for one in (*given, node.dyn_args, node.dyn_kwargs):
            if one is not None and not isinstance(one, nodes.Const):
                self.shape(one)
        path = self._of_each(node, base)
        if node.name == "map":
            return replace(path, several=True) if path else self._forbidden("map")
        if node.name in _KEPT:
            return base
        return replace(path or base, several=False) if node.name in _ONE else ANYTHING

    def _of_each(self, node: nodes.Filter, base: Shape) -> Shape | None:
        """Follow the path that a filter is given, and look at the test that it goes by."""
        by_attribute = node.name in ("selectattr", "rejectattr")
        tested = by_attribute or node.name in ("select", "reject")
        paths = [one.value for one in node.kwargs if one.key == "attribute"] or (node.args[:1] if by_attribute else [])
        other = [one.key for one in node.kwargs if one.key != "attribute"]
        if (
            (node.args and node.name in _BY_NAME)
            or other
            or node.dyn_args
            or node.dyn_kwargs
            or any(not isinstance(_said(one), str) for one in paths)
        ):
            self._forbidden(node.name)
        path = self._path(base, str(_said(paths[0]))) if paths else None
        rest = node.args[int(by_attribute) :]
        if tested and rest:
            name = str(_said(rest[0]))
            if name not in TEST_NAMES:
                self._unknown(name, TEST_NAMES, "test")
            self._words(path or replace(base, several=False), name, rest[1:])
        return path

    def _test(self, node: nodes.Test) -> Shape:
        if node.name not in TEST_NAMES:
            self._unknown(node.name, TEST_NAMES, "test")
        shape = self.shape(node.node)
        for one in node.args:
            self.shape(one)
        self._words(shape, node.name, node.args)
        return PLAIN

    def _compared(self, node: nodes.Compare) -> Shape:
        shape = self.shape(node.expr)
        for one in node.ops:
            self.shape(one.expr)
            self._words(shape, "in" if one.op == "notin" else one.op, [one.expr])
        return PLAIN

    def _words(self, shape: Shape, test: str, given: Iterable[nodes.Node]) -> None:
        """Hold the words that something is compared with against those that it can be."""
        for node in given:
            words = [_said(one) for one in getattr(node, "items", ())] if test == "in" else [_said(node)]
            for word in (one for one in words if isinstance(one, str)):
                if shape.more == DAY:
                    raise WrongError("day-in-words", word)
                if shape.choices and (test in _EQUAL or test == "in") and word not in shape.choices:
                    self._unknown(word, shape.choices, "choice")

    def _call(self, node: nodes.Call) -> Shape:
        word = _said(node.args[0]) if len(node.args) == 1 else None
        if not isinstance(node.node, nodes.Name) or node.node.name != "date":
            self._forbidden(str(getattr(node.node, "name", getattr(node.node, "attr", "( )"))))
        node.node.name = DATE  # a decision has a date of its own
        if node.kwargs or node.dyn_args or node.dyn_kwargs or not isinstance(word, str):
            raise WrongError("no-day", "date")
        try:
            date.fromisoformat(word)
        except ValueError:
            raise WrongError("no-day", word) from None
        return Shape(more=DAY)

    def _unknown(self, word: str, known: Iterable[str], sort: str = "key") -> NoReturn:
        if word.startswith("_"):
            self._forbidden(word)
        known = sorted(known)
        close = nearest.name(word, known)
        raise WrongError(f"{sort}-near" if close else sort, word, nearest=close, known=", ".join(known))

    def _forbidden(self, word: str) -> NoReturn:
        raise WrongError("forbidden", word)


def _is_nought(node: nodes.Node) -> bool:
    while isinstance(node, nodes.Pos | nodes.Neg):
        node = node.node
    return isinstance(node, nodes.Const) and node.value == 0 and not isinstance(node.value, bool)


def _said(node: Any) -> object:
    return node.value if isinstance(node, nodes.Const) else None
