"""Drawn: any strategies, for Hypothesis: every key of every model, by what it holds."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from planted.layouts import Choices, Figure, Lone, Several
from strategy_cli.changes.identity import NATURAL_KEYS
from strategy_cli.model import own
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import Read
from strategy_cli.model.indicator import DataSource, Indicator, Observation
from strategy_cli.model.kinds import FOLDERS as MODELS
from strategy_cli.model.kinds import attributes, key_of, submodel
from strategy_cli.model.own import OwnField
from strategy_cli.model.project import Milestone

Things = Mapping[str, Any]
Drawing = st.SearchStrategy[Any]

# The keys that are not drawn, and why.
UNDRAWN: Mapping[type[BaseModel], Mapping[str, str]] = {
    About: {"id": "there is one strategy, and it is called so", "formerly": "there is one strategy, never another"},
    Indicator: {"goal": "it is a layout of goals"},
}
IDS = st.sampled_from(["a", "b", "c", "d"])
TEXTS = st.sampled_from(
    ["Vesi", "Ilma: raikas", "# Maa", "'Tuli'", "1.0", "no", "Kaunis kaupunki", "Yksi\nkaksi\n\nx\n"]
)
MULTI = st.dictionaries(st.sampled_from(["fi", "sv", "en"]), TEXTS, min_size=1).map(Several)
NUMBERS = st.sampled_from(["0", "1", "1.5", "40", "-60"]).map(Figure)
AMOUNTS = st.sampled_from(["0", "1", "1.5", "380"]).map(Figure)
YEARS = st.sampled_from(["2025", "2025-T1", "2026", "2026-06-30", "2030"])
LANGUAGES = st.permutations(["fi", "sv", "en"])
RANGES = [("1", "3"), ("1", "2"), ("2", "4"), ("3", "40")]
BETTER = st.sampled_from(["up", "down", *({"min": Figure(low), "max": Figure(high)} for low, high in RANGES)])
# What a scalar's reader takes, by the reader's name.
SCALARS: Mapping[str, Drawing] = {
    "_id": IDS,
    "_ref": IDS.map("goal/{}".format),
    "_date": st.sampled_from(["2025-05-31", "2025-12-31", "2026-06-30", "2027-01-01"]),
    "_period": YEARS,
    "_number": NUMBERS,
    "_measured": NUMBERS | st.just("valmis"),
    "_euros": AMOUNTS,
    "_year": st.sampled_from(["2025", "2026"]),
    "_whole": st.sampled_from(["0", "1", "2"]),
    "_switch": st.sampled_from(["true", "false"]),
    "_words": TEXTS.map(str.strip),
    "_text": MULTI,
    "_spoken_text": MULTI,
    "_better": BETTER,
}
NAMES = TEXTS.flatmap(lambda text: st.sampled_from(["fi", "sv"]).map(lambda code: Several({code: text})))
LONE: Mapping[type[BaseModel], str] = {Observation: "value", DataSource: "name"}
# The fields of a city's own: any of these types will take the values that things have.
OWN_TYPES = {"risk": ["text", "words", "number", "whole", "euros"], "stage": ["words", "choice"], "part": ["goal"]}
OWN_VALUES = {"risk": st.sampled_from(["1", "2"]), "stage": st.sampled_from(["low", "high"]), "part": IDS}
LABELS = st.fixed_dictionaries({"low": MULTI | st.just("low"), "high": MULTI | st.just("high")}).map(Choices)


MOST = 5  # so many of the keys that may be left out are given at once, lest there be no end of drawing


@st.composite
def some(draw: st.DrawFn, must: Mapping[str, Drawing], may: Mapping[str, Drawing]) -> dict[str, Any]:
    """Draw a map: the keys that it must have, and a few of the others."""
    given = draw(st.lists(st.sampled_from(sorted(may)), max_size=MOST, unique=True)) if may else []
    return {key: draw(drawn) for key, drawn in (*must.items(), *((key, may[key]) for key in given))}


def held(annotation: Any, metadata: tuple[Any, ...] = ()) -> Drawing:
    """Draw what a field may hold, by its type."""
    reader = next((mark.func.__name__ for mark in metadata if isinstance(mark, Read)), None)
    origin, inside = get_origin(annotation), get_args(annotation)
    if reader:
        return SCALARS[reader]
    if origin is Annotated:
        return held(inside[0], annotation.__metadata__)
    if origin is Literal:
        return st.sampled_from(inside)
    if origin is tuple:
        return listed(inside[0])
    if origin is dict:
        return st.dictionaries(held(inside[0]), held(inside[1]), max_size=2)
    if origin is Union or type(None) in inside:
        return held(next(one for one in inside if one is not type(None)))
    return mapped(annotation)


def listed(member: Any) -> Drawing:
    """Draw a list, no two items of which are called the same."""
    known_by = NATURAL_KEYS.get(member)
    drawn = held(member)
    if known_by:
        return st.lists(drawn, max_size=2, unique_by=lambda item: str(item[known_by]))
    return st.lists(drawn, max_size=2, unique_by=str)


@cache
def mapped(model: type[BaseModel]) -> Drawing:
    """Draw a map of a model: the keys that it must have, and a few of the others."""
    drawn = some(*plan(model))
    return drawn.map(lambda keys: Lone(keys, LONE[model])) if model in LONE else drawn


def plan(model: type[BaseModel]) -> tuple[dict[str, Drawing], dict[str, Drawing]]:
    """Tell what is drawn for each key of a model: those that it must have, and those that it may."""
    left_out = UNDRAWN.get(model, {})
    fields = {key_of(name, info): info for name, info in model.model_fields.items()}
    special = {key: drawn for (of, key), drawn in SPECIAL.items() if of is model}
    drawn = {key: _field(info) for key, info in fields.items() if key not in {*left_out, *special}} | special
    must = {*special, *(key for key, info in fields.items() if info.is_required())}
    return {k: v for k, v in drawn.items() if k in must}, {k: v for k, v in drawn.items() if k not in must}


def _field(info: FieldInfo) -> Drawing:
    return held(info.annotation, tuple(info.metadata))


def things(model: type[Entity]) -> Drawing:
    """Draw things of a kind by their ids, with values for all the fields that the city may declare."""
    must, may = plan(model)
    must["own"] = st.fixed_dictionaries({}, optional=OWN_VALUES)
    return st.dictionaries(must.pop("id"), some(must, may), max_size=3)


def declared() -> Drawing:
    """Draw the declarations of the city's own fields, of some kinds of things."""
    must, may = plan(OwnField)
    fields = {name: some({**must, "type": st.sampled_from(types)}, may) for name, types in OWN_TYPES.items()}
    return st.fixed_dictionaries({}, optional=dict.fromkeys(own.KINDS, st.fixed_dictionaries({}, optional=fields)))


