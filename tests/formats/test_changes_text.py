"""Changes as text: a line each for grep; on a terminal by weight and cause, what they share told once."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
import reviews
from reviews import ACCEPTED, COMMIT, EMPTY, LATER, NEW, OLD, beneath, decision, made, review, standing

from strategy_cli.changes import Hint, Kept, Layout, Tally, Weight
from strategy_cli.finding import Finding
from strategy_cli.formats.changes import text
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Between, Hidden, Review
from strategy_cli.span import Span

LOOSENED = "indicator-target-loosened"


def shown(held: Review, language: str = "en", width: int = 200) -> list[str]:
    """Give the lines of a terminal."""
    return text.grouped(held, Messages(language), width, color=False).replace("\u00a0", " ").splitlines()


def under(line: str, lines: list[str]) -> list[str]:
    """Give the lines that stand further in than one, down to the next that does not."""
    place = next(number for number, one in enumerate(lines) if line in one)
    indent = len(lines[place]) - len(lines[place].lstrip())
    found = []
    for one in lines[place + 1 :]:
        if len(one) - len(one.lstrip()) <= indent:
            break
        found.append(one.strip())
    return found


def test_lines_are_for_grep() -> None:
    lines = text.lines(review(), Messages("fi")).splitlines()
    assert [line.partition("\t")[0].replace("\u00a0", " ") for line in lines] == [
        "goals/health.yaml:1: decision goal-binding-added Terveys: tavoitteesta tehtiin sitova: ei → kyllä",
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


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ({}, "weakening undecided mark=M"),
        ({"decisions": (decision(),)}, "weakening decision=e mark=M"),
        ({"approval": ACCEPTED}, "weakening accepted=y mark=M"),
        ({"between": Between("new", None)}, "weakening undecided in=new mark=M"),
    ],
)
def test_what_scripts_ask_for_stands_after_a_tab(given: dict[str, object], facts: str) -> None:
    held = standing(review(), {LOOSENED: {"mark": "M", **given}})
    line = next(line for line in text.lines(held, Messages("fi")).splitlines() if LOOSENED in line)
    assert line.partition("\t")[2] == facts


def test_what_another_change_caused_names_its_cause_and_stands_after_it() -> None:
    held = beneath(review(), "goal-binding-added", "project-status-paused")
    first, second, *_ = text.lines(held, Messages("en")).splitlines()
    assert " goal-binding-added " in first
    assert " project-status-paused " in second
    assert second.endswith("\tcause=goal/health")


def test_links_are_named_in_the_readers_language() -> None:
    assert "God hälsa: ändrat: ansvarig: Direktör → Päällikkö (fi)" in text.lines(review(), Messages("sv"))


def test_grouped_names_both_sides_and_weights_gravest_first() -> None:
    written = text.grouped(review(), Messages("en"), 120, color=False)
    assert written.startswith("Old: Strategia (fi) (draft; Valtuusto (fi) 15 Jun 2025 § 45; folder test)\nNew: ")
    heads = [line for line in written.splitlines() if re.fullmatch(r"[\w ]+ \(\d\)", line)]
    assert heads == ["For decision (2)", "For notice (3)", "Progress (1)", "Wording (1)"]
    assert "\x1b[" not in written
    assert "\x1b[" in text.grouped(review(), Messages("en"), 120, color=True)


def test_a_weakening_is_marked_in_words() -> None:
    lines = shown(review())
    assert [line.strip() for line in lines if "[weakening]" in line] == [
        "target loosened (2030): 12 500,5 kpl → 9 000 kpl  [weakening]  indicators/walks.yaml:5"
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"decisions": (decision(),)}, "decided: Valtuusto (fi) 23 May 2022 § 49 (X-2021-1329)"),
        ({"approval": ACCEPTED}, "no decision; accepted by: Päällikkö (fi), until 31 Dec 2026: Mittari uusitaan"),
        ({}, "no recorded decision"),
    ],
)
def test_what_must_be_decided_says_who_did(given: dict[str, object], said: str) -> None:
    held = standing(review(), {LOOSENED: given, "goal-binding-added": {"decisions": (decision("d"),)}})
    assert under("target loosened", shown(held)) == [said]
    assert under("owner changed", shown(held)) == []


def test_what_all_changes_of_a_weight_share_is_told_once() -> None:
    lines = shown(review())
    assert under("For decision (2)", lines)[0] == "no recorded decision"
    assert sum("no recorded decision" in line for line in lines) == 1


def test_commits_are_short_and_told_once_where_they_are_the_same() -> None:
    every = {entry.change.id: {"commits": (COMMIT,)} for entry in review().shown}
    alike = shown(standing(review(), every))
    assert [line for line in alike if "0123456" in line] == ["0123456 31 Mar 2026 Lievennetään tavoitetta"]
    held = shown(standing(review(), every | {LOOSENED: {"commits": (COMMIT, LATER), "uncommitted": True}}))
    assert under("target loosened", held) == [
        "0123456 31 Mar 2026 Lievennetään tavoitetta",
        "fedcba9 1 Apr 2026 Tarkennetaan",
        "not yet committed",
    ]
    assert under("money asked", held) == []
    assert sum("0123456" in line for line in held) == 5


def test_what_a_change_caused_stands_beneath_it_the_gravest_first() -> None:
    ids = ("indicator-value-added", "project-status-paused")
    held = beneath(review(), LOOSENED, *ids, hanging=(Ref("project", "path"), Ref("goal", "health")))
    lines = shown(held)
    assert "For decision (2; following from these 2)" in lines
    assert under("target loosened", lines) == [
        "↳ Polku (fi): project paused: under way → paused  projects/path.yaml:1",
        "↳ actual added (2025): 8 000 kpl  indicators/walks.yaml:6",
        "still hanging on it: Polku (fi), Terveys (fi)",
    ]


def of_many(count: int) -> Review:
    """Review a removed goal that many projects lose."""
    projects = {f"projects/p{n}.yaml": f"{{name: P{n}, goals: [g]}}" for n in range(count)}
    left = {f"projects/p{n}.yaml": f"{{name: P{n}}}" for n in range(count)}
    held = reviews.of(EMPTY | projects | {"goals/g.yaml": "{name: G}"}, EMPTY | left)
    links = tuple(entry for entry in held.shown if entry.change.id == "project-goal-link-removed")
    assert len(links) == count
    head = next(group for group in held.groups if group.head.change.id == "goal-removed")
    return replace(held, groups=(replace(head, carried=links),))


def test_a_long_list_is_cut_and_counted() -> None:
    assert len(under("goal removed: G", shown(of_many(8)))) == 9
    lines = under("goal removed: G", shown(of_many(20)))
    assert len([line for line in lines if line.startswith("↳")]) == 8
    assert lines[-1] == "and 12 more (--all)"
    whole = under("goal removed: G", shown(replace(of_many(20), whole=True)))
    assert len([line for line in whole if line.startswith("↳")]) == 20
    assert len(text.lines(of_many(20), Messages("en")).splitlines()) == 21


def test_nothing_graver_than_its_cause_is_cut() -> None:
    group = of_many(20).groups[0]
    light = replace(group, head=group.carried[0], carried=(*group.carried[1:], *[group.head] * 10))
    lines = shown(replace(of_many(20), groups=(light,)))
    assert sum("↳ G (fi): goal removed" in line for line in lines) == 10
    assert any("and 19 more (--all)" in line for line in lines)


def test_what_was_caused_does_not_repeat_its_cause_but_says_who_else_decided() -> None:
    held = of_many(2)
    group = held.groups[0]
    target = standing(review(), {LOOSENED: {"decisions": (decision(),)}})
    other = next(entry for entry in target.shown if entry.change.id == LOOSENED)
    lines = under("goal removed: G", shown(replace(held, groups=(replace(group, carried=(*group.carried, other)),))))
    assert lines[0] == "no recorded decision"
    assert lines[1].startswith("↳ walks: target loosened")
    assert lines[2].startswith("decided: council 23 May 2022 § 49")
    assert "↳ P0 (fi): unlinked from the goal, no goal left  projects/p0.yaml:1" in lines


def test_a_hint_says_what_to_write_where() -> None:
    held = reviews.of(EMPTY | {"goals/old.yaml": "{name: Vanha}"}, EMPTY | {"goals/new.yaml": "{name: Uusi}"})
    hints = (Hint(Ref("goal", "old"), Ref("goal", "new"), 0.75),)
    lines = shown(replace(held, comparison=replace(held.comparison, hints=hints)))
    said = "perhaps the same as “Uusi (fi)”: if so, write formerly: [old] in goals/new.yaml"
    assert said in under("goal removed", lines)
    assert under("goal added", lines) == []


def test_three_versions_are_named_and_who_changed_what() -> None:
    middle = made(NEW | {"indicators/walks.yaml": OLD["indicators/walks.yaml"].replace("12500.5", "11000")}, "board")
    by = {
        LOOSENED: {"between": Between("both", Decimal(11000))},
        "goal-binding-added": {"between": Between("middle", None)},
        "goal-owner-changed": {"between": Between("undone", Ref("owner", "y"))},
        "project-status-paused": {"between": Between("new", "started")},
    }
    lines = shown(replace(standing(review(), by), middle=middle))
    assert [line.partition(":")[0] for line in lines[:3]] == ["Old", "Between", "New"]
    assert "changed in both: board, New; between: 11 000 kpl" in under("target loosened", lines)
    assert "changed in: board" in under("made binding", lines)
    assert under("owner changed", lines) == ["changed in: board; taken back in: New"]
    assert under("project paused", lines) == ["changed in: New"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_a_review_is_without_words(language: str) -> None:
    held = replace(review(), whole=True, cut=True, hidden=Hidden(1, 2), middle=made(NEW, "board"))
    layout = (Layout("moved", "a.yaml", "b.yaml"), Layout("rewritten", "c.yaml", "c.yaml"))
    kept = tuple(Kept(*one) for one in KEPT)
    kinds = ("goal", "indicator", "project", "programme", "owner", "unit", "body", "decision")
    tallies = (Tally("goal", "aim", 5, 3), *(Tally(kind, None, 1, 2) for kind in kinds))
    held = replace(held, comparison=replace(held.comparison, layout=layout, tallies=tallies, kept=kept))
    said = "".join(shown(held, language)) + text.summary(held, Messages(language))
    assert "a.yaml → b.yaml" in said
    assert not re.search(r"[{}]|\bNone\b", said)


KEPT = [
    ("values", 3, 3, 3, 0),
    ("vision", 1, 1, 1, 0),
    ("mission", 0, 0, 0, 0),
    ("themes", 3, 3, 0, 3),
]


def told(kept: list[tuple[str, int, int, int, int]], held: Review | None = None) -> list[str]:
    """Say how the strategy's own objects stand, with a tally above."""
    held = held or review()
    tallies = (Tally("goal", "aim", 5, 3), Tally("goal", "goal", 12, 9))
    comparison = replace(held.comparison, tallies=tallies, kept=tuple(Kept(*one) for one in kept))
    lines = shown(replace(held, comparison=comparison))
    return lines[3 : lines.index("", 3)]


