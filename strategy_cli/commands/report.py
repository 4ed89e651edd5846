"""Report: how the strategy stands on a day, for one reader or another, as HTML, Markdown or JSON."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from strategy_cli import headline, loading, rules, source
from strategy_cli.blame import history_of
from strategy_cli.checking import suppress
from strategy_cli.commands import filing, publishing
from strategy_cli.commands.publishing import Wish
from strategy_cli.commands.versions import readable, whole
from strategy_cli.config import settings
from strategy_cli.finding import Level
from strategy_cli.formats.outputs import Output, outputs
from strategy_cli.loading import Loaded
from strategy_cli.measuring.scope import Filters, check
from strategy_cli.messages import Messages
from strategy_cli.people import People
from strategy_cli.render import Renderer, look
from strategy_cli.render.look import PLAIN, Look
from strategy_cli.rules.links.known import is_of_the_past
from strategy_cli.source import Source
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import REPORTS, Report, made, subject_of, year_of

if TYPE_CHECKING:
    from strategy_cli.changes import Comparison

# What compares, and what only some formats need, loads where it is used.

FORMATS = ("html", "md", "json")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line."""

    kind: str
    subject: str | None
    year: int | None
    filters: Filters
    names: str | None
    public: bool
    data: Path | None
    revision: str | None
    since: str | None
    on: date
    language: str | None
    formats: Sequence[str]
    folder: Path


def filters(*sorts: Iterable[str] | None) -> Filters:
    """Gather what to show, by sort: goals, bodies, units, programmes, owners, themes and choices by a field."""
    return Filters(*(tuple(ids or ()) for ids in sorts))


def report(options: Options) -> int:
    """Write a report; 1 when the strategy has faults that may leave facts out of it, else 0."""
    wanted = outputs(options.formats, FORMATS, (Output("html"), Output("md")))
    root = source.find_root(options.data)
    read = _read(root, options)
    loaded = loading.load(read)
    messages = Messages(options.language or loaded.strategy.about.languages[0])
    names = _naming(loaded, options)
    people = publishing.holders(names, read, loaded.strategy)
    messages = publishing.Unnamed(messages.language) if names == "none" else messages
    basis = replace(_basis(loaded, options, names, people), faults=_faults(loaded, read, options.on))
    basis = replace(basis, history=history_of(root, read))
    wanted = tuple(one._replace(file=one.file or _file(options, basis, one.format)) for one in wanted)
    if options.public:
        basis = replace(basis, publication=publishing.beside(loaded.strategy.about.report, wanted))
    report = made(options.kind, basis)
    comparison = _since(options.since, root, report.basis)
    _write(report, comparison, messages, wanted, look.read(read, report.head.accent))
    for note in (*_notes(report, messages), *publishing.notes(report, people, messages)):
        sys.stderr.write(f"{note}\n")
    return int(report.basis.faults > 0)


def _write(
    report: Report, comparison: "Comparison | None", messages: Messages, wanted: tuple[Output, ...], own: Look
) -> None:
    """Write the report in every format that is wanted and say where it went, and what must be known of its look."""
    names = filing.written(
        wanted, lambda output: formatted(output.format, report, comparison, messages, own), told=FORMATS
    )
    if folder := publishing.write_open_data(report, comparison, messages, wanted):
        names.write(f"{folder}\n")
    for note in own.notes:
        sys.stderr.write(f"{messages.say(note.key, **note.args)}\n")


def _naming(loaded: Loaded, options: Options) -> str:
    of_a_post = REPORTS[options.kind].about == "owner" or bool(options.filters.owners)
    return publishing.naming(Wish(options.names, options.public, of_a_post), loaded.strategy.about.report)


def _basis(loaded: Loaded, options: Options, names: str, people: People) -> Basis:
    kind = REPORTS[options.kind]
    check(loaded.strategy, options.filters)
    return Basis(
        loaded.strategy,
        options.on,
        filters=options.filters,
        names=names,
        people=people.names,
        subject=subject_of(kind, options.subject, loaded.strategy),
        year=year_of(kind, options.year, options.on, loaded.strategy.about.period),
    )


def _file(options: Options, basis: Basis, form: str) -> str:
    """Name a file by the kind, what it is about, its year and the day, and by what else would make another of it."""
    year = basis.year if REPORTS[options.kind].dated else None
    public = "public" if options.public else None
    language = options.language if options.language != basis.strategy.about.languages[0] else None
    stem = filing.stem(options.kind, basis.subject, year, basis.on, public, language)
    return str(options.folder / f"{stem}.{form}")


def _read(root: Path, options: Options) -> Source:
    """Read the revision asked for, else the folder: whole, if it is to be compared."""
    if options.revision is not None:
        return source.from_revision(root, options.revision)
    return source.from_folder(root) if options.since is None else whole(root)


def _faults(loaded: Loaded, read: Source, on: date) -> int:
    """Count what a check for the least that is asked would call errors: links to nothing and circles too.

    What breaks a rule of the city's own is in the report all the same.
    """
    chosen = settings(loaded.strategy.about, profile="minimum")
    found = [f for f in rules.check(loaded.strategy, chosen, on) if not is_of_the_past(f, loaded.strategy, read)]
    told = suppress.told(loaded.strategy, loaded.findings, found, chosen)
    return sum(one.level is Level.ERROR and one.finding.own is None for one in told)


def _notes(report: Report, messages: Messages) -> Iterator[str]:
    """Say what the reader of the command line must know of the report."""
    if report.basis.faults:
        yield messages.say("report.faults", count=report.basis.faults, day=report.basis.on.isoformat())
    accent = report.basis.strategy.about.report.accent
    if accent is not None and report.head.accent is None:
        yield messages.say("report.accent", accent=accent)


def _since(revision: str | None, root: Path, basis: Basis) -> "Comparison | None":
    """Compare with an earlier revision, if one was asked for; raises StrategyError when it cannot be read."""
    if revision is None:
        return None
    from strategy_cli.changes import compared
    from strategy_cli.views.frame.tellable import told

    return told(compared(readable(source.from_revision(root, revision)), basis.strategy), basis)


def formatted(name: str, report: Report, comparison: "Comparison | None", messages: Messages, own: Look = PLAIN) -> str:
    """Write the report in one of the formats, in the city's own look."""
    if name == "json":
        from strategy_cli.formats import report_json

        return report_json.report(report, comparison, messages)
    context = {
        "head": report.head,
        "view": report.view,
        "changes": _changes(comparison, messages),
        "sentences": headline.sentences(report.head.result, messages),
        "version": headline.version(report.head.provenance, messages),
    }
    return Renderer(name, messages, own).render(report.kind.name, **context)


def _changes(comparison: "Comparison | None", messages: Messages) -> object:
    if comparison is None:
        return None
    from strategy_cli.formats.changes.since import since

    return since(comparison, messages)
