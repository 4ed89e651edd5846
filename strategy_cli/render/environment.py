"""Environment: where templates are found, the city's own before the packaged ones, and where one failed."""

from collections.abc import Callable, Mapping
from traceback import walk_tb

from jinja2 import (
    BaseLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)

from strategy_cli.errors import StrategyError
from strategy_cli.render.compiled import Kept, stored
from strategy_cli.render.compiler import Packaged
from strategy_cli.render.inherited import check
from strategy_cli.render.packaged import packaged_templates
from strategy_cli.render.sandbox import ReachedError, Sandbox, audit

PACKAGED = "packaged/"  # a template of the city's own reaches the one that it replaces by this

Own = Mapping[str, tuple[str, str]]  # name → source, and the path to show


class _Loader(BaseLoader):
    """Finds a template of the city's own, else the packaged one."""

    def __init__(self, own: Own) -> None:
        self._own = own
        self._packaged = FileSystemLoader(packaged_templates())

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        if template not in self._own:
            return self._packaged.get_source(environment, template.removeprefix(PACKAGED))
        source, path = self._own[template]
        parsed = environment.parse(source, template, path)
        check(parsed, path, self._known(), lambda name: self._parsed(environment, name))
        audit(parsed, self._known(), path)
        return source, path, None

    def _parsed(self, environment: Environment, name: str) -> nodes.Template:
        own = self._own.get(name)
        source, path = own or self._packaged.get_source(environment, name.removeprefix(PACKAGED))[:2]
        return environment.parse(source, name, path)

    def _known(self) -> frozenset[str]:
        packaged = self._packaged.list_templates()
        return frozenset((*packaged, *(PACKAGED + name for name in packaged), *self._own))


_SANDBOXED = Kept()


def environment(
    own: Own,
    finalize: Callable[[object], object],
    filters: Mapping[str, Callable[..., object]],
    names: Mapping[str, object],
    words: tuple[str, str],
) -> Environment:
    """Set templates up; with any of the city's own, all of them run in a sandbox."""
    kind = Sandbox if own else Packaged
    made = kind(
        loader=_Loader(own),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_SANDBOXED if own else stored(*words),
    )
    made.filters |= filters
    made.globals |= names
    return made


def failure(error: Exception, own: Own) -> StrategyError | None:
    """Make the sentence for a fault in a template of the city's own; None when it lies elsewhere."""
    found = _place(error, {path for _, path in own.values()})
    if found is None:
        return None
    path, line = found
    if isinstance(error, ReachedError):
        return StrategyError("template-reaches", template=path, line=line, what=error.what)
    args = {"template": path, "line": line}
    if isinstance(error, TemplateSyntaxError | UndefinedError):
        broken = isinstance(error, TemplateSyntaxError)
        return StrategyError("template-syntax" if broken else "template-undefined", reason=str(error.message), **args)
    reason = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return StrategyError("template-failed", reason=reason, **args)


def _place(error: Exception, paths: set[str]) -> tuple[str, int] | None:
    path, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if isinstance(path, str) and path in paths and line:
        return path, int(line)
    frames = ((frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    return next((place for place in reversed([*frames]) if place[0] in paths), None)
