"""Changes as JSON, versioned; the schema is ``schemas/diff-1.json``."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from strategy_cli import __version__
from strategy_cli.changes import Change, Comparison, Weight, weight_of
from strategy_cli.finding import Finding
from strategy_cli.formats.changes.values_json import value
from strategy_cli.formats.changes.words import Words
from strategy_cli.messages import Messages
from strategy_cli.model.decision import Decision
from strategy_cli.reviewing import Approval, Entry, Group, Review
from strategy_cli.strategy import Strategy

VERSION = "1.1"

Json = dict[str, Any]


def report(review: Review, messages: Messages) -> str:
    """Write the versions, the counts, every shown change and all that stands by it; ids and keys stay English."""
    comparison = review.comparison
    words = Words.of(review, messages)
    data = {
        "format": "strategy-diff",
        "version": VERSION,
        "tool": __version__,
        "language": messages.language,
        "old": _side(comparison.old),
        "middle": review.middle and _side(review.middle),
        "new": _side(comparison.new),
        "counts": {weight.label: review.count(weight) for weight in reversed(Weight)},
        "counted": {weight.label: _counted(review, weight) for weight in reversed(Weight)},
        "unrecorded": len(review.unrecorded),
        "undecided": len(review.undecided),
        "hidden": sum(review.hidden),
        "hidden_by": review.hidden._asdict(),
        "attributed": review.attributed,
        "cut": review.cut,
        "diverged": review.diverged,
        "changes": [one for group in review.groups for one in _group(group, words)],
        "undone": [one for group in review.undone for one in _group(group, words)],
        **_beside(comparison),
        "remarks": [_finding(one, messages) for one in review.remarks],
        "left_out": {
            side: [_finding(one, messages) for one in found]
            for side, found in zip(("old", "new"), review.left_out, strict=True)
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def changes(comparison: Comparison, messages: Messages) -> list[Json]:
    """Give every change as plain data."""
    words = Words(comparison, messages)
    return [_change(change, words) for change in comparison.changes]


def _side(strategy: Strategy) -> Json:
    about = strategy.about
    made = strategy.decisions.get(about.decision or "")
    version = asdict(strategy.version)
    version["day"] = value(version["day"])
    decision = made and {"id": made.id, "body": made.body, "date": value(made.date), "section": made.section}
    return {**version, "title": value(about.title), "status": about.status, "decision": decision}


def _counted(review: Review, weight: Weight) -> Json:
    count, more = review.counted.get(weight, (0, 0))
    return {"changes": count, "following": more}


def _beside(comparison: Comparison) -> Json:
    """Give what stands beside the changes."""
    hints = [
        {"kind": one.old.kind, "old": one.old.id, "new": one.new.id, "likeness": f"{one.likeness:.2f}"}
        for one in comparison.hints
    ]
    return {
        "hints": hints,
        "layout": [one._asdict() for one in comparison.layout],
        "tallies": [one._asdict() for one in comparison.tallies],
        "kept": [one._asdict() for one in comparison.kept],
    }


def _group(group: Group, words: Words) -> Iterator[Json]:
    hanging = [str(ref) for ref in group.hanging]
    yield {**_entry(group.head, words), "cause": None, "hanging": hanging, "context": group.context}
    for entry in group.carried:
        yield {**_entry(entry, words), "cause": group.head.mark, "hanging": [], "context": False}


def _entry(entry: Entry, words: Words) -> Json:
    between = entry.between and {"by": entry.between.by, "value": value(entry.between.value, entry.change.field)}
    return {
        **_change(entry.change, words.about(entry)),
        "mark": entry.mark,
        "weakening": entry.weakening,
        "undecided": entry.undecided,
        "orphaned": bool(entry.change.args.get("orphaned")),
        "decisions": [_decision(one) for one in entry.decisions],
        "short": [{"decision": _decision(one.decision), "why": one.why} for one in entry.short],
        "commits": [{**one._asdict(), "day": value(one.day)} for one in entry.commits],
        "uncommitted": entry.uncommitted,
        "approval": entry.approval and _approval(entry.approval),
        "between": between,
    }


def _decision(made: Decision) -> Json:
    return {
        "id": made.id,
        "title": value(made.title),
        "body": made.body,
        "date": value(made.date),
        "section": made.section,
        "case_number": made.case_number,
    }


def _approval(approval: Approval) -> Json:
    told = {"reason": approval.reason, "who": approval.who, "until": value(approval.until)}
    return {**told, "place": asdict(approval.span)}


def _change(change: Change, words: Words) -> Json:
    return {
        "change": change.id,
        "weight": weight_of(change.id).label,
        "kind": change.subject.kind,
        "id": change.subject.id,
        "key": list(change.key),
        "before": value(change.before, change.field),
        "after": value(change.after, change.field),
        "old": change.spans[0] and asdict(change.spans[0]),
        "new": change.spans[1] and asdict(change.spans[1]),
        "message": words.sentence(change),
    }


def _finding(finding: Finding, messages: Messages) -> Json:
    told = {"message": messages.finding(finding), "help": messages.help(finding)}
    return {"rule": finding.rule, "place": asdict(finding.span), **told}
