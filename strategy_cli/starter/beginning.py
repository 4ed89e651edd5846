"""Beginning: the files of a new strategy, small and valid, with comments that explain in the coordinator's language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.model.kinds import FOLDERS
from strategy_cli.source import MAIN_FILE
from strategy_cli.starter.installed import NAME
from strategy_cli.starter.scalar import scalar, text

DATA = "strategy_data"
FORGES: Mapping[str, Mapping[str, str]] = {
    "github": {".github/workflows/strategy.yml": "github.yml"},
    "gitlab": {".gitlab-ci.yml": "gitlab.yml"},
    "none": {},
}
_FILES = {
    f"{DATA}/{MAIN_FILE}": "strategy.yaml",
    f"{DATA}/goals/good-everyday-life.yaml": "goal.yaml",
    f"{DATA}/indicators/content-residents.yaml": "indicator.yaml",
    f"{DATA}/projects/library-opening-hours.yaml": "project.yaml",
    f"{DATA}/owners/posts.yaml": "owners.yaml",
    f"{DATA}/units/organisation.yaml": "units.yaml",
    f"{DATA}/bodies/bodies.yaml": "bodies.yaml",
    ".gitignore": "gitignore",
    ".pre-commit-config.yaml": "pre-commit.yaml",
    "README.md": "README.md",
}
_CITY = re.compile(r"\b(kaupunki|stad|staden|city)\b", re.IGNORECASE)
# The Local Government Act 410/2015, 15 §: a council's term begins on 1 June, every fourth year; so in 2025.
_FIRST_TERM, _TERM = 2025, 4


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new strategy is told: whose it is, its languages and time, what is asked of it, and where it is kept."""

    name: str
    languages: tuple[str, ...]
    title: str | None
    from_: date
    until: date
    law: str
    profile: str
    forge: str
    program: str = NAME  # what pip installs the program from, for those who check it elsewhere

    @property
    def spoken(self) -> str:
        """The language of comments: the first that the program knows."""
        return next((code for code in self.languages if code in LANGUAGES), "en")


def beginning(begun: Beginning) -> dict[PurePosixPath, str]:
    """Write the files, by their paths in the new folder."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "files"),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - YAML, whose values are written by scalar()
    )
    said = dict(_said(begun))
    files = {**_FILES, **FORGES[begun.forge]}
    return {PurePosixPath(path): templates.get_template(f"{name}.j2").render(said) for path, name in files.items()}


def council_term(on: date) -> tuple[date, date]:
    """Give the first and the last day of the council's term that a day is in (Local Government Act, 15 §)."""
    begun = on.year if (on.month, on.day) >= (6, 1) else on.year - 1
    first = begun - (begun - _FIRST_TERM) % _TERM
    return date(first, 6, 1), date(first + _TERM, 5, 31)


def period(on: date) -> tuple[date, date]:
    """Propose the time of a strategy: from this year to the end of the year in which the council's term ends."""
    return date(on.year, 1, 1), date(council_term(on)[1].year, 12, 31)


def _said(begun: Beginning) -> Iterator[tuple[str, object]]:
    messages = Messages(begun.spoken)
    names = {code: _title(begun, code) for code in begun.languages if code in LANGUAGES}
    yield "say", lambda key: messages.say(f"init.{key}")
    yield "comment", lambda key, indent=0: _comment(messages.say(f"init.{key}"), indent)
    yield "text", lambda key: _text(key, begun)
    yield "title", scalar(begun.title) if begun.title else text(names or {"en": _title(begun, "en")})
    yield "heading", re.sub(r"([\\`*_<\[])", r"\\\1", begun.title or _title(begun, begun.spoken))
    yield "municipality", text(dict.fromkeys(begun.languages, begun.name))  # to be put right where they differ
    yield "languages", begun.languages
    yield "from_", begun.from_
    yield "until", begun.until
    yield "term", council_term(begun.from_) if begun.law == "fi" else None
    yield "law", begun.law
    yield "profile", begun.profile
    yield "program", scalar(begun.program)
    yield "folders", [MAIN_FILE, *(f"{folder}/" for folder in FOLDERS if folder != "programmes")]


def _comment(words: str, indent: int) -> str:
    return re.sub(r"^", f"{' ' * indent}# ", words, flags=re.MULTILINE)


def _title(begun: Beginning, code: str) -> str:
    return Messages(code).say("init.title", name=begun.name, from_=str(begun.from_.year), until=str(begun.until.year))


def _text(key: str, begun: Beginning) -> str:
    """Write an example's words in every language of the strategy that the program knows."""
    codes = [code for code in begun.languages if code in LANGUAGES]
    if not codes:  # in a language that nobody here knows, the example stays in English, to be written over
        return scalar(_example(key, begun, "en"))
    return text({code: _example(key, begun, code) for code in codes})


def _example(key: str, begun: Beginning, code: str) -> str:
    """Say an example's words; of a city as cities do: ``Kaupunginhallitus`` where others have a ``Kunnanhallitus``."""
    messages = Messages(code)
    urban = f"init.{key}-city"
    return messages.say(urban if _CITY.search(begun.name) and messages.has(urban) else f"init.{key}")
