"""Open data: a public report's figures as CSV, a file a table, as JSON, and a data package that describes them."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from strategy_cli.changes import Comparison
from strategy_cli.formats import report_json
from strategy_cli.formats.controls import visible
from strategy_cli.formats.figures_json import share
from strategy_cli.formats.open_tables import Cell, Row, Table, Tables
from strategy_cli.messages import Messages
from strategy_cli.views.reports import Report

_OWNER = {"owner": "string", "owner_name": "string"}
_BODY = {"body": "string", "body_name": "string"}
_UNIT = {"unit": "string", "unit_name": "string"}
_TERM = {"from": "date", "until": "date"}
_CLASS = {"class": "string", "class_name": "string", "class_reason": "string"}
_PROJECT = {"project": "string", "project_name": "string"}
_EUROS = {"asked": "number", "granted": "number", "used": "number", "external": "number"}
_COUNTS = {"projects": "integer", "indicators": "integer", "joint_projects": "integer"}

# The columns of each table, in order, with their types, and the columns that name a row.
_COLUMNS: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "goals": (
        {"id": "string", "number": "string", "name": "string", "level": "string", "parent": "string"}
        | {"binding": "boolean"}
        | _OWNER
        | _BODY
        | _TERM
        | {"ended": "boolean", "roll_up": "string"}
        | _CLASS
        | {"judged": "boolean", "mean_progress": "number"},
        ("id",),
    ),
    "indicators": (
        {"id": "string", "name": "string", "goals": "string", "kind": "string", "type": "string", "unit": "string"}
        | _OWNER
        | {"source": "string", "source_url": "string", "progress": "number", "progress_reason": "string"}
        | {"reached": "boolean"}
        | _CLASS,
        ("id",),
    ),
    "values": (
        {"indicator": "string", "indicator_name": "string", "period": "string", "first_day": "date", "last_day": "date"}
        | {"value": "number", "value_in_words": "string", "kind": "string", "forecast_by": "string"}
        | {"preliminary": "boolean", "source": "string", "note": "string"},
        (),
    ),
    "projects": (
        {"id": "string", "name": "string", "goals": "string"}
        | _UNIT
        | _BODY
        | {"programme": "string", "programme_name": "string"}
        | _OWNER
        | {"phase": "string", "status": "string", "status_period": "string"}
        | _TERM,
        ("id",),
    ),
    "milestones": (_PROJECT | {"milestone": "string", "due": "date", "done": "date", "state": "string"}, ()),
    "money": (_PROJECT | {"year": "integer"} | _EUROS, ("project", "year")),
    "coverage": (
        {"goal": "string", "goal_name": "string", "sector": "string", "sector_name": "string"}
        | _COUNTS
        | {"owner": "boolean", "participates": "boolean"},
        ("goal", "sector"),
    ),
    "decisions": (
        {"id": "string", "title": "string", "date": "date"}
        | _BODY
        | {"section": "string", "case_number": "string", "kind": "string"},
        ("id",),
    ),
}
_REPORT, _PACKAGE = "report.json", "datapackage.json"
FILES = (*(f"{name}.csv" for name in _COLUMNS), _REPORT, _PACKAGE)

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LINK = re.compile(r"https?://\S+")
_LICENCE_ID = re.compile(r"[A-Za-z0-9.]+(?:[ -][A-Za-z0-9.]+)*")


def files(report: Report, comparison: Comparison | None, messages: Messages) -> dict[str, str]:
    """Make the files by name: only what the report's scope holds."""
    made = dict(tables(report, messages))
    written = {f"{name}.csv": to_csv(table) for name, table in made.items()}
    written[_REPORT] = report_json.report(report, comparison, messages)
    written[_PACKAGE] = _json(_package(report, made, messages))
    return written


def tables(report: Report, messages: Messages) -> Iterator[tuple[str, Table]]:
    """Lay out the tables by name."""
    made = Tables(report, messages)
    for name, (columns, key) in _COLUMNS.items():
        rows: Iterator[Row] = getattr(made, name)()
        yield name, Table(columns, key, tuple(rows))


def to_csv(table: Table) -> str:
    """Write a table as RFC 4180 says: a row of heads, commas, CRLF; dates ISO, decimals with a point."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Fraction):
        return share(value)
    if isinstance(value, date):
        return value.isoformat()
    return _inert(value) if isinstance(value, str) else str(value)


def _inert(words: str) -> str:
    """Keep a spreadsheet from running a text as a formula."""
    shown = visible(words)
    return f"'{shown}" if shown.lstrip(" \u00a0").startswith(_FORMULA) else shown


def _package(report: Report, made: dict[str, Table], messages: Messages) -> dict[str, Any]:
    """Describe the tables as a Frictionless tabular data package."""
    title = messages.write(report.basis.strategy.about.title)
    return {
        "profile": "tabular-data-package",
        "name": f"strategy-{report.kind.name}-{report.basis.on}",
        "title": f"{title}: {messages.say(f'report.titles.{report.kind.name}')} {report.basis.on}",
        **_licences(report, messages),
        "resources": [_resource(name, table, messages) for name, table in made.items()],
    }


def _resource(name: str, table: Table, messages: Messages) -> dict[str, Any]:
    fields = [{"name": column, "type": kind} for column, kind in table.columns.items()]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "title": messages.say(f"public.files.{name}.csv"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, **({"primaryKey": list(table.key)} if table.key else {})},
    }


def _licences(report: Report, messages: Messages) -> dict[str, Any]:
    licence = report.basis.publication and report.basis.publication.licence
    if not licence:
        return {}
    words = messages.write(licence)
    if _LINK.fullmatch(words):
        return {"licenses": [{"path": words}]}
    if _LICENCE_ID.fullmatch(words):  # the Open Definition writes CC BY 4.0 as CC-BY-4.0
        return {"licenses": [{"name": words.replace(" ", "-"), "title": words}]}
    return {"description": words}


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
