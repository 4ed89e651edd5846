"""Report: how the strategy stands on a day, for one reader or another, as HTML, Markdown or JSON."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from strategy_cli import headline, loading, rules, source, suppress
from strategy_cli.changes import Comparison, compared
from strategy_cli.commands.versions import readable, whole
from strategy_cli.config import settings
from strategy_cli.finding import Level
from strategy_cli.formats import report_json
from strategy_cli.formats.outputs import STDOUT, Output, outputs, write
from strategy_cli.loading import Loaded
from strategy_cli.messages import Messages
from strategy_cli.render import Renderer
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy
from strategy_cli.views.basis import Basis
from strategy_cli.views.reports import REPORTS, Report, made, subject_of
from strategy_cli.views.scope import Filters

FORMATS = ("html", "md", "json")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line."""

    kind: str
    subject: str | None
    year: int | None
    filters: Filters
    names: str | None
    data: Path | None
    revision: str | None
    since: str | None
    on: date
    language: str | None
    formats: Sequence[str]
    folder: Path


def report(options: Options) -> int:
    """Write a report; 1 when the strategy has faults that may leave facts out of it, else 0."""
    wanted = outputs(options.formats, FORMATS, (Output("html"), Output("md")))
    root = source.find_root(options.data)
    read = _read(root, options)
    loaded = loading.load(read)
    messages = Messages(options.language or loaded.strategy.about.languages[0])
    report = made(options.kind, _basis(loaded, options))
    comparison = _since(options.since, root, loaded.strategy)
    names = sys.stderr if any(output.file == STDOUT for output in wanted) else sys.stdout
    for output in wanted:
        file = output.file or str(options.folder / f"{_stem(report)}.{output.format}")
        write(formatted(output.format, report, comparison, messages), file)
        if file != STDOUT:
            names.write(f"{file}\n")
    for note in _notes(report, messages):
        sys.stderr.write(f"{note}\n")
    return int(report.basis.faults > 0)


def _basis(loaded: Loaded, options: Options) -> Basis:
    kind = REPORTS[options.kind]
    return Basis(
        loaded.strategy,
        options.on,
        faults=_faults(loaded, options.on),
        filters=options.filters,
        names=options.names or "role",
        subject=subject_of(kind, options.subject, loaded.strategy),
        year=options.year or kind.year(options.on),
    )


def _stem(report: Report) -> str:
    """Name the file by the kind, what it is about, its year and the day."""
    about = report.basis.subject, report.head.year
    return "-".join(str(part) for part in (report.kind.name, *about, report.basis.on) if part)


def _read(root: Path, options: Options) -> Source:
    """Read the revision asked for, else the folder: whole, if it is to be compared."""
    if options.revision is not None:
        return source.from_revision(root, options.revision)
    return source.from_folder(root) if options.since is None else whole(root)


def _faults(loaded: Loaded, on: date) -> int:
    """Count what a check for the least that is asked would call errors: links to nothing and circles too."""
    chosen = settings(loaded.strategy.about, profile="minimum")
    found = rules.check(loaded.strategy, chosen, on)
    return sum(one.level is Level.ERROR for one in suppress.told(loaded.strategy, loaded.findings, found, chosen))


def _notes(report: Report, messages: Messages) -> Iterator[str]:
    """Say what the reader of the command line must know of the report."""
    if report.basis.faults:
        yield messages.say("report.faults", count=report.basis.faults)
    accent = report.basis.strategy.about.report.accent
    if accent is not None and report.head.accent is None:
        yield messages.say("report.accent", accent=accent)


def _since(revision: str | None, root: Path, strategy: Strategy) -> Comparison | None:
    """Compare with an earlier revision, if one was asked for; raises StrategyError when it cannot be read."""
    if revision is None:
        return None
    return compared(readable(source.from_revision(root, revision)), strategy)


def formatted(name: str, report: Report, comparison: Comparison | None, messages: Messages) -> str:
    """Write the report in one of the formats."""
    if name == "json":
        return report_json.report(report, comparison, messages)
    context = {
        "head": report.head,
        "view": report.view,
        "changes": headline.changes(comparison, messages) if comparison else None,
        "sentences": headline.sentences(report.head.result, messages),
        "version": headline.version(report.head.provenance, messages),
    }
    return Renderer(name, messages).render(report.kind.name, **context)
