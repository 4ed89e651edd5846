"""Strategy: what can happen to the strategy itself and its settings."""

from strategy_cli.changes.areas.weights import DECISION, DUE, NOTICE, PROGRESS, WORDING
from strategy_cli.changes.rows import Aspect, Row, always, mandate, members, row, value
from strategy_cli.model.about import Limits, Requirement
from strategy_cli.model.own import KINDS, OwnField

_GIVEN = {"added": NOTICE, "removed": NOTICE, "changed": NOTICE}
_NAMED = {"added": DECISION, "removed": DECISION, "renamed": DECISION}
_END = {"added": DECISION, "removed": DECISION, **dict.fromkeys(DUE, DECISION)}
_SOONER, _LATER = "all that it promises holds for a shorter time", "all that it promises is due later"
_RULE = {f"lint.require.{part}": "changed" for part in Requirement.model_fields if part != "id"}


def _own(kind: str) -> dict[str, str]:
    return {f"fields.{kind}.{part}": "changed" for part in OwnField.model_fields}


# Vision, mission, values and themes weigh as decisions, but nobody is held to account by them: no weakenings.
_ABOUT: tuple[Row, ...] = (
    members("continues", Aspect.IDENTITY, DECISION, "continues"),
    value("translation", Aspect.WORDING, WORDING, "*"),
    always("title", Aspect.COMMITMENT, DECISION),
    always("status", Aspect.COMMITMENT, DECISION),
    value("start", Aspect.COMMITMENT, DECISION, "period.from"),
    row("end", Aspect.COMMITMENT, "period.until", **_END).weakening(
        removed="no day is told by which it is to be carried out",
        postponed=_LATER,
        postponed_to_later_year=_LATER,
        advanced=_SOONER,
        advanced_to_earlier_year=_SOONER,
    ),
    value("council-term-start", Aspect.COMMITMENT, DECISION, "council_term.from"),
    value("council-term-end", Aspect.COMMITMENT, DECISION, "council_term.until"),
    value("municipality", Aspect.COMMITMENT, DECISION, None, "name", "code"),
    value("replaces", Aspect.COMMITMENT, DECISION),
    value("vision", Aspect.COMMITMENT, DECISION),
    value("mission", Aspect.COMMITMENT, DECISION),
    row("value", Aspect.COMMITMENT, "values", {"values.name": "renamed"}, **_NAMED),
    value("value-description", Aspect.WORDING, WORDING, "values.description"),
    row("theme", Aspect.COMMITMENT, "themes", {"themes.name": "renamed"}, **_NAMED),
    value("evaluation", Aspect.MEASUREMENT, DECISION).weakening(
        removed="nothing tells how its outcome is to be assessed (Local Government Act 410/2015, 37 §)"
    ),
    mandate(DECISION),
    row("review", Aspect.MANDATE, "reviewed", added=PROGRESS, removed=NOTICE),
    value("basis", Aspect.ALIGNMENT, NOTICE),
    value("published", Aspect.WORDING, WORDING),
)
_SETTINGS: tuple[Row, ...] = (
    always("languages", Aspect.SETTINGS, NOTICE),
    value("law", Aspect.SETTINGS, NOTICE),
    members("reporting-period", Aspect.SETTINGS, NOTICE, "reporting.periods").weakening(
        removed="follow-up is given less often"
    ),
    value("grace-days", Aspect.SETTINGS, NOTICE, "reporting.grace_days"),
    # Every goal that says nothing of its own is judged by these two.
    row(
        "default-roll-up", Aspect.SETTINGS, "defaults.roll_up", **_GIVEN, tightened=NOTICE, loosened=DECISION
    ).weakening(loosened="one part may make up for another that fails"),
    row(
        "default-tolerance",
        Aspect.SETTINGS,
        "defaults.tolerance",
        added=NOTICE,
        removed=NOTICE,
        narrowed=NOTICE,
        widened=DECISION,
    ).weakening(widened="what lags further behind still passes as on its way"),
    always("lint-profile", Aspect.SETTINGS, NOTICE, "lint.profile"),
    value("lint-rule", Aspect.SETTINGS, NOTICE, "lint.rules"),
    *(
        always(f"lint-limit-{name}", Aspect.SETTINGS, NOTICE, f"lint.limits.{name}")
        for name in tuple(Limits.model_fields)
    ),
    row("own-rule", Aspect.SETTINGS, "lint.require", _RULE, **_GIVEN),
    *(row("own-field", Aspect.SETTINGS, f"fields.{kind}", _own(kind), **_GIVEN) for kind in KINDS),
    value("report-accent", Aspect.SETTINGS, NOTICE, "report.accent"),
    value("report-names", Aspect.SETTINGS, NOTICE, "report.names"),
    value("report-accessibility", Aspect.SETTINGS, NOTICE, "report.accessibility"),
    value("report-licence", Aspect.SETTINGS, NOTICE, "report.licence"),
)
ROWS: tuple[Row, ...] = (*_ABOUT, *_SETTINGS)
