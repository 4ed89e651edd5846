"""Lappeenranta's seven main indicators as of the end of 2022: the figures that its own page shows, and no others."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from strategy_cli import loading, rules, source
from strategy_cli.config import settings
from strategy_cli.figures import share
from strategy_cli.measuring.indicator import Measured
from strategy_cli.measuring.progress import Progress
from strategy_cli.measuring.standing import Reason
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import Report, made

ROOT = Path(__file__).parent / "lappeenranta"
ON = date(2022, 12, 31)

FIGURES = {
    "population": ("2022-12", "72675", "73000"),
    "employed-persons": ("2021", "29377", "30500"),
    "education-level": ("2021", "380.6", "380"),
    "co2-change": ("2021", "-47", "-60"),
    "centre-jobs": ("2022-06", "1410", "1650"),
    "street-safety-index": ("2022-12", "105.7", "112"),
    "annual-margin": ("2022", "36", "30"),
}


@pytest.fixture(scope="module")
def strategy() -> Strategy:
    loaded = loading.load(source.from_folder(ROOT, versioned=False))
    assert loaded.findings == ()
    return loaded.strategy


@pytest.fixture(scope="module")
def report(strategy: Strategy) -> Report:
    return made("progress", Basis(strategy, ON))


@pytest.fixture(scope="module")
def measured(report: Report) -> Mapping[str, Measured]:
    return report.basis.measures.indicators


def test_it_is_clean_though_it_has_no_projects_and_so_none_without_an_owner(strategy: Strategy) -> None:
    assert strategy.projects == {}
    for profile in ("minimum", "managed", "audited"):
        found = list(rules.check(strategy, settings(strategy.about, profile=profile), ON))
        assert "project-without-owner" not in {f.rule for f in found}
    assert list(rules.check(strategy, settings(strategy.about), ON)) == []


@pytest.mark.parametrize(("identity", "figures"), FIGURES.items())
def test_the_figures_are_the_citys_own(
    measured: Mapping[str, Measured], identity: str, figures: tuple[str, str, str]
) -> None:
    found = measured[identity]
    period, value, target = figures
    assert found.actual is not None
    assert found.target is not None
    assert (str(found.actual.period), found.actual.observation.value) == (period, Decimal(value))
    assert (str(found.target.period), found.target.value) == ("2025", Decimal(target))
    assert not found.actual.aged


def test_two_of_seven_are_reached(report: Report, measured: Mapping[str, Measured]) -> None:
    assert (report.head.result.reached, len(measured)) == (2, 7)
    assert {name for name, one in measured.items() if one.reached} == {"education-level", "annual-margin"}


def test_co2_has_gone_47_of_60(measured: Mapping[str, Measured]) -> None:
    found = measured["co2-change"].progress
    assert found == Progress(Fraction(47, 60))
    assert found.value is not None
    assert share(found.value, "fi") == "78,3\u00a0%"


def test_co2_is_at_risk_47_where_the_straight_way_asks_for_53(measured: Mapping[str, Measured]) -> None:
    """The way is from 31.12.1990 to 31.12.2025; the value is of 31.12.2021."""
    found = measured["co2-change"]
    gone = Fraction((date(2021, 12, 31) - date(1990, 12, 31)).days, (date(2025, 12, 31) - date(1990, 12, 31)).days)
    assert found.expected == -60 * gone
    assert found.expected is not None
    assert round(found.expected) == -53
    assert found.assessment.standing == "at-risk"


def test_no_percentage_is_made_up_for_the_six_without_a_baseline(measured: Mapping[str, Measured]) -> None:
    found = {name: one.progress for name, one in measured.items() if name != "co2-change"}
    assert set(found.values()) == {Progress(None, Reason.NO_BASELINE)}
    assert len(found) == 6


def test_the_classes_of_the_seven(measured: Mapping[str, Measured]) -> None:
    found = {name: (one.assessment.standing, one.assessment.reason) for name, one in measured.items()}
    assert found == {
        "education-level": ("on-track", None),
        "annual-margin": ("on-track", None),
        "co2-change": ("at-risk", None),
        "population": ("cannot", Reason.NO_BASELINE),
        "employed-persons": ("cannot", Reason.NO_BASELINE),
        "centre-jobs": ("cannot", Reason.NO_BASELINE),
        "street-safety-index": ("cannot", Reason.NO_BASELINE),
    }


def test_every_goal_binds_and_stands_as_its_one_indicator_does(report: Report) -> None:
    goals = report.basis.measures.goals.values()
    assert [len(g.indicators) for g in goals] == [1] * 7
    assert all(g.goal.binding and g.assessment == g.indicators[0].assessment for g in goals)
    result = report.head.result
    assert result.goals == result.binding == result.indicators
