"""Findings in machine formats: each is what its readers ask for, whatever the files say."""

import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hostile import TEXTS
from jsonschema import Draft4Validator, Draft202012Validator
from junitparser import Failure, JUnitXml
from markdown_it import MarkdownIt

from strategy_cli.checking.checked import Checked
from strategy_cli.checking.fingerprint import Identity
from strategy_cli.checking.suppress import Ignored, Told
from strategy_cli.finding import Edit, Finding, Level, OwnWords
from strategy_cli.formats import (
    findings_gitlab,
    findings_json,
    findings_junit,
    findings_markdown,
    findings_sarif,
    findings_statistics,
)
from strategy_cli.formats.sarif_rules import described
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.ref import Ref
from strategy_cli.rules import RULES
from strategy_cli.span import Span

# SARIF's own schema, from the npm package @microsoft/jest-sarif (MIT); see tests/schemas/README.md.
SARIF = Draft4Validator(json.loads((Path(__file__).parents[1] / "schemas" / "sarif-2.1.0.json").read_text("utf-8")))
OWN = Draft202012Validator(json.loads((files("strategy_cli") / "schemas" / "lint-1.json").read_text("utf-8")))
# What https://docs.gitlab.com/ci/testing/code_quality/ asks of a report.
GITLAB = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "location", "severity"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer"}},
                        },
                    },
                },
            },
        },
    }
)
PATH = "data/projekti ä|%/p.yaml"


def at(line: int) -> Span:
    return Span(PATH, line, 3, line, 9)


def checked(text: str = "x") -> Checked:
    """Make a check with a finding of every level, ignored and known ones, all with a text in them."""
    unknown = Finding("unknown-key", at(2), Ref("project", "p"), ("ownr",), {"key": text, "known": text}, None)
    mended = Finding("unknown-key", at(4), Ref("project", "p"), ("ownr",), {"key": text, "known": text}, None)
    edit = Edit(at(4), text)
    told = (
        Told(Level.ERROR, unknown),
        Told(Level.WARNING, Finding("unused-ignore", at(3), args={"id": text})),
        Told(Level.ERROR, Finding(mended.rule, mended.span, mended.subject, mended.key, mended.args, None, edit)),
        Told(Level.INFO, Finding("ignore-without-reason", at(5), args={"id": text})),
    )
    ignored = Ignored(Told(Level.ERROR, Finding("unused-ignore", at(7), args={"id": text})), text)
    known = Told(Level.ERROR, Finding("unknown-key", at(9), Ref("goal", "g"), ("k",), {"key": text, "known": text}))
    gone = {Identity("unknown-key", "goal/x", "k"): 2}
    return Checked(told, 7, "data/", (ignored,), (known,), gone)


CLEAN = Checked((), 3)
BARE = Checked(checked().told, 3, "data/")


def sarif(found: Checked, language: str = "en") -> dict[str, Any]:
    log: dict[str, Any] = json.loads(findings_sarif.report(found, Messages(language)))
    assert [error.message for error in SARIF.iter_errors(log)] == []
    run: dict[str, Any] = log["runs"][0]
    return run


def gitlab(found: Checked, language: str = "en") -> list[dict[str, Any]]:
    issues: list[dict[str, Any]] = json.loads(findings_gitlab.report(found, Messages(language)))
    assert [error.message for error in GITLAB.iter_errors(issues)] == []
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    return issues


def own(found: Checked, language: str = "en") -> dict[str, Any]:
    data: dict[str, Any] = json.loads(findings_json.report(found, Messages(language)))
    assert [error.message for error in OWN.iter_errors(data)] == []
    return data


def junit(found: Checked, language: str = "en") -> JUnitXml:
    return JUnitXml.fromstring(findings_junit.report(found, Messages(language)).encode())


def markdown(found: Checked, language: str = "en") -> str:
    return findings_markdown.report(found, Messages(language))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [sarif, gitlab, own, junit])
def test_hostile_texts_leave_every_format_whole(
    form: Callable[[Checked, str], object], language: str, text: str
) -> None:
    assert form(checked(text), language)
    assert form(CLEAN, language) is not None


@pytest.mark.parametrize("form", [sarif, gitlab, own, markdown])
def test_the_words_come_in_the_language_asked_for(form: Callable[[Checked, str], object]) -> None:
    assert len({str(form(checked(), language)) for language in LANGUAGES}) == 3


def test_sarif_names_the_rule_the_place_and_the_thing() -> None:
    run = sarif(BARE)
    first = run["results"][0]
    place = first["locations"][0]
    assert (first["ruleId"], first["level"], run["columnKind"]) == ("unknown-key", "error", "unicodeCodePoints")
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "unknown-key"
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "data/projekti%20%C3%A4%7C%25/p.yaml"
    assert place["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 9}
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "project/p"
    assert "baselineState" not in first
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error", "note"]


def test_sarif_offers_the_edits_that_are_sure() -> None:
    fixes = [result.get("fixes") for result in sarif(checked("owner"))["results"]]
    replacement = fixes[2][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"]["text"] == "owner"
    assert [bool(fix) for fix in fixes].count(True) == 1


def test_sarif_tells_what_is_ignored_and_why_and_what_the_baseline_knows() -> None:
    results = sarif(checked("recruitment under way"))["results"]
    suppressed = [result["suppressions"] for result in results if "suppressions" in result]
    assert suppressed == [[{"kind": "inSource", "justification": "recruitment under way"}]]
    assert [result["baselineState"] for result in results] == ["new"] * 4 + ["unchanged"] * 2


def test_sarif_carries_every_rule_s_manual() -> None:
    told = tuple(Told(Level.ERROR, Finding(name, at(1), args=_Any())) for name in RULES if _sayable(name))
    rules = sarif(Checked(told, 1))["tool"]["driver"]["rules"]
    assert len(rules) == len(told) > 10
    assert all(rule["help"]["markdown"].startswith(rule["shortDescription"]["text"]) for rule in rules)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", ["Projektilla ei ole vastuuhenkilöä.", "Kemin kaupunginhallitus", "Väärin:\n\n", "Oikein:\n\n"]),
        ("sv", ["Ett projekt saknar ansvarig.", "Kemi stadsstyrelse", "Fel:\n\n", "Rätt:\n\n"]),
    ],
)
def test_sarif_explains_a_rule_in_the_language_of_the_run(language: str, said: list[str]) -> None:
    found = Finding("project-without-owner", at(1), args={"name": "x"})
    rule = described(found, Messages(language))
    words = rule["help"]
    assert rule["id"] == "project-without-owner"
    assert rule["shortDescription"] == {"text": said[0]}
    assert isinstance(words, dict)
    assert [one for one in said if one not in words["text"] or one not in words["markdown"]] == []
    assert "```yaml" in words["markdown"]
    assert "```" not in words["text"]


