"""The forms of a life and of a retrospect: JSON keeps to its schema, what people wrote is text everywhere."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from hostile import FILES, TEXTS, quoted
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from stages import record

from strategy_cli.changes import TAXA
from strategy_cli.changes.taxonomy import FIELDS
from strategy_cli.formats.lives import history_json, markdown, retrospect_json, text
from strategy_cli.formats.lives.history_account import account as history_page
from strategy_cli.formats.lives.retrospect_account import account as retrospect_page
from strategy_cli.formats.lives.retrospect_tables import QUESTIONS
from strategy_cli.formats.lives.telling import Telling
from strategy_cli.lives import history as lived
from strategy_cli.lives.history import History
from strategy_cli.lives.record import Record
from strategy_cli.lives.retrospect import retrospect
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.ref import Ref

DAY, TODAY = date(2026, 2, 1), date(2027, 1, 31)
HEADS = ("day", "change", "was", "becomes", "why")


def past(words: str) -> Record:
    """Make a past in which everything is named ``words``, and then a good part of it changes or goes."""
    there = {path: keys.replace("@", words).replace("§", words) for path, keys in FILES.items()}
    later: dict[str, str | None] = {
        "goals/gone.yaml": None,
        "goals/unknown.yaml": None,
        "goals/known.yaml": f"{{name: {words}, parent: top, formerly: [unknown]}}",
        "goals/late.yaml": there["goals/late.yaml"].replace("owner: o, ", ""),
        "goals/judged.yaml": there["goals/judged.yaml"].replace("parent: top", "parent: top, continues: [gone]"),
        "indicators/behind.yaml": there["indicators/behind.yaml"]
        .replace("value: 10", "value: 9")
        .replace("1, note", "2, note"),
        "indicators/worded.yaml": None,
        "projects/q.yaml": None,
        "indicators/flow.yaml": there["indicators/flow.yaml"].replace("unknown", "known"),
        "projects/p.yaml": there["projects/p.yaml"].replace("2027-12-31", "2028-12-31").replace("started", "cancelled"),
    }
    return record(
        ("2026-01-01", there),
        ("2026-06-01", later),
        ("2026-09-01", {"owners/o.yaml": f"{{title: {words}, until: 2026-10-31}}"}),
    )


MADE = past("Name")


def telling(language: str, made: Record = MADE) -> Telling:
    return Telling(made, Messages(language))


def history(ref: Ref, made: Record = MADE) -> History:
    life = made.named[ref]
    return lived.history(made, life, TODAY, on=DAY)


def schema(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((files("strategy_cli") / "schemas" / f"{name}-1.json").read_text("utf-8"))
    return found


def faults(name: str, written: str) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(name)).iter_errors(json.loads(written))]


@pytest.mark.parametrize("name", ["history", "retrospect"])
def test_the_schemas_are_schemas_and_every_member_is_described(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert all("description" in held or "$ref" in held for held in schema(name)["properties"].values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ref", list(MADE.named), ids=str)
def test_the_json_of_every_life_keeps_to_its_schema(ref: Ref, language: str) -> None:
    written = history_json.written(history(ref), telling(language))
    assert faults("history", written) == []
    assert history_json.written(lived.history(MADE, MADE.named[ref], TODAY), telling(language)) != written


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_json_of_a_retrospect_keeps_to_its_schema(language: str) -> None:
    found = retrospect(MADE, TODAY)
    written = retrospect_json.written(found, telling(language))
    assert faults("retrospect", written) == []
    told = json.loads(written)
    for question in (
        "departed",
        "removed",
        "loosened",
        "postponed",
        "cancelled",
        "revised",
        "posts",
        "owners",
        "weakened",
    ):
        assert told[question], question


_SHOWN = (Ref("indicator", "behind"), Ref("project", "p"), Ref("goal", "judged"), Ref("goal", "known"))
Form = Callable[[Record, str], str]


def _history_text(made: Record, language: str) -> str:
    words = telling(language, made)
    pages = [history_page(history(ref, made), words) for ref in _SHOWN]
    return "".join(text.written(one, words.weights(), 80, color=False) for one in pages)


def _history_markdown(made: Record, language: str) -> str:
    pages = [history_page(history(ref, made), telling(language, made)) for ref in _SHOWN]
    return "\n".join(markdown.written(one, HEADS) for one in pages)


def _retrospect_text(made: Record, language: str) -> str:
    words = telling(language, made)
    return text.written(retrospect_page(retrospect(made, TODAY), words), words.weights(), 80, color=False)


def _retrospect_markdown(made: Record, language: str) -> str:
    return markdown.written(retrospect_page(retrospect(made, TODAY), telling(language, made)), ())


TEXT_FORMS: tuple[Form, ...] = (_history_text, _retrospect_text)
MARKDOWN_FORMS: tuple[Form, ...] = (_history_markdown, _retrospect_markdown)


@pytest.mark.parametrize("form", TEXT_FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_text_keeps_to_its_width_and_has_no_blanks_at_line_ends(form: Form, language: str) -> None:
    written = form(MADE, language)
    assert max(map(len, written.splitlines())) <= 80
    assert [row for row in written.splitlines() if row != row.rstrip()] == []
    assert "{" not in written


@pytest.mark.parametrize("form", TEXT_FORMS)
@pytest.mark.parametrize("words", [TEXTS["controls"], TEXTS["right to left"], TEXTS["line ends"]])
def test_a_terminal_is_sent_no_controls(form: Form, words: str) -> None:
    written = form(past(quoted(words)), "en")
    assert [c for c in written if not (c.isprintable() or c in "\n\u00a0\u200f\u061c")] == []


@pytest.mark.parametrize("form", MARKDOWN_FORMS)
@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS)
def test_markdown_holds_what_people_wrote_as_words(form: Form, words: str) -> None:
    kinds = {token.type for token in MarkdownIt("gfm-like", {"linkify": False}).parse(form(past(quoted(words)), "en"))}
    expected = {
        f"{one}_{end}" for one in ("heading", "paragraph", "bullet_list", "list_item") for end in ("open", "close")
    }
    expected |= {f"{one}_{end}" for one in ("table", "thead", "tbody", "tr", "th", "td") for end in ("open", "close")}
    assert kinds == expected | {"inline"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_put_in_words_whether_the_answer_is_nothing_or_not(language: str) -> None:
    some = retrospect_page(retrospect(MADE, TODAY), telling(language))
    none = retrospect_page(retrospect(record(("2026-01-01", {})), TODAY), telling(language, record(("2026-01-01", {}))))
    assert len(some.tables) + len(some.nothing) == len(none.nothing) == 15
    assert none.tables == ()
    assert all(one.rows and all(len(row) == len(one.heads) for row in one.rows) for one in some.tables)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_and_every_date_has_words(language: str) -> None:
    messages = Messages(language)
    counts = retrospect(MADE, TODAY).counts
    assert list(counts) == list(QUESTIONS)
    heads = {f"retrospect.heads.{head}" for named, _ in QUESTIONS.values() for head in named}
    told = {f"retrospect.{part}.{key}" for key in counts for part in ("titles", "said", "none", "points")}
    told |= {f"retrospect.so-far.{key}" for key in ("goals", "indicators")}
    put_off = [(area_field, name) for area_field, (name, part) in FIELDS.items() if part is None]
    dates = {
        f"retrospect.dates.{area_field.split('.')[1]}" for area_field, name in put_off if f"{name}-postponed" in TAXA
    }
    assert [key for key in sorted(heads | told | dates | {"retrospect.dates.targets"}) if not messages.has(key)] == []
