"""Messages: a message's id and named arguments → words in the reader's language."""

import errno
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import cast

from strategy_cli import periods
from strategy_cli.document import Data, parse
from strategy_cli.finding import Finding
from strategy_cli.model.period import Period
from strategy_cli.model.text import Text

LANGUAGES = ("fi", "sv", "en")
_RULES = "rules"
_BY_FAMILY = {_RULES, "manuals"}  # a folder with a file for each family of rules
_REASONS = {
    errno.ENOENT: "missing",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "no-folder",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.ENOSPC: "full",
}
_PLACE = re.compile(r"\{(\w+)\}")


class Messages:
    """The words of one output language; ids and keys stay English.

    ``wording`` names a way of its own to say some of them.
    """

    wording = "ordinary"

    def __init__(self, language: str) -> None:
        """Settle on ``language``; its words are read when first needed."""
        self.language = language if language in LANGUAGES else "en"

    def say(self, key: str, /, **args: object) -> str:
        """Make the sentence ``key`` with its arguments written in the language; raises KeyError if there is none."""
        template = _block(self.language, _file_of(key))[key]
        return template.format_map({name: self.write(value) for name, value in args.items()}) if args else template

    def has(self, key: str) -> bool:
        """Tell whether there is such a message."""
        return key in _block(self.language, _file_of(key))

    def finding(self, finding: Finding) -> str:
        """Say what is wrong."""
        if finding.own:
            return self._filled(finding.own.message, finding.args)
        return self.say(_key(finding, "message"), **finding.args)

    def help(self, finding: Finding) -> str | None:
        """Say what to write instead; None where the finding itself says it all."""
        if finding.own:
            return self._filled(finding.own.help, finding.args) if finding.own.help else None
        key = _key(finding, "help")
        return self.say(key, **finding.args) if self.has(key) else None

    def write(self, value: object) -> str:
        """Write one argument: texts in the language, days and numbers as Finns do, several with commas."""
        if isinstance(value, str):
            return value
        if isinstance(value, Text):
            return value.pick(self.language)[0]
        if isinstance(value, date | Decimal):
            return self._figure(value)
        if isinstance(value, Period):
            return self._period(value)
        if isinstance(value, tuple | list):
            return ", ".join(self.write(item) for item in value)
        if isinstance(value, Finding):
            return self.finding(value)
        return self._reason(value) if isinstance(value, OSError) else str(value)

    def _reason(self, error: OSError) -> str:
        """Say why the system did not read or write a file; what is rare in the system's own words."""
        key = _REASONS.get(error.errno or 0)
        return self.say(f"system.{key}") if key else error.strerror or str(error)

    def _filled(self, text: object, args: Mapping[str, object]) -> str:
        """Say a text of the city's own, with its language behind it when that is not the reader's."""
        words, language = text.pick(self.language) if isinstance(text, Text) else (str(text), self.language)
        words = _PLACE.sub(lambda place: self.write(args.get(place[1], place[0])), words)
        return words if language == self.language else f"{words} ({language})"

    def _period(self, value: Period) -> str:
        if found := periods.message(value):
            key, args = found
            return self.say(key, **args)
        return self.write(value.first) if value.first == value.last else str(value)

    def _figure(self, value: date | Decimal) -> str:
        from strategy_cli import figures  # Babel is slow to load, and most messages have no figures

        if isinstance(value, date):
            return figures.day(value, self.language)
        return figures.number(value, self.language)


def catalogue(language: str) -> Mapping[str, str]:
    """Give all messages of a language, flat: ``rules.dates.dates-out-of-order.term.help`` → words; not the manuals."""
    folder = _folder(language)
    names = [(file.name, "") for file in folder.iterdir()]
    names += [(file.name, f"{_RULES}/") for file in (folder / _RULES).iterdir()]
    blocks = sorted(place + name.removesuffix(".yaml") for name, place in names if name.endswith(".yaml"))
    return {key: words for block in blocks for key, words in _block(language, block).items()}


def _key(finding: Finding, part: str) -> str:
    from strategy_cli.rules import family_of  # a report that tells of no finding needs none of the rules

    problem = f".{finding.problem}" if finding.problem else ""
    return f"{_RULES}.{family_of(finding.rule)}.{finding.rule}{problem}.{part}"


def _file_of(key: str) -> str:
    """Name the file of a message: its first part, and of what is said by and of rules the family too."""
    first, _, rest = key.partition(".")
    return f"{first}/{rest.partition('.')[0]}" if first in _BY_FAMILY else first


@cache
def _block(language: str, block: str) -> dict[str, str]:
    """Read one block of messages, a file each, when first needed: a check needs none of the words of reports."""
    file = _folder(language) / f"{block}.yaml"
    if not all(part.replace("-", "_").isidentifier() for part in block.split("/")) or not file.is_file():
        return {}
    return dict(_flat(cast("dict[str, Data]", parse(file.name, file.read_bytes()).data), block.replace("/", ".") + "."))


def _folder(language: str) -> Traversable:
    return files("strategy_cli") / "locales" / language


def _flat(data: dict[str, Data], prefix: str) -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for key, value in data.items():
        if isinstance(value, dict):
            flat += _flat(value, f"{prefix}{key}.")
        elif isinstance(value, str):
            flat.append((prefix + key, value))
    return flat
