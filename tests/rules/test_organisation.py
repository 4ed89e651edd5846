"""Organisation: what hangs on what has ended, who goes on with it, and ids and names over time."""

from datetime import date
from typing import cast

import pytest
from folders import Files
from hypothesis import given
from hypothesis import strategies as st
from making import strategy

from strategy_cli import rules
from strategy_cli.config import Settings
from strategy_cli.finding import Finding, Level
from strategy_cli.messages import LANGUAGES, Messages

ON = date(2026, 6, 30)
OTHERS = {one.id: Level.OFF for one in rules.RULES.values() if one.family != "organisation"}


def told(files: Files, on: date = ON) -> list[Finding]:
    """Check the family alone, at the highest profile."""
    return list(rules.check(strategy(files), Settings("audited", OTHERS), on))


def brief(found: list[Finding]) -> list[str]:
    return [f"{one.rule} {one.subject} {'.'.join(map(str, one.key))}" for one in found]


@pytest.mark.parametrize(
    ("heirs", "problem", "text"),
    [
        ("", None, None),
        ("[b]", "successors", "b"),
        ("[b, c]", "successors", None),
        ("[old]", "successors", "c"),
        ("[late]", "successors", None),
        ("[dead]", None, None),
        ("[gone]", None, None),
    ],
)
def test_the_only_unit_that_goes_on_is_offered(heirs: str, problem: str | None, text: str | None) -> None:
    units = f"""
- {{id: gone, name: Gone, until: 2025-12-31, successors: {heirs or "[]"}}}
- {{id: old, name: Old, until: 2026-01-31, successors: [c, gone]}}
- {{id: dead, name: Dead, until: 2026-01-31}}
- {{id: late, name: Late, from: 2026-07-01}}
- {{id: b, name: B}}
- {{id: c, name: C}}
"""
    found = told({"units/all.yaml": units, "projects/p.yaml": "name: P\nstatus: started\nunit: gone"})
    (finding,) = (one for one in found if one.rule == "unit-ended")
    assert (finding.problem, finding.edit.text if finding.edit else None) == (problem, text)
    assert finding.edit is None or not finding.edit.sure


def test_what_ends_later_is_told_but_not_moved_before_it_ends() -> None:
    units = "[{id: a, name: A, until: 2026-06-30, successors: [b]}, {id: b, name: B}]"
    (finding,) = told({"units/all.yaml": units, "projects/p.yaml": "name: P\nstatus: started\nunit: a"})
    assert finding.args["successors"]
    assert finding.edit is None


@pytest.mark.parametrize(("until", "expected"), [("2026-12-31", []), ("2027-01-01", ["unit-ended project/p unit"])])
def test_what_ends_with_its_unit_does_not_hang_on_it(until: str, expected: list[str]) -> None:
    work = f"name: P\nstatus: started\nunit: a\nperiod: {{until: {until}}}"
    assert brief(told({"units/a.yaml": "name: A\nuntil: 2026-12-31", "projects/p.yaml": work})) == expected


def test_a_unit_is_not_told_to_move_to_itself() -> None:
    units = "[{id: a, name: A, until: 2025-12-31, successors: [b]}, {id: b, name: B, parent: a}]"
    (finding,) = told({"units/all.yaml": units})
    assert (finding.problem, finding.edit) == (None, None)


def test_a_body_that_continues_another_is_offered() -> None:
    bodies = "[{id: a, name: Koulutuslautakunta, until: 2025-12-31}, {id: b, name: Sivistyslautakunta, continues: [a]}]"
    (finding,) = told({"bodies/all.yaml": bodies, "goals/g.yaml": "name: G\nbody: a"})
    assert (finding.rule, finding.problem) == ("body-ended", "successors")
    assert finding.edit
    assert finding.edit.text == "b"


