"""Vocabulary: the keys, words and folders of the model by what people call them."""

import pytest

from strategy_cli import vocabulary


@pytest.mark.parametrize(
    ("label", "kind", "known", "expected"),
    [
        ("nimi", "project", ["name", "owner"], "name"),
        ("Vastuuhenkilö", "goal", ["name", "owner"], "owner"),
        ("tavoitteet", "project", ["goals", "name"], "goals"),
        ("ylempi_tavoite", "goal", ["parent"], "parent"),
        ("mål", "project", ["goals"], "goals"),
        ("vuosi", "project", ["year", "used"], "year"),
        ("nimi", "owner", ["title"], "title"),
        ("omistaja", "project", ["owner", "name"], "owner"),
        ("Vastuutaho", "goal", ["owner", "name"], "owner"),
        ("ägare", "goal", ["owner", "name"], "owner"),
        ("tila", "project", ["status"], "status"),
        ("vaihe", "project", ["status"], "status"),
        ("toteuma", "indicator", ["values", "why"], "values"),
        ("toteuma", "project", ["used", "asked"], "used"),
        ("xyzzy", "goal", ["name"], None),
        ("", "goal", ["name"], None),
    ],
)
def test_a_key_is_known_by_its_label(label: str, kind: str, known: list[str], expected: str | None) -> None:
    assert vocabulary.key(label, kind, known) == expected


@pytest.mark.parametrize(
    ("label", "kind", "choices", "expected"),
    [
        ("käynnissä", "project", ["started", "idea"], "started"),
        ("Voimassa", "strategy", ["in-force", "draft"], "in-force"),
        ("vuosittain", "indicator", ["year", "half"], "year"),
        ("pågår", "project", ["closed"], None),
    ],
)
def test_a_word_is_known_by_its_label(label: str, kind: str, choices: list[str], expected: str | None) -> None:
    assert vocabulary.word(label, kind, choices) == expected


@pytest.mark.parametrize(("label", "expected"), [("kyllä", "true"), ("Nej", "false"), ("yes", "true"), ("maybe", None)])
def test_yes_and_no_are_known(label: str, expected: str | None) -> None:
    assert vocabulary.switch(label) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("tavoitteet", "goals"),
        ("projektit", "projects"),
        ("yksiköt", "units"),
        ("virat", "owners"),
        ("beslut", "decisions"),
        ("mittarit", "indicators"),
        ("xyzzy", None),
    ],
)
def test_a_folder_is_known_by_its_label(label: str, expected: str | None) -> None:
    assert vocabulary.folder(label) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("vastuuhenkilö", "owner"),
        ("tehtävä", "owner"),
        ("hankkeet", "project"),
        ("päämäärä", "goal"),
        ("lautakunta", "body"),
        ("toimialat", "unit"),
        ("ansvarig", "owner"),
        ("befattning", "owner"),
        ("nämnder", "body"),
        ("projekten", "project"),
        ("owners", "owner"),
        ("Strategia", "strategy"),
        ("xyzzy", None),
    ],
)
def test_a_kind_is_known_by_what_people_call_it(label: str, expected: str | None) -> None:
    assert vocabulary.kind(label) == expected
