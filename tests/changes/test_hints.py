"""Likely renames that nobody declared: a hint beside the removal and the addition, never in their place."""

import pytest
from planted.comparing import Compare
from planted.row import listed

from strategy_cli.changes import Comparison
from strategy_cli.ref import Ref


def pairs(comparison: Comparison) -> list[tuple[str, str]]:
    return [(hint.old.id, hint.new.id) for hint in comparison.hints]


@pytest.mark.parametrize(
    ("old", "new", "hinted"),
    [
        ("name: Terveyden edistäminen", "name: Terveyden edistäminen", True),
        ("name: Terveyden edistäminen", "name: Terveyden ja hyvinvoinnin edistäminen", True),
        ("name: Hyvinvoiva kaupunki", "name: Hyvinvoivat kaupunkilaiset", True),
        ("name: Satamanrannan asemakaava", "name: Satamanrannan rantaraitti", False),
        ("name: TERVEYS", "name: terveys", True),
        ("name: Terveyden edistäminen", "name: Elinvoiman lisääminen", False),
        ("name: {fi: Terveys, sv: Hälsa}", "name: {fi: Hyvinvointi, sv: Hälsan}", True),
        ("name: {fi: Bussi}", "name: {sv: Bussi}", True),
        ("name: {fi: Hälsa, sv: Bussi}", "name: {fi: Terveys, sv: Hälsa}", False),
    ],
)
def test_names_alike_in_any_language(compare: Compare, old: str, new: str, *, hinted: bool) -> None:
    found = compare(listed("goal", f"a, {old}"), listed("goal", f"b, {new}"))
    assert pairs(found) == ([("a", "b")] if hinted else [])
    assert all(0 < hint.likeness <= 1 for hint in found.hints)


MEASURED = "goals: [g], unit: kg, source: SYKE"
PLANNED = "goals: [g], owner: o, period: {until: 2026-12-31}"


@pytest.mark.parametrize(
    ("kind", "old", "new", "hinted"),
    [
        ("indicator", MEASURED, "source: SYKE, unit: kg, goal: g", True),
        ("indicator", MEASURED, "goals: [h], unit: kg, source: SYKE", False),
        ("indicator", "goals: [g], unit: kg", "goals: [g], unit: kg", False),
        ("project", PLANNED, PLANNED, True),
        ("project", PLANNED, PLANNED.replace("2026", "2027"), False),
        ("programme", PLANNED, PLANNED, False),
    ],
)
def test_links_alike_tell_too(compare: Compare, kind: str, old: str, new: str, *, hinted: bool) -> None:
    found = compare(listed(kind, f"a, name: Päästöt, {old}"), listed(kind, f"b, name: Ilman laatu, {new}"))
    assert pairs(found) == ([("a", "b")] if hinted else [])


def test_links_follow_what_was_renamed(compare: Compare) -> None:
    old = listed("goal", "g") | listed("indicator", f"a, name: Päästöt, {MEASURED}")
    new = listed("goal", "h, formerly: [g]") | listed(
        "indicator", f"b, name: Ilman laatu, {MEASURED.replace('[g]', '[h]')}"
    )
    assert pairs(compare(old, new)) == [("a", "b")]
    assert pairs(compare(new, old)) == [("b", "a")]


def test_links_that_several_share_do_not_tell_which_is_which(compare: Compare) -> None:
    old = listed("project", f"a, name: Vesi, {PLANNED}", f"b, name: Tuli, {PLANNED}")
    new = listed("project", f"c, name: Metsä, {PLANNED}")
    assert pairs(compare(old, new)) == []
    assert pairs(compare(new, old)) == []


def test_each_is_paired_once_and_with_its_likest(compare: Compare) -> None:
    old = listed("goal", "a, name: Kestävä talous", "b, name: Kestävä talous ja konserni")
    new = listed("goal", "c, name: Kestävä talous ja konsernit", "d, name: Kestävä taloudenpito")
    assert pairs(compare(old, new)) == [("b", "c"), ("a", "d")]
    assert sorted(pairs(compare(new, old))) == [("c", "b"), ("d", "a")]
    alike = compare(listed("goal", "a, name: Talous 1", "b, name: Talous 2"), listed("goal", "c, name: Talous 3"))
    assert pairs(alike) == [("a", "c")]


def test_names_are_as_alike_both_ways(compare: Compare) -> None:
    old = listed("goal", "a, name: Tori silta tori tie polku")
    new = listed("goal", "b, name: Tori silta polku tie tori")
    there, back = compare(old, new).hints, compare(new, old).hints
    assert [(hint.new, hint.old, hint.likeness) for hint in there] == list(back)


def test_a_misspelt_word_is_seen_where_there_are_few(compare: Compare) -> None:
    old = listed("goal", "a, name: Terveys", "k, name: Elinvoima")
    assert pairs(compare(old, listed("goal", "b, name: Tervveys"))) == [("a", "b")]


def test_a_hint_changes_no_change(compare: Compare) -> None:
    found = compare(listed("goal", "a"), listed("goal", "b"))
    assert {(change.id, change.subject.id) for change in found.changes} == {("goal-removed", "a"), ("goal-added", "b")}
    assert [(h.old, h.new) for h in found.hints] == [(Ref("goal", "a"), Ref("goal", "b"))]


def test_other_kinds_and_declared_renames_are_no_guess(compare: Compare) -> None:
    assert compare(listed("goal", "a"), listed("programme", "a")).hints == ()
    assert compare(listed("goal", "a"), listed("goal", "b, formerly: [a]")).hints == ()


def test_very_many_are_paired_by_their_rare_words(compare: Compare) -> None:
    old = listed("project", *(f"a{n}, name: Kunnan hanke {n}" for n in range(40)))
    new = listed("project", *(f"b{n}, name: Kunnan uusi hanke {n}" for n in range(20, 60)))
    found = compare(old, new)
    assert {pair for pair in pairs(found) if pair[0][1:] == pair[1][1:]} == {(f"a{n}", f"b{n}") for n in range(20, 40)}
    assert sorted((b, a) for a, b in pairs(compare(new, old))) == sorted(pairs(found))


def test_very_many_of_one_name_are_not_held_against_each_other(compare: Compare) -> None:
    old = listed("project", *(f"a{n}, name: Hanke" for n in range(70)))
    new = listed("project", *(f"b{n}, name: Hanke" for n in range(70)))
    assert compare(old, new).hints == ()


def test_links_tell_among_very_many_too(compare: Compare) -> None:
    many = [f"x{n}, name: Muu {n}" for n in range(40)]
    old = listed("project", *many, f"a, name: Päästöjen vähentäminen, {PLANNED}")
    new = listed(
        "project", *(one.replace("x", "y").replace("Muu", "Toinen") for one in many), f"b, name: Bussi, {PLANNED}"
    )
    assert ("a", "b") in pairs(compare(old, new))