def test_tallies_and_what_was_kept_stand_above_changes_for_decision() -> None:
    assert told(KEPT) == [
        "Aims: 5 → 3; goals: 12 → 9",
        "Unchanged: values (3), vision",
        "Themes: the same 3, described anew",
    ]
    assert told([("values", 3, 3, 1, 2)])[1:] == ["Values: the same 3, of these described anew: 2"]
    assert told([("values", 4, 3, 2, 1)])[1:] == ["Values: 4 → 3, of these unchanged: 2, described anew: 1"]
    assert told([("vision", 1, 1, 0, 0)])[1:] == ["Vision: changed"]
    light = reviews.of(EMPTY | {"goals/g.yaml": "{name: A}"}, EMPTY | {"goals/g.yaml": "{name: B}"})
    assert told(KEPT, light)[0] == "For notice (1)"


def test_hidden_changes_are_counted() -> None:
    less = review(Weight.NOTICE)
    assert len(text.lines(less, Messages("en")).splitlines()) == 5
    assert text.summary(less, Messages("en")).splitlines() == [
        "For decision: 2. For notice: 3. Progress: 1. Wording: 1.",
        "Lighter ones not shown: 2.",
        "Weakenings without a recorded decision: 1.",
    ]
    settled = standing(replace(less, hidden=Hidden(0, 4)), {LOOSENED: {"approval": ACCEPTED}})
    assert text.summary(settled, Messages("en")).splitlines()[1:] == ["Not shown, about other things: 4."]