def test_what_hangs_by_way_of_a_unit_or_a_post_is_named_with_it() -> None:
    files = {
        "units/s.yaml": "name: S\nuntil: 2025-12-31",
        "units/all.yaml": "[{id: a, name: A, parent: s}, {id: u, name: U, parent: a}]",
        "owners/all.yaml": "[{id: o, title: O, unit: u}, {id: p, title: P, unit: s, until: 2025-12-31}]",
        "projects/all.yaml": "[{id: x, name: X, unit: a, status: started}, {id: y, name: Y, unit: a, status: closed}]",
        "indicators/i.yaml": "name: I\nowner: o",
        "indicators/j.yaml": "name: J\nowner: o\ntargets: [{period: 2025, value: 1}]",
    }
    (finding,) = told(files)
    assert brief([finding]) == ["unit-ended unit/a parent"]
    assert Messages("en").write(finding.args["also"]) == "X, U, O, I"


POST = "[{id: o, title: O, until: 2025-12-31}, {id: n, title: N%s}]"


@pytest.mark.parametrize(
    ("place", "text", "key"),
    [
        ("projects/it.yaml", "name: It\nstatus: started\ndeputy: o", "deputy"),
        ("projects/it.yaml", "name: It\nstatus: closed\ndeputy: o", None),
        ("goals/it.yaml", "name: It\nconsulted: [n, o]", "consulted.1"),
        ("goals/it.yaml", "name: It\nconsulted: [o]\nuntil: 2026-06-29", None),
        ("goals/it.yaml", "name: It\njudgements: [{period: 2026, class: partly, reason: R, by: o}]", "judgements.0.by"),
        ("goals/it.yaml", "name: It\njudgements: [{period: 2025, class: partly, reason: R, by: o}]", None),
        ("projects/it.yaml", "name: It\nupdates: [{period: 2026-T1, status: on-track, by: o}]", "updates.0.by"),
        ("projects/it.yaml", "name: It\nupdates: [{period: 2025-T2, status: on-track, by: o}]", None),
        ("owners/it.yaml", "title: It\nreports_to: o", "reports_to"),
        ("owners/it.yaml", "title: It\nreports_to: o\nuntil: 2026-06-29", None),
        ("owners/it.yaml", "title: It\ndeputy: o", "deputy"),
        ("units/it.yaml", "name: It\nhead: o", "head"),
        ("units/it.yaml", "name: It\nhead: o\nuntil: 2025-12-31", None),
        ("decisions/it.yaml", "title: It\nbody: b\ndate: 2026-01-01\npresenter: o", "presenter"),
        ("decisions/it.yaml", "title: It\nbody: b\ndate: 2025-12-31\npresenter: o", None),
        ("bodies/it.yaml", "name: It\nmembers: [n, o]", "members.1"),
        ("bodies/it.yaml", "name: It\nmembers: [Youth council, O]", None),
        ("indicators/it.yaml", "name: It\nowner: o", None),
    ],
)
def test_a_post_that_has_ended_is_asked_for_nothing(place: str, text: str, key: str | None) -> None:
    found = told({"owners/all.yaml": POST % "", "bodies/b.yaml": "name: B", place: text})
    assert [".".join(map(str, one.key)) for one in found] == ([key] if key else [])
    assert {one.rule for one in found} <= {"post-ended"}


def test_the_post_that_goes_on_is_offered_for_a_deputy() -> None:
    files = {"owners/all.yaml": POST % ", continues: [o]", "projects/p.yaml": "name: P\nstatus: started\ndeputy: o"}
    (finding,) = told(files)
    assert finding.edit
    assert (finding.edit.text, finding.edit.sure, finding.span.path) == ("n", False, "projects/p.yaml")


def test_a_post_whose_last_day_is_to_come_is_still_a_deputy() -> None:
    files = {"owners/o.yaml": "title: O\nuntil: 2026-06-30"}
    assert told({**files, "projects/p.yaml": "name: P\nstatus: started\ndeputy: o"}) == []


