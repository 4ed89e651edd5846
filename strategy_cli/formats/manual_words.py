"""Manual words: what the manual of a rule says beside its own text, in the reader's language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from string import Formatter

from strategy_cli.config import PROFILES
from strategy_cli.finding import Level
from strategy_cli.formats.manual_language import told
from strategy_cli.messages import Messages, catalogue
from strategy_cli.model.text import Text
from strategy_cli.rules.manual import HERE, Example, Manual
from strategy_cli.rules.registry import Rule

_PLACE = re.compile(r"\{(\w+)\}")  # in a message of the city's own, which has no other marks
_OTHER_ENCODING = "windows-1252"


@dataclass(frozen=True, slots=True)
class Said:
    """One of a rule's messages: which problem it is for (None: the only one), what is wrong, what to write instead."""

    problem: str | None
    message: str
    help: str | None


@dataclass(frozen=True, slots=True)
class File:
    """A file of an example as text; ``encoding`` when it is not UTF-8."""

    path: str
    text: str
    encoding: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's page of the manual."""

    rule: Rule
    manual: Manual
    levels: Mapping[str, Level]
    said: tuple[Said, ...]


def page(rule: Rule, messages: Messages) -> Page:
    """Make the page of a rule."""
    one = told(rule, messages)
    if said := tuple(_said(rule, messages)):
        return Page(rule, one, levels(rule), said)
    message, advice = (_own(text, messages) for text in (rule.own.message, rule.own.help)) if rule.own else ("", "")
    return Page(rule, replace(one, summary=message), levels(rule), (Said(None, message, advice or None),))


def levels(rule: Rule) -> Mapping[str, Level]:
    """Give the rule's level in every profile: from below the lowest up, off, and then as it was last set."""
    found = {}
    level = Level.OFF
    for profile in PROFILES:
        level = found[profile] = rule.levels.get(profile, level)
    return found


def families(rules: Mapping[str, Rule]) -> Mapping[str, tuple[Rule, ...]]:
    """Group rules by family, families and rules in alphabetical order."""
    names = sorted({rule.family for rule in rules.values()})
    return {name: tuple(rules[i] for i in sorted(rules) if rules[i].family == name) for name in names}


def level_word(level: Level, messages: Messages) -> str:
    """Say a level in the reader's language; in English as the settings do."""
    if messages.language == "en":
        return level.label
    return messages.say(f"words.strategy.lint.rules.{level.label}")


def files_of(example: Example) -> Iterator[File]:
    """Give the files of an example, without the mark of the line that is at fault."""
    for path, content in example.shown.items():
        try:
            text, encoding = content.decode(), None
        except UnicodeDecodeError:
            text, encoding = content.decode(_OTHER_ENCODING), _OTHER_ENCODING
        yield File(path, re.sub(rf" *{HERE}$", "", text, flags=re.MULTILINE), encoding)


def _said(rule: Rule, messages: Messages) -> Iterator[Said]:
    words = catalogue(messages.language)
    begin = f"rules.{rule.family}.{rule.id}."
    for key in words:
        name = key.removeprefix(begin)
        if key.startswith(begin) and name.endswith("message"):
            advice = words.get(key.removesuffix("message") + "help")
            problem = name.rpartition(".")[0] or None
            yield Said(problem, shown(words[key], messages), shown(advice, messages) if advice else None)


def shown(template: str, messages: Messages) -> str:
    """Show the places of a message that are filled in by their names: ``‹name›``."""
    parts = Formatter().parse(template)
    return "".join(text + (_name(place, messages) if place is not None else "") for text, place, _, _ in parts)


def _own(text: object, messages: Messages) -> str:
    """Say a text of the city's own, with its language behind it when that is not the reader's."""
    if not isinstance(text, Text):
        return ""
    words, language = text.pick(messages.language)
    words = _PLACE.sub(lambda found: _name(found[1], messages), words)
    return words if language == messages.language else f"{words} ({language})"


def _name(placeholder: str, messages: Messages) -> str:
    key = f"manual.places.{placeholder}"
    return f"‹{messages.say(key) if messages.has(key) else placeholder}›"
