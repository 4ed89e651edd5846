"""Changes as JSON: values as files write them, all that stands by a change, and what stands beside the changes."""

import json
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest
import reviews
from jsonschema import Draft202012Validator
from reviews import ACCEPTED, COMMIT, EMPTY, NEW, beneath, decision, made, review, standing, taken_back

from strategy_cli.changes import Hint, Kept, Layout, Tally, Weight
from strategy_cli.finding import Finding
from strategy_cli.formats.changes import as_json
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Between, Hidden, Review, Short
from strategy_cli.span import Span

SCHEMA = json.loads((files("strategy_cli") / "schemas" / "diff-1.json").read_text("utf-8"))
LOOSENED = "indicator-target-loosened"


def written(held: Review, language: str = "fi") -> Any:
    """Write a review and read it again; it keeps to the schema."""
    data = json.loads(as_json.report(held, Messages(language)))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(data)] == []
    return data


def by_id(data: Any) -> dict[str, Any]:
    return {change["change"]: change for change in data["changes"]}


def test_versions_and_values() -> None:
    data = written(review())
    assert (data["format"], data["version"], data["language"]) == ("strategy-diff", "1.1", "fi")
    assert data["old"]["decision"] == {"id": "d", "body": "council", "date": "2025-06-15", "section": "§ 45"}
    assert data["middle"] is None
    told = by_id(data)
    target = told[LOOSENED]
    assert (target["kind"], target["id"], target["key"]) == ("indicator", "walks", ["targets", "2030", "value"])
    assert (target["before"], target["after"]) == ("12500.5", "9000")
    assert (target["old"]["line"], target["new"]["line"], target["weight"]) == (5, 5, "decision")
    assert told["goal-owner-changed"]["after"] == "y"
    assert told["goal-binding-added"]["before"] is False
    assert told["indicator-value-added"]["after"] == {"value": "8000", "preliminary": False}


def test_hidden_is_a_number_and_told_apart_beside() -> None:
    data = written(review(Weight.NOTICE))
    assert (data["hidden"], len(data["changes"]), data["counts"]["wording"]) == (2, 5, 1)
    data = written(replace(review(), hidden=Hidden(2, 3)))
    assert (data["hidden"], data["hidden_by"]) == (5, {"lighter": 2, "elsewhere": 3})


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_by_a_change(language: str) -> None:
    given = {"mark": "m", "decisions": (decision(),), "commits": (COMMIT,), "uncommitted": True, "approval": ACCEPTED}
    data = written(replace(standing(review(), {LOOSENED: given}), attributed=True, cut=True), language)
    target = by_id(data)[LOOSENED]
    assert (target["mark"], target["weakening"], target["undecided"], target["uncommitted"]) == ("m", True, False, True)
    assert target["decisions"] == [
        {
            "id": "e",
            "title": {"fi": "Päivitys"},
            "body": "council",
            "date": "2022-05-23",
            "section": "§ 49",
            "case_number": "X-2021-1329",
        }
    ]
    assert target["commits"] == [{"hash": COMMIT.hash, "day": "2026-03-31", "subject": "Lievennetään tavoitetta"}]
    assert {key: target["approval"][key] for key in ("reason", "who", "until")} == {
        "reason": "Mittari uusitaan",
        "who": "y",
        "until": "2026-12-31",
    }
    assert target["approval"]["place"]["path"] == "accepted.yaml"
    assert (data["undecided"], data["attributed"], data["cut"]) == (0, True, True)
    assert written(review())["undecided"] == 1


def test_what_a_change_caused_names_its_mark() -> None:
    held = standing(review(), {LOOSENED: {"mark": "m"}})
    held = beneath(held, LOOSENED, "project-status-paused", hanging=(Ref("goal", "health"),))
    told = written(held)["changes"]
    place = next(number for number, one in enumerate(told) if one["change"] == LOOSENED)
    assert (told[place]["cause"], told[place]["hanging"]) == (None, ["goal/health"])
    assert (told[place + 1]["change"], told[place + 1]["cause"]) == ("project-status-paused", "m")