@pytest.mark.parametrize(
    ("units", "days"),
    [
        ("{until: 2026-06-30, successors: [b]} {from: 2026-07-01}", None),
        ("{until: 2026-06-30, successors: [b]} {from: 2026-07-02}", 1),
        ("{until: 2026-06-30} {from: 2026-07-31, continues: [a]}", 30),
        ("{until: 2025-12-31, successors: [b]} {from: 2026-06-30}", None),
        ("{until: 2025-12-31, successors: [b]} {from: 2026-07-01}", 181),
        ("{until: 9999-12-31, successors: [b]} {from: 2026-07-01}", None),
        ("{until: 2026-06-30, successors: [b, b]} {}", None),
    ],
)
def test_a_gap_to_come_is_told(units: str, days: int | None) -> None:
    one, other = (text.strip("{}") for text in units.replace("} {", "}|{").split("|"))
    files = {"units/all.yaml": f"[{{id: a, name: A, {one}}}, {{id: b, name: B, {other}}}]"}
    assert [found.args["days"] for found in told(files)] == ([days] if days else [])


def test_only_the_first_to_go_on_is_waited_for() -> None:
    units = "[{id: b, name: B, from: 2027-01-01}, {id: c, name: C}]"
    ending = "name: A\nuntil: 2026-06-30\nsuccessors: [b, c]"
    assert told({"units/all.yaml": units, "units/a.yaml": ending}) == []


@pytest.mark.parametrize(("until", "expected"), [("2025-12-31", 1), ("2026-01-01", 0)])
def test_a_successor_that_has_ended_by_then_goes_on_with_nothing(until: str, expected: int) -> None:
    units = f"[{{id: a, name: A, until: 2025-12-31, successors: [b]}}, {{id: b, name: B, until: {until}}}]"
    assert brief(told({"units/all.yaml": units})) == ["succession-gap unit/a successors.0"] * expected


