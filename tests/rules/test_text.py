"""Rules of text: what reads as damaged, unfinished, empty or vague is told, and nothing that is not."""

from datetime import date

import pytest
from folders import Load

from strategy_cli import rules
from strategy_cli.config import Settings
from strategy_cli.finding import Finding

ON = date(2026, 6, 30)


def told(load: Load, text: str, rule: str, kind: str = "goals") -> list[Finding]:
    """Check one file of a strategy by one rule."""
    loaded = load({f"{kind}/vitality.yaml": text})
    settings = Settings("audited")
    found = rules.check(loaded.strategy, settings, ON)
    return [one for one in found if one.rule == rule]


@pytest.mark.parametrize(
    "word",
    [
        "tyOpaja",
        "tyOpaja.",
        "(myo6s)",
        "myo6s",
        "toyoryhma",
        "Yhteistyo",
        "paamaaraa",
        "myos,",
        "toyoRyhmä",
        "strategiarYhmä",
        "Hyv\ufffdksi",
        "tyÃ¶paja",
    ],
)
def test_a_word_that_scanning_damaged_is_told(word: str, loaded: Load) -> None:
    (finding,) = told(loaded, f"name: V\ndescription: Syksyllä {word} pidetään\n", "damaged-text")
    assert finding.key == ("description",)


@pytest.mark.parametrize(
    "word",
    [
        "CO2",
        "co2ekv",
        "kWh",
        "eNPS",
        "iPhone",
        "LinkedIn",
        "Hiilineutraali2035",
        "https://example.org/aBc",
        "PM10",
        "a4",
    ],
)
def test_a_word_that_is_so_written_is_not_told(word: str, loaded: Load) -> None:
    assert told(loaded, f'name: V\ndescription: "Syksyllä {word} pidetään"\n', "damaged-text") == []


@pytest.mark.parametrize(
    "text",
    [
        "id: vitality\nname: V\nowner: tyoryhma",
        "name: V\nparticipants: [tyollisyys]",
        "name: V\ndescription: Katso https://example.org/tyoryhma ja kestavan-kehityksen-tyoryhma.pdf",
        "name: Patrimonial tehtaat",
    ],
)
def test_ids_and_addresses_have_no_dots(text: str, loaded: Load) -> None:
    assert told(loaded, text, "damaged-text") == []


@pytest.mark.parametrize(
    "text",
    [
        "description: o Työpaja pidetään",
        'description: "e Työpaja pidetään"',
        "description: {fi: © Työpaja pidetään}",
        "description: • Työpaja pidetään",
        "description: |\n  Syksyllä\n  O Työpaja pidetään",
        "judgements:\n  - period: 2025\n    class: partly\n    reason: · Työpaja\n    by: x",
    ],
)
def test_a_bullet_at_the_beginning_of_a_text_is_told(text: str, loaded: Load) -> None:
    (finding,) = told(loaded, f"name: V\n{text}\n", "damaged-text")
    assert finding.problem == "bullet"


@pytest.mark.parametrize(
    "text", ["description: E-laskut", "description: Ja o", "description: |\n  - Yksi\n  - Kaksi", "number: e 12"]
)
def test_a_list_is_not_taken_for_a_bullet(text: str, loaded: Load) -> None:
    assert told(loaded, f"name: V\n{text}\n", "damaged-text") == []


def test_a_right_of_the_source_is_no_bullet(loaded: Load) -> None:
    assert told(loaded, "name: I\nsource: {name: © Maanmittauslaitos}\n", "damaged-text", "indicators") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("description: “Sujuva arki”", 1),
        ("description: {fi: ”Sujuva arki”}", 1),
        ("description: Ohjelma ”Sujuva arki”", 0),
        ('description: "Sujuva arki"', 0),
        ("description: ”Sujuva” ja ”turvallinen”", 0),
    ],
)
def test_a_whole_text_in_quotation_marks_is_told(text: str, count: int, loaded: Load) -> None:
    assert len(told(loaded, f"name: V\n{text}\n", "quoted-text")) == count


