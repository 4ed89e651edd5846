"""What holds for any strategies: nothing differs from itself, layout never matters, every change has its mirror."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from planted.drawn import FOLDERS, KINDS, UNDRAWN, Things, keys_in, keys_of, models_in, plan
from planted.layouts import read

from strategy_cli.changes import TAXA, changes_between, compared
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.kinds import FOLDERS as MODELS
from strategy_cli.model.kinds import attributes
from strategy_cli.strategy import Strategy

SEEDS = st.integers(0, 999)


def nothing_differs(one: Strategy, other: Strategy) -> None:
    found = compared(one, other)
    assert (found.changes, found.hints, found.tallies) == ((), (), ())
    assert all(kept.unchanged for kept in found.kept)


def nothing_differs_from_itself(folders: Things, seed: int) -> None:
    one, other = read(folders, seed), read(folders, seed, "once-more/")
    assert not {id(goal) for goal in one.goals.values()} & {id(goal) for goal in other.goals.values()}
    nothing_differs(one, one)
    nothing_differs(one, other)
    assert compared(one, other).layout == ()


def layout_never_matters(folders: Things, one: int, two: int) -> None:
    strategy, other = read(folders, one), read(folders, two)
    nothing_differs(strategy, other)
    told = {(one.old, one.new) for one in compared(strategy, other).layout}
    files = [(place.document, other.places[ref].document) for ref, place in strategy.places.items()]
    assert told == {(a.path, b.path) for a, b in files if (a.path, a.text) != (b.path, b.text)}


def every_change_has_its_mirror(old: Things, new: Things) -> None:
    one, two = read(old, 1), read(new, 2)
    there, back = compared(one, two), compared(two, one)
    assert Counter(TAXA[change.id].mirror for change in there.changes) == Counter(change.id for change in back.changes)
    assert sorted((h.new, h.old, h.likeness) for h in there.hints) == sorted(back.hints)
    assert sorted((one.how, one.new, one.old) for one in there.layout) == sorted(back.layout)
    assert [t._replace(before=t.after, after=t.before) for t in there.tallies] == list(back.tallies)
    assert [k._replace(before=k.after, after=k.before) for k in there.kept] == list(back.kept)


def the_gravest_come_first_and_hints_change_nothing(old: Things, new: Things) -> None:
    one, two = read(old, 1), read(new, 2)
    found = compared(one, two)
    weights = [TAXA[change.id].weight for change in found.changes]
    assert all(first >= second for first, second in pairwise(weights))
    assert found.changes == changes_between(one, two)
    told = {(change.id, change.subject) for change in found.changes}
    for hint in found.hints:
        assert {(f"{hint.old.kind}-removed", hint.old), (f"{hint.new.kind}-added", hint.new)} <= told


def versions_that_share_their_unchanged_things_tell_the_same(old: Things, new: Things) -> None:
    one, two = read(old, 1), read(new, 2)
    entities = {
        kind: {name: _shared(thing, one.entities[kind].get(name)) for name, thing in held.items()}
        for kind, held in two.entities.items()
    }
    about = _shared(two.about, one.about)
    assert isinstance(about, About)
    assert changes_between(one, replace(two, entities=entities, about=about)) == changes_between(one, two)


def _shared(thing: Entity, then: Entity | None) -> Entity:
    return then if then is not None and then == thing else thing


# The laws, what each is tried on, and so many times; fifteen times as often in the deep run.
Law = tuple[Callable[..., None], tuple[st.SearchStrategy[Any], ...], int]
LAWS: list[Law] = [
    (nothing_differs_from_itself, (FOLDERS, SEEDS), 15),
    (layout_never_matters, (FOLDERS, SEEDS, SEEDS), 30),
    (every_change_has_its_mirror, (FOLDERS, FOLDERS), 30),
    (the_gravest_come_first_and_hints_change_nothing, (FOLDERS, FOLDERS), 8),
    (versions_that_share_their_unchanged_things_tell_the_same, (FOLDERS, FOLDERS), 8),
]
DEEP = 4


@pytest.mark.parametrize("times", [1, pytest.param(DEEP, marks=pytest.mark.slow)], ids=["few", "deep"])
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law[0].__name__)
def test_for_any_strategies(
    law: tuple[Callable[..., None], tuple[st.SearchStrategy[Any], ...], int], times: int
) -> None:
    holds, tried_on, number = law
    often = settings(
        max_examples=number * times,
        deadline=None,
        phases=[Phase.explicit, Phase.reuse, Phase.generate],  # such large strategies take minutes to be made small
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    )
    often(given(*tried_on)(holds))()


@pytest.mark.parametrize("model", [About, *MODELS.values()])
def test_every_key_of_every_model_is_drawn_or_left_out_for_a_written_reason(model: type[Entity]) -> None:
    for inner in models_in(model):
        must, may = plan(inner)
        assert {*must, *may, *UNDRAWN.get(inner, {})} == {*attributes(inner)}
    assert all(reason.strip() for held in UNDRAWN.values() for reason in held.values())


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "model"), [("strategy.yaml", About), *MODELS.items()])
def test_every_key_is_really_drawn(folder: str, model: type[Entity]) -> None:
    drawn: set[str] = set()

    @given(KINDS[folder])
    @settings(
        max_examples=1000 if model is About else 500,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
    )
    def draw(held: Things) -> None:
        for thing in [held] if model is About else held.values():
            drawn.update(keys_in(model, thing, model.kind))

    draw()
    left_out = {f"{model.kind}.{key}" for key in ("id", *UNDRAWN.get(model, {}))}
    assert set(keys_of(model, model.kind)) - drawn - left_out == set()
