"""The manual in the reader's language: every rule's, true to the English as it is now.

``TRANSLATED="goal-stale value-aged" pytest tests/formats/test_manual_language.py`` marks the translations of the rules
named as being of the English as it is now.
"""

import hashlib
import json
import os
import re
from pathlib import Path

import pytest
from folders import written

from strategy_cli.cli import run
from strategy_cli.document import parse
from strategy_cli.formats.manual_language import told
from strategy_cli.messages import Messages
from strategy_cli.rules import RULES
from strategy_cli.rules.manual import manual
from strategy_cli.rules.registry import Rule

LOCALES = Path(__file__).parents[2] / "strategy_cli" / "locales"
TRANSLATIONS = ("fi", "sv")
FAMILIES = sorted({rule.family for rule in RULES.values()})
# What leads to a source: a section, a day, a number of an act, a name between code marks.
SOURCE = re.compile(r"§ \d[\d–]*|\d+ §|\d{1,2}\.\d{1,2}\.\d{4}|\d{3,4}/\d{4}|20\d\d/\d+|``[^`]+``")


def mark(rule: Rule) -> str:
    """Name the English of a rule's manual, however its lines are broken."""
    english = manual(rule.manual)
    return hashlib.sha256(" ".join(f"{english.summary} {english.reason}".split()).encode()).hexdigest()[:8]


def file_of(language: str, family: str) -> Path:
    return LOCALES / language / "manuals" / f"{family}.yaml"


def translations(language: str, family: str) -> dict[str, dict[str, str]]:
    file = file_of(language, family)
    document = parse(file.name, file.read_bytes())
    assert document.faults == []
    assert isinstance(document.data, dict)
    return document.data  # type: ignore[return-value]


@pytest.fixture(autouse=True, scope="module")
def translated() -> None:
    """Renew the marks of the rules whose translations have just been mended."""
    for name in os.environ.get("TRANSLATED", "").split():
        for language in TRANSLATIONS:
            file = file_of(language, RULES[name].family)
            old = rf'^({re.escape(name)}:\n  english: )"[^"]*"'
            text, found = re.subn(old, rf'\g<1>"{mark(RULES[name])}"', file.read_text("utf-8"), flags=re.MULTILINE)
            assert found, f"translate {name} in {file}"
            file.write_text(text, "utf-8", newline="\n")


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_family_has_its_file_and_no_file_is_of_none(language: str) -> None:
    assert sorted(file.stem for file in (LOCALES / language / "manuals").iterdir()) == FAMILIES


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_rule_is_translated_and_nothing_else(language: str, family: str) -> None:
    held = translations(language, family)
    assert set(held) == {rule.id for rule in RULES.values() if rule.family == family}
    assert [name for name, one in held.items() if set(one) != {"english", "summary", "reason"}] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_is_of_the_english_as_it_is_now(rule: Rule, language: str) -> None:
    kept = translations(language, rule.family).get(rule.id, {}).get("english")
    where = file_of(language, rule.family).relative_to(LOCALES)
    assert kept == mark(rule), f"translate {rule.id} anew in {where}, then run this with TRANSLATED={rule.id}"


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_is_one_sentence_and_a_reason_with_the_same_sources(rule: Rule, language: str) -> None:
    english, here = manual(rule.manual), told(rule, Messages(language))
    assert here.summary.endswith(".")
    assert here.summary != english.summary
    assert bool(here.reason) is bool(english.reason)
    assert (here.bad, here.good) == (english.bad, english.good)
    assert set(SOURCE.findall(here.reason)) == set(SOURCE.findall(english.reason))


def test_what_is_not_translated_is_as_it_was_written() -> None:
    rule = RULES["goal-stale"]
    assert told(rule, Messages("en")) == manual(rule.manual)


@pytest.mark.parametrize(
    ("language", "summary", "reason"),
    [
        ("fi", "Projektilla ei ole vastuuhenkilöä.", "Kemin kaupunginhallitus 25.9.2023 § 292"),
        ("sv", "Ett projekt saknar ansvarig.", "Kemi stadsstyrelse 25.9.2023 § 292"),
    ],
)
def test_the_command_tells_what_and_why_in_the_language(
    language: str, summary: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for form in ("text", "md", "json"):
        assert run(["rule", "project-without-owner", "--format", form, "--lang", language]) == 0
        said.append(" ".join(capsys.readouterr().out.split()))
    assert [out for out in said if summary not in out or reason not in out] == []
    assert json.loads(said[2])["rules"][0]["summary"] == summary
    run(["rule", "--lang", language, "--format", "md"])
    assert f"| {summary} |" in capsys.readouterr().out


@pytest.mark.parametrize(("form", "read"), [("text", False), ("json", False), ("sarif", True)])
def test_a_check_reads_manuals_only_for_what_shows_them(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, read: bool
) -> None:
    asked: list[str] = []
    has = Messages.has

    def noted(messages: Messages, key: str) -> bool:
        asked.append(key)
        return has(messages, key)

    monkeypatch.setattr(Messages, "has", noted)
    folder = written({"strategy.yaml": "title: S\nlanguages: [fi]\n", "projects/p.yaml": "name: P\n"}, tmp_path / "s")
    assert run(["lint", "--data", str(folder), "--format", form]) == 1
    assert any(key.startswith("manuals.") for key in asked) is read
