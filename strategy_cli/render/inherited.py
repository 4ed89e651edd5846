"""Inherited: what a template of the city's own takes from others, where a slip in a name would leave a page empty."""

from collections.abc import Callable, Collection, Iterator

from jinja2 import nodes

from strategy_cli import nearest
from strategy_cli.errors import StrategyError

Parsed = Callable[[str], nodes.Template]  # a template by its name

_CALLS = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


def check(template: nodes.Template, path: str, known: Collection[str], parsed: Parsed) -> None:
    """Make sure that the templates and blocks that a template names are there.

    ``known`` are the names of templates. Raises StrategyError with the nearest name for the first that is not.
    """
    for node in template.find_all(_CALLS):
        name = _named(node)
        if name is not None and name not in known and _is_a_name(name):
            close = nearest.name(name, known)
            args = {"template": path, "line": node.lineno, "name": name, "nearest": close or ""}
            raise StrategyError("template-missing-near" if close else "template-missing", **args)
    blocks = {name: None for parent in _parents(template, known, parsed) for name in _blocks(parent)}
    for stated in template.body if blocks else ():
        if isinstance(stated, nodes.Block) and stated.name not in blocks:
            close = nearest.name(stated.name, blocks)
            args = {"template": path, "line": stated.lineno, "block": stated.name, "nearest": close or ""}
            known_blocks = ", ".join(blocks)
            raise StrategyError("template-block-near" if close else "template-block", known=known_blocks, **args)


def _parents(template: nodes.Template, known: Collection[str], parsed: Parsed) -> Iterator[nodes.Template]:
    """Walk the templates that one builds on, the nearest first, as far as their names are plain."""
    left = set(known)
    while (name := next((_named(node) for node in template.find_all(nodes.Extends)), None)) in left and name:
        left.remove(name)
        template = parsed(name)
        yield template


def _blocks(template: nodes.Template) -> Iterator[str]:
    return (node.name for node in template.find_all(nodes.Block))


def _named(node: nodes.Node) -> str | None:
    called = getattr(node, "template", None)
    return called.value if isinstance(called, nodes.Const) and isinstance(called.value, str) else None


def _is_a_name(name: str) -> bool:
    """Tell whether it could be a template's name; what is not is refused by the sandbox."""
    return name.endswith((".j2", ".css")) and ".." not in name and not name.startswith("/")