@pytest.mark.parametrize("key", ["owner", "from", "weight", "participants", "roll_up"])
def test_a_sign_that_is_a_wrong_value_is_told_once(key: str, loaded: Load) -> None:
    text = f'name: V\n{key}: {"[" if key == "participants" else ""}"-"{"]" if key == "participants" else ""}\n'
    assert told(loaded, text, "empty-text") == []


@pytest.mark.parametrize("words", ["TODO", "Täydennetään", "xxx", "Lorem ipsum dolor", "Kompletteras", "Mitä???"])
def test_what_is_still_to_be_written_is_told(words: str, loaded: Load) -> None:
    assert len(told(loaded, f'name: V\ndescription: "{words}"\n', "placeholder-text")) == 1


@pytest.mark.parametrize("words", ["Metodologia", "Täydennyskoulutus", "Onko näin?", "Fyllister"])
def test_what_only_looks_like_it_is_not_told(words: str, loaded: Load) -> None:
    assert told(loaded, f'name: V\ndescription: "{words}"\n', "placeholder-text") == []


def test_a_comment_may_say_what_is_to_be_done(loaded: Load) -> None:
    assert told(loaded, "name: V  # TODO tyOpaja\n", "placeholder-text") == []
    assert told(loaded, "name: V  # TODO tyOpaja\n", "damaged-text") == []


@pytest.mark.parametrize("sign", ['"-"', "–", '"."', '"?"', "...", '"--"'])
def test_a_sign_in_an_empty_place_is_told(sign: str, loaded: Load) -> None:
    assert len(told(loaded, f"name: V\ndescription: {sign}\n", "empty-text")) == 1


@pytest.mark.parametrize("text", ["number: 3", "number: 1.", "description: A - b", "description: Mitä nyt?"])
def test_a_short_answer_is_an_answer(text: str, loaded: Load) -> None:
    assert told(loaded, f"name: V\n{text}\n", "empty-text") == []


@pytest.mark.parametrize(
    "reason",
    [
        "Pääosin toteutunut",
        "On toteutunut hyvin.",
        "Osittain toteutunut",
        "Etenee suunnitellusti",
        "Till stor del genomförts",
        "Delvis genomfört",
        "Mostly achieved.",
        "Toteutunut",
        "Toteutunut pääosin.",
        "toteutui pääosin",
        "Tavoite toteutui pääosin",
        "Toteutunut suurelta osin",
        "Etenee suunnitelmien mukaan",
        "Pääosin toteutunut ja työ jatkuu",
        "Målet uppnåddes till största delen",
        "Arbetet framskrider enligt planerna",
        "The goal was mostly achieved",
        "{fi: Kahdeksan tonttia luovutettiin, sv: Delvis genomfört}",
    ],
)
def test_an_assessment_without_a_fact_is_told(reason: str, loaded: Load) -> None:
    text = f"name: V\njudgements:\n  - {{period: 2025, class: partly, reason: {reason}, by: city-manager}}\n"
    assert len(told(loaded, text, "vague-attainment")) == 1


@pytest.mark.parametrize(
    "reason",
    [
        "Kahdeksan kymmenestä tontista luovutettiin",
        "Toteutunut 8/10",
        "Kirjasto avattiin",
        "Pääosin toteutunut – satama puuttuu",
        "Työ jatkuu",
    ],
)
def test_an_assessment_with_a_fact_is_not_told(reason: str, loaded: Load) -> None:
    text = f"name: V\njudgements:\n  - {{period: 2025, class: partly, reason: {reason}, by: city-manager}}\n"
    assert told(loaded, text, "vague-attainment") == []


def test_a_long_text_is_told_where_it_stands_in_a_list(loaded: Load) -> None:
    text = f"- {{id: short, name: S}}\n- id: long\n  name: L\n  description: |\n    {'sana ' * 400}\n"
    (finding,) = told(loaded, text, "long-text")
    assert str(finding.subject) == "goal/long"
    assert finding.key == ("description",)


def test_a_decision_is_as_long_as_it_was(loaded: Load) -> None:
    text = f"title: T\nbody: b\ndate: 2025-01-01\ntext: {'sana ' * 400}\n"
    assert told(loaded, text, "long-text", "decisions") == []