# What the type alone does not tell; (a step is known by its name in whatever language comes first).
SPECIAL: Mapping[tuple[type[BaseModel], str], Drawing] = {
    (About, "languages"): LANGUAGES,
    (About, "fields"): st.deferred(declared),
    (OwnField, "choices"): LABELS,
    (Milestone, "name"): NAMES,
}
KINDS: Mapping[str, Drawing] = {
    "strategy.yaml": mapped(About),
    **{folder: things(model) for folder, model in MODELS.items()},
}
FOLDERS: st.SearchStrategy[Things] = st.fixed_dictionaries(dict(KINDS))


def models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Give a model and those of the maps that it holds."""
    yield model
    for key in attributes(model):
        inner = submodel(model, (key,)) or submodel(model, (key, 0))
        yield from models_in(inner) if inner else ()


def keys_of(model: type[BaseModel], path: str) -> Iterator[str]:
    """Name every key of a model and of what it holds: ``project.milestones.due``."""
    for key in attributes(model):
        yield f"{path}.{key}"
        inner = submodel(model, (key,)) or submodel(model, (key, 0))
        yield from keys_of(inner, f"{path}.{key}") if inner else ()


def keys_in(model: type[BaseModel], held: Any, path: str) -> Iterator[str]:
    """Name every key that a drawn thing has, in the same way."""
    for key, value in held.items():
        yield f"{path}.{key}"
        inner = submodel(model, (key,)) or submodel(model, (key, 0))
        if inner:
            here = isinstance(value, dict) and submodel(model, (key,))
            several = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            for one in [value] if here else several:
                yield from keys_in(inner, one, f"{path}.{key}")
