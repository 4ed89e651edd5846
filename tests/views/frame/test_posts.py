"""Posts as readers see them: by role, with who holds them, or not at all; nowhere in any report are they let slip."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from folders import Files
from making import day, strategy

from strategy_cli import loading, source
from strategy_cli.changes import Comparison, compared
from strategy_cli.commands.report import formatted
from strategy_cli.formats import open_data
from strategy_cli.messages import Messages
from strategy_cli.model.entity import Entity
from strategy_cli.model.text import Text
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.frame.posts import UNNAMED, Posts
from strategy_cli.views.frame.publication import Publication
from strategy_cli.views.frame.tellable import told
from strategy_cli.views.reports import REPORTS, made

FILES = {
    "units/u.yaml": "{name: {fi: Palvelut, sv: Tjänster}}",
    "owners/mayor.yaml": "{title: {fi: Pormestari, sv: Borgmästare}, unit: u, holder: meri}",
    "owners/alone.yaml": "title: Asiamies",
}
PEOPLE = {"mayor": "Maija Meri"}


@pytest.mark.parametrize(
    ("names", "post", "fi", "sv"),
    [
        ("role", "mayor", "Pormestari", "Borgmästare"),
        ("full", "mayor", "Pormestari (Maija Meri)", "Borgmästare (Maija Meri)"),
        ("full", "alone", "Asiamies", "Asiamies"),
        ("none", "mayor", "Palvelut", "Tjänster"),
        ("none", "alone", UNNAMED, UNNAMED),
        ("role", "unknown", "unknown", "unknown"),
        ("none", "unknown", UNNAMED, UNNAMED),
    ],
)
def test_a_post_is_named_as_asked_in_every_language(names: str, post: str, fi: str, sv: str) -> None:
    found = Posts(strategy({**FILES, "strategy.yaml": "{title: S, languages: [fi, sv]}"}), names, PEOPLE).name(post)
    assert [Messages(language).write(found) for language in ("fi", "sv")] == [fi, sv]


@pytest.mark.parametrize(
    ("names", "author", "said"),
    [
        ("none", "Maija Meri", None),
        ("role", "Maija Meri", None),
        ("full", "maija meri", "Pormestari (Maija Meri)"),
        ("full", "Matti", "Matti"),
    ],
)
def test_who_made_a_change_is_a_person_and_told_only_in_full(names: str, author: str, said: str | None) -> None:
    found = Posts(strategy(FILES), names, PEOPLE).author(author, "m@example.org")
    assert (None if found is None else Messages("fi").write(found)) == said


SAMPLE = Path(__file__).parents[3] / "strategy_data"
SUBJECTS = {"board": "technical-board", "unit": "technical-services", "owner": "technical-director"}


@cache
def marked() -> Strategy:
    """Read the sample with every post's title and holder made a mark that can be looked for."""
    read = loading.load(source.from_folder(SAMPLE, versioned=False)).strategy
    posts: Mapping[str, Entity] = {
        name: post.model_copy(update={"title": Text((("fi", f"TITLE-{name}"),)), "holder": f"holder-{name}"})
        for name, post in read.owners.items()
    }
    return replace(read, entities={**read.entities, "owner": posts})


def changed() -> Comparison:
    """Compare with a version in which everything was otherwise, who answers for it too."""
    read = marked()
    one, other = list(read.owners)[:2]
    swapped = {one: other, other: one}
    projects = {
        name: p.model_copy(update={"owner": swapped.get(p.owner or "", one), "updates": ()})
        for name, p in read.projects.items()
    }
    goals = {name: g.model_copy(update={"judgements": (), "owner": one}) for name, g in read.goals.items()}
    posts = {name: o.model_copy(update={"holder": "before"}) for name, o in read.owners.items() if name != other}
    entities = {**read.entities, "project": projects, "goal": goals, "owner": posts}
    return compared(replace(read, entities=entities), read)


def everything(names: str, kind: str) -> dict[str, str]:
    """Write a report of the sample in every format, with the changes and the open data."""
    people = {name: f"PERSON-{name}" for name in marked().owners} if names == "full" else {}
    basis = Basis(
        marked(),
        day("2026-09-30"),
        names=names,
        people=people,
        subject=SUBJECTS.get(kind),
        year=2026,
        publication=Publication(None, None, None, "data", ("goals.csv",)),
    )
    report = made(kind, basis)
    comparison = told(changed(), report.basis)
    pages = {form: formatted(form, report, comparison, Messages("fi")) for form in ("html", "md", "json")}
    return pages | open_data.files(report, comparison, Messages("fi"))


def slips(text: str) -> set[str]:
    """Find the posts that a text lets slip, by title, person, holder or an id that nothing else has."""
    read = marked()
    others = {name for kind, held in read.entities.items() if kind != "owner" for name in held}
    own = "|".join(re.escape(name) for name in sorted(set(read.owners) - others, key=len, reverse=True))
    return set(re.findall(rf"TITLE-[a-z-]+|PERSON-[a-z-]+|holder-[a-z-]+|(?<![a-z0-9-])(?:{own})(?![a-z0-9-])", text))


@pytest.mark.parametrize("kind", sorted(REPORTS.keys() - {"owner"}))
def test_without_names_no_report_lets_a_post_slip(kind: str) -> None:
    assert {name: found for name, text in everything("none", kind).items() if (found := slips(text))} == {}


@pytest.mark.parametrize("kind", sorted(REPORTS))
def test_by_role_no_report_lets_a_person_slip(kind: str) -> None:
    found = {name: slips(text) for name, text in everything("role", kind).items()}
    assert [one for held in found.values() for one in held if one.startswith(("PERSON-", "holder-"))] == []
    assert kind == "summary" or any(one.startswith("TITLE-") for one in found["md"])


@pytest.mark.parametrize("kind", sorted(REPORTS.keys() - {"summary"}))  # which names no posts
def test_in_full_the_persons_are_told_beside_their_posts(kind: str) -> None:
    found = everything("full", kind)
    assert "PERSON-" in found["md"]
    assert re.search(r"TITLE-([a-z-]+) \(PERSON-\1\)", found["html"])
    assert "PERSON-" in found["json"]


@pytest.mark.parametrize("markup", ["html", "md"])
def test_a_judgement_and_an_update_are_told_with_the_post_they_are_by(markup: str) -> None:
    files: Files = {
        **FILES,
        "goals/g.yaml": "{name: G, judgements: [{period: 2025, class: partly, reason: R, corrective: Lisää käsiä,"
        " by: mayor}]}",
        "projects/p.yaml": "{name: P, owner: alone, updates: [{period: 2026-T1, status: at-risk, note: N, by: mayor}]}",
    }
    basis = Basis(strategy({**files, "strategy.yaml": "{title: S, languages: [fi, sv]}"}), day("2026-09-30"))
    page = formatted(markup, made("progress", basis), None, Messages("fi"))
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page.rpartition("</head>")[2]))
    assert said.count("(Pormestari)") == 2
    assert "Korjaava toimenpide: Lisää käsiä" in said
