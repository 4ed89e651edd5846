"""What is asked for: by kind and id, by an id alone, by an id of former times, and what is meant by a mistyped one."""

import pytest
from stages import record

from strategy_cli.errors import StrategyError
from strategy_cli.lives.asked import asked

MADE = record(
    (
        "2025-01-01",
        {"goals/health.yaml": "name: H\n", "goals/old-name.yaml": "name: O\n", "goals/gone.yaml": "name: G\n"},
    ),
    (
        "2025-02-01",
        {
            "goals/old-name.yaml": None,
            "goals/new-name.yaml": "name: O\nformerly: [old-name]\n",
            "goals/gone.yaml": None,
            "indicators/health.yaml": "name: H\nformerly: [of-old]\n",
        },
    ),
)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("goal/health", "goal/health"),
        ("indicator/health", "indicator/health"),
        ("goal/gone", "goal/gone"),
        ("gone", "goal/gone"),
        ("new-name", "goal/new-name"),
        ("old-name", "goal/new-name"),
        ("goal/old-name", "goal/new-name"),
        ("of-old", "indicator/health"),
        ("strategy", "strategy/strategy"),
    ],
)
def test_a_life_is_found(written: str, found: str) -> None:
    assert str(asked(MADE, written).ref) == found


@pytest.mark.parametrize(
    ("written", "error", "near"),
    [
        ("health", "several-things", None),
        ("goal/helth", "no-such-thing-ever-near", "goal/health"),
        ("gona", "no-such-thing-ever-near", "goal/gone"),
        ("project/gone", "no-such-thing-ever-near", "goal/gone"),
        ("heal", "no-such-thing-ever-near", "goal/health"),
        ("new-nam", "no-such-thing-ever-near", "goal/new-name"),
        ("goal/zebra", "no-such-thing-ever", None),
        ("zebra", "no-such-thing-ever", None),
        ("project/new", "no-such-thing-ever", None),
        ("h", "no-such-thing-ever", None),
    ],
)
def test_what_is_not_found_is_said_with_what_may_be_meant(written: str, error: str, near: str | None) -> None:
    with pytest.raises(StrategyError) as caught:
        asked(MADE, written)
    assert caught.value.key == error
    assert caught.value.message_args.get("nearest") == near
    if error == "several-things":
        assert caught.value.message_args["known"] == ["goal/health", "indicator/health"]


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("", "goal/gone, goal/health, goal/new-name, goal/old-name"),
        ("goal/", "goal/gone, goal/health, goal/new-name, goal/old-name"),
        ("goal", "goal/gone, goal/health, goal/new-name, goal/old-name"),
        ("indicator/", "indicator/health, indicator/of-old"),
        ("project/", "goal/gone, goal/health, goal/new-name, goal/old-name"),
    ],
)
def test_where_there_is_no_id_examples_are_given(written: str, known: str) -> None:
    with pytest.raises(StrategyError) as caught:
        asked(MADE, written)
    assert (caught.value.key, caught.value.message_args) == ("which-thing", {"known": known})


def test_of_many_things_the_first_are_examples() -> None:
    made = record(("2025-01-01", {f"goals/g{number}.yaml": "name: G\n" for number in range(7)}))
    with pytest.raises(StrategyError) as caught:
        asked(made, "")
    assert caught.value.message_args["known"] == "goal/g0, goal/g1, goal/g2, goal/g3, goal/g4, …"
