"""Changes as Markdown: a table fit for a minute's attachment, and no text of a file is mark-up."""

import json
import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
import reviews
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reviews import ACCEPTED, COMMIT, EMPTY, NEW, OLD, beneath, decision, made, review, standing, taken_back

from strategy_cli.changes import Hint, Kept, Layout, Tally
from strategy_cli.finding import Finding
from strategy_cli.formats.changes import markdown
from strategy_cli.formats.markdown import inert
from strategy_cli.messages import Messages
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Between, Hidden, Review
from strategy_cli.span import Span

LOOSENED = "indicator-target-loosened"


def parsed(text: str) -> list[Token]:
    """Read Markdown with tables."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def rows(held: Review, language: str = "en") -> list[list[str]]:
    """Give the cells of every row of the tables."""
    found: list[list[str]] = []
    tokens = parsed(markdown.report(held, Messages(language)))
    for before, token in pairwise(tokens):
        if before.type == "tr_open":
            found.append([])
        if before.type in ("td_open", "th_open"):
            found[-1].append("".join(part.content for part in token.children or []).replace("\u00a0", " "))
    return found


def test_a_row_says_what_was_what_becomes_and_why() -> None:
    settled: dict[str, Any] = {"decisions": (decision(), decision("d"))}
    by = {LOOSENED: settled, "goal-binding-added": {"approval": ACCEPTED}}
    told = rows(standing(review(), by), "fi")
    assert told[:3] == [
        ["Asia", "Muutos", "Ennen", "Jälkeen", "Peruste"],
        [
            "tavoite: Terveys",
            "tavoitteesta tehtiin sitova",
            "ei",
            "kyllä",
            "odottaa päätöstä 31.12.2026 asti (vastaa: Päällikkö). Syy: Mittari uusitaan",
        ],
        [
            "mittari: Walks",
            "tavoitetasoa lievennettiin (2030); heikennys",
            "12 500,5 kpl",
            "9 000 kpl",
            "Päivitys, Valtuusto 23.5.2022 § 49 (X-2021-1329); D, Valtuusto 15.6.2025 § 45",
        ],
    ]
    assert rows(review(), "fi")[2][-1] == "ei kirjattua päätöstä"
    assert {row[-1] for row in told[3:]} == {"Peruste", "–"}


def test_what_came_or_went_is_named_where_it_is() -> None:
    files = {"goals/a.yaml": "{name: A}"}
    assert rows(reviews.of(EMPTY, EMPTY | files), "fi")[1][2:4] == ["–", "A"]
    assert rows(reviews.of(EMPTY | files, EMPTY), "fi")[1][2:4] == ["A", "–"]


def test_commits_are_not_for_minutes() -> None:
    every = {entry.change.id: {"commits": (COMMIT,)} for entry in review().shown}
    assert "0123456" not in markdown.report(standing(review(), every), Messages("fi"))


def test_what_a_change_caused_follows_it() -> None:
    held = beneath(review(), LOOSENED, "project-status-paused", hanging=(Ref("goal", "health"),))
    told = rows(held, "fi")
    assert told[2][1] == "tavoitetasoa lievennettiin (2030); heikennys; kytketty siihen yhä: Terveys"
    assert told[3][:2] == ["↳ projekti: Polku", "projekti keskeytettiin"]


def test_tallies_what_was_kept_and_what_is_not_shown_are_sentences() -> None:
    held = replace(review(), hidden=Hidden(2, 3))
    held = replace(
        held,
        comparison=replace(
            held.comparison,
            tallies=(Tally("goal", "aim", 5, 3),),
            kept=(Kept("values", 3, 3, 3, 0),),
            layout=(Layout("rewritten", "a.yaml", "a.yaml"),),
        ),
    )
    told = markdown.report(held, Messages("fi"))
    assert "\n\nPäämääriä: 5 → 3. Ennallaan: arvot (3).\n\n" in told
    assert told.endswith(
        "Kevyempiä näyttämättä: 2. Muita asioita koskevia näyttämättä: 3. Siirrettyjä tai uudelleen kirjoitettuja "
        "tiedostoja, joissa sisältö on ennallaan: 1. Heikennyksiä ilman kirjattua päätöstä: 1.\n"
    )


@pytest.mark.parametrize(
    ("between", "what", "values"),
    [
        (Between("middle", Decimal(9000)), "muutettu versiossa: board", ["12 500,5 kpl", "9 000 kpl", "9 000 kpl"]),
        (Between("new", Decimal("12500.5")), "muutettu versiossa: Uusi", ["12 500,5 kpl", "12 500,5 kpl", "9 000 kpl"]),
        (
            Between("both", Decimal(11000)),
            "muutettu kummassakin: board, Uusi",
            ["12 500,5 kpl", "11 000 kpl", "9 000 kpl"],
        ),
        (
            Between("undone", Decimal(9000)),
            "muutettu versiossa: board; palautettu versiossa: Uusi",
            ["12 500,5 kpl", "9 000 kpl", "12 500,5 kpl"],
        ),
    ],
)
def test_three_versions_have_a_column_each_and_it_is_told_who_changed_what(
    between: Between, what: str, values: list[str]
) -> None:
    held = reviews.with_middle(standing(review(), {LOOSENED: {"between": between}}), made(NEW, "board"))
    told = rows(held, "fi")
    assert told[0] == ["Asia", "Muutos", "Vanha", "board", "Uusi", "Peruste"]
    weakening = "" if between.by == "undone" else "heikennys; "
    assert told[2][1] == f"tavoitetasoa lievennettiin (2030); {weakening}{what}"
    assert told[2][2:5] == values
    assert {len(row) for row in told} == {6}


def test_what_was_added_and_taken_back_is_named_as_the_middle_version_does() -> None:
    middle = made(OLD | {"goals/b.yaml": "{name: Silta}"}, "board")
    held = reviews.of(OLD, OLD | {"goals/b.yaml": "{name: Silta}"})
    held = standing(held, {"goal-added": {"between": Between("undone", None)}})
    held = replace(held, middle=middle, comparison=replace(held.comparison, new=made(OLD, "council")))
    assert rows(held, "fi")[1][:5] == [
        "tavoite: Silta",
        "tavoite lisättiin; muutettu versiossa: board; palautettu versiossa: council",
        "–",
        "Silta",
        "–",
    ]


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
    report = markdown.report(reviews.of(before, files), Messages("fi"))
    tokens = parsed(report)
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
    assert sum(t.type in ("td_open", "th_open") for t in tokens) == 5 * rows
    flat = " ".join(re.sub("[\x00-\x1f\u2028\u202e]+", " ", meant).split())
    shown = [" ".join("".join(c.content for c in t.children or []).split()) for t in tokens if t.type == "inline"]
    assert flat in shown


@pytest.mark.parametrize("text", ["http://evil.example", "HTTPS://evil.example/x", "www.evil.example"])
def test_bare_addresses_do_not_become_links(text: str) -> None:
    assert not re.search(r"(?i)https?://|www\.", inert(text))


def test_what_stands_by_a_change_is_inert_too() -> None:
    hostile = "<b>x</b> | [a](http://evil.example) `c`\n# d"
    by = {LOOSENED: {"approval": ACCEPTED._replace(reason=hostile, who="*y*")}}
    told = markdown.report(standing(review(), by), Messages("fi"))
    inline = [child for token in parsed(told) for child in token.children or []]
    assert {child.type for child in inline} <= {"text", "text_special"}


def test_long_values_are_whole() -> None:
    files = {"goals/g.yaml": f"{{name: A, description: {'ab ' * 200}}}"}
    assert "…" not in markdown.report(reviews.of(EMPTY | {"goals/g.yaml": "{name: A}"}, EMPTY | files), Messages("en"))


def test_what_does_not_load_is_said_in_the_document() -> None:
    fault = Finding("duplicate-id", Span("goals/a.yaml", 1, 2, 3, 4), args={"id": "a", "kind": "goal", "other": "b"})
    told = markdown.report(replace(reviews.of(EMPTY, EMPTY), left_out=((), (fault,) * 20)), Messages("fi"))
    assert "Jätetty pois vertailusta, koska ei lataudu (Uusi):\n\n- goals/a" in told
    assert "- ja lisäksi 12\n" in told
    assert told.endswith("Ei muutoksia niissä tiedostoissa, jotka voitiin lukea.\n")


def test_no_option_is_named_in_a_document() -> None:
    fault = Finding("duplicate-id", Span("goals/a.yaml", 1, 2, 3, 4), args={"id": "a", "kind": "goal", "other": "b"})
    held = replace(review(), left_out=((), (fault,) * 20), hidden=Hidden(1, 1))
    comparison = replace(held.comparison, layout=(Layout("rewritten", "a.yaml", "a.yaml"),))
    assert "--" not in markdown.report(replace(held, comparison=comparison), Messages("fi")).replace("|---", "")


def test_a_hint_of_a_rename_is_told_with_what_is_gone() -> None:
    held = reviews.of(EMPTY | {"goals/old.yaml": "{name: Vanha}"}, EMPTY | {"goals/new.yaml": "{name: Uusi}"})
    hints = (Hint(Ref("goal", "old"), Ref("goal", "new"), 0.75),)
    told = rows(replace(held, comparison=replace(held.comparison, hints=hints)), "fi")
    assert "ehkä sama kuin ”Uusi”" in next(row[1] for row in told if "poistettiin" in row[1])


def test_things_to_which_the_same_happened_for_one_cause_share_a_row() -> None:
    linked = {f"projects/p{n}.yaml": f"{{name: P{n}, goals: [g, h]}}" for n in range(3)}
    linked |= {f"programmes/q{n}.yaml": f"{{name: Q{n}, goals: [g, h]}}" for n in range(2)}
    linked["indicators/i.yaml"] = "{name: I, goal: g}"
    other = {path: text.replace("g, h", "h").replace("goal: g", "goal: h") for path, text in linked.items()}
    kept = EMPTY | {"goals/h.yaml": "{name: H}"}
    told = rows(reviews.of(kept | linked | {"goals/g.yaml": "{name: G}"}, kept | other), "fi")
    assert ["↳ projekteja: 3 (P0, P1, P2); ohjelmia: 2 (Q0, Q1)", "irrotettiin tavoitteesta", "G", "–", "–"] in told
    weakened = [row for row in told if row[1].endswith("heikennys")]
    assert [row[0] for row in weakened] == ["tavoite: G", "↳ mittari: I"]


def test_what_was_taken_back_stands_last_and_needs_no_decision() -> None:
    held = reviews.with_middle(taken_back(review(), LOOSENED), made(NEW, "board"))
    told = markdown.report(held, Messages("fi"))
    heads = [line for line in told.splitlines() if line.startswith("## ")]
    assert heads[0] == "## Päätettäväksi (1)"
    assert heads[-1] == "## Palautettu ennalleen (1)"
    assert rows(held, "fi")[-1][-1] == "–"
    assert "Päätettäväksi: 1." in told


def test_all_columns_are_in_one_language() -> None:
    old, middle, new = (f"{{name: {{fi: {fi}, sv: {sv}}}}}" for fi, sv in (("A", "S"), ("B", "S"), ("C", "S")))
    path = "goals/g.yaml"
    held = standing(
        reviews.of(OLD | {path: old}, OLD | {path: new}),
        {"goal-name-changed": {"between": Between("both", made(OLD | {path: middle}).goals["g"].name)}},
    )
    (row,) = [
        row for row in rows(reviews.with_middle(held, made(OLD | {path: middle}, "board")), "sv") if "nytt" in row[1]
    ]
    assert row[2:5] == ["A (fi)", "B (fi)", "C (fi)"]


def test_headings_count_as_the_summary_does() -> None:
    told = markdown.report(beneath(review(), LOOSENED, "project-status-paused"), Messages("fi"))
    assert "\n## Päätettäväksi (2, näistä seuraa 1)\n" in told
    assert "Päätettäväksi: 2, näistä seuraa 1. Tiedoksi: 2." in told
