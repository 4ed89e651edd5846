"""Kinds: every link is found wherever it is held, and every place in a file has its model."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from making import entity
from pydantic import BaseModel

from strategy_cli.document import Key
from strategy_cli.model import kinds
from strategy_cli.model.about import About, Municipality
from strategy_cli.model.decision import Decision
from strategy_cli.model.entity import Entity, Term
from strategy_cli.model.fields import Link
from strategy_cli.model.goal import Goal, Judgement
from strategy_cli.model.indicator import DataSource, Dated, Indicator, Observation, Range
from strategy_cli.model.project import Money, Project

MODELS: list[type[Entity]] = [About, *kinds.FOLDERS.values()]


@pytest.mark.parametrize(
    ("model", "keys", "expected"),
    [
        (Goal, "parent: p", [(("parent",), "goal", "p")]),
        (Goal, "consulted: [a, b]", [(("consulted", 0), "owner", "a"), (("consulted", 1), "owner", "b")]),
        (Goal, "meaning: {u: x, v: y}", [(("meaning", "u"), "unit", "u"), (("meaning", "v"), "unit", "v")]),
        (
            Goal,
            "judgements: [{period: 2025, class: partly, reason: x, by: o}]",
            [(("judgements", 0, "by"), "owner", "o")],
        ),
        (Indicator, "goal: g, goals: [h]", [(("goal",), "goal", "g"), (("goals", 0), "goal", "h")]),
        (Project, "updates: [{period: 2025, status: on-track, by: o}]", [(("updates", 0, "by"), "owner", "o")]),
        (Project, "updates: [{period: 2025, status: on-track}]", []),
        (Project, "programme: a, body: b", [(("programme",), "programme", "a"), (("body",), "body", "b")]),
        (Project, "depends_on: [a]", [(("depends_on", 0), "project", "a")]),
        (Project, "", []),
    ],
)
def test_links_are_found_where_they_are_held(
    model: type[Entity], keys: str, expected: list[tuple[Key, str, str]]
) -> None:
    assert list(kinds.links(entity(model, keys))) == expected


def test_a_reference_to_any_kind_keeps_its_kind() -> None:
    decision = Decision.model_validate(
        {"id": "d", "title": "D", "body": "b", "date": "2025-01-01", "concerns": ["goal/g", "unit/u"], "previous": "c"}
    )
    assert list(kinds.links(decision)) == [
        (("body",), "body", "b"),
        (("concerns", 0), "*", "goal/g"),
        (("concerns", 1), "*", "unit/u"),
        (("previous",), "decision", "c"),
    ]


def marks(annotation: Any, metadata: tuple[Any, ...] = ()) -> Iterator[Link]:
    """Find every mark of a link, however deep, without asking the code under test."""
    for one in (*metadata, *getattr(annotation, "__metadata__", ())):
        if isinstance(one, Link):
            yield one
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for info in annotation.model_fields.values():
            yield from marks(info.annotation, tuple(info.metadata))
    for argument in get_args(annotation):
        yield from marks(argument)


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.kind)
def test_no_link_of_a_kind_is_overlooked(model: type[Entity]) -> None:
    found = [kind for _, kind in kinds.link_fields(model)]
    assert sorted(found) == sorted(mark.kind for mark in marks(model))
    assert set(found) <= {"*", *kinds.FOLDER_OF}


@pytest.mark.parametrize(
    ("model", "path", "expected"),
    [
        (Goal, (), Goal),
        (Goal, ("judgements", 0), Judgement),
        (Goal, ("judgements",), None),
        (Goal, ("judgements", 0, "by"), None),
        (Goal, ("meaning",), None),
        (Goal, ("meaning", "unit"), None),
        (Goal, ("missing", "deeper"), None),
        (Goal, ("name",), None),
        (Indicator, ("better",), Range),
        (Indicator, ("baseline",), Dated),
        (Indicator, ("targets", 3), Dated),
        (Indicator, ("values", "2025"), Observation),
        (Indicator, ("source",), DataSource),
        (Project, ("period",), Term),
        (Project, ("money", 0), Money),
        (Project, ("money", 0, "year", "deeper"), None),
        (About, ("municipality",), Municipality),
        (About, ("lint", "rules", "a-rule"), None),
    ],
)
def test_a_place_in_a_file_has_its_model(model: type[Entity], path: Key, expected: type[BaseModel] | None) -> None:
    assert kinds.submodel(model, path) is expected


def test_keys_are_those_of_the_files() -> None:
    assert kinds.attributes(Term) == {"from": "from_", "until": "until"}
    assert kinds.attributes(Indicator)["kind"] == "purpose"
    assert kinds.attributes(Judgement)["class"] == "class_"


def test_every_kind_has_a_folder_of_its_own() -> None:
    assert len(kinds.FOLDER_OF) == len(kinds.FOLDERS)
    assert "strategy" not in kinds.FOLDER_OF
