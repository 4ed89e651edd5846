"""Findings as SARIF 2.1.0, for code scanning: results with their rules, places, fingerprints and suppressions."""

import json
from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import quote

from strategy_cli import __version__
from strategy_cli.checking.checked import Checked
from strategy_cli.checking.suppress import Told
from strategy_cli.finding import Edit, Finding
from strategy_cli.formats.controls import flat
from strategy_cli.formats.sarif_rules import LEVELS, Object, described
from strategy_cli.messages import Messages
from strategy_cli.span import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def report(checked: Checked, messages: Messages) -> str:
    """Write one run: what is told, what a comment ignores (suppressed, why) and what the baseline knows (unchanged)."""
    results = [*_told(checked, messages), *_ignored(checked, messages)]
    every = (*checked.told, *checked.known, *(one.told for one in checked.ignored))
    rules = {one.finding.rule: described(one.finding, messages) for one in every}
    places = {name: place for place, name in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "strategy", "version": __version__, "rules": [*rules.values()]}},
        "automationDetails": {"id": "strategy-lint/"},
        "language": messages.language,
        "columnKind": "unicodeCodePoints",
        "results": [{**result, "ruleIndex": places[str(result["ruleId"])]} for result in results],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _told(checked: Checked, messages: Messages) -> Iterator[Object]:
    known = set(map(id, checked.known))
    for mark, one in checked.all_marked():
        state = {} if checked.gone is None else {"baselineState": "unchanged" if id(one) in known else "new"}
        yield {**_result(one, messages), "partialFingerprints": {"strategy/v1": mark}, **state}


def _ignored(checked: Checked, messages: Messages) -> Iterator[Object]:
    state = {} if checked.gone is None else {"baselineState": "unchanged"}
    for one in checked.ignored:
        suppression = {"kind": "inSource", **({"justification": flat(one.reason)} if one.reason else {})}
        yield {**_result(one.told, messages), "suppressions": [suppression], **state}


def _result(one: Told, messages: Messages) -> Object:
    """Write a result; what a message quotes must not become a link, as ``[words](address)`` would."""
    finding = one.finding
    said = " ".join(filter(None, (messages.finding(finding), messages.help(finding))))
    edit = finding.edit if finding.edit and finding.edit.sure else None
    return {
        "ruleId": finding.rule,
        "level": LEVELS[one.level],
        "message": {"text": flat(said).replace("](", "] (")},
        "locations": [_location(finding)],
        **({"fixes": [_fix(edit)]} if edit else {}),
    }


def _location(finding: Finding) -> Object:
    place: Object = {"physicalLocation": {"artifactLocation": _file(finding.span), "region": _region(finding.span)}}
    if finding.subject:
        place["logicalLocations"] = [{"name": finding.subject.id, "fullyQualifiedName": str(finding.subject)}]
    return place


def _fix(edit: Edit) -> Object:
    replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
    return {"artifactChanges": [{"artifactLocation": _file(edit.span), "replacements": [replacement]}]}


def _file(span: Span) -> Object:
    path = PurePath(span.path)
    return {"uri": path.as_uri() if path.is_absolute() else quote(span.path.encode("utf-8", "replace"))}


def _region(span: Span) -> Object:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