def test_files_of_another_layout_are_counted_and_listed_with_all() -> None:
    same = reviews.of(EMPTY, EMPTY)
    layout = (Layout("moved", "goals/a.yaml", "goals/b.yaml"), Layout("rewritten", "c.yaml", "c.yaml"))
    held = replace(same, comparison=replace(same.comparison, layout=layout))
    assert text.summary(held, Messages("en")).splitlines() == [
        "No changes.",
        "Files moved or rewritten without a change of meaning: 2 (--all).",
    ]
    assert text.lines(held, Messages("en")) == ""
    whole = replace(held, whole=True)
    assert text.summary(whole, Messages("en")) == "No changes."
    assert under("Layout (2)", shown(whole)) == ["moved: goals/a.yaml → goals/b.yaml", "rewritten: c.yaml"]
    assert text.lines(whole, Messages("fi")).splitlines() == [
        "goals/b.yaml:1: layout file-moved goals/a.yaml → goals/b.yaml",
        "c.yaml:1: layout file-rewritten c.yaml",
    ]


def test_what_does_not_load_is_named_by_side() -> None:
    faults = tuple(
        Finding("duplicate-id", Span(f"goals/{n}.yaml", 1, 1, 1, 2), args={"id": "a", "kind": "goal", "other": "x"})
        for n in range(10)
    )
    assert text.left_out(review(), Messages("en")) == ()
    said = text.left_out(replace(review(), left_out=((), faults)), Messages("en"))
    assert said[0] == "Left out of the comparison, because it does not load (New):"
    assert said[1].startswith("  goals/0.yaml:1:1: ")
    assert (len(said), said[-1]) == (10, "  and 2 more (--all)")


