"""Taxonomy: every change there can be, declared once: area, aspect, action, weight, and its mirror the other way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from strategy_cli.changes.change import Weight
from strategy_cli.changes.rows import Aspect, Row, always, existence, mandate, members, mirror, row, value
from strategy_cli.model.about import Limits, Requirement
from strategy_cli.model.own import KINDS, OwnField

D, N, P, W = Weight.DECISION, Weight.NOTICE, Weight.PROGRESS, Weight.WORDING


@dataclass(frozen=True, slots=True)
class Taxon:
    """A change there can be; ``mirror`` is what the same change is called when the versions swap sides.

    A ``weakening`` takes back something that was promised: it must not pass without a decision.
    """

    id: str
    area: str
    aspect: Aspect
    action: str
    weight: Weight
    mirror: str
    weakening: bool = False


_DUE = {"postponed": N, "advanced": N, "postponed_to_later_year": D, "advanced_to_earlier_year": N}
_TARGET = {"targets.value": "changed", "targets.period": "changed"}
_VALUE = {"values.value": "revised", "values.preliminary": "confirmed"}
_UPDATE = {f"updates.{part}": "changed" for part in ("status", "note", "corrective", "by")}
_JUDGEMENT = {f"judgements.{part}": "changed" for part in ("class", "reason", "corrective", "by")}
_GIVEN = ("added", "removed", "changed")
_AMOUNT = {"increased": N, "decreased": N}
_LIMITS = tuple(Limits.model_fields)
# The fields that a city declares, by the weight that it gives them.
OWN = {
    "decision": Row("own-commitment", Aspect.COMMITMENT, "", dict.fromkeys(_GIVEN, D), {}),
    "notice": Row("own-field", Aspect.ALIGNMENT, "", dict.fromkeys(_GIVEN, N), {}),
    "progress": Row("own-progress", Aspect.PROGRESS, "", dict.fromkeys(_GIVEN, P), {}),
    "wording": Row("own-wording", Aspect.WORDING, "", dict.fromkeys(_GIVEN, W), {}),
}

_RULE = {f"lint.require.{part}": "changed" for part in Requirement.model_fields if part != "id"}


def _own(kind: str) -> dict[str, str]:
    return {f"fields.{kind}.{part}": "changed" for part in OwnField.model_fields}


_ROWS: Mapping[str, tuple[Row, ...]] = {
    "strategy": (
        members("continues", Aspect.IDENTITY, D, "continues"),
        value("translation", Aspect.WORDING, W, "*"),
        always("title", Aspect.COMMITMENT, D),
        always("status", Aspect.COMMITMENT, D),
        value("start", Aspect.COMMITMENT, D, "period.from"),
        value("end", Aspect.COMMITMENT, D, "period.until"),
        value("council-term-start", Aspect.COMMITMENT, D, "council_term.from"),
        value("council-term-end", Aspect.COMMITMENT, D, "council_term.until"),
        value("municipality", Aspect.COMMITMENT, D, None, "name", "code"),
        value("replaces", Aspect.COMMITMENT, D),
        value("vision", Aspect.COMMITMENT, D),
        value("mission", Aspect.COMMITMENT, D),
        row("value", Aspect.COMMITMENT, "values", {"values.name": "renamed"}, added=D, removed=D, renamed=D),
        value("value-description", Aspect.WORDING, W, "values.description"),
        row("theme", Aspect.COMMITMENT, "themes", {"themes.name": "renamed"}, added=D, removed=D, renamed=D),
        value("evaluation", Aspect.MEASUREMENT, D),
        mandate(D),
        row("review", Aspect.MANDATE, "reviewed", added=P, removed=N),
        value("basis", Aspect.ALIGNMENT, N),
        always("languages", Aspect.SETTINGS, N),
        value("published", Aspect.WORDING, W),
        value("law", Aspect.SETTINGS, N),
        members("reporting-period", Aspect.SETTINGS, N, "reporting.periods"),
        value("grace-days", Aspect.SETTINGS, N, "reporting.grace_days"),
        value("default-roll-up", Aspect.SETTINGS, N, "defaults.roll_up"),
        value("default-tolerance", Aspect.SETTINGS, N, "defaults.tolerance"),
        always("lint-profile", Aspect.SETTINGS, N, "lint.profile"),
        value("lint-rule", Aspect.SETTINGS, N, "lint.rules"),
        *(always(f"lint-limit-{name}", Aspect.SETTINGS, N, f"lint.limits.{name}") for name in _LIMITS),
        row("own-rule", Aspect.SETTINGS, "lint.require", _RULE, added=N, removed=N, changed=N),
        *(row("own-field", Aspect.SETTINGS, f"fields.{k}", _own(k), added=N, removed=N, changed=N) for k in KINDS),
        value("report-accent", Aspect.SETTINGS, N, "report.accent"),
        value("report-names", Aspect.SETTINGS, N, "report.names"),
        value("report-accessibility", Aspect.SETTINGS, N, "report.accessibility"),
        value("report-licence", Aspect.SETTINGS, N, "report.licence"),
    ),
    "goal": (
        *existence(D, D, continues=D),
        always("name", Aspect.WORDING, N),
        value("description", Aspect.WORDING, W),
        value("number", Aspect.WORDING, W),
        value("parent", Aspect.ALIGNMENT, D),
        always("level", Aspect.COMMITMENT, D),
        always("binding", Aspect.COMMITMENT, D),
        value("owner", Aspect.ACCOUNTABILITY, N),
        value("body", Aspect.ACCOUNTABILITY, N),
        members("consulted", Aspect.ACCOUNTABILITY, N, "consulted"),
        members("participant", Aspect.ACCOUNTABILITY, N, "participants"),
        members("content-area", Aspect.ALIGNMENT, D, "covers"),
        members("theme", Aspect.ALIGNMENT, N, "themes"),
        value("roll-up", Aspect.MEASUREMENT, D),
        value("weight", Aspect.MEASUREMENT, D),
        row("judgement", Aspect.HISTORY, "judgements", _JUDGEMENT, added=P, removed=N, changed=N),
        value("meaning", Aspect.WORDING, W),
        value("start", Aspect.COMMITMENT, D, "from"),
        value("end", Aspect.COMMITMENT, D, "until"),
        mandate(),
    ),
    "indicator": (
        *existence(N, N),
        always("name", Aspect.WORDING, W),
        value("description", Aspect.WORDING, W),
        members("goal-link", Aspect.ALIGNMENT, D, "goals"),
        value("kind", Aspect.MEASUREMENT, D),
        always("type", Aspect.MEASUREMENT, D),
        value("unit", Aspect.MEASUREMENT, D),
        value("decimals", Aspect.WORDING, W),
        row("better", Aspect.MEASUREMENT, added=D, removed=D, changed=D, widened=D, narrowed=D),
        value("baseline", Aspect.MEASUREMENT, D, None, "period", "value"),
        row(
            "target", Aspect.COMMITMENT, "targets", _TARGET, added=N, removed=D, raised=N, loosened=D, changed=D, **_DUE
        ),
        row("value", Aspect.HISTORY, "values", _VALUE, added=P, removed=N, revised=N, confirmed=P, unconfirmed=N),
        value("value-note", Aspect.WORDING, W, "values.note"),
        value("value-source", Aspect.HISTORY, N, "values.source"),
        value("forecast", Aspect.PROGRESS, P, "forecasts"),
        value("frequency", Aspect.MEASUREMENT, N),
        value("lag", Aspect.MEASUREMENT, N),
        value("why", Aspect.WORDING, W),
        value("owner", Aspect.ACCOUNTABILITY, N),
        value("source", Aspect.MEASUREMENT, D, None, "name", "system", "table", "codes"),
        value("source-address", Aspect.MEASUREMENT, N, "source.url"),
        always("cumulative", Aspect.MEASUREMENT, D),
    ),
    "project": (
        *existence(N, N),
        always("name", Aspect.WORDING, W),
        value("description", Aspect.WORDING, W),
        members("goal-link", Aspect.ALIGNMENT, N, "goals"),
        value("programme", Aspect.ALIGNMENT, N),
        value("unit", Aspect.ACCOUNTABILITY, N),
        members("participant", Aspect.ACCOUNTABILITY, N, "participants"),
        value("owner", Aspect.ACCOUNTABILITY, N),
        value("deputy", Aspect.ACCOUNTABILITY, N),
        value("body", Aspect.ACCOUNTABILITY, N),
        row("status", Aspect.PROGRESS, advanced=P, moved_back=N, paused=N, resumed=N, cancelled=D, revived=D),
        value("start", Aspect.COMMITMENT, N, "period.from"),
        row("deadline", Aspect.COMMITMENT, "period.until", added=N, removed=D, **_DUE),
        row("milestone", Aspect.COMMITMENT, "milestones", {"milestones.due": "changed"}, added=N, removed=N, **_DUE),
        always("milestone-name", Aspect.WORDING, W, "milestones.name"),
        row("milestone-done", Aspect.PROGRESS, "milestones.done", added=P, removed=N, changed=N),
        row("money-asked", Aspect.RESOURCES, "money.asked", added=N, removed=N, **_AMOUNT),
        row("money-granted", Aspect.RESOURCES, "money.granted", added=N, removed=N, **_AMOUNT),
        row("money-used", Aspect.RESOURCES, "money.used", added=P, removed=P, increased=P, decreased=P),
        row("money-external", Aspect.RESOURCES, "money.external", added=P, removed=P, increased=P, decreased=P),
        value("money-note", Aspect.WORDING, W, "money.note"),
        row("effort", Aspect.RESOURCES, added=N, removed=N, **_AMOUNT),
        row("decision", Aspect.MANDATE, "decisions", added=P, removed=N),
        members("indicator-link", Aspect.ALIGNMENT, N, "indicators"),
        members("dependency", Aspect.ALIGNMENT, N, "depends_on"),
        row("update", Aspect.HISTORY, "updates", _UPDATE, added=P, removed=N, changed=N),
        members("process", Aspect.WORDING, W, "processes"),
        value("review", Aspect.COMMITMENT, N, "review_by"),
    ),
    "programme": (
        *existence(D, D),
        always("name", Aspect.WORDING, W),
        value("description", Aspect.WORDING, W),
        members("goal-link", Aspect.ALIGNMENT, N, "goals"),
        value("owner", Aspect.ACCOUNTABILITY, N),
        value("body", Aspect.ACCOUNTABILITY, N),
        value("start", Aspect.COMMITMENT, N, "period.from"),
        row("deadline", Aspect.COMMITMENT, "period.until", added=N, removed=D, **_DUE),
        mandate(),
    ),
    "owner": (
        *existence(N, N),
        always("title", Aspect.WORDING, W),
        value("unit", Aspect.ACCOUNTABILITY, N),
        value("superior", Aspect.ACCOUNTABILITY, N, "reports_to"),
        value("start", Aspect.ACCOUNTABILITY, N, "from"),
        value("end", Aspect.ACCOUNTABILITY, N, "until"),
        always("fixed-term", Aspect.ACCOUNTABILITY, N),
        value("deputy", Aspect.ACCOUNTABILITY, N),
        value("holder", Aspect.ACCOUNTABILITY, N),
    ),
    "unit": (
        *existence(N, N),
        always("name", Aspect.WORDING, W),
        always("level", Aspect.ACCOUNTABILITY, N),
        value("parent", Aspect.ACCOUNTABILITY, N),
        value("start", Aspect.ACCOUNTABILITY, N, "from"),
        value("end", Aspect.ACCOUNTABILITY, N, "until"),
        members("successor", Aspect.ACCOUNTABILITY, N, "successors"),
        value("body", Aspect.ACCOUNTABILITY, N),
        value("head", Aspect.ACCOUNTABILITY, N),
    ),
    "body": (
        *existence(N, N),
        always("name", Aspect.WORDING, W),
        value("kind", Aspect.ACCOUNTABILITY, N),
        value("superior", Aspect.ACCOUNTABILITY, N, "reports_to"),
        members("member", Aspect.ACCOUNTABILITY, N, "members"),
        value("task", Aspect.ACCOUNTABILITY, N),
        value("start", Aspect.ACCOUNTABILITY, N, "from"),
        value("end", Aspect.ACCOUNTABILITY, N, "until"),
    ),
    "decision": (
        *existence(P, N),
        always("title", Aspect.WORDING, W),
        always("body", Aspect.MANDATE, N),
        always("date", Aspect.MANDATE, N),
        value("section", Aspect.MANDATE, N),
        value("case-number", Aspect.MANDATE, N),
        value("kind", Aspect.MANDATE, N),
        value("presenter", Aspect.ACCOUNTABILITY, N),
        value("proposal", Aspect.MANDATE, N),
        value("text", Aspect.MANDATE, N),
        members("concern", Aspect.ALIGNMENT, N, "concerns"),
        value("previous", Aspect.MANDATE, N),
    ),
}


def _taxa() -> Iterator[Taxon]:
    yield Taxon("id-renamed", "entity", Aspect.IDENTITY, "renamed", W, "id-renamed")
    for area, rows in _ROWS.items():
        for one in (*rows, *(OWN.values() if area in KINDS else ())):
            stem = f"{area}-{one.name}-" if one.name else f"{area}-"
            for action, weight in one.weights.items():
                other = stem + mirror(action, one.weights)
                yield Taxon(stem + action, area, one.aspect, action, weight, other)


def _names() -> Iterator[tuple[str, tuple[str, str | None]]]:
    for area, rows in _ROWS.items():
        for one in rows:
            name = f"{area}-{one.name}" if one.name else area
            yield f"{area}.{one.field}", (name, None)
            yield from ((f"{area}.{part}", (name, action)) for part, action in one.parts.items())


TAXA: Mapping[str, Taxon] = {taxon.id: taxon for taxon in _taxa()}
FIELDS: Mapping[str, tuple[str, str | None]] = dict(_names())


def weight_of(change_id: str) -> Weight:
    """Give the weight of a change."""
    return TAXA[change_id].weight


def weakens(change_id: str) -> bool:
    """Tell whether a change takes back something that was promised."""
    return TAXA[change_id].weakening
