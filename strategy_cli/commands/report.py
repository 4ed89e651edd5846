"""Report: how the strategy stands on a day, as HTML, Markdown or JSON."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from strategy_cli import headline, loading, source
from strategy_cli.changes import Comparison, compared
from strategy_cli.commands.versions import readable
from strategy_cli.finding import Level
from strategy_cli.formats import report_json
from strategy_cli.formats.outputs import STDOUT, Output, outputs, write
from strategy_cli.messages import Messages
from strategy_cli.render import Renderer
from strategy_cli.rules import RULES
from strategy_cli.strategy import Strategy
from strategy_cli.views.progress import ProgressReport, progress_report

FORMATS = ("html", "md", "json")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line."""

    data: Path | None
    revision: str | None
    since: str | None
    on: date
    language: str | None
    formats: Sequence[str]
    folder: Path


def report(options: Options) -> int:
    """Write the progress report; 1 when the strategy has faults that may leave facts out of it, else 0."""
    wanted = outputs(options.formats, FORMATS, (Output("html"), Output("md")))
    root = source.find_root(options.data)
    read = source.from_revision(root, options.revision) if options.revision else source.from_folder(root)
    loaded = loading.load(read)
    strategy = loaded.strategy
    messages = Messages(options.language or strategy.about.languages[0])
    faults = sum(RULES[f.rule].level is Level.ERROR for f in loaded.findings)
    view = progress_report(strategy, options.on, faults)
    comparison = _since(options.since, root, strategy)
    for output in wanted:
        file = output.file or str(options.folder / f"progress-{options.on}.{output.format}")
        write(formatted(output.format, view, comparison, messages), file)
        if file != STDOUT:
            sys.stdout.write(f"{file}\n")
    if faults:
        sys.stderr.write(messages.say("report.faults", count=faults) + "\n")
    return int(faults > 0)


def _since(revision: str | None, root: Path, strategy: Strategy) -> Comparison | None:
    """Compare with an earlier revision, if one was asked for; raises StrategyError when it cannot be read."""
    if revision is None:
        return None
    return compared(readable(source.from_revision(root, revision)), strategy)


def formatted(name: str, view: ProgressReport, comparison: Comparison | None, messages: Messages) -> str:
    """Write the report in one of the formats."""
    if name == "json":
        return report_json.progress(view, comparison, messages)
    context = {
        "view": view,
        "changes": headline.changes(comparison, messages) if comparison else None,
        "sentences": headline.sentences(view, messages),
        "provenance": headline.provenance(view.provenance, messages),
    }
    return Renderer(name, messages).render("progress", **context)
