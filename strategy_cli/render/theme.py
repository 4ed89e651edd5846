"""Theme: ``theme/theme.yaml`` → colours and a font for the page, each checked; what cannot be used is told."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from strategy_cli import nearest
from strategy_cli.contrast import is_colour
from strategy_cli.document import Data, Document, Key, parse
from strategy_cli.render import palette
from strategy_cli.span import whole_file

_KEYS = (*palette.SCHEMES, "font")
_FAMILY = r"[^\W_][\w -]{0,60}"  # so that none needs more than quotation marks
_FONT = re.compile(rf"{_FAMILY}(?:, ?{_FAMILY}){{0,9}}")
_GENERIC = frozenset({"serif", "sans-serif", "monospace", "system-ui"})


@dataclass(frozen=True, slots=True)
class Note:
    """Something of the city's own that was not used: a message of the block ``theme``, and its arguments."""

    key: str
    args: Mapping[str, object]


@dataclass(slots=True)
class Theme:
    """The city's own colours by name, light and dark, and its font families; and what was not used."""

    light: dict[str, str] = field(default_factory=dict)
    dark: dict[str, str] = field(default_factory=dict)
    font: str | None = None
    notes: list[Note] = field(default_factory=list)

    def css(self) -> str:
        """Write the rules that stand after the style sheet; paper keeps its own ground and text."""
        paper = {name: colour for name, colour in self.light.items() if name not in palette.printed()}
        rules = (
            ("screen and (prefers-color-scheme: light)", _rules(self.light)),
            ("screen and (prefers-color-scheme: dark)", _rules(self.dark)),
            ("print", _rules(paper)),
            ("all", f"--font: {_families(self.font)};" if self.font else ""),
        )
        return "\n".join(f"@media {media} {{ :root {{ {given} }} }}" for media, given in rules if given)


def read(path: str, content: bytes, accent: str | None = None) -> Theme:
    """Read a theme, ``path`` being what people are shown; ``accent`` is the colour of the head if it gives none."""
    document = parse(path, content)
    theme = Theme(notes=[Note("theme.fault", {"place": fault.span, "fault": fault}) for fault in document.faults])
    theme.notes += _read(theme, document)
    for scheme, given, packaged in zip(palette.SCHEMES, (theme.light, theme.dark), palette.defaults(), strict=True):
        head = {"brand": accent} if accent and scheme == "light" else {}
        theme.notes += _without_faint(document, scheme, given, {**packaged, **head})
    return theme


def _read(theme: Theme, document: Document) -> Iterator[Note]:
    data = {} if document.data is None else document.data
    if not isinstance(data, dict):
        yield _note(document, (), "map", name=document.path)
        return
    for key, value in data.items():
        if key == "font":
            yield from _font(theme, document, value)
        elif key in palette.defaults()[0]:
            yield _note(document, (key,), "scheme", name=key)
        elif key not in palette.SCHEMES:
            yield _unknown(document, (key,), _KEYS)
        elif not isinstance(value, dict):
            yield _note(document, (key,), "map", name=key)
        else:
            yield from _colours(document, key, value, theme.light if key == "light" else theme.dark)


def _font(theme: Theme, document: Document, value: Data) -> Iterator[Note]:
    if isinstance(value, str) and _FONT.fullmatch(value):
        theme.font = value
    else:
        yield _note(document, ("font",), "font")


def _colours(document: Document, scheme: str, given: Mapping[str, Data], colours: dict[str, str]) -> Iterator[Note]:
    known = palette.defaults()[0]
    for name, value in given.items():
        if name not in known:
            yield _unknown(document, (scheme, name), known)
        elif isinstance(value, str) and is_colour(value):
            colours[name] = value
        else:
            yield _note(document, (scheme, name), "colour", name=f"{scheme}.{name}", value=value)


def _without_faint(document: Document, scheme: str, given: dict[str, str], packaged: palette.Colours) -> Iterator[Note]:
    """Leave out, of what is given, the pair that stands out least, until all do; without one, another may not."""
    while bad := [f for f in palette.faint({**packaged, **given}) if not given.keys().isdisjoint((f.colour, f.ground))]:
        worst = min(bad, key=lambda found: found.ratio)
        own = worst.colour if worst.colour in given else worst.ground
        ratio, least = (palette.written(figure) for figure in (worst.ratio, worst.least))
        names = {"colour": f"{scheme}.{worst.colour}", "ground": f"{scheme}.{worst.ground}"}
        yield _note(document, (scheme, own), "faint", ratio=ratio, least=least, **names)
        given.pop(worst.colour, None)
        given.pop(worst.ground, None)


def _unknown(document: Document, key: Key, known: Collection[str]) -> Note:
    name = ".".join(map(str, key))
    close = nearest.name(str(key[-1]), known)
    if close is None:
        return _note(document, key, "unknown", name=name, known=", ".join(known))
    return _note(document, key, "unknown-near", name=name, nearest=close)


def _note(document: Document, key: Key, problem: str, **args: object) -> Note:
    span = document.span(key, on_key=True) if document.data else whole_file(document.path)
    return Note(f"theme.{problem}", {"place": f"{span.path}:{span.line}", **args})


def _rules(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())


def _families(font: str) -> str:
    names = (name.strip() for name in font.split(","))
    given = [name if name in _GENERIC else f'"{name}"' for name in names]
    return ", ".join(given if given[-1] in _GENERIC else [*given, "sans-serif"])