class _Any(dict[str, object]):
    """Arguments of any name."""

    def items(self) -> Any:
        names = ("id", "key", "known", "name", "post", "until", "file", "folder", "nearest", "count", "other", "stem")
        return dict.fromkeys(names, "x").items()


def _sayable(name: str) -> bool:
    messages = Messages("en")
    try:
        finding = Finding(name, at(1), args=_Any())
        return bool(messages.finding(finding) and (messages.help(finding) or "x"))
    except KeyError:
        return False


def test_a_rule_of_the_city_s_own_is_told_in_every_format() -> None:
    own_words = OwnWords("{name} needs a board's decision", None)
    finding = Finding("big-needs-board", at(1), Ref("project", "p"), args={"name": "Quay"}, own=own_words)
    found = Checked((Told(Level.WARNING, finding),), 1)
    assert (own(found)["findings"][0]["family"], own(found)["findings"][0]["profile"]) == ("own", "minimum")
    assert gitlab(found)[0]["description"] == "Quay needs a board's decision"
    assert sarif(found)["tool"]["driver"]["rules"][0]["id"] == "big-needs-board"
    assert junit(found).tests == 1
    assert "Quay needs" in markdown(found)


@pytest.mark.parametrize("text", ["[a](https://example.org)", "![b](x)"])
def test_sarif_makes_no_link_of_what_a_file_says(text: str) -> None:
    assert all("](" not in result["message"]["text"] for result in sarif(checked(text))["results"])


def test_fingerprints_are_the_same_in_every_format() -> None:
    marks = [one["fingerprint"] for one in own(checked())["findings"]]
    assert [issue["fingerprint"] for issue in gitlab(checked())] == marks
    told = [result for result in sarif(checked())["results"] if result.get("baselineState") == "new"]
    assert [result["partialFingerprints"]["strategy/v1"] for result in told] == marks


def test_gitlab_is_told_how_grave_a_finding_is_and_where() -> None:
    issues = gitlab(checked())
    assert [issue["severity"] for issue in issues] == ["major", "minor", "major", "info"]
    assert issues[0]["location"] == {"path": PATH, "lines": {"begin": 2}}


@pytest.mark.parametrize(("level", "failures"), [(Level.ERROR, 2), (Level.WARNING, 3), (Level.INFO, 4)])
def test_junit_fails_where_the_check_fails(level: Level, failures: int) -> None:
    report = junit(Checked(checked().told, 7, "data/", fail_level=level))
    assert (report.tests, report.failures, report.errors) == (4, failures, 0)
    (suite,) = report
    assert suite.name == PATH
    cases = list(suite)
    assert cases[0].name == "unknown-key"
    assert isinstance(cases[0].result[0], Failure)
    assert sum(bool(case.result) for case in cases) == failures


def test_junit_of_a_clean_strategy_is_a_case_that_passed() -> None:
    report = junit(CLEAN)
    assert (report.tests, report.failures) == (1, 0)


def test_markdown_counts_groups_and_links() -> None:
    text = markdown(checked())
    assert "Errors: 2. Warnings: 1. Notes: 1. Files checked: 7." in text
    assert "Ignored by a comment: 1." in text
    assert "| 2 | error | `unknown-key` |" in text
    assert text.count("### [") == 1
    assert "| [2](data/projekti%20%C3%A4%7C%25/p.yaml#L2) | error |" in text
    assert "|" not in markdown(CLEAN)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_markdown_holds_no_markup_of_the_files(text: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(markdown(checked(text)))
    plain = MarkdownIt("gfm-like", {"linkify": False}).render(markdown(checked("x")))
    tags = re.compile(r"<[^>]*>")
    assert tags.findall(html) == tags.findall(plain)


def test_markdown_shows_the_gravest_of_very_many() -> None:
    mild = [Told(Level.INFO, Finding("unused-ignore", at(n), args={"id": "x"})) for n in range(1, 300)]
    grave = Told(Level.ERROR, Finding("unknown-key", at(300), args={"key": "x", "known": "y"}))
    text = markdown(Checked((*mild, grave), 1))
    assert "#L300" in text
    assert text.count("#L") == findings_markdown.MOST
    assert text.rstrip().endswith("Not shown here, the less grave ones: 100.")
    assert len(text) < 65_536


def test_statistics_count_by_rule_the_gravest_first() -> None:
    assert findings_statistics.table(checked().told, Messages("fi")).splitlines() == [
        "2  virhe     unknown-key",
        "1  varoitus  unused-ignore",
        "1  huomio    ignore-without-reason",
    ]
    assert findings_statistics.table((), Messages("fi")) == ""
