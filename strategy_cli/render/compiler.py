"""Compiler: templates → code that writes each value once, and labels that no value changes not at all."""

from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame

_WORDS = ("say", "word")  # globals that give words for a key, and need nothing of the template's context


class _Lean(CodeGenerator):
    """Generates less to do at run time, with the same text as the result.

    What ``finalize`` gives is safe already, so it is not escaped again; ``say`` of a fixed key becomes its words; calls
    for words are plain calls, and attributes are those of Python objects only. A long report is filled in by half a
    million expressions.
    """

    _in_key = False

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"({finalize.src}")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        key = _fixed_key(node)
        if key and finalize.const is not None:
            say: Any = self.environment.globals["say"]
            return str(finalize.const(say(key)))
        return super()._output_child_to_const(node, frame, finalize)

    def visit_Call(self, node: nodes.Call, frame: Frame, **how: Any) -> None:  # type: ignore[override]  # noqa: N802
        if not _is_for_words(node):
            super().visit_Call(node, frame, **how)
            return
        self.visit(node.node, frame)
        self.write("(")
        for place, argument in enumerate((*node.args, *node.kwargs)):
            self.write(", " if place else "")
            self._in_key = argument is node.args[0]
            self.visit(argument, frame)
            self._in_key = False
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        if not self._in_key:
            super().visit_Concat(node, frame)
            return
        self.write('"".join(map(str, (')
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write(")))")


class Packaged(Environment):
    """The environment of the packaged templates."""

    code_generator_class = _Lean


def _is_for_words(node: nodes.Node) -> bool:
    return (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and node.node.name in _WORDS
        and bool(node.args)
        and not (node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs))
    )


def _fixed_key(node: nodes.Node) -> str | None:
    """Give the key of a call of ``say`` that has nothing but a fixed one; None of anything else."""
    if not (isinstance(node, nodes.Call) and _is_for_words(node) and len(node.args) == 1 and not node.kwargs):
        return None
    name, argument = node.node, node.args[0]
    if isinstance(name, nodes.Name) and name.name == "say" and isinstance(argument, nodes.Const):
        return str(argument.value)
    return None