@pytest.mark.parametrize(
    ("units", "bodies", "left"),
    [
        ("[{id: u, name: U, body: b, until: 2025-12-31}]", "{id: b, name: B}", True),
        ("[{id: u, name: U, body: b, until: 2025-12-31}]", "{id: b, name: B, until: 2025-12-31}", False),
        ("[{id: u, name: U, body: b, until: 2025-12-31}]", "{id: b, name: B}, {id: c, name: C, reports_to: b}", False),
        ("[{id: u, name: U, body: b, until: 2025-12-31}, {id: v, name: V, body: b}]", "{id: b, name: B}", False),
        ("[{id: u, name: U, body: b, until: 2025-12-31}, {id: v, name: V, continues: [u]}]", "{id: b, name: B}", False),
        ("[{id: u, name: U}]", "{id: b, name: B}", False),
    ],
)
def test_a_body_is_left_behind_by_the_last_of_its_units(units: str, bodies: str, *, left: bool) -> None:
    found = told({"units/all.yaml": units, "bodies/all.yaml": f"[{bodies}]"})
    assert brief(found) == ["body-left-behind body/b until"] * left


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        ("{id: a, title: A, formerly: [b]}, {id: b, title: B}", ["None owner/a formerly.0"]),
        ("{id: a, title: A, formerly: [c]}, {id: b, title: B, formerly: [d, c]}", ["twice owner/b formerly.1"]),
        ("{id: a, title: A, formerly: [c]}, {id: b, title: B, continues: [c]}", []),
        ("{id: a, title: A, formerly: [a]}", []),
    ],
)
def test_an_id_means_one_thing_for_ever(posts: str, expected: list[str]) -> None:
    found = told({"owners/all.yaml": f"[{posts}]", "units/c.yaml": "name: C"})
    assert [f"{one.problem} {one.subject} {one.key[0]}.{one.key[1]}" for one in found] == expected
    assert {one.rule for one in found} <= {"id-reused"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("name: Sivistyslautakunta", "name: sivistys-lautakunta", True),
        ('name: "???"', 'name: "!!!"', False),
        ("name: Työllisyysjaosto", "name: Tyollisyysjaosto", True),
        ("name: Sivistyslautakunta", "name: Sivistylautakunta", True),
        ("name: Yläkemijoen aluelautakunta", "name: Alakemijoen aluelautakunta", False),
        ("name: Työryhmä 1", "name: Työryhmä 2", False),
        ("name: Ympäristölautakunta", "name: Ympäristöterveyslautakunta", False),
        ("name: Vanhusneuvosto", "name: Vammaisneuvosto", False),
        ("name: Tekninen lautakunta", "name: Tekninen lautakunta\nkind: board", True),
        ("name: Tekninen lautakunta\nuntil: 2026-12-31", "name: Tekninen lautakunta\nfrom: 2027-01-01", False),
        ("name: Tekninen lautakunta\nuntil: 2026-12-31", "name: Tekninen lautakunta\nfrom: 2026-12-31", True),
        ("name: Tekninen lautakunta\nuntil: 2026-06-29", "name: Tekninen lautakunta", False),
        ("name: {fi: Jaosto, sv: Sektionen}", "name: {fi: Toinen, sv: sektionen}", True),
        ("name: {fi: Strategiaryhmä}", "name: {fi: Strategian valmisteluryhmä}", True),
        ("name: {fi: S, sv: Strategigruppen}", "name: {fi: R, sv: Strategiarbetsgruppen}", True),
        ("name: {fi: S, en: Strategy Group}", "name: {fi: R, en: Strategy Working Group}", True),
        ("name: Strategiaryhmä\nkind: working", "name: Strategiaryhma\nkind: steering", True),
        ("name: Strategiaryhmä\nkind: working", "name: Strategiatyöryhmä\nkind: steering", False),
        ("name: Strategiaryhmä", "name: Maankäyttöryhmä", False),
        ("name: Strategiaryhmä", "name: Valmisteluryhmä", False),
        ("name: Strategiaryhmä\nreports_to: x", "name: Valmisteluryhmä\nreports_to: x", True),
        ("name: Strategiaryhmä\nreports_to: x", "name: Työryhmä", False),
        ("name: Kaupunginvaltuusto\nkind: council", "name: Valtuusto\nkind: council", True),
        ("name: Kaupunginvaltuusto\nkind: council", "name: Yhtymävaltuusto\nkind: council", True),
        (
            "name: Kaupunginvaltuusto\nkind: council\nuntil: 2026-12-31",
            "name: V\nkind: council\nfrom: 2027-01-01",
            False,
        ),
        ("name: Kaupunginvaltuusto\nkind: council", "name: Nuorisovaltuusto\nkind: influence", False),
        ("name: Kaupunginhallitus\nkind: board", "name: kaupunginhallituksen\nkind: board", True),
        ("name: Kaupunginhallitus\nkind: board", "name: KH\nkind: board\nreports_to: x", True),
        ("name: Kaupunginhallitus\nkind: board", "name: {sv: Stadsstyrelsen}\nkind: board", True),
        ("name: Kaupunginhallitus\nkind: board", "name: Hallitus\nkind: company", False),
        ("name: Kaupunginhallitus\nkind: board", "name: Kaupunginhallituksen jaosto\nkind: board", False),
        ("name: Sivistyslautakunta", "name: Sivistyslautakunnan", True),
        ("name: Sivistyslautakunta", "name: Sivistysltk.", True),
        ("name: Sivistyslautakunta", "name: Tekninen ltk", False),
        ("name: {fi: A, sv: Tekniska nämnden}", "name: {fi: B, sv: Tekniska nämndens}", True),
        ("name: Vanhusneuvosto", "name: vanhusneuvostolle", True),
        ("name: Johtoryhmä\nkind: management", "name: Työryhmä\nkind: working", False),
        ("name: Strategiaryhmä\ntask: Valmistelee.", "name: Valmisteluryhmä\ntask: Seuraa.", False),
        ("name: Strategiaryhmä\ntask: Valmistelee.", "name: Valmisteluryhmä\ntask: valmistelee", True),
        ("name: Alpha\ntask: Valmistelee.", "name: Beta\ntask: Valmistelee.", True),
        ("name: Alpha\nreports_to: x\ntask: Valmistelee.", "name: Beta\ntask: Valmistelee.", False),
        ("name: Kestävän kehityksen ohjausryhmä", "name: Kestävän kehityksen työryhmä", False),
    ],
)
def test_one_body_is_written_in_one_way(one: str, other: str, *, same: bool) -> None:
    found = told({"bodies/b.yaml": one, "bodies/c.yaml": other, "bodies/x.yaml": "name: Xxx"})
    assert [finding.rule for finding in found] == ["body-named-variously"] * same


