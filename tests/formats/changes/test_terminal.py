"""Changes on a terminal: by weight and cause, and what they share told once."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
import reviews
from reviews import (
    ACCEPTED,
    COMMIT,
    EMPTY,
    LATER,
    NEW,
    OLD,
    beneath,
    decision,
    made,
    review,
    shown,
    standing,
    under,
)

from strategy_cli.changes import Hint, Kept, Layout, Tally
from strategy_cli.formats.changes import terminal, text
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Between, Hidden, Review

LOOSENED = "indicator-target-loosened"


LIGHT = "goal-owner-removed"  # a weakening for notice


def test_grouped_names_both_sides_and_weights_gravest_first() -> None:
    written = terminal.grouped(review(), Messages("en"), 120, color=False)
    assert written.startswith("Old: Strategia (fi) (draft; Valtuusto (fi) 15 Jun 2025 §\u00a045; folder test)\nNew: ")
    heads = [line for line in written.splitlines() if re.fullmatch(r"[\w ]+ \(\d\)", line)]
    assert heads == ["For decision (2)", "For notice (3)", "Progress (1)", "Wording (1)"]
    assert "\x1b[" not in written
    assert "\x1b[" in terminal.grouped(review(), Messages("en"), 120, color=True)


def test_a_weakening_is_marked_in_words() -> None:
    lines = shown(review())
    assert [line.strip() for line in lines if "[weakening]" in line] == [
        "target loosened (2030): 12 500,5 kpl → 9 000 kpl  [weakening]  :5"
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"decisions": (decision(),)}, "decided: Valtuusto (fi) 23 May 2022 § 49 (X-2021-1329)"),
        (
            {"approval": ACCEPTED},
            "awaits a decision until 31 Dec 2026 (accepted by: Päällikkö (fi)). Reason: Mittari uusitaan",
        ),
        ({}, "no recorded decision"),
    ],
)
def test_what_must_be_decided_says_who_did(given: dict[str, object], said: str) -> None:
    held = standing(review(), {LOOSENED: given, "goal-binding-added": {"decisions": (decision("d"),)}})
    assert under("target loosened", shown(held)) == [said]
    assert under("owner changed", shown(held)) == []


def test_what_all_changes_of_a_weight_share_is_told_once() -> None:
    lines = shown(review())
    assert under("For decision (2)", lines)[0] == "No decision is recorded of any of these."
    assert not any("no recorded decision" in line for line in lines)


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
    assert "For decision (2, following from these 2)" in lines
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


def test_the_mark_to_accept_a_weakening_by_is_shown_with_all() -> None:
    held = standing(review(), {LOOSENED: {"mark": "791031826c30"}})
    assert not any("791031826c30" in line for line in shown(held))
    assert any("mark 791031826c30" in line for line in shown(replace(held, whole=True)))


def test_lines_break_at_spaces_and_neither_in_figures_nor_in_paths() -> None:
    lines = shown(review(), width=40)
    assert max(map(len, lines)) <= 40
    assert any(line.endswith("400 000 €") or "→ 350 000 €" in line for line in lines)
    narrow = terminal.grouped(review(), Messages("en"), 40, color=False)
    assert "400\u00a0000\u00a0€" in narrow
    deep = "very/deep/folder/" * 5
    held = reviews.of(EMPTY, EMPTY)
    moved = replace(held.comparison, layout=(Layout("moved", "a.yaml", f"{deep}b.yaml"),))
    assert any(f"{deep}b.yaml" in line for line in shown(replace(held, comparison=moved, whole=True), width=40))


@pytest.mark.parametrize("ids", [("indicator-added",), ("indicator-added", "goal-added")])
def test_that_nothing_is_committed_is_told_by_the_header_alone(ids: tuple[str, ...]) -> None:
    new = EMPTY | {f"{one.removesuffix('-added')}s/a.yaml": "{name: A}" for one in ids}
    held = standing(reviews.of(EMPTY, new), {one: {"uncommitted": True} for one in ids})
    assert not any("not yet committed" in line for line in shown(held))


def test_a_weakening_among_lighter_changes_is_explained() -> None:
    old, new = (EMPTY | {"goals/g.yaml": f"{{name: {name}}}"} for name in ("A", "B"))
    held = reviews.of(old, new)
    head = held.groups[0].head
    light = replace(head, change=replace(head.change, id=LIGHT))
    held = replace(held, groups=(replace(held.groups[0], head=light),), selected=(light,))
    assert any(line.startswith("  A weakening needs a recorded decision, even if") for line in shown(held))
    assert not any(line.startswith("  A weakening needs") for line in shown(review()))


def test_a_thing_tells_its_file_and_its_kind_and_id_where_the_file_is_not_called_so() -> None:
    held = reviews.of(EMPTY | {"goals/old.yaml": "{name: Vanha}"}, EMPTY)
    assert any(line.endswith("goal removed: Vanha (fi)  [weakening]  goals/old.yaml:1") for line in shown(held))
    assert any(line.strip() == "goals/old.yaml:1" for line in shown(held, width=50))
    posts = EMPTY | {"owners/posts.yaml": "[{id: x, title: X}, {id: y, title: Y}]"}
    less = EMPTY | {"owners/posts.yaml": "[{id: x, title: Z}]"}
    lines = shown(reviews.of(posts, less))
    assert any(line.endswith("  owner/y  owners/posts.yaml:1") for line in lines if "post removed: Y" in line)
    assert "  Z (fi)  owner/x  owners/posts.yaml" in lines


def test_of_all_that_is_undecided_nothing_is_said_where_something_that_follows_is_decided() -> None:
    held = beneath(
        standing(review(), {"project-status-paused": {"decisions": (decision(),)}}), LOOSENED, "project-status-paused"
    )
    lines = shown(held)
    assert "  No decision is recorded of any of these." not in lines
    assert sum("no recorded decision" in line for line in lines) == 2
