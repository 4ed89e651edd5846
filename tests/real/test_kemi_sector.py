"""Kemi: a sector that leaves the city on 31.12.2022, and everything that hung on it."""

from datetime import date
from pathlib import Path
from typing import cast

import pytest

from strategy_cli import rules, source
from strategy_cli.config import Settings
from strategy_cli.finding import Finding, Level
from strategy_cli.loading import load
from strategy_cli.model.text import Text
from strategy_cli.source import Source, Version
from strategy_cli.strategy import Strategy

KEMI = Path(__file__).parent / "kemi-sector" / "2022-2025"
ASKED = ("ownership", "organisation")
NOTHING: tuple[str, ...] = ()

# Each edit is one that the findings ask for.
EDITS = {
    "goals/goals.yaml": [
        ("participants: [social-services, education]", "until: 2022-12-31"),
        ("participants: [education, social-services]", "participants: [education]"),
    ],
    "units/units.yaml": [("parent: social-services", "parent: social-services, until: 2022-12-31")],
    "owners/owners.yaml": [
        ("unit: social-services}", "unit: social-services, until: 2022-12-31}"),
        ("unit: health-services,", "unit: health-services, until: 2022-12-31,"),
    ],
    "projects/projects.yaml": [("status: started\n  period: {from: 2022-0", "status: closed\n  period: {from: 2022-0")],
    "programmes/wellbeing-plan.yaml": [("until: 2025-12-31", "until: 2022-12-31")],
    "bodies/bodies.yaml": [("Perusturvalautakunta,", "Perusturvalautakunta, until: 2022-12-31,")],
    "indicators/indicators.yaml": [
        ("owner: health-services-manager", "owner: health-services-manager\n  targets: [{period: 2022, value: 7}]")
    ],
}


def found(strategy: Strategy, on: date) -> list[Finding]:
    off = {one.id: Level.OFF for one in rules.RULES.values() if one.family not in ASKED}
    return list(rules.check(strategy, Settings("audited", off), on))


def carried(finding: Finding) -> tuple[str, ...]:
    also = cast("tuple[Text, ...]", finding.args.get("also", ()))
    return tuple(text.pick("fi")[0] for text in also)


def as_published() -> Source:
    return source.from_folder(KEMI, versioned=False)


@pytest.mark.parametrize("on", [date(2022, 12, 1), date(2022, 12, 31), date(2023, 1, 1)])
def test_ending_the_sector_lists_everything_that_hung_on_it(on: date) -> None:
    loaded = load(as_published())
    assert loaded.findings == ()
    told = {(one.rule, str(one.subject), one.key[0]): carried(one) for one in found(loaded.strategy, on)}
    assert told == {
        ("unit-ended", "goal/health-and-learning", "participants"): NOTHING,
        ("unit-ended", "goal/partnerships", "participants"): NOTHING,
        ("unit-ended", "project/social-centre", "unit"): NOTHING,
        ("unit-ended", "project/school-health", "participants"): NOTHING,
        ("unit-ended", "owner/social-services-director", "unit"): ("Hyvinvointisuunnitelma", "Kotihoidon uudistus"),
        ("unit-ended", "unit/elderly-services", "parent"): ("Kotihoidon uudistus",),
        ("unit-ended", "unit/health-services", "parent"): ("Terveyspalvelujen päällikkö", "Hoitoon pääsy"),
        ("body-left-behind", "body/social-services-board", "until"): NOTHING,
    }


def test_nothing_is_left_once_all_of_it_has_a_new_place_or_an_end() -> None:
    files = dict(as_published().files)
    for path, edits in EDITS.items():
        for old, new in edits:
            assert old.encode() in files[path]
            files[path] = files[path].replace(old.encode(), new.encode())
    loaded = load(Source("", Version("mended"), files))
    assert loaded.findings == ()
    assert found(loaded.strategy, date(2023, 1, 1)) == []