def test_three_ways_are_told_twice_against_the_one_that_says_most() -> None:
    under = "reports_to: x"
    names = f"""
- {{id: a, name: Työryhmä, {under}}}
- {{id: b, name: Valmisteluryhmä, {under}}}
- {{id: c, name: Strategiaryhmä, {under}}}
- {{id: x, name: Johtoryhmä, kind: management}}
"""
    found = told({"bodies/all.yaml": names})
    assert [(one.subject.id, one.args["id"]) for one in found if one.subject] == [("a", "c"), ("b", "c")]


def test_a_group_for_no_named_matter_may_be_any_of_several() -> None:
    under = "kind: working, reports_to: x"
    names = f"""
- {{id: a, name: Työryhmä, {under}}}
- {{id: b, name: Strategiatyöryhmä, {under}}}
- {{id: c, name: Maankäyttötyöryhmä, {under}}}
- {{id: x, name: Johtoryhmä, kind: management}}
"""
    assert told({"bodies/all.yaml": names}) == []


def test_two_councils_are_told_as_such() -> None:
    names = "[{id: a, name: Kaupunginvaltuusto, kind: council}, {id: b, name: Valtuusto, kind: council}]"
    (finding,) = told({"bodies/all.yaml": names})
    assert finding.problem == "council"


HELD = st.sampled_from(["a", "b", "c", "d"])
TERM = st.sampled_from(["", ", until: 2025-12-31", ", until: 2027-12-31", ", from: 2026-01-01", ", from: 2027-01-01"])


@given(st.lists(st.tuples(TERM, st.lists(HELD, unique=True), HELD), min_size=4, max_size=4))
def test_chains_of_any_shape_come_to_an_end(units: list[tuple[str, list[str], str]]) -> None:
    lines = [
        f"- {{id: {name}, name: {name}, successors: [{', '.join(heirs)}], parent: {parent}{term}}}"
        for name, (term, heirs, parent) in zip("abcd", units, strict=True)
    ]
    found = told({"units/all.yaml": "\n".join(lines), "projects/p.yaml": "name: P\nstatus: started\nunit: a"})
    for one in found:
        heirs = cast("tuple[object, ...]", one.args.get("successors", ()))
        assert one.edit is None or len(heirs) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_to_say_it_has_words(language: str) -> None:
    units = """
- {id: a, name: A, until: 2025-12-31}
- {id: b, name: B, until: 2025-12-31, successors: [c]}
- {id: c, name: C}
- {id: d, name: D, parent: a}
- {id: e, name: E, parent: b}
- {id: f, name: F, until: 2025-12-31, successors: [a, g]}
- {id: g, name: G, from: 2027-01-01}
"""
    files = {
        "units/all.yaml": units,
        "owners/o.yaml": "title: O\nunit: d\nuntil: 2025-12-31",
        "owners/n.yaml": "title: N\nunit: e\ncontinues: [o]",
        "bodies/x.yaml": "name: X\nuntil: 2025-12-31",
        "bodies/all.yaml": "[{id: y, name: Y, continues: [x], formerly: [z]}, {id: w, name: W, formerly: [z]}]",
        "goals/g.yaml": "name: G\nparticipants: [a, b]\nbody: x\nconsulted: [o]",
        "projects/p.yaml": "name: P\nstatus: started\nunit: d",
    }
    found = told(files)
    assert {(one.rule, one.problem) for one in found} == {
        ("unit-ended", "participant"),
        ("unit-ended", "participant-successors"),
        ("unit-ended", "carrying"),
        ("unit-ended", "carrying-successors"),
        ("body-ended", "successors"),
        ("post-ended", "successors"),
        ("succession-gap", None),
        ("succession-gap", "ended"),
        ("id-reused", "twice"),
    }
    messages = Messages(language)
    assert all("{" not in messages.finding(one) + str(messages.help(one)) for one in found)
