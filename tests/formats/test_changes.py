"""Changes as text, JSON and Markdown: every id has words in three languages, and no text of a file is mark-up."""

import json
import re

import pytest
from markdown_it import MarkdownIt

from strategy_cli.changes import TAXA, Change, Weight, compared
from strategy_cli.changes.taxonomy import FIELDS
from strategy_cli.formats import markdown
from strategy_cli.formats.changes import as_json
from strategy_cli.formats.changes import markdown as table
from strategy_cli.formats.changes import text as text_form
from strategy_cli.formats.changes.words import Words, shortened
from strategy_cli.loading import load
from strategy_cli.messages import LANGUAGES, Messages, catalogue
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Review
from strategy_cli.reviewing.reviewed import Wanted, reviewed
from strategy_cli.source import Source, Version
from strategy_cli.strategy import Strategy

EMPTY = {"strategy.yaml": "title: T"}
MEASURE = "name: Walks\ngoal: health\nbetter: up\nunit: {fi: kpl, sv: st}\n"
OLD = {
    "strategy.yaml": "{title: Strategia, languages: [fi, sv], decision: d}",
    "decisions/d.yaml": "{title: D, body: council, date: 2025-06-15, section: § 45}",
    "bodies/council.yaml": "{name: {fi: Valtuusto, sv: Fullmäktige}, kind: council}",
    "owners/posts.yaml": "[{id: x, title: {fi: Johtaja, sv: Direktör}}, {id: y, title: Päällikkö}]",
    "goals/health.yaml": "{name: {fi: Terveys, sv: Hälsa}, owner: x}",
    "indicators/walks.yaml": MEASURE + "targets: [{period: 2030, value: 12500.5}]\n",
    "projects/path.yaml": "{name: Polku, status: started, owner: x, money: [{year: 2026, asked: 400000}]}",
}
NEW = OLD | {
    "goals/health.yaml": "{name: {fi: Terveys, sv: God hälsa}, owner: y, binding: true}",
    "indicators/walks.yaml": MEASURE + "targets: [{period: 2030, value: 9000}]\nvalues: {2025: 8000}\n",
    "projects/path.yaml": "{name: Polku, status: paused, owner: x, money: [{year: 2026, asked: 350000}]}",
}


def made(files: dict[str, str]) -> Strategy:
    return load(Source("", Version("test"), {path: text.encode() for path, text in files.items()})).strategy


def review(floor: Weight = Weight.WORDING) -> Review:
    return reviewed(compared(made(OLD), made(NEW)), Wanted(floor))


def planted(change_id: str) -> Change:
    """Make a change with an id of the taxonomy, in the field that it is about."""
    taxon = TAXA[change_id]
    stem = change_id.removesuffix(f"-{taxon.action}")
    fields = (f.partition(".")[2] for f, (name, _) in FIELDS.items() if name == stem and f.startswith(f"{taxon.area}."))
    field = next(fields, "risk" if "-own-" in change_id else "")
    subject = Ref("goal" if taxon.area == "entity" else taxon.area, "it")
    named = "title" if taxon.area in ("strategy", "owner", "decision") else "name"
    return Change(change_id, subject, named if field == "*" else field)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_has_words(language: str) -> None:
    words = Words(compared(made(EMPTY), made(EMPTY)), Messages(language))
    said = {change_id: words.what(planted(change_id)) for change_id in TAXA}
    assert all(len(text) > 3 and "{" not in text for text in said.values())
    assert [i for i, text in said.items() if text.startswith((" ", ":")) or text.endswith((" ", ":"))] == []


def test_the_words_of_changes_all_belong_to_one() -> None:
    used = {t.action for t in TAXA.values()} | {i.removeprefix(f"{t.area}-") for i, t in TAXA.items()} | set(TAXA)
    keys = {k.removeprefix("changes.") for k in catalogue("en") if k.startswith("changes.")}
    assert keys - used - {"entity-added", "entity-removed"} == set()


