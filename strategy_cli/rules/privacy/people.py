"""People: ``people.yaml`` can be read, is of posts that exist, and stays out of git."""

from collections.abc import Iterator

from strategy_cli import git
from strategy_cli.document import parse
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding, Level
from strategy_cli.loading.loader import PEOPLE_FILE
from strategy_cli.people import people
from strategy_cli.rules.registry import rule
from strategy_cli.source import Source
from strategy_cli.span import Span, whole_file
from strategy_cli.strategy import Strategy


@rule(Level.ERROR)
def people_file_faulty(strategy: Strategy, source: Source) -> Iterator[Finding]:
    """The file of persons cannot be relied on.

    A report that names who holds the posts would name nobody, or the wrong one.

    Bad:
        people.yaml:
            library-director: Eero Esimerkki
            library-director: Essi Esimerkki  # here

    Good:
        people.yaml:
            library-director: Eero Esimerkki
    """
    if PEOPLE_FILE in source.files:
        try:
            people(source, strategy)
        except StrategyError as error:
            yield _faulty(error)


@rule(Level.WARNING)
def unknown_person_key(strategy: Strategy, source: Source) -> Iterator[Finding]:
    """A key of the file of persons is neither a post nor what a post names as its holder.

    The name would be shown beside no post, and stay in the file after its holder has left.

    Bad:
        people.yaml: {library-directr: Eero Esimerkki}

    Good:
        people.yaml: {library-director: Eero Esimerkki}
    """
    if PEOPLE_FILE not in source.files:
        return
    try:
        found = people(source, strategy)
    except StrategyError:  # told by people-file-faulty
        return
    document = parse(source.shown(PEOPLE_FILE), source.files[PEOPLE_FILE])
    for one in found.unknown:
        args = {"id": one.key, "nearest": one.nearest}
        span = document.span((one.key,), on_key=True)
        yield Finding("unknown-person-key", span, args=args, problem="near" if one.nearest else None)


@rule(Level.ERROR)
def people_in_git(strategy: Strategy, source: Source) -> Iterator[Finding]:  # noqa: ARG001 - a rule is of a strategy
    """The private file of persons is kept in git.

    What git has once had, every copy of the repository keeps (General Data Protection Regulation 2016/679, articles
    5 and 17); the file belongs in ``.gitignore``.
    """
    if PEOPLE_FILE in source.files and _in_git(source):
        yield Finding("people-in-git", whole_file(source.shown(PEOPLE_FILE)), args={"file": PEOPLE_FILE})


def _in_git(source: Source) -> bool:
    """Tell whether git has the file: surely when it was read from a revision."""
    if source.folder is None:
        return True
    repository = git.repository_of(source.folder)
    return repository is not None and git.tracks(repository, source.folder / PEOPLE_FILE)


def _faulty(error: StrategyError) -> Finding:
    place, fault = error.message_args.get("place"), error.message_args.get("message")
    span = place if isinstance(place, Span) else whole_file(PEOPLE_FILE)
    return Finding("people-file-faulty", span, args={"why": fault}, problem="unreadable" if fault else None)
