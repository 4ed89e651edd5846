"""Links: the id that was probably meant is named, circles are told by their way round, and waiting in vain is told."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from folders import Files, Repository, loaded, written
from hypothesis import given
from hypothesis import strategies as st
from telling import found as found_by
from telling import told as said

from strategy_cli import loading, rules, source
from strategy_cli.config import Settings
from strategy_cli.finding import Finding


def found(folder: Path, owner: str) -> Finding:
    files = {
        "strategy.yaml": "title: Strategia\nlanguages: [fi, sv]\n",
        "owners/street-engineer.yaml": "title: {fi: Katuinsinööri, sv: Gatuingenjör}\n",
        "projects/lights.yaml": f"name: Valot\nstatus: started\nowner: {owner}\n",
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    strategy = loading.load(source.from_folder(folder, versioned=False)).strategy
    (finding,) = rules.check(strategy, Settings(), date(2026, 6, 30))
    return finding


@pytest.mark.parametrize("written", ["street-enginer", "katu-insinoori", "katuinsinori", "gatuingenjor"])
def test_the_post_that_was_meant_is_named(written: str, tmp_path: Path) -> None:
    finding = found(tmp_path, written)
    assert finding.rule == "owner-not-found"
    assert finding.args["nearest"] == "street-engineer"
    assert finding.edit
    assert finding.edit.text == "street-engineer"


@pytest.mark.parametrize(
    ("owner", "rule", "problem"),
    [
        ("Kaisa Virtanen", "invalid-value", "person"),
        ("KAISA VIRTANEN", "invalid-value", "person"),
        ("Ylermi Kuuselainen", "invalid-value", "person"),
        ("kaisa-virtanen", "owner-not-found", "person"),
        ("kaisa-makela", "owner-not-found", "person"),
        ("Tekninen Lautakunta", "invalid-value", "id"),
        ("head-librarian", "owner-not-found", None),
    ],
)
def test_no_id_is_made_of_a_person_s_name(owner: str, rule: str, problem: str | None) -> None:
    files = {
        "owners/posts.yaml": "- {id: engineer, title: Insinööri}\n- {id: kaisa-makinen, title: Rehtori}\n",
        "projects/lights.yaml": f"name: Valot\nstatus: started\nowner: {owner}\n",
    }
    read = loaded(files)
    found = [*read.findings, *rules.check(read.strategy, Settings(), date(2026, 6, 30))]
    (finding,) = [one for one in found if one.span.path.startswith("projects") and one.rule == rule]
    assert finding.problem == problem
    assert problem != "person" or (finding.edit is None and "-" not in str(finding.args.get("suggestion")))


def test_a_holder_is_no_name() -> None:
    (finding,) = loaded({"owners/a.yaml": "title: Insinööri\nholder: Matti Meikäläinen\n"}).findings
    assert finding.problem == "person-holder"
    assert finding.edit is None


def test_what_is_like_nothing_is_not_guessed_at(tmp_path: Path) -> None:
    assert found(tmp_path, "mayor").args["nearest"] is None


@pytest.mark.parametrize("written", ["Katuinsinööri", "gatuingenjör", "KATUINSINÖÖRI"])
def test_a_name_where_an_id_should_be_is_told_with_the_id(written: str) -> None:
    files = {"owners/street-engineer.yaml": "title: {fi: Katuinsinööri, sv: Gatuingenjör}"}
    (finding,) = loaded({**files, "goals/g.yaml": f"name: G\nowner: {written}"}).findings
    assert (finding.problem, finding.edit and finding.edit.text) == ("called", "street-engineer")


RENAMED = {
    "goals/new.yaml": "name: New\nformerly: [old]",
    "owners/new.yaml": "title: New\nformerly: [old]",
    "bodies/b.yaml": "name: B",
}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"goals/a.yaml": "name: A\nparent: old"}, ["unknown-id renamed new"]),
        ({"goals/a.yaml": "name: A\nowner: old"}, ["owner-not-found renamed new"]),
        ({"decisions/d.yaml": "title: D\nbody: b\ndate: 2025-01-01\nconcerns: [goal/old]"}, []),
        (
            {"decisions/d.yaml": "title: D\nbody: b\ndate: 2025-01-01\nconcerns: [goal/zzzzz]"},
            ["unknown-id concerned None"],
        ),
    ],
)
def test_a_link_to_a_renamed_thing_is_told_with_its_new_id(files: dict[str, str], expected: list[str]) -> None:
    read = loaded(RENAMED | files)
    found = rules.check(read.strategy, Settings(), date(2026, 6, 30))
    assert [f"{f.rule} {f.problem} {f.args['nearest']}" for f in found] == expected


@pytest.mark.parametrize(
    "about", ["title: 'T", "- T", "title: T\nthemes: sea", "title: T\nthemes: [{id: The Sea, name: S}]"]
)
def test_themes_are_not_called_unknown_when_they_could_not_be_read(about: str) -> None:
    read = loaded({"strategy.yaml": about, "goals/a.yaml": "name: A\nthemes: [sea]"})
    assert list(rules.check(read.strategy, Settings(), date(2026, 6, 30))) == []
    assert len(read.findings) == 1


def waits(**chains: str) -> Files:
    """Make projects that wait for others: ``a="b, c"``."""
    return {f"projects/{name}.yaml": f"name: {name.upper()}\ndepends_on: [{others}]" for name, others in chains.items()}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (waits(a="b", b="c"), []),
        (waits(a="a"), ["projects/a.yaml:2:14 self a → a"]),
        (waits(a="b", b="a"), ["projects/a.yaml:2:14 wait a → b → a"]),
        (waits(a="x, b", x="", b="y, c", y="", c="a"), ["projects/a.yaml:2:17 wait a → b → c → a"]),
        (
            waits(a="b, c", b="c", c="a"),
            ["projects/a.yaml:2:17 wait a → c → a", "projects/b.yaml:2:14 wait b → c → a → b"],
        ),
        (waits(a="b", b="c", c="b"), ["projects/b.yaml:2:14 wait b → c → b"]),
        (
            waits(a="b", b="a", c="d", d="c"),
            ["projects/a.yaml:2:14 wait a → b → a", "projects/c.yaml:2:14 wait c → d → c"],
        ),
        ({"units/u.yaml": "name: U\nparent: u"}, ["units/u.yaml:2:9 self u → u"]),
        (
            {"owners/all.yaml": "- {id: a, title: A, reports_to: b}\n- {id: b, title: B, reports_to: a}"},
            ["owners/all.yaml:1:33 None a → b → a"],
        ),
    ],
)
def test_a_circle_is_told_once_by_its_shortest_way_round(files: Files, expected: list[str]) -> None:
    told = (f"{f.span} {f.problem} {f.args['chain']}" for f in found_by("circular-links", files))
    assert list(told) == expected


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), unique=True), max_size=6))
def test_every_circle_told_is_one_and_whoever_is_on_one_is_told_of(edges: dict[str, list[str]]) -> None:
    files = waits(**{name: ", ".join(others) for name, others in edges.items()})
    chains = [str(f.args["chain"]).split(" → ") for f in found_by("circular-links", files)]
    for chain in chains:
        assert chain[0] == chain[-1]
        assert all(after in edges[before] for before, after in pairwise(chain))
    reach = {name: set(others) for name, others in edges.items()}
    for _ in edges:
        reach = {name: held.union(*(reach.get(one, set()) for one in held)) for name, held in reach.items()}
    assert {one for chain in chains for one in chain} == {name for name, held in reach.items() if name in held}


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ("started", "cancelled", ["projects/p.yaml:3 cancelled"]),
        ("started", "paused", ["projects/p.yaml:3 paused"]),
        ("approved", "paused", ["projects/p.yaml:3 paused"]),
        ("paused", "paused", []),
        ("paused", "cancelled", ["projects/p.yaml:3 cancelled"]),
        ("idea", "cancelled", []),
        ("closed", "cancelled", []),
        ("started", "closed", []),
        ("started", "in-practice", []),
    ],
)
def test_a_project_that_waits_for_one_that_has_stopped_is_told(own: str, other: str, expected: list[str]) -> None:
    files = {
        "projects/p.yaml": f"name: P\nstatus: {own}\ndepends_on: [q]",
        "projects/q.yaml": f"name: Q\nstatus: {other}",
    }
    assert said("depends-on-stopped", files) == expected


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ("period: {until: 2027-12-31}", "period: {until: 2028-01-01}", ["projects/p.yaml:3"]),
        ("period: {until: 2027-12-31}", "period: {until: 2027-12-31}", []),
        ("period: {until: 2027-12-31}", "period: {from: 2027-01-01}", []),
        ("", "period: {until: 2028-01-01}", []),
        ("period: {until: 2027-12-31}", "period: {until: 2028-01-01}\ndepends_on: [p]", []),
    ],
)
def test_a_project_that_ends_before_what_it_waits_for_is_told(own: str, other: str, expected: list[str]) -> None:
    for status, told in (("started", expected), ("closed", []), ("cancelled", []), ("paused", [])):
        files = {
            "projects/p.yaml": f"name: P\nstatus: started\ndepends_on: [unknown, q]\n{own}",
            "projects/q.yaml": f"name: Q\nstatus: {status}\n{other}",
        }
        assert said("depends-on-later", files) == told


DECIDED = "title: D\nbody: b\ndate: 2026-01-01\nconcerns: [{}]\n"


@pytest.mark.parametrize(
    ("concerned", "known"),
    [("goal/gone", True), ("unit/listed", True), ("goal/was-part", True), ("goal/never", False), ("unit/liste", False)],
)
def test_a_decision_may_name_what_the_past_knew(concerned: str, known: bool, tmp_path: Path) -> None:  # noqa: FBT001
    repository = Repository(tmp_path, tmp_path / "city")
    repository.git("init", "--quiet")
    repository.write(
        {"goals/gone.yaml": "name: G\n", "units/all.yaml": "- {id: listed, name: L}\n- {id: u, name: U}\n"}
    )
    repository.commit()
    (repository.data / "goals/gone.yaml").unlink()
    repository.write({"units/all.yaml": "- {id: u, name: U}\n", "bodies/b.yaml": "name: B\n"})
    repository.write(
        {"goals/n.yaml": "name: N\ncontinues: [was-part]\n", "decisions/d.yaml": DECIDED.format(concerned)}
    )
    read = source.from_folder(repository.data)
    strategy = loading.load(read).strategy
    found = [f.rule for f in rules.check(strategy, Settings(), date(2026, 6, 30), read)]
    assert found == ([] if known else ["unknown-id"])


def test_git_is_asked_only_when_a_decision_names_what_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("strategy_cli.rules.links.known.was_there", lambda _, ref: asked.append(str(ref)))
    files = {"bodies/b.yaml": "name: B\n", "goals/a.yaml": "name: A\nparent: zzz\n"}
    for concerned, expected in (("goal/a", []), ("goal/none", ["goal/none"])):
        read = source.from_folder(written(files | {"decisions/d.yaml": DECIDED.format(concerned)}, tmp_path))
        list(rules.check(loading.load(read).strategy, Settings(), date(2026, 6, 30), read))
        assert asked == expected
