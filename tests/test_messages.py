"""Messages: the same ones in every language, all of them with words, and one for everything the program says."""

import ast
import errno
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from strategy_cli.document import Data, parse
from strategy_cli.finding import Finding
from strategy_cli.measuring.standing import Reason, Standing
from strategy_cli.messages import LANGUAGES, Messages, catalogue
from strategy_cli.model.about import About
from strategy_cli.model.project import Phase, Update
from strategy_cli.model.text import Text
from strategy_cli.rules import RULES
from strategy_cli.span import whole_file

ROOT = Path(__file__).parents[1]
CODE = sorted((ROOT / "strategy_cli").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").glob("*.j2"))
SAID = re.compile(r"""\bsay\(\s*f?["']([\w.{}()-]+)["'](?! ~)""")

# Words that are the same in English and in the other language.
SAME = {
    "fi": {"idea"},
    "sv": {"id", "period", "Period", "version", "vision", "process", "version {commit} ({day})"},
}


def leaves(data: Data, key: str = "") -> Iterator[tuple[str, Data]]:
    """Walk the lowest values of a locale's file."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from leaves(value, f"{key}.{name}")
    else:
        yield key, data


def placeholders(words: str) -> set[str]:
    """Name the placeholders of a message."""
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def bare(words: str) -> str:
    """Leave out of a message its placeholders and what names a key."""
    return re.sub(r"\{\w+\}|\([^)]*\)", "", words)


@cache
def all_calls() -> list[ast.Call]:
    """Find every call in the program."""
    nodes = (node for file in CODE for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    return [node for node in nodes if isinstance(node, ast.Call)]


def calls(name: str) -> list[ast.Call]:
    """Find the calls of a function or class in the program."""
    return [c for c in all_calls() if name in {getattr(c.func, "id", None), getattr(c.func, "attr", None)}]


def words_in(node: ast.AST | None) -> set[str]:
    """Collect the plain strings in a piece of code."""
    found = ast.walk(node) if node else ()
    return {n.value for n in found if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def problems() -> set[tuple[str, str]]:
    """Collect the rule and the problem of every finding whose both are written out in the code."""
    found = set()
    for call in (*calls("Finding"), *calls("fault")):
        given = {k.arg: k.value for k in call.keywords}.get("problem")
        rules = words_in(call.args[0] if call.args else None)
        if isinstance(given, ast.Constant | ast.IfExp):
            test = words_in(given.test) if isinstance(given, ast.IfExp) else set()
            found |= {(rule, problem) for rule in rules for problem in words_in(given) - test}
    return found


def said_by(rule: str) -> str:
    """Give the beginning of the keys of a rule's messages."""
    return f"rules.{RULES[rule].family}.{rule}"


def kinds_of_values() -> set[str]:
    """Collect what a value can fail to be, as the fields of the model name it."""
    return {next(iter(words_in(call.args[0]))) for call in calls("PydanticCustomError")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_words(language: str) -> None:
    for file in sorted((ROOT / "strategy_cli" / "locales" / language).rglob("*.yaml")):
        document = parse(file.name, file.read_bytes())
        assert document.faults == []
        assert [key for key, value in leaves(document.data) if not isinstance(value, str) or not value.strip()] == []


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_all_languages_have_the_same_messages(language: str) -> None:
    assert set(catalogue(language)) ^ set(catalogue("en")) == set()


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_message_has_the_same_placeholders_in_all_languages(language: str) -> None:
    english = catalogue("en")
    assert [k for k, words in catalogue(language).items() if placeholders(words) != placeholders(english[k])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_plain_names(language: str) -> None:
    named = {name for words in catalogue(language).values() for name in placeholders(words)}
    assert [name for name in named if not name.isidentifier()] == []


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_words_are_translated(language: str) -> None:
    english = catalogue("en")
    same = {words for key, words in catalogue(language).items() if words == english[key] and re.search(r"[a-z]", words)}
    bare = {words for words in same if not re.search(r"\w", re.sub(r"\{\w+\}|, commit ", "", words))}
    assert same - bare == SAME[language]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_message(rule: str) -> None:
    assert [key for key in catalogue("en") if re.fullmatch(rf"{said_by(rule)}(\.[\w-]+)?\.message", key)]


def test_every_message_of_a_rule_is_of_a_rule() -> None:
    assert {tuple(key.split(".")[1:3]) for key in catalogue("en") if key.startswith("rules.")} == {
        (rule.family, rule.id) for rule in RULES.values()
    }


def test_every_problem_in_the_code_has_a_message() -> None:
    assert {("invalid-value", "map"), ("unknown-folder", "loose-file")} <= problems()
    assert [p for p in problems() if f"{said_by(p[0])}.{p[1]}.message" not in catalogue("en")] == []


@pytest.mark.parametrize("kind", sorted(kinds_of_values()))
def test_every_value_that_can_be_wrong_has_a_message(kind: str) -> None:
    messages = Messages("en")
    assert messages.has(f"rules.schema.invalid-value.{kind}-unclear.message") or kind == "language"
    if kind in {"date", "period", "number", "whole", "id", "language"}:
        assert messages.has(f"rules.schema.invalid-value.{kind}.message")


def test_every_failure_has_a_sentence() -> None:
    keys = {key for call in calls("StrategyError") for key in words_in(call.args[0])}
    assert keys == {key.removeprefix("errors.") for key in catalogue("en") if key.startswith("errors.")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_system_says_is_said_in_the_language_where_it_is_common(language: str) -> None:
    messages = Messages(language)
    common = [errno.ENOENT, errno.EISDIR, errno.ENOTDIR, errno.EACCES, errno.ENOSPC]
    said = [messages.write(OSError(code, "in English")) for code in common]
    assert len(set(said)) == len(said)
    assert not [words for words in said if "English" in words]
    assert messages.write(OSError(errno.ELOOP, "Too many links")) == "Too many links"
    assert messages.write(OSError("odd")) == "odd"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_and_every_reason_has_its_words(language: str) -> None:
    messages = Messages(language)
    assert [s for s in Standing if not messages.has(f"report.class.{s}")] == []
    assert [r for r in Reason if not messages.has(f"report.reason.{r}")] == []
    assert len({messages.say(f"report.class.{s}") for s in Standing}) == len(Standing)
    assert len({messages.say(f"report.reason.{r}") for r in Reason}) == len(Reason)


def test_every_word_of_the_model_that_reports_show_has_words() -> None:
    phases = {f"words.project.status.{phase}" for phase in get_args(Phase)}
    situations = {f"words.project.updates.status.{s}" for s in get_args(Update.model_fields["status"].annotation)}
    statuses = {f"words.strategy.status.{s}" for s in get_args(About.model_fields["status"].annotation)}
    assert phases | situations | statuses <= set(catalogue("en"))


@pytest.mark.parametrize("file", [*CODE, *TEMPLATES], ids=lambda file: file.name)
def test_every_message_that_is_said_is_there(file: Path) -> None:
    said = {key for key in SAID.findall(file.read_text("utf-8")) if "{" not in key}
    assert said - set(catalogue("en")) == set()


@pytest.mark.parametrize(
    ("thing", "fi", "sv"), [("milestone", "etap", "milstolp"), ("interim target", "välitavoi", "etappmål")]
)
def test_a_thing_has_one_name_in_a_language(thing: str, fi: str, sv: str) -> None:
    keys = {key for key, words in catalogue("en").items() if re.search(rf"(?i)\b{thing}s?\b(?![:.])", bare(words))}
    assert keys
    assert {key for key in keys if fi not in catalogue("fi")[key].lower()} == set()
    assert {key for key in keys if sv not in catalogue("sv")[key].lower()} == set()


@pytest.mark.parametrize(("language", "word"), [("fi", "välitavoi"), ("sv", "etappmål")])
def test_an_interim_target_is_no_milestone(language: str, word: str) -> None:
    named = {key for key, words in catalogue(language).items() if word in words.lower()}
    assert {key for key in named if "target" not in catalogue("en")[key].lower()} == set()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("words", "words"),
        (Text((("fi", "sanat"), ("sv", "ord"))), "ord"),
        (Text((("fi", "sanat"),)), "sanat"),
        (date(2026, 3, 31), "31.3.2026"),
        (Decimal("1234.5"), "1\u00a0234,5"),
        (7, "7"),
        (("a", Decimal("0.5")), "a, 0,5"),
        ([], ""),
    ],
)
def test_arguments_are_written_in_the_language(value: object, written: str) -> None:
    assert Messages("sv").write(value) == written


def test_an_argument_is_never_read_as_a_template() -> None:
    found = Finding("project-without-owner", whole_file("x.yaml"), args={"name": "{name} {0} {name.__class__}"})
    assert "{name} {0} {name.__class__}" in Messages("en").finding(found)


def test_an_unknown_language_is_english() -> None:
    assert Messages("de").language == "en"


def test_a_message_that_is_not_there_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        Messages("fi").say("no-such-message")