def test_lines_are_for_grep() -> None:
    lines = text_form.lines(review(), Messages("fi")).splitlines()
    assert [line.replace("\u00a0", " ") for line in lines] == [
        "goals/health.yaml:1: decision goal-binding-changed Terveys: tavoitteen sitovuus muutettiin: ei → kyllä",
        (
            "indicators/walks.yaml:5: decision indicator-target-loosened "
            "Walks: tavoitetasoa lievennettiin (2030): 12 500,5 kpl → 9 000 kpl"
        ),
        "goals/health.yaml:1: notice goal-owner-changed Terveys: vastuuhenkilö muutettiin: Johtaja → Päällikkö",
        "projects/path.yaml:1: notice project-status-paused Polku: projekti keskeytettiin: käynnissä → keskeytetty",
        (
            "projects/path.yaml:1: notice project-money-asked-decreased "
            "Polku: haettu rahoitus väheni (2026): 400 000 € → 350 000 €"
        ),
        "indicators/walks.yaml:6: progress indicator-value-added Walks: toteuma lisättiin (2025): 8 000 kpl",
        (
            "goals/health.yaml:1: wording goal-translation-changed "
            "Terveys: käännös muutettiin: nimi (sv): Hälsa → God hälsa"
        ),
    ]
    assert "400\u00a0000\u00a0€" in lines[4]


def test_links_are_named_in_the_readers_language() -> None:
    assert "God hälsa: ändrat: ansvarig: Direktör → Päällikkö (fi)" in text_form.lines(review(), Messages("sv"))


def told(old: str, new: str, language: str, path: str = "goals/g.yaml") -> list[str]:
    """Compare two states of one thing and give the sentences."""
    files = {"strategy.yaml": "{title: T, languages: [fi, sv]}"}
    found = compared(made(files | {path: old}), made(files | {path: new}))
    words = Words(found, Messages(language))
    return [words.sentence(change).replace("\u00a0", " ") for change in found.changes]


def test_a_confirmed_value_is_shown_and_not_yes_and_no() -> None:
    old = "{name: I, unit: kpl, values: {2026-T2: {value: 8000, preliminary: true}}}"
    new = "{name: I, unit: kpl, values: {2026-T2: 8000}}"
    assert told(old, new, "fi", "indicators/i.yaml") == ["I: ennakkotieto vahvistettiin (tammi–elokuu 2026): 8 000 kpl"]
    unconfirmed = "I: toteuma merkittiin ennakkotiedoksi (tammi–elokuu 2026): 8 000 kpl"
    assert told(new, old, "fi", "indicators/i.yaml") == [unconfirmed]


def test_words_shown_for_want_of_the_reader_s_language_name_theirs() -> None:
    assert told("{name: N}", "{name: M}", "en") == ["M (fi): goal renamed: N (fi) → M (fi)"]
    assert told("{name: N}", "{name: N, number: '1', description: D}", "fi") == [
        "N: kuvaus lisättiin: D",
        "N: numero lisättiin: 1",
    ]
    assert told("{name: {fi: N, sv: S}}", "{name: {sv: S}}", "fi") == [
        "S (sv): tavoite nimettiin uudelleen (muuttui vain fi): N → S (sv)"
    ]


def test_a_text_changed_in_one_language_only_says_so() -> None:
    old, new = "{name: {fi: N, sv: S}}", "{name: {fi: M, sv: S}}"
    assert told(old, new, "fi") == ["M: tavoite nimettiin uudelleen (muuttui vain fi): N → M"]
    assert told(old, new, "sv") == ["S: målet fick nytt namn (bara fi ändrades): N (fi) → M (fi)"]
    assert told(old, "{name: {fi: M, sv: R}}", "fi") == ["M: tavoite nimettiin uudelleen: N → M"]


def test_a_figure_of_a_renamed_thing_keeps_its_old_unit() -> None:
    old = {"indicators/g.yaml": "{name: I, unit: kg, values: {2025: 1}}"}
    new = {
        "indicators/h.yaml": "{name: I, unit: t, formerly: [g], values: {2025: 2}}",
        "indicators/g.yaml": "{name: J, unit: km}",
    }
    found = compared(made(EMPTY | old), made(EMPTY | new))
    said = {change.id: Words(found, Messages("en")).sides(change) for change in found.changes}
    assert said["indicator-value-revised"] == ("1\u00a0kg", "2\u00a0t")


def test_grouped_names_both_sides_and_weights_gravest_first() -> None:
    text = text_form.grouped(review(), Messages("en"), 120, color=False)
    assert text.startswith("Old: Strategia (fi) (draft; Valtuusto (fi) 15 Jun 2025 § 45; folder test)\nNew: ")
    heads = [line for line in text.splitlines() if re.fullmatch(r"[\w ]+ \(\d\)", line)]
    assert heads == ["For decision (2)", "For notice (3)", "Progress (1)", "Wording (1)"]
    assert "\x1b[" not in text
    assert "\x1b[" in text_form.grouped(review(), Messages("en"), 120, color=True)


