"""Careless: a strategy typed as the real papers are, and a finding for every trap in them."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import snapshots

from strategy_cli import rules, source
from strategy_cli.checking import suppress
from strategy_cli.config import settings
from strategy_cli.finding import Finding
from strategy_cli.loading import Loaded, load
from strategy_cli.messages import LANGUAGES, Messages

CARELESS = Path(__file__).parent / "careless" / "2030"
ON = date(2026, 6, 30)
MARK = re.compile(r"^\s*# trap: (.+)$")

# A trap → the rule that finds it on the line below its mark, and words that the help or the message has in Finnish.
TRAPS = {
    # the slides as read by a scanner
    "bullet read as a letter": ("damaged-text", "luettelomerkiltä"),
    "bullet read as another letter": ("damaged-text", "luettelomerkiltä"),
    "bullet read as a capital": ("damaged-text", "luettelomerkiltä"),
    "bullet read as a sign": ("damaged-text", "luettelomerkiltä"),
    "capital in a word": ("damaged-text", "tyOpaja"),
    "figure in a word": ("damaged-text", "myo6s"),
    "letters lost": ("damaged-text", "toyoryhman"),
    "stammering word": ("stammering-word", "”vointi”"),
    "section as the scanner read it": ("malformed-section", "§ 292"),
    # texts copied from a word processor
    "quotation marks of Word around a text": ("quoted-text", "tekstinkäsittelystä"),
    "quotation marks of Word around a word": ("invalid-value", "Kirjoita goal"),
    "tab for spaces": ("invalid-yaml", "välilyönnillä"),
    "Windows encoding": ("not-utf8", "UTF-8"),
    "TODO": ("placeholder-text", "jätä avain pois"),
    "empty sign": ("value-not-a-number", "Jätä arvo pois"),
    "text in one language": ("missing-translation", "sv (vision, values)"),
    # keys and words as Finns say them
    "Finnish key": ("unknown-key", "Tarkoititko owner?"),
    "Finnish word for a status": ("invalid-value", "Tarkoititko started?"),
    "duplicate key": ("duplicate-key", "Jätä niistä yksi"),
    "letters with dots in an id": ("invalid-value", "Kirjoita tyollisyys"),
    "letter with dots in a file name": ("invalid-value", "kylat.yaml"),
    # days and periods
    "date as Finns write it": ("invalid-value", "Kirjoita 2025-09-25"),
    "day without a year": ("invalid-value", "vuosi-10-24"),
    "dotted day of a decision": ("invalid-value", "Kirjoita 2026-02-10"),
    "target year left open": ("target-date-unclear", "ei eräänny koskaan"),
    # figures
    "number with its unit": ("value-not-a-number", "Kirjoita -47."),
    "decimal comma": ("value-not-a-number", "Kirjoita -48.5"),
    "decimal comma of a share": ("invalid-value", "Kirjoita 0.05"),
    "decimal comma between braces": ("invalid-value", "Kirjoita 268400.50"),
    "target in the name": ("direction-in-name", "better: ja targets:"),
    "rank in words": ("value-not-a-number", "tavoitetaso 5"),
    "range for a value": ("value-not-a-number", "väli, ei luku"),
    "actual and forecast in one cell": ("value-not-a-number", "(655; 700)"),
    "forecast typed as a value": ("value-before-period-ends", "forecasts:"),
    "forecast column beside the actual": ("invalid-value", "forecasts: {2026: …}"),
    "numbers run together": ("value-not-a-number", "(1; 2345; 678)"),
    "number parted oddly": ("value-not-a-number", "ilman välejä"),
    "thousands of euros": ("amount-in-thousands", "euroina"),
    # what hangs together
    "number used twice": ("goal-number-twice", "numero 11"),
    "number that does not fit the parent's": ("goal-number-off-parent", "1 Elinvoima"),
    "goal without indicator": ("goal-without-indicator", "goal: land-use"),
    "indicator without target": ("indicator-without-target", "targets:"),
    "project without owner": ("project-without-owner", "owner:"),
    "ended post": ("owner-ended", "31.12.2025"),
    "same body a second time": ("body-named-variously", "Strategiaryhmä"),
    "same body a third time": ("body-named-variously", "Strategiaryhmä"),
    "vague attainment": ("vague-attainment", "luku, sen päivä ja lähde"),
    # decisions and force
    "two strategies in force": ("several-in-force", "status: replaced"),
    "heading without case number": ("decision-without-case-number", "case_number:"),
    "malformed case number": ("malformed-case-number", "733/00.01.02/2025"),
    "council without the board": ("council-without-board", "previous:"),
    # persons
    "name of a person after a title": ("name-in-file", "Mainitse virka"),
    "name of a person as a post": ("post-called-by-name", "viran nimike"),
    "e-mail address": ("contact-in-file", "people.yaml"),
    "phone number": ("contact-in-file", "people.yaml"),
}
HARMLESS = "line separator of Word"  # read as the space that was meant


@cache
def loaded() -> Loaded:
    return load(source.from_folder(CARELESS, versioned=False))


@cache
def findings() -> tuple[Finding, ...]:
    read = source.from_folder(CARELESS, versioned=False)
    strategy = loaded().strategy
    chosen = settings(strategy.about, profile="audited")
    found = suppress.told(strategy, loaded().findings, rules.check(strategy, chosen, ON, read), chosen)
    return tuple(one.finding for one in found)


def place(finding: Finding) -> tuple[str, int]:
    return finding.span.path.partition("careless/2030/")[2], finding.span.line


def marks() -> Iterator[tuple[str, tuple[str, int]]]:
    """Find the traps by the comments above them: the line is the next that is no comment."""
    for file in sorted(CARELESS.rglob("*.yaml")):
        waiting: list[str] = []
        for number, line in enumerate(file.read_bytes().decode("latin-1").split("\n"), start=1):
            if found := MARK.match(line):
                waiting.append(found[1])
            elif not line.lstrip().startswith("#"):
                yield from ((trap, (file.relative_to(CARELESS).as_posix(), number)) for trap in waiting)
                waiting = []


SET = dict(marks())


def test_every_trap_is_set_once() -> None:
    assert Counter(trap for trap, _ in marks()) == Counter([*TRAPS, HARMLESS])


@pytest.mark.parametrize("trap", TRAPS)
def test_every_trap_has_one_finding_on_its_line_that_helps(trap: str) -> None:
    rule, words = TRAPS[trap]
    (finding,) = (one for one in findings() if place(one) == SET[trap] and one.rule == rule)
    messages = Messages("fi")
    assert words in f"{messages.finding(finding)} {messages.help(finding)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_says_what_to_write(language: str) -> None:
    messages = Messages(language)
    assert [one.rule for one in findings() if not messages.finding(one) or not messages.help(one)] == []


def test_a_line_separator_is_the_space_that_was_meant() -> None:
    assert SET[HARMLESS] not in {place(one) for one in findings()}
    text = loaded().strategy.goals["village"].description
    assert text is not None
    assert text.pick("fi")[0] == "Kyläillat jatkuvat."


def test_nothing_else_is_told() -> None:
    told = sorted((*place(one), one.rule) for one in findings())
    snapshots.matches("".join(f"{path}:{line} {rule}\n" for path, line, rule in told), "careless.txt")
