"""Changes as GitHub annotations: what nothing settled is an error, gravest first, and no text ends a command."""

import re
from dataclasses import replace

import reviews
from reviews import ACCEPTED, EMPTY, beneath, decision, review, standing, taken_back

from strategy_cli.changes import Hint
from strategy_cli.formats.changes import github
from strategy_cli.messages import Messages
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Review

LOOSENED = "indicator-target-loosened"


def commands(held: Review) -> list[tuple[str, ...]]:
    """Give the command, the file, the line and the title of each annotation, and what it says."""
    lines = github.annotations(held, Messages("en")).splitlines()
    found = [re.fullmatch(r"::(\w+) file=([^,]*),line=(\d+),.*,title=([^:]*)::(.*)", line) for line in lines]
    assert all(found)
    return [one.groups() for one in found if one]


def test_a_weakening_that_nothing_settled_is_an_error_and_comes_first() -> None:
    told = commands(review())
    assert [(one[0], one[3]) for one in told] == [
        ("error", LOOSENED),
        ("warning", "goal-binding-added"),
        ("notice", "goal-owner-changed"),
        ("notice", "project-status-paused"),
        ("notice", "project-money-asked-decreased"),
        ("notice", "indicator-value-added"),
        ("notice", "goal-translation-changed"),
    ]
    assert told[0][1:3] == ("indicators/walks.yaml", "5")
    assert told[0][4].endswith("9\u00a0000\u00a0kpl%0Ano recorded decision")


def test_a_settled_weakening_is_a_warning() -> None:
    for given in ({"decisions": (decision(),)}, {"approval": ACCEPTED}):
        told = {one[3]: one for one in commands(standing(review(), {LOOSENED: given}))}
        assert told[LOOSENED][0] == "warning"
    assert (
        "awaits a decision until 31 Dec 2026 (accepted by: Päällikkö (fi)). Reason: Mittari uusitaan"
        in told[LOOSENED][4]
    )


def test_what_is_gone_is_told_in_the_old_version() -> None:
    held = reviews.of(EMPTY | {"goals/g.yaml": "{name: G}"}, EMPTY)
    assert commands(held)[0][:4] == ("error", "goals/g.yaml", "1", "goal-removed")


def test_no_text_of_a_file_ends_a_command_or_begins_another() -> None:
    name = '"100 %\\n::error::x\\r,title=y: z \\e[2J"'
    told = github.annotations(reviews.of(EMPTY, EMPTY | {"goals/g.yaml": f"{{name: {name}}}"}), Messages("en"))
    assert told.count("\n") == 1
    assert "100 %25 ::error::x" in told
    assert not re.search("[\r\x1b]", told)


def test_what_was_taken_back_is_a_notice_and_last() -> None:
    told = commands(taken_back(review(), LOOSENED))
    assert (told[-1][0], told[-1][3]) == ("notice", LOOSENED)
    assert "no recorded decision" not in told[-1][4]


def test_what_hangs_on_a_thing_and_what_may_be_the_same_is_told_with_it() -> None:
    held = reviews.of(EMPTY | {"goals/old.yaml": "{name: O}"}, EMPTY | {"goals/new.yaml": "{name: N}"})
    hints = (Hint(Ref("goal", "old"), Ref("goal", "new"), 0.75),)
    groups = tuple(
        replace(group, hanging=(Ref("goal", "new"),) if group.head.change.id == "goal-removed" else ())
        for group in held.groups
    )
    held = replace(held, groups=groups, comparison=replace(held.comparison, hints=hints))
    removed = next(one for one in commands(held) if one[3] == "goal-removed")
    assert "%0Astill hanging on it: N (fi)%0Aperhaps the same as “N (fi)”" in removed[4]


def test_what_was_not_asked_for_is_no_annotation() -> None:
    held = beneath(review(), LOOSENED, "project-status-paused")
    groups = tuple(replace(group, context=group.head.change.id == LOOSENED) for group in held.groups)
    told = [one[3] for one in commands(replace(held, groups=groups))]
    assert LOOSENED not in told
    assert "project-status-paused" in told
