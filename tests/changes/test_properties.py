"""What holds for any strategies: nothing differs from itself, layout never matters, every change has its mirror."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from planted.drawn import FOLDERS, Things, read

from strategy_cli.changes import TAXA, changes_between, compared
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity


@given(FOLDERS, st.integers(0, 9), st.integers(0, 9))
@settings(max_examples=60, deadline=None)
def test_layout_never_matters(folders: Things, one: int, two: int) -> None:
    strategy, other = read(folders, one), read(folders, two)
    for found in (compared(strategy, strategy), compared(strategy, other)):
        assert (found.changes, found.hints, found.tallies) == ((), (), ())
        assert all(kept.unchanged for kept in found.kept)
    assert compared(strategy, strategy).layout == ()
    told = {(one.old, one.new) for one in compared(strategy, other).layout}
    files = [(place.document, other.places[ref].document) for ref, place in strategy.places.items()]
    assert told == {(a.path, b.path) for a, b in files if (a.path, a.text) != (b.path, b.text)}


@given(FOLDERS, FOLDERS)
@settings(max_examples=80, deadline=None)
def test_every_change_has_its_mirror(old: Things, new: Things) -> None:
    one, two = read(old, 1), read(new, 2)
    there, back = compared(one, two), compared(two, one)
    assert Counter(TAXA[change.id].mirror for change in there.changes) == Counter(change.id for change in back.changes)
    assert sorted((h.new, h.old, h.likeness) for h in there.hints) == sorted(back.hints)
    assert sorted((one.how, one.new, one.old) for one in there.layout) == sorted(back.layout)
    assert [t._replace(before=t.after, after=t.before) for t in there.tallies] == list(back.tallies)
    assert [k._replace(before=k.after, after=k.before) for k in there.kept] == list(back.kept)


@given(FOLDERS, FOLDERS)
@settings(max_examples=30, deadline=None)
def test_gravest_first_and_hints_change_nothing(old: Things, new: Things) -> None:
    one, two = read(old, 1), read(new, 2)
    found = compared(one, two)
    weights = [TAXA[change.id].weight for change in found.changes]
    assert all(first >= second for first, second in pairwise(weights))
    assert found.changes == changes_between(one, two)
    told = {(change.id, change.subject) for change in found.changes}
    for hint in found.hints:
        assert {(f"{hint.old.kind}-removed", hint.old), (f"{hint.new.kind}-added", hint.new)} <= told


@given(FOLDERS, FOLDERS)
@settings(max_examples=40, deadline=None)
def test_versions_that_share_their_unchanged_things_tell_the_same(old: Things, new: Things) -> None:
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
