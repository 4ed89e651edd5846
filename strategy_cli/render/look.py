"""Look: the city's own templates, colours, font and logo, from the folders ``templates`` and ``theme`` of a source."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import Environment, TemplateSyntaxError, meta
from markupsafe import Markup

from strategy_cli import nearest
from strategy_cli.errors import StrategyError
from strategy_cli.render import packaged, theme
from strategy_cli.render.environment import Own
from strategy_cli.render.theme import Note
from strategy_cli.source import Source

LARGEST_LOGO = 200 * 1024
_THEME = "theme/theme.yaml"
_LOGOS = {"theme/logo.svg": "image/svg+xml", "theme/logo.png": "image/png"}
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Look:
    """What a city has of its own.

    ``templates`` are by name; ``css`` stands after the style sheet; ``logo`` is an image as an address that holds it;
    ``notes`` tell what was not used.
    """

    templates: Own = field(default_factory=dict)
    css: Markup = field(default_factory=Markup)
    logo: str | None = None
    notes: tuple[Note, ...] = ()


PLAIN = Look()


def read(source: Source, accent: str | None = None) -> Look:
    """Read the look of one version; ``accent`` is the head's colour where the theme gives none.

    Raises StrategyError for a template that is not UTF-8 text.
    """
    if not source.look:
        return PLAIN
    templates = _templates(source)
    dress = theme.read(source.shown(_THEME), source.look.get(_THEME, b""), accent)
    notes = [*dress.notes, *_astray(source, templates)]
    logo = _logo(source, notes)
    return Look(templates, Markup(dress.css()), logo, tuple(notes))


def _templates(source: Source) -> Own:
    found = {}
    for path, content in source.look.items():
        folder, _, name = path.partition("/")
        if folder == "templates" and "/" not in name:
            shown = source.shown(path)
            found[name] = (_decoded(content, shown), shown)
    return found


def _decoded(content: bytes, shown: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise StrategyError("template-failed", template=shown, line=line, reason="UTF-8") from error


def _astray(source: Source, templates: Own) -> Iterator[Note]:
    """Tell of files whose names say nothing to the program."""
    used = packaged.names() | _used(templates)
    for path in source.look:
        folder, _, name = path.partition("/")
        known = used if folder == "templates" else {"theme.yaml", "logo.svg", "logo.png"}
        if name not in known:
            close = nearest.name(name, known)
            key = "theme.file-near" if close else "theme.file"
            yield Note(key, {"place": source.shown(path), "nearest": close})


def _used(templates: Own) -> frozenset[str]:
    """Name the templates that those of the city's own call for."""
    plain = Environment(autoescape=True)
    found: set[str | None] = set()
    for text, _ in templates.values():
        try:
            found.update(meta.find_referenced_templates(plain.parse(text)))
        except TemplateSyntaxError:  # told when it is filled in
            continue
    return frozenset(name for name in found if name)


def _logo(source: Source, notes: list[Note]) -> str | None:
    for path, kind in _LOGOS.items():
        content = source.look.get(path)
        if content is None:
            continue
        if problem := _problem(content, kind):
            notes.append(Note(f"theme.{problem}", {"place": source.shown(path), "kilobytes": LARGEST_LOGO // 1024}))
        else:
            return f"data:{kind};base64,{b64encode(content).decode()}"
    return None


def _problem(content: bytes, kind: str) -> str | None:
    if len(content) > LARGEST_LOGO:
        return "logo-size"
    is_image = content.startswith(_PNG) if kind == "image/png" else b"<svg" in content
    return None if is_image else "logo-kind"