def test_hidden_changes_are_counted() -> None:
    less = review(Weight.NOTICE)
    assert len(text_form.lines(less, Messages("en")).splitlines()) == 5
    assert text_form.summary(less, Messages("en")) == (
        "For decision: 2. For notice: 3. Progress: 1. Wording: 1. Not shown: 2."
    )
    data = json.loads(as_json.report(less, Messages("en")))
    assert (data["hidden"], len(data["changes"]), data["counts"]["wording"]) == (2, 5, 1)


def test_json() -> None:
    data = json.loads(as_json.report(review(), Messages("fi")))
    assert (data["format"], data["version"], data["language"]) == ("strategy-diff", "1.0", "fi")
    assert data["old"]["decision"] == {"id": "d", "body": "council", "date": "2025-06-15", "section": "§ 45"}
    by_id = {change["change"]: change for change in data["changes"]}
    target = by_id["indicator-target-loosened"]
    assert (target["kind"], target["id"], target["key"]) == ("indicator", "walks", ["targets", "2030", "value"])
    assert (target["before"], target["after"]) == ("12500.5", "9000")
    assert (target["old"]["line"], target["new"]["line"], target["weight"]) == (5, 5, "decision")
    assert by_id["goal-owner-changed"]["after"] == "y"
    assert by_id["goal-binding-changed"]["before"] is False
    assert by_id["indicator-value-added"]["after"] == {"value": "8000", "preliminary": False}


HOSTILE = [
    "a | b || c",
    "**bold** __b__ *i* _i_ ~~s~~",
    "[click](http://evil.example) ![x](http://evil.example/x.png)",
    "<script>alert(1)</script> <http://evil.example> <b>",
    "# head",
    "`code` ``code`` ```",
    "&lt;b&gt; &amp; &#60;",
    "back\\slash \\| \\",
    "two\\nlines\\r\\n# head\\n| a | b |\\u2028| c |",
    "ansi \\u001b[31mred\\u0007 \\u202etxet",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert_in_markdown(text: str) -> None:
    raw = json.dumps(text.encode().decode("unicode_escape")) if "\\u" in text or "\\n" in text else json.dumps(text)
    meant = json.loads(raw)
    files = {"strategy.yaml": f"title: {raw}", "goals/g.yaml": f"{{name: {raw}, description: {raw}}}"}
    before = {"strategy.yaml": "title: T", "goals/g.yaml": "{name: A, description: B}"}
    report = table.report(reviewed(compared(made(before), made(files))), Messages("fi"))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(report)
    inline = [child for token in tokens for child in token.children or []]
    assert {child.type for child in inline} <= {"text", "text_special"}
    assert {t.tag for t in tokens if t.tag} <= {
        "h1",
        "h2",
        "ul",
        "li",
        "p",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    rows = report.count("\n| ")
    assert sum(t.type in ("td_open", "th_open") for t in tokens) == 4 * rows
    flat = " ".join(re.sub("[\x00-\x1f\u2028\u202e]+", " ", meant).split())
    shown = [" ".join("".join(c.content for c in t.children or []).split()) for t in tokens if t.type == "inline"]
    assert flat in shown


@pytest.mark.parametrize("text", ["http://evil.example", "HTTPS://evil.example/x", "www.evil.example"])
def test_bare_addresses_do_not_become_links(text: str) -> None:
    assert not re.search(r"(?i)https?://|www\.", markdown.inert(text))


def test_no_terminal_codes_in_text() -> None:
    files = {"strategy.yaml": 'title: "T\\e[31m\\a"', "goals/g.yaml": '{name: "A\\e[2J\\nB"}'}
    found = reviewed(compared(made(EMPTY), made(files)))
    assert "\x1b" not in text_form.lines(found, Messages("en"))
    assert "\x1b" not in text_form.grouped(found, Messages("en"), 80, color=False)
    assert len(text_form.lines(found, Messages("en")).splitlines()) == 2


def test_long_values_are_shortened_where_they_part() -> None:
    start = "The same beginning of a long description that goes on and on. "
    before, after = shortened(start + "Old end of it" * 9, start + "New end of it" * 9, 60)
    assert before is not None
    assert after is not None
    assert "Old end" in before
    assert "New end" in after
    assert max(len(before), len(after)) <= 62
    assert shortened("short", None, 60) == ("short", None)
    files = {"strategy.yaml": "title: T", "goals/g.yaml": f"{{name: A, description: {'ab ' * 200}}}"}
    found = reviewed(compared(made({"strategy.yaml": "title: T", "goals/g.yaml": "{name: A}"}), made(files)))
    assert "…" in text_form.lines(found, Messages("en"))
    assert "…" not in table.report(found, Messages("en"))
    assert "…" not in as_json.report(found, Messages("en"))
