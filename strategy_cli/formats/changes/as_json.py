"""Changes as JSON, versioned; the schema is ``schemas/diff-1.json``."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from strategy_cli import __version__
from strategy_cli.changes import Change, Comparison, Weight
from strategy_cli.finding import Finding
from strategy_cli.formats.changes import pieces_json
from strategy_cli.formats.changes.pieces_json import Json, value
from strategy_cli.formats.changes.words import Words
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Approval, Entry, Group, Review
from strategy_cli.strategy import Strategy

VERSION = "1.1"


def report(review: Review, messages: Messages) -> str:
    """Write the versions, the counts, every shown change and all that stands by it; ids and keys stay English."""
    comparison = review.comparison
    words = Words.of(review, messages)
    old, new = review.left_out
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
            "old": [_finding(one, messages) for one in old],
            "middle": [_finding(one, messages) for one in review.left_out_between],
            "new": [_finding(one, messages) for one in new],
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
        "decisions": [pieces_json.decision(one) for one in entry.decisions],
        "short": [{"decision": pieces_json.decision(one.decision), "why": one.why} for one in entry.short],
        "commits": [pieces_json.commit(one) for one in entry.commits],
        "uncommitted": entry.uncommitted,
        "approval": entry.approval and _approval(entry.approval),
        "between": between,
    }


def _approval(approval: Approval) -> Json:
    told = {"reason": approval.reason, "who": approval.who, "until": value(approval.until)}
    return {**told, "place": asdict(approval.span)}


def _change(change: Change, words: Words) -> Json:
    old, new = (span and asdict(span) for span in change.spans)
    return {**pieces_json.change(change), "old": old, "new": new, "message": words.sentence(change)}


def _finding(finding: Finding, messages: Messages) -> Json:
    told = {"message": messages.finding(finding), "help": messages.help(finding)}
    return {"rule": finding.rule, "place": asdict(finding.span), **told}
