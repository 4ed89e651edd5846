"""Diff: compare two versions of a strategy and tell what changed in meaning, gravest first."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_cli.accepted import Accepted, accepted, understood
from strategy_cli.changes import Weight, compared
from strategy_cli.commands import changed, filing, kinds, passing
from strategy_cli.commands.sides import sides
from strategy_cli.commands.versions import Side
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding
from strategy_cli.formats.changes import text
from strategy_cli.formats.controls import visible
from strategy_cli.messages import Messages
from strategy_cli.model.about import About
from strategy_cli.reviewing import Review
from strategy_cli.reviewing.chosen import Choice
from strategy_cli.reviewing.commits import attribution
from strategy_cli.reviewing.reviewed import Beside, Wanted, reviewed
from strategy_cli.source import ACCEPTED_FILE
from strategy_cli.terminal import Terminal, flowed

_INDENT = "  "  # of what a line goes on with on a screen


class Gate(NamedTuple):
    """What makes a comparison fail, and the file of accepted differences when it is not that of the new version."""

    fail_on: str | None
    require_decision: bool
    accepted: Path | None


class Options(NamedTuple):
    """What was asked for on the command line.

    ``names`` are the versions, oldest first: a base if there is one, the old one, and the new one, which is None for
    the folder as it is.
    """

    names: tuple[str | None, ...]
    data: Path | None
    wanted: Wanted
    gate: Gate
    lenient: bool
    language: str | None
    formats: Sequence[str]
    terminal: Terminal


def wanted(weight: str, whole: bool, on: date, words: Iterable[str] | None, *sorts: Iterable[str] | None) -> Wanted:  # noqa: FBT001 - as it is given
    """Gather what to show: kinds of thing by what they are called in any language, goals, units, posts and bodies."""
    chosen = tuple(kinds.called(word, (About.kind,)) for word in words or ())
    choice = Choice(chosen, *(tuple(ids or ()) for ids in sorts))
    return Wanted(Weight[weight.upper()], whole, choice, on)


def diff(options: Options) -> int:
    """Compare the versions; 1 when there is a change to fail on, or a weakening that must be decided, else 0."""
    gate, on = options.gate, options.wanted.on or date.today()
    if options.lenient and gate.require_decision:
        raise StrategyError("lenient-decision")
    asked = filing.asked(options.formats, changed.FORMATS)
    read = sides(options.names, options.data, lenient=options.lenient)
    new = read[-1]
    messages = Messages(options.language or new.strategy.about.languages[0])
    review = _review(options, read)
    changed.written(changed.named(asked, new, on, messages.language), review, messages, options.terminal, new)
    for line in _said(review, messages, options):
        sys.stderr.write(f"{flowed(line, sys.stderr, _INDENT)}\n")
    fails = passing.fails(review, gate.fail_on)
    if not gate.require_decision:
        return int(fails)
    file = str(gate.accepted) if gate.accepted else new.source.shown(ACCEPTED_FILE)
    return int(passing.undecided(review, file, messages) or fails)


def _review(options: Options, read: Sequence[Side]) -> Review:
    old, *middle, new = read
    beside = Beside(
        _accepted(options.gate.accepted, new),
        attribution(old.source, new.source),
        middle[0].strategy if middle else None,
    )
    review = reviewed(compared(old.strategy, new.strategy), options.wanted, beside)
    return replace(
        review,
        left_out=(old.left_out, new.left_out),
        left_out_between=middle[0].left_out if middle else (),
        remarks=tuple(_remarks(review, options.gate)),
    )


def _accepted(file: Path | None, new: Side) -> Accepted:
    """Read the accepted differences: those of the new version, else of the file that was named."""
    if file is None:
        return accepted(new.source, new.strategy)
    try:
        return understood(file.as_posix(), file.read_bytes(), new.strategy)
    except OSError as error:
        raise StrategyError("no-accepted", file=str(file), reason=error) from None


def _remarks(review: Review, gate: Gate) -> Iterator[Finding]:
    """Leave out that an approval is idle where nobody asks for approvals: each comparison has changes of its own."""
    strict = gate.require_decision or gate.accepted is not None
    marks = {entry.mark for entry in review.selected}
    for one in review.remarks:
        if strict or one.rule != "accepted-idle" or one.args["mark"] in marks:
            yield one


def _said(review: Review, messages: Messages, options: Options) -> Iterator[str]:
    """Say beside the output which versions were compared, what is to be known, and how many changes there are."""
    if not options.terminal.grouped:
        yield text.header(review, messages).rstrip("\n")
    yield from text.left_out(review, messages)
    for one in review.remarks:
        yield visible(f"{one.span}: {messages.finding(one)} {messages.help(one) or ''}".rstrip())
    yield text.summary(review, messages)
    only_the_folder = options.names == ("HEAD", None) and not review.comparison.changes
    if options.gate.require_decision and only_the_folder:
        yield messages.say("gate.nothing")