def test_the_mark_to_accept_a_weakening_by_is_shown_with_all() -> None:
    held = standing(review(), {LOOSENED: {"mark": "791031826c30"}})
    assert not any("791031826c30" in line for line in shown(held))
    assert any("mark 791031826c30" in line for line in shown(replace(held, whole=True)))


def test_lines_break_at_spaces_and_neither_in_figures_nor_in_paths() -> None:
    lines = shown(review(), width=40)
    assert max(map(len, lines)) <= 40
    assert any(line.endswith("400 000 €") or "→ 350 000 €" in line for line in lines)
    narrow = text.grouped(review(), Messages("en"), 40, color=False)
    assert "400\u00a0000\u00a0€" in narrow
    deep = "very/deep/folder/" * 5
    held = reviews.of(EMPTY, EMPTY)
    moved = replace(held.comparison, layout=(Layout("moved", "a.yaml", f"{deep}b.yaml"),))
    assert any(f"{deep}b.yaml" in line for line in shown(replace(held, comparison=moved, whole=True), width=40))


def test_no_terminal_codes_in_text() -> None:
    files = {"strategy.yaml": 'title: "T\\e[31m\\a"', "goals/g.yaml": '{name: "A\\e[2J\\nB"}'}
    hostile = COMMIT._replace(subject="\x1b[2J\x9b31m\tx")
    every = {
        "commits": (hostile,),
        "approval": ACCEPTED._replace(reason="\x1b[31m\nx", who="\x1b]0;x\x07"),
        "uncommitted": True,
    }
    found = standing(reviews.of(EMPTY, files), dict.fromkeys(("goal-added", "strategy-title-changed"), every))
    layout = (Layout("moved", "a\x1b[2J.yaml", "b\x1b[2J\n.yaml"),)
    found = replace(found, whole=True, comparison=replace(found.comparison, layout=layout))
    written = text.lines(found, Messages("en"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", written)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text.grouped(found, Messages("en"), 80, color=False))
    assert len(written.splitlines()) == 3