def test_what_is_left_without_a_goal_says_so() -> None:
    path = {"projects/p.yaml": "{name: P, goals: [g]}", "goals/g.yaml": "{name: G}"}
    held = reviews.of(EMPTY | path, EMPTY | {"projects/p.yaml": "{name: P}"})
    assert by_id(written(held))["project-goal-link-removed"]["orphaned"] is True


def test_three_versions() -> None:
    held = standing(review(), {LOOSENED: {"between": Between("both", Decimal(11000))}})
    data = written(replace(held, middle=made(NEW, "board")))
    assert data["middle"]["place"] == "board"
    assert by_id(data)[LOOSENED]["between"] == {"by": "both", "value": "11000"}


def test_what_stands_beside_the_changes() -> None:
    held = review()
    comparison = replace(
        held.comparison,
        hints=(Hint(Ref("goal", "a"), Ref("goal", "b"), 0.756),),
        layout=(Layout("moved", "a.yaml", "b.yaml"),),
        tallies=(Tally("goal", "aim", 5, 3), Tally("project", None, 1, 2)),
        kept=(Kept("values", 3, 3, 1, 2),),
    )
    data = written(replace(held, comparison=comparison, remarks=(), left_out=((), ())))
    assert data["hints"] == [{"kind": "goal", "old": "a", "new": "b", "likeness": "0.76"}]
    assert data["layout"] == [{"how": "moved", "old": "a.yaml", "new": "b.yaml"}]
    assert data["tallies"][0] == {"kind": "goal", "level": "aim", "before": 5, "after": 3}
    assert data["kept"] == [{"field": "values", "before": 3, "after": 3, "same": 1, "reworded": 2}]


def test_what_does_not_load_is_told_by_side() -> None:
    fault = Finding("duplicate-id", Span("goals/a.yaml", 1, 2, 3, 4), args={"id": "a", "other": "b"})
    data = written(replace(review(), left_out=((fault,), ()), remarks=(fault,)))
    assert data["left_out"]["middle"] == data["left_out"]["new"] == []
    assert data["left_out"]["old"] == data["remarks"]
    between = written(replace(review(), left_out_between=(fault,)))
    assert between["left_out"] == {"old": [], "middle": data["remarks"], "new": []}
    assert data["remarks"][0]["rule"] == "duplicate-id"
    assert data["remarks"][0]["place"]["line"] == 1
    assert "a" in data["remarks"][0]["message"]


def test_long_values_are_whole() -> None:
    new = {"goals/g.yaml": f"{{name: A, description: {'ab ' * 200}}}"}
    assert "…" not in as_json.report(reviews.of(EMPTY | {"goals/g.yaml": "{name: A}"}, EMPTY | new), Messages("en"))


def test_counts_by_group_stand_beside_those_by_change() -> None:
    data = written(beneath(standing(review(), {LOOSENED: {"approval": ACCEPTED}}), LOOSENED, "project-status-paused"))
    assert data["counted"]["decision"] == {"changes": 2, "following": 1}
    assert data["counted"]["notice"] == {"changes": 2, "following": 0}
    assert (data["counts"]["notice"], data["unrecorded"], data["undecided"]) == (3, 1, 0)


def test_what_was_taken_back_stands_apart() -> None:
    data = written(replace(taken_back(review(), LOOSENED), middle=made(NEW, "board")))
    assert [one["change"] for one in data["undone"]] == [LOOSENED]
    assert LOOSENED not in by_id(data)
    assert (data["undone"][0]["undecided"], data["unrecorded"], data["counts"]["decision"]) == (False, 0, 1)


def test_decisions_that_settle_nothing_are_told_with_the_reason() -> None:
    data = written(standing(review(), {LOOSENED: {"short": (Short(decision(), "body"),)}}))
    (short,) = by_id(data)[LOOSENED]["short"]
    assert (short["decision"]["id"], short["why"]) == ("e", "body")


def test_what_was_not_asked_for_is_marked() -> None:
    held = beneath(review(), LOOSENED, "project-status-paused")
    groups = tuple(replace(group, context=group.head.change.id == LOOSENED) for group in held.groups)
    told = by_id(written(replace(held, groups=groups)))
    assert [id_ for id_, one in told.items() if one["context"]] == [LOOSENED]
