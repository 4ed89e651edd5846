"""Rovaniemi: a coordinating post that ends before the strategy it prepares is decided."""

from datetime import date
from pathlib import Path

import pytest

from strategy_cli import rules, source
from strategy_cli.config import Settings
from strategy_cli.finding import Finding, Level
from strategy_cli.loading import load
from strategy_cli.messages import Messages

ROVANIEMI = Path(__file__).parent / "rovaniemi" / "2030"
ASKED = ("ownership", "organisation")
ALWAYS = {
    ("body-named-variously", "preparation-group"),
    ("body-named-variously", "working-group"),
    ("goal-without-body", "sustainable-development"),
    ("goal-without-owner", "sustainable-development"),
    ("programme-without-owner", "communication-and-participation"),
    ("programme-without-owner", "growth"),
    ("programme-without-owner", "land-use-and-housing"),
    ("project-without-owner", "carbon-neutral-rovaniemi"),
    ("project-without-unit", "carbon-neutral-rovaniemi"),
    ("project-without-unit", "new-strategy"),
    ("owner-silent", "new-strategy"),
}


def found(on: date) -> list[Finding]:
    loaded = load(source.from_folder(ROVANIEMI, versioned=False))
    assert loaded.findings == ()
    off = {one.id: Level.OFF for one in rules.RULES.values() if one.family not in ASKED}
    return list(rules.check(loaded.strategy, Settings("audited", off), on))


@pytest.mark.parametrize(
    ("on", "more"),
    [
        (
            date(2025, 11, 1),
            {("owner-ends-before-work", "new-strategy"), ("fixed-term-without-deputy", "strategy-coordinator")},
        ),
        (
            date(2025, 12, 31),
            {("owner-ends-before-work", "new-strategy"), ("fixed-term-without-deputy", "strategy-coordinator")},
        ),
        (date(2026, 1, 1), {("owner-ended", "new-strategy")}),
    ],
)
def test_everything_that_is_found(on: date, more: set[tuple[str, str]]) -> None:
    told = [(finding.rule, finding.subject.id if finding.subject else "") for finding in found(on)]
    assert sorted(told) == sorted(ALWAYS | more)


def test_the_post_ends_six_months_before_the_work() -> None:
    (finding,) = (one for one in found(date(2025, 11, 1)) if one.rule == "owner-ends-before-work")
    assert (finding.span.path.rpartition("/")[2], finding.span.line) == ("new-strategy.yaml", 4)
    assert Messages("fi").finding(finding) == (
        "Uuden kaupunkistrategian valmistelu: siitä vastaava virka Strategiatyön koordinointi päättyy 31.12.2025, "
        "6 kk ennen työn päättymistä (30.6.2026)."
    )


@pytest.mark.parametrize("on", [date(2026, 1, 1), date(2026, 6, 30)])
def test_the_six_months_without_an_owner_are_told_after_the_end_too(on: date) -> None:
    (finding,) = (one for one in found(on) if one.rule == "owner-ended")
    assert (finding.problem, finding.args["months"], finding.args["end"]) == ("before-work", 6, date(2026, 6, 30))
    assert Messages("fi").finding(finding) == (
        "Uuden kaupunkistrategian valmistelu: siitä vastaava virka Strategiatyön koordinointi päättyi 31.12.2025, "
        "6 kk ennen työn päättymistä (30.6.2026)."
    )


def test_the_group_that_is_written_in_three_ways_is_told_as_one() -> None:
    assert {one.args["id"] for one in found(date(2025, 11, 1)) if one.rule == "body-named-variously"} == {
        "strategy-group"
    }
