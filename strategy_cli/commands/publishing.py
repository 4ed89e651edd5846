"""Publishing: how a report may name posts, and what is written beside it when it is for the public."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from strategy_cli.errors import StrategyError
from strategy_cli.formats.outputs import STDOUT, Output, write
from strategy_cli.messages import Messages
from strategy_cli.model.about import ReportSettings
from strategy_cli.people import People, people
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.publication import Publication, publication
from strategy_cli.views.reports import Report

if TYPE_CHECKING:
    from strategy_cli.changes import Comparison


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: the naming of posts, if any was, whether for the public, and whether of one post."""

    names: str | None
    public: bool
    of_a_post: bool


class Unnamed(Messages):
    """The words of a report that names no posts: what elsewhere is a person who answers is here a unit."""

    wording = "unnamed"

    def say(self, key: str, /, **args: object) -> str:
        """Say a sentence in its own wording for such reports, if it has one."""
        own = f"public.unnamed.{key}"
        return super().say(own if self.has(own) else key, **args)


def naming(wish: Wish, settings: ReportSettings) -> str:
    """Settle how posts are named; raises StrategyError when what was asked for cannot be.

    The public never gets more than roles, and a report of one post cannot be without posts.
    """
    if wish.public and wish.names == "full":
        raise StrategyError("public-names")
    names = wish.names or settings.names or "role"
    if names == "none" and wish.of_a_post:
        raise StrategyError("post-not-named")
    return "role" if wish.public and names == "full" else names


def holders(names: str, read: Source, strategy: Strategy) -> People:
    """Read who holds the posts, if they are to be named; raises StrategyError when that cannot be relied on."""
    return people(read, strategy) if names == "full" else People()


def beside(settings: ReportSettings, wanted: tuple[Output, ...]) -> Publication:
    """Settle what a public report says, and the folder of its open data: beside the page, else the first file."""
    files = sorted((o for o in wanted if o.file not in (None, STDOUT)), key=lambda output: output.format != "html")
    folder = f"{Path(str(files[0].file)).stem}-data" if files else None
    from strategy_cli.formats import open_data

    return publication(settings, folder, open_data.FILES)


def write_open_data(
    report: Report, comparison: "Comparison | None", messages: Messages, wanted: tuple[Output, ...]
) -> str | None:
    """Write the open data of a public report; gives its folder, None where there is none."""
    public = report.basis.publication
    if public is None or public.folder is None:
        return None
    from strategy_cli.formats import open_data  # few reports are for the public

    page = next(o.file for o in wanted if o.file and Path(o.file).stem + "-data" == public.folder)
    folder = Path(str(page)).parent / public.folder
    for name, text in open_data.files(report, comparison, messages).items():
        write(text, str(folder / name))
    return f"{folder}/"


def notes(report: Report, found: People, messages: Messages) -> Iterator[str]:
    """Say what whoever publishes must know."""
    basis = report.basis
    if not found.found:
        yield messages.say("public.no-people")
    for one in found.unknown:
        key = "public.unknown-person-near" if one.nearest else "public.unknown-person"
        yield messages.say(key, key=one.key, nearest=one.nearest or "")
    if basis.filters and not basis.scope:
        yield messages.say("public.nothing")
    if basis.publication and not (basis.publication.link or basis.publication.words):
        yield messages.say("public.no-statement")
