"""Changes as text: a line each for grep, and what is said before and after them."""

import re
from dataclasses import replace

import pytest
import reviews
from reviews import (
    ACCEPTED,
    COMMIT,
    EMPTY,
    NEW,
    beneath,
    decision,
    made,
    review,
    shown,
    standing,
    taken_back,
    under,
)

from strategy_cli.changes import Hint, Kept, Layout, Tally, Weight
from strategy_cli.finding import Finding
from strategy_cli.formats.changes import github, markdown, terminal, text
from strategy_cli.messages import Messages
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Between, Hidden
from strategy_cli.span import Span

LOOSENED = "indicator-target-loosened"


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
    assert "God hälsa: ansvarig ändrades: Direktör → Päällikkö (fi)" in text.lines(review(), Messages("sv"))


def test_hidden_changes_are_counted() -> None:
    less = review(Weight.NOTICE)
    assert len(text.lines(less, Messages("en")).splitlines()) == 5
    assert text.summary(less, Messages("en")).splitlines() == [
        "For decision: 2. For notice: 3. Progress: 1. Wording: 1.",
        "Lighter ones not shown: 2.",
        "Weakenings without a recorded decision: 1.",
    ]
    settled = standing(replace(less, hidden=Hidden(0, 4)), {LOOSENED: {"approval": ACCEPTED}})
    assert text.summary(settled, Messages("en")).splitlines()[1:] == [
        "Not shown, about other things: 4.",
        "Weakenings without a recorded decision: 1 (accepted for a time: 1).",
    ]


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
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", terminal.grouped(found, Messages("en"), 80, color=False))
    assert len(written.splitlines()) == 3


def test_what_was_taken_back_is_last_and_not_to_be_decided() -> None:
    held = replace(taken_back(review(), LOOSENED), middle=made(NEW, "board"))
    assert text.lines(held, Messages("en")).splitlines()[-1].endswith("\tin=undone")
    lines = shown(held)
    assert "changed in: board; taken back in: New" in under("Taken back (1)", lines)
    assert not any("[weakening]" in line for line in lines)
    assert text.summary(held, Messages("en")) == "For decision: 1. For notice: 3. Progress: 1. Wording: 1."


def test_hints_and_what_hangs_on_a_thing_have_lines_of_their_own() -> None:
    held = reviews.of(EMPTY | {"goals/old.yaml": "{name: O}"}, EMPTY | {"goals/new.yaml": "{name: N}"})
    hints = (Hint(Ref("goal", "old"), Ref("goal", "new"), 0.75),)
    groups = tuple(replace(group, hanging=(Ref("goal", "new"),)) for group in held.groups)
    lines = text.lines(replace(held, groups=groups, comparison=replace(held.comparison, hints=hints)), Messages("en"))
    assert "\ngoals/old.yaml:1: hanging goal-removed O (fi): still hanging on it: N (fi)\n" in lines
    assert "\ngoals/old.yaml:1: hint goal-removed O (fi): perhaps the same as “N (fi)”: if so, write" in lines


def test_tallies_and_what_was_kept_are_told_beside_lines_too() -> None:
    held = review()
    comparison = replace(held.comparison, tallies=(Tally("goal", "goal", 12, 9),), kept=(Kept("vision", 1, 1, 1, 0),))
    said = text.header(replace(held, comparison=comparison), Messages("en")).splitlines()
    assert said[2:] == ["Goals: 12 → 9", "Unchanged: vision"]


def test_what_was_not_asked_for_is_marked() -> None:
    held = beneath(review(), LOOSENED, "project-status-paused")
    groups = tuple(replace(group, context=group.head.change.id == LOOSENED) for group in held.groups)
    held = reviews.counted(replace(held, groups=groups))
    assert next(line for line in text.lines(held, Messages("en")).splitlines() if LOOSENED in line).endswith(" context")
    lines = shown(held)
    assert any("(for context)" in line for line in lines if "target loosened" in line)
    assert "For decision (1, following from these 1)" in lines
    alone = replace(held, groups=tuple(group for group in held.groups if group.context))
    assert "For decision (0, following from others 1)" in shown(reviews.counted(alone))


def test_nothing_changed_in_what_could_be_read() -> None:
    fault = Finding("duplicate-id", Span("goals/a.yaml", 1, 1, 1, 2), args={"id": "a", "kind": "goal", "other": "x"})
    held = replace(reviews.of(EMPTY, EMPTY), left_out=((fault,), ()))
    assert text.summary(held, Messages("en")) == "No changes in the files that could be read."


def test_a_hint_is_told_of_what_follows_too() -> None:
    old = {"goals/g.yaml": "{name: G}", "indicators/old.yaml": "{name: O, goal: g}"}
    new = {"indicators/new.yaml": "{name: N}"}
    held = reviews.of(EMPTY | old, EMPTY | new)
    hints = (Hint(Ref("indicator", "old"), Ref("indicator", "new"), 0.75),)
    held = replace(held, comparison=replace(held.comparison, hints=hints))
    (group,) = (group for group in held.groups if group.carried)
    assert group.carried[0].change.id == "indicator-removed"
    said = "perhaps the same as “N (fi)”"
    for told in (text.lines(held, Messages("en")), markdown.report(held, Messages("en"))):
        assert told.count(said) == 1
    assert said in github.annotations(held, Messages("en"))
