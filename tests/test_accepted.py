"""Accepted differences: what an entry must have, where it fails, and how long it holds."""

from datetime import date

import pytest
from making import strategy

from strategy_cli.accepted import Accepted, understood
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.reviewing.approvals import standing

POSTS = strategy({"owners/mayor.yaml": "title: Mayor\n"})
GOOD = "- {change: 3f9a20b1c4d7, reason: Agreed, who: mayor, until: 2026-06-30}\n"


def read(text: str) -> Accepted:
    return understood("city/accepted.yaml", text.encode(), POSTS)


def test_an_entry_has_a_change_a_reason_a_post_and_a_last_day() -> None:
    (one,) = read("# accepted\n" + GOOD.replace("}", ", what: the budget}")).approvals
    assert one[:4] == ("3f9a20b1c4d7", "Agreed", "mayor", date(2026, 6, 30))
    assert str(one.span) == "city/accepted.yaml:2:12"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n"])
def test_a_file_without_entries_is_no_fault(text: str) -> None:
    assert read(text) == Accepted()


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('- {change: a1, reason: "", who: , until: }\n', ["1:16 missing-key", "1:28 missing-key", "1:35 missing-key"]),
        ("- {change: a1, who: mayor, until: 2026-06-30}\n", ["1:4 missing-key"]),
        (GOOD.replace("mayor", "mayr"), ["1:47 accepted-faulty post-near"]),
        (GOOD.replace("mayor", "zzz"), ["1:47 accepted-faulty post"]),
        (GOOD.replace("mayor", "Kirsi"), ["1:47 accepted-faulty post"]),
        (GOOD.replace("mayor", "Mayor"), ["1:47 accepted-faulty post-near"]),
        (GOOD.replace("mayor", "[mayor]"), ["1:47 invalid-value one-value"]),
        (GOOD.replace("2026-06-30", "30.6.2026"), ["1:61 invalid-value date"]),
        (GOOD.replace("who", "whom"), ["1:4 missing-key", "1:42 unknown-key near"]),
        (GOOD + GOOD, ["2:12 accepted-faulty"]),
        ("change: a1\n", ["1:1 invalid-value list"]),
        ("- a1\n", ["1:3 invalid-value map"]),
        ("- {a1\n", ["2:1 invalid-yaml bracket"]),
    ],
)
def test_a_fault_has_its_place_and_words_in_every_language(text: str, faults: list[str]) -> None:
    found = read(text).faults
    assert [f"{f.span.line}:{f.span.column} {f.rule} {f.problem or ''}".strip() for f in found] == faults
    assert all(Messages(language).finding(f) and Messages(language).help(f) for f in found for language in LANGUAGES)


def test_an_entry_at_fault_does_not_count_and_the_others_do() -> None:
    assert [one.mark for one in read("- {change: a1, reason: Why}\n" + GOOD + GOOD).approvals] == ["3f9a20b1c4d7"]


MARK = "3f9a20b1c4d7"


@pytest.mark.parametrize(
    ("day", "settled", "holds", "problems"),
    [
        (date(2026, 6, 30), {MARK: False}, True, []),
        (date(2026, 7, 1), {MARK: False}, False, ["expired"]),
        (date(2026, 6, 30), {"another": False}, True, ["stale"]),
        (date(2026, 6, 30), {MARK: True}, True, ["settled"]),
        (date(2026, 6, 30), {f"{MARK[:-1]}8": False}, True, ["near"]),
        (date(2026, 6, 30), {f"{MARK}0": False}, True, ["near"]),
        (date(2026, 6, 30), {f"{MARK[:-2]}88": False}, True, ["stale"]),
        (date(2024, 6, 1), {MARK: False}, True, ["far"]),
    ],
)
def test_an_approval_holds_until_its_day_and_is_idle_without_its_change(
    day: date, settled: dict[str, bool], *, holds: bool, problems: list[str]
) -> None:
    found = standing(read(GOOD), settled, day)
    assert (MARK in found.holding) is holds
    assert [one.problem for one in found.remarks] == problems
    assert all(Messages(language).help(one) for one in found.remarks for language in LANGUAGES)
