"""Schema: the JSON Schema (draft 2020-12) of the files of a kind, made from its model.

It takes whatever lint takes, typed as a YAML 1.2 editor types it, and refuses only what lint tells of.
"""

from dataclasses import dataclass, field
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, PlainValidator

from strategy_cli.editor.known import THEME, Known, words
from strategy_cli.editor.scalars import IDS, NOTHING, NULL, PERIOD, PLAIN, SCALARS, SPOKEN_TEXT, TEXT, Schema, as_read
from strategy_cli.editor.wording import Path, Wording
from strategy_cli.messages import LANGUAGES
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import LANGUAGE, SPOKEN, Link, When
from strategy_cli.model.indicator import Better, Range
from strategy_cli.model.kinds import FOLDERS, key_of

_SPOKEN = "spoken"  # the definition of what the program says for the city
_DECLARED = (About.kind, "fields")  # where a city declares keys: they are told of alike for every kind of thing
KEY = 2  # the length of the path to a key of a thing itself
DRAFT = "https://json-schema.org/draft/2020-12/schema"
MODELS: dict[str, type[Entity]] = {About.kind: About, **{model.kind: model for model in FOLDERS.values()}}

# What the models read as words, and rules look up.
_NAMED: dict[Path, str] = {("goal", "themes"): THEME, ("strategy", "lint", "rules"): "rule"}
_BETTER = getattr(Better, "__metadata__")[0].func  # noqa: B009 - a type, to the checker
_ASKED = {"project": ("status",)}  # by the rule missing-key, of a thing that could be read without


def schema(kind: str, known: Known, wording: Wording) -> Schema:
    """Make the schema of the files of a kind: one thing as a map, or several in a list, each with its id."""
    writer = _Writer(known, wording)
    thing = writer.map(known.models.get(kind, MODELS[kind]), (kind,))
    top = {"$schema": DRAFT, "description": wording.of_kind(kind)}
    if kind == About.kind:
        return {**top, **thing, "$defs": writer.definitions()}
    one = {"$ref": f"#/$defs/{kind}"}
    several = {"items": {"anyOf": [{**one, "required": ["id"]}, NOTHING]}}
    definitions = {kind: thing, **writer.definitions()}
    return {**top, "if": {"type": "array"}, "then": several, "else": one, "$defs": definitions}


