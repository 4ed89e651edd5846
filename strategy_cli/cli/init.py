"""The init command's options, and its questions."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from strategy_cli.cli.asking import ask, can_ask, first_language
from strategy_cli.cli.options import Profile, day, folder, given

if TYPE_CHECKING:
    from strategy_cli.starter.beginning import Beginning

_SEVERAL = "May be repeated; the first is the main one."


class Law(StrEnum):
    """The laws that can be followed."""

    FI = "fi"
    NONE = "none"


class Forge(StrEnum):
    """Where the files are kept, and changes are checked."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


Where = Annotated[Path, typer.Argument(metavar="[FOLDER]", parser=folder, help="The folder; made if it is not there.")]
Name = Annotated[str | None, typer.Option("--name", parser=given, help="Name of the municipality.")]
Languages = Annotated[
    list[str] | None, typer.Option("--language", metavar="CODE", help=f"Language of the texts. {_SEVERAL}")
]
Title = Annotated[str | None, typer.Option("--title", parser=given, help="Title of the strategy.")]
From = Annotated[
    date | None, typer.Option("--from", parser=day, metavar="DATE", help="First day [default: of this year].")
]
Until = Annotated[
    date | None,
    typer.Option("--until", parser=day, metavar="DATE", help="Last day [default: of the council term's year]."),
]
LawOption = Annotated[Law, typer.Option("--law", help="The Local Government Act to check by.")]
Ladder = Annotated[Profile, typer.Option("--profile", help="How much is asked.")]
Ci = Annotated[Forge | None, typer.Option("--ci", help="Check every change there [default: none].")]
Program = Annotated[
    str | None,
    typer.Option("--program", parser=given, help="What pip installs there [default: as here, if others can too]."),
]
Git = Annotated[bool, typer.Option("--git", help="Make it a git repository.")]
Keep = Annotated[bool, typer.Option("--keep", help="Leave files that are there already as they are.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing; take the defaults.")]


def init(
    where: Where = Path(),
    name: Name = None,
    languages: Languages = None,
    title: Title = None,
    from_: From = None,
    until: Until = None,
    law: LawOption = Law.FI,
    profile: Ladder = Profile.MINIMUM,
    ci: Ci = None,
    program: Program = None,
    *,
    git: Git = False,
    keep: Keep = False,
    yes: Yes = False,
) -> int:
    """Make a small valid strategy to begin from.

    With comments that explain, editor settings and files for continuous integration. Asks what is left out.
    """
    from strategy_cli.commands import init as command
    from strategy_cli.starter.beginning import Beginning, period
    from strategy_cli.starter.installed import NAME, requirement

    told: dict[str, Any] = {"language": ",".join(languages or ()), "name": name, "title": title}
    told |= {"from": from_ and str(from_), "until": until and str(until), "ci": ci and ci.value}
    from_default, until_default = map(str, period(from_ or date.today()))
    defaults = {"language": first_language(), "from": from_default, "until": until_default, "ci": "none"}
    if can_ask(yes=yes):
        _asked(told, defaults)
    known = {key: told.get(key) or defaults.get(key) or "" for key in told}
    begun = Beginning(
        name=known["name"],
        languages=tuple(dict.fromkeys(code.strip() for code in known["language"].split(","))),
        title=known["title"] or None,
        from_=day(known["from"]),
        until=day(known["until"]),
        law=law.value,
        profile=profile.value,
        forge=known["ci"],
        program=(source := program or requirement()) or NAME,
    )
    command.init(command.Options(begun, where, keep, git))
    return _finished(where, begun, unsettled=source is None)


def _finished(where: Path, begun: "Beginning", *, unsettled: bool) -> int:
    """Check what was made as anybody would, and tell what comes next."""
    from strategy_cli.cli.lint import lint
    from strategy_cli.cli.options import Language
    from strategy_cli.commands.init import steps
    from strategy_cli.starter.beginning import DATA

    found = lint(data=where / DATA, lang=Language(begun.spoken))
    steps(where, begun, unsettled=unsettled)
    return found


def _asked(told: dict[str, Any], defaults: dict[str, str]) -> None:
    """Ask for what was not said, in the first language once that is known."""
    from strategy_cli.messages import LANGUAGES, Messages
    from strategy_cli.model.fields import LANGUAGE
    from strategy_cli.nearest import as_date

    messages = Messages(told["language"].partition(",")[0] or defaults["language"])

    def unknown_language(answer: str) -> str | None:
        codes = [code.strip() for code in answer.split(",")]
        return None if all(map(LANGUAGE.fullmatch, codes)) else messages.say("init.not-a-language")

    def no_date(answer: str) -> str | None:
        try:
            day(as_date(answer) or answer)
        except typer.BadParameter:
            return messages.say("init.not-a-date")
        return None

    def no_forge(answer: str) -> str | None:
        fits = answer in list(Forge)
        return None if fits else messages.say("init.choose", choices=", ".join(Forge))

    if not told["language"]:
        told["language"] = ask(messages.say("init.ask.language"), defaults["language"], unknown_language)
    first = told["language"].partition(",")[0].strip()
    messages = Messages(first if first in LANGUAGES else "en")
    checks = {"name": None, "from": no_date, "until": no_date, "ci": no_forge}
    for key, problem in checks.items():
        if not told[key]:
            answer = ask(messages.say(f"init.ask.{key}"), defaults.get(key), problem)
            told[key] = as_date(answer) or answer if problem is no_date else answer
