"""The manual of rules as its readers meet it: one rule, a family, all; on a terminal, in Markdown, as JSON."""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from folders import Write
from jsonschema import Draft202012Validator

from strategy_cli.cli import run
from strategy_cli.config import PROFILES
from strategy_cli.finding import Level
from strategy_cli.formats.manual_words import levels, shown
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.rules import RULES

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((files("strategy_cli") / "schemas" / "rules-1.json").read_text("utf-8"))
OFF = {"fi": "pois", "sv": "av", "en": "off"}


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user stands where no strategy is."""
    monkeypatch.chdir(tmp_path)


def test_the_manual_of_a_rule_says_what_why_how_grave_and_shows_both_examples(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["rule", "owner-not-found"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("owner-not-found\n  The post that should answer for a thing does not exist.\n")
    assert "has nobody to answer for it" in out
    assert "minimum error, managed error, audited error" in out
    assert "Did you mean ‹nearest›?" in out
    assert "    owner: head-librarian   ←\n" in out
    assert "    owner: library-director\n" in out
    assert "# strategy: ignore[owner-not-found]" in out
    assert "# here" not in out


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ["Ryhmä: Linkit (links)", "Vakavuus:", "virhe", "Väärin", "Oikein", "‹nimi›", "Tarkoititko ‹lähin›?"]),
        ("sv", ["Grupp: Länkar (links)", "Grad:", "fel", "Fel", "Rätt", "‹namn›", "Menade du ‹närmaste›?"]),
    ],
)
def test_the_manual_speaks_the_readers_language(
    language: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run(["rule", "unknown-id", "--lang", language])
    out = capsys.readouterr().out
    assert [word for word in words if word not in out] == []


def test_the_language_is_the_strategys_own(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write({"strategy.yaml": "title: S\nlanguages: [sv]\n"})
    run(["rule", "unknown-id", "--data", str(folder)])
    assert "Grupp: Länkar" in capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_names_every_rule_under_its_family(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rule", "--lang", language]) == 0
    out = capsys.readouterr().out
    named = re.findall(r"^  ([a-z0-9-]+)  ", out, re.MULTILINE)
    assert sorted(named) == sorted(RULES)
    messages = Messages(language)
    assert [f for f in {rule.family for rule in RULES.values()} if messages.say(f"families.{f}") not in out] == []


def test_a_family_is_all_its_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rule", "lists", "unknown-id"]) == 0
    named = re.findall(r"^([a-z0-9-]+)$", capsys.readouterr().out, re.MULTILINE)
    assert named == sorted([rule.id for rule in RULES.values() if rule.family == "lists"] + ["unknown-id"])


def test_the_beginning_of_an_id_is_all_rules_that_begin_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rule", "owner-ends", "project-without-owner", "--lang", "en", "-f", "json"]) == 0
    shown = {one["id"] for one in json.loads(capsys.readouterr().out)["rules"]}
    assert shown == {i for i in RULES if i.startswith("owner-ends-")} | {"project-without-owner"}
    assert len(shown) > 1


def test_a_rule_of_the_citys_own_is_in_the_manual_where_it_is_asked_for(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    own = "{id: big-needs-board, kind: project, level: warning, need: body, message: Iso hanke tarvitsee toimielimen}"
    folder = write({"strategy.yaml": f"title: S\nlanguages: [fi]\nlint: {{require: [{own}]}}\n"})
    assert run(["rule", "big-needs-board", "--data", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "Iso hanke tarvitsee toimielimen" in out
    assert "minimum varoitus" in out
    run(["rule", "--data", str(folder)])
    assert "big-needs-board" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "said"),
    [("owner-not-fund", "Did you mean owner-not-found?"), ("ownershp", "Did you mean ownership?"), ("§", "rule lists")],
)
def test_an_unknown_rule_is_told_with_the_nearest(name: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rule", name, "--lang", "en"]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_holds_every_rule_as_the_schema_says(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rule", "--lang", language, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(data)
    assert [rule["id"] for rule in data["rules"]] == sorted(RULES)
    assert [r["id"] for r in data["rules"] if any("{" in m["message"] for m in r["messages"])] == []


def test_an_example_that_is_not_utf8_says_its_encoding(capsys: pytest.CaptureFixture[str]) -> None:
    run(["rule", "not-utf8", "--format", "json"])
    (rule,) = json.loads(capsys.readouterr().out)["rules"]
    assert (rule["bad"]["files"][0]["encoding"], rule["good"]["files"][0]["encoding"]) == ("windows-1252", None)
    assert "ö" in rule["bad"]["files"][0]["text"]


def test_levels_rise_with_the_profile() -> None:
    for rule in RULES.values():
        found = levels(rule)
        assert tuple(found) == PROFILES
        assert sorted(found.values()) == list(found.values())
        assert found["audited"] > Level.OFF


def test_places_to_fill_in_are_shown_by_name() -> None:
    assert shown("{name}: {{min: 1}} {no_such}", Messages("fi")) == "‹nimi›: {min: 1} ‹no_such›"
    assert shown("better: {{min: {low}, max: {high}}}", Messages("fi")) == "better: {min: ‹alaraja›, max: ‹yläraja›}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_place_is_left_unfilled_in_the_manual(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rule", "--lang", language, "--format", "json"]) == 0
    rules = json.loads(capsys.readouterr().out)["rules"]
    words = [word for rule in rules for m in rule["messages"] for word in (m["message"], m["help"] or "")]
    # A city's own rule is told of its places by their names.
    assert [word for word in words if re.search(r"\{\w+\}", word.replace("{name}", "").replace("{id}", ""))] == []
    assert [r["id"] for r in rules if any("{name}" in (m["help"] or "") for m in r["messages"])] == ["own-rule-faulty"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_of_a_message_of_a_rule_has_a_name(language: str) -> None:
    messages = Messages(language)
    english = Messages("en")
    words = [part for rule in RULES.values() for part in _templates(rule.id)]
    places = {place for text in words for place in re.findall(r"(?<!\{)\{(\w+)\}", text)}
    missing = {place for place in places if not messages.has(f"manual.places.{place}")}
    assert missing == set(), "name them under places: in locales/*/manual.yaml"
    assert english.has("manual.places.name")


def _templates(rule_id: str) -> list[str]:
    from strategy_cli.messages import catalogue

    return [text for key, text in catalogue("en").items() if key.startswith(f"rules.{RULES[rule_id].family}.{rule_id}")]


def test_the_documentation_of_rules_is_as_the_program_writes_it() -> None:
    assert run(["rule", "--lang", "en", "--format", "md=rules.md"]) == 0
    written, kept = Path("rules.md").read_text("utf-8"), (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert [rule for rule in RULES if f"\n### {rule}\n" not in kept] == []
    assert kept == written, "write it again: strategy rule --lang en --format md=docs/rules.md"