@dataclass(frozen=True, slots=True)
class _Writer:
    known: Known
    wording: Wording
    linked: set[str] = field(default_factory=set)  # the kinds whose ids the schema needs

    def map(self, model: type[BaseModel], path: Path) -> Schema:
        """Write a map by its model, the keys that it cannot do without first."""
        fields = [(key_of(name, info), info) for name, info in model.model_fields.items()]
        optional = {"id"} if len(path) == 1 else set()
        asked = _ASKED.get(path[0], ()) if len(path) == 1 else ()
        required = [k for k, info in fields if (info.is_required() and k not in optional) or k in asked]
        properties = {}
        for key, info in sorted(fields, key=lambda field: field[0] not in required):
            shape = self.shape(info.annotation, tuple(info.metadata), (*path, key))
            described = {"description": self.told((*path, key))}
            properties[key] = {**described, **(shape if key in required else _or_nothing(shape))}
        needed = {"required": required} if required else {}
        return {"type": "object", "properties": properties, **needed, "additionalProperties": False}

    def told(self, path: Path, *, item: bool = False) -> str:
        """Tell of a key, the city's own by its label."""
        if len(path) == KEY and (declared := self.known.own.of(path[0]).get(path[1])):
            return words(declared.label, self.wording.languages) or path[1]
        return self.wording.key(("own", *path[3:]) if path[:2] == _DECLARED and path[3:] else path, item=item)

    def shape(self, annotation: Any, metadata: tuple[Any, ...], path: Path) -> Schema:
        """Write what a field is declared as."""
        if path in _NAMED and annotation is str:
            return self.link(_NAMED[path])
        for mark in metadata:
            if isinstance(mark, PlainValidator):
                return self.scalar(mark.func, next((m.kind for m in metadata if isinstance(m, Link)), None), path)
        lone = any(isinstance(mark, BeforeValidator) for mark in metadata)  # as_map: a scalar stands for its map
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            inside = self.map(annotation, path)
            return {"anyOf": [{"type": PLAIN}, inside]} if lone else inside
        whole = self.compound(annotation, path)  # where a list may stand for a map, it is of plain words
        return {"anyOf": [{"type": "array", "items": {"type": PLAIN}}, whole]} if lone else whole

    def compound(self, annotation: Any, path: Path) -> Schema:
        """Write a list, a free map, a choice of words, or what is inside an optional field."""
        origin, inside = get_origin(annotation), get_args(annotation)
        if hasattr(annotation, "__metadata__"):
            return self.shape(inside[0], annotation.__metadata__, path)
        if origin is tuple:
            items = {"description": self.told(path, item=True), **self.shape(inside[0], (), path)}
            return {"type": "array", "items": _or_nothing(items)}
        if origin is dict:
            return self.free(inside[0], inside[1], path)
        if origin is Literal:
            return self.choice(path, inside)
        if origin in (Union, UnionType):
            return self.shape(next(one for one in inside if one is not type(None)), (), path)
        return {}

    def scalar(self, validator: Any, link: str | None, path: Path) -> Schema:
        """Write a value that is one scalar, a text in several languages, or the way an indicator should go."""
        if validator is TEXT:
            return {"$ref": "#/$defs/text"}
        if validator is SPOKEN_TEXT:
            self.linked.add(_SPOKEN)
            return {"$ref": f"#/$defs/{_SPOKEN}"}
        if validator is _BETTER:
            within = self.map(Range, path)
            return {"anyOf": [self.choice(path, ("up", "down")), within]}
        if link:
            return self.link(link)
        sentence, shape = SCALARS[validator]
        return self.said(shape, sentence)

    def said(self, shape: Schema, sentence: str) -> Schema:
        """Add how a value is written, for the editor to say when it is not."""
        return {**shape, "errorMessage": self.wording.mistake(sentence)} if sentence else shape

    def link(self, kind: str) -> Schema:
        """Write the id of a thing: one of those there are, where they are known."""
        if not self.known.ids.get(kind):
            return self.id_of(kind)
        self.linked.add(kind)
        return {"$ref": f"#/$defs/{_definition(kind)}"}

    def id_of(self, kind: str) -> Schema:
        """Write the shape of an id that nothing more is known of."""
        if kind == THEME:
            return {"type": PLAIN}
        sentence, shape = SCALARS[_reader("ref" if kind == "*" else "id")]
        return self.said(shape, sentence)

    def free(self, key: Any, value: Any, path: Path) -> Schema:
        """Write a map whose keys are ids or periods."""
        item = {"description": self.told(path, item=True), **_or_nothing(self.shape(value, (), path))}
        kind = next((m.kind for m in getattr(key, "__metadata__", ()) if isinstance(m, Link)), _NAMED.get(path))
        if kind and (ids := self.known.ids.get(kind)):
            named = {name: {**item, "description": words or name} for name, words in ids.items()}
            return {"type": "object", "properties": named, "additionalProperties": self.stranger("unknown-id")}
        pattern = PERIOD if key is When else IDS if kind else None
        if pattern is None:
            return {"type": "object", "additionalProperties": item}
        stranger = self.stranger("period" if key is When else "id")
        return {"type": "object", "patternProperties": {pattern: item}, "additionalProperties": stranger}

    def stranger(self, sentence: str) -> Schema:
        """Refuse a key that is no id or period, unless it has no value: then it is not there at all."""
        return {"if": NOTHING, "else": {"enum": [], **self._choose(sentence)}}

    def choice(self, path: Path, choices: tuple[str, ...]) -> Schema:
        """Write one of a few words, each with what it means."""
        told = self.called(path, choices)
        values = [(value, told.get(choice, choice)) for choice in choices for value in as_read(choice)]
        described = {"enumDescriptions": [meaning for _, meaning in values]} if told else {}
        return {
            "enum": [value for value, _ in values],
            **described,
            **self._choose("choice", choices=", ".join(choices)),
        }

    def called(self, path: Path, choices: tuple[str, ...]) -> dict[str, str]:
        """Tell what the choices mean, those of the city's own field by its words for them."""
        declared = self.known.own.of(path[0]).get(path[1]) if len(path) == KEY else None
        if declared:
            return {name: words(text, self.wording.languages) for name, text in declared.choices.items()}
        return dict(zip(choices, self.wording.choices(path, choices), strict=False))

    def definitions(self) -> Schema:
        """Write what many keys share: text in the strategy's languages, and the ids of every kind."""
        ids = {_definition(kind): self.one_of(self.known.ids[kind]) for kind in sorted(self.linked - {_SPOKEN})}
        spoken = {_SPOKEN: self.text(SPOKEN)} if _SPOKEN in self.linked else {}
        return {"text": self.text(), **spoken, **ids, "nothing": NULL}

    def one_of(self, names: Any) -> Schema:
        """Write the ids that there are, each with the name behind it."""
        values = [(value, words or name) for name, words in names.items() for value in as_read(name)]
        described = {"enumDescriptions": [words for _, words in values]}
        return {"enum": [value for value, _ in values], **described, **self._choose("unknown-id")}

    def text(self, more: tuple[str, ...] = ()) -> Schema:
        """Write a text: plain in the strategy's first language, or a map by language; ``more`` will do as well."""
        word = _or_nothing({"type": PLAIN})
        if codes := self.known.languages and tuple(dict.fromkeys((*self.known.languages, *more))):
            by_language: Schema = {"properties": {code: {"description": code, **word} for code in codes}}
        else:
            by_language = {"patternProperties": {f"^{LANGUAGE.pattern}$": word}}
        languages = {"type": "object", **by_language, "additionalProperties": False, "minProperties": 1}
        codes_said = ", ".join(codes or LANGUAGES)
        return {"anyOf": [{**languages, **self._choose("text", codes=codes_said)}, {"type": PLAIN}]}

    def _choose(self, sentence: str, **args: object) -> Schema:
        return {"errorMessage": self.wording.mistake(sentence, **args)}


def _or_nothing(shape: Schema) -> Schema:
    """Let a value be left out; shape stays where editors look for it, its type goes among the alternatives."""
    if shape.get("type") in ("array", "object"):
        rest = {key: value for key, value in shape.items() if key != "type"}
        return {**rest, "anyOf": [{"type": shape["type"]}, NOTHING]}
    if "anyOf" in shape:
        return {**shape, "anyOf": [*shape["anyOf"], NOTHING]}
    described = {"description": shape["description"]} if "description" in shape else {}
    return {**described, "anyOf": [{k: v for k, v in shape.items() if k != "description"}, NOTHING]}


def _definition(kind: str) -> str:
    return "ref" if kind == "*" else f"{kind}-id"


def _reader(name: str) -> Any:
    return next(validator for validator, (sentence, _) in SCALARS.items() if sentence == name)
