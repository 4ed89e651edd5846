"""Rules of damaged text: words, letters and marks that scanning and copying leave behind."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from strategy_cli.finding import Edit, Finding, Level
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.passages import Passage, passages
from strategy_cli.rules.text.words import finding, is_text
from strategy_cli.strategy import Strategy

_DAMAGED = re.compile(
    r"(?<![\w/.@&-])[a-zåäö]{2,}(?:[A-ZÅÄÖ](?=[a-zåäö]{3})|[0-9](?=[a-zåäö]))[a-zåäö]+(?![\w/@]|[.-]\w)"
    r"|\ufffd|Ã[¤¶¥„–]|[©®](?=\w)"
)
_CODES = frozenset({"id", "url", "table", "code", "codes", "system", "holder", "case_number"})
# Finnish words of these papers as they stand once ä and ö are lost; none is a word as it stands.
_STEMS = (
    *("tyoelam", "tyohyvinv", "tyokyk", "tyollis", "tyontek", "tyopaj", "tyoryhm", "tyovoim", "toyoryhm", "yhteistyo"),
    *("yhteisty6", "myos", "ymparist", "jarjest", "henkilost", "vaesto", "hyvaksy", "taytanto", "tehtava", "paatoks"),
    *("paamaar", "johtoryhma", "ohjausryhma", "strategiaryhma", "pyorail", "lahipalvel", "lapinaky", "nakokulm"),
    *("vahintaan", "enintaan", "ikaantyn", "elinympar", "kehittami"),
)
_MARKS = "eoO©®¢•▪●◦‣·»"
_BULLET_SIGN = re.compile(rf"^[\[{{]?[\"']?[{_MARKS}]$", re.MULTILINE)
_BULLET = re.compile(rf"(?:(?<=[:-] )|(?<=[:-] [\"'])|(?<=\[)|(?<=  ))[{_MARKS}] (?=[\"'“”]?[^\W\d_]{{2}})")
_OWNED = frozenset({"source", "licence"})  # where © is no bullet
_QUOTED = re.compile(r"(?<=[:-] )[“”„»][^“”„»«\n]+[“”«](?= *(?:[,}\]]|$| #))", re.MULTILINE)
_QUOTED_SIGN = re.compile(r"^[“”„»].*$", re.MULTILINE)
_SHOWN = 60  # characters of a long text
_LONG_WORD = re.compile(r"[a-zåäö]{13,}")
_STAMMER = r"([a-zåäö]{5,})\1"


@rule(Level.WARNING, "managed")
def damaged_text(strategy: Strategy) -> Iterator[Finding]:
    """A text looks damaged by scanning or copying: a capital or a digit in a word, ä and ö lost, a bullet as a letter.

    Rovaniemi's published slides (2025) read as "tyOpaja", "myo6s" and "toyoryhma" once their ä and ö were lost, and
    their bullets as e, o and ©; so they then stand in search results and in the speech of a screen reader.

    Bad:
        goals/vitality.yaml:
            name: Vitality
            description: Pidetään tyOpaja syksyllä  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
            description: Pidetään työpaja syksyllä
    """
    for one in passages(strategy, _DAMAGED):
        if one.key and not _is_code(one):
            yield finding("damaged-text", strategy, one)
    words = strategy.words.casefold()
    stems = tuple(stem for stem in _STEMS if stem in words)  # many times as quick as a pattern of all of them
    for one in passages(strategy, *_lost(stems)) if stems else ():
        if is_text(one) and not _DAMAGED.search(one.words):
            yield finding("damaged-text", strategy, one)
    for one in passages(strategy, _BULLET, _BULLET_SIGN):
        if is_text(one) and not (one.words[0] in "©®" and _OWNED.intersection(one.key)):
            found = finding("damaged-text", strategy, one, "bullet", part=one.words[0])
            yield replace(found, edit=Edit(found.span, "", sure=False))


@rule(Level.INFO, "managed")
def quoted_text(strategy: Strategy) -> Iterator[Finding]:
    """A whole text stands between the quotation marks of a word processor.

    Copied from a document, “ and ” are letters of the text, unlike the straight ones that the files use, and every
    report shows them; Kemi's goals have none (city board 27.11.2023 § 390).

    Bad:
        goals/vitality.yaml:
            name: Vitality
            description: “More jobs and firms.”  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
            description: "More jobs and firms."
    """
    for one in passages(strategy, _QUOTED, _QUOTED_SIGN):
        if is_text(one):
            found = finding("quoted-text", strategy, one, words=_short(one.words))
            yield replace(found, edit=Edit(found.span, f'"{one.words[1:-1]}"', sure=False))


@rule(Level.INFO, "managed")
def stammering_word(strategy: Strategy) -> Iterator[Finding]:
    """A long word repeats a part of itself.

    Kemi's city board approved a text with the word "hyvinvointivointialueen".

    Bad:
        goals/vitality.yaml:
            name: Vitality
            description: Yhteistyö hyvinvointivointialueen kanssa  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
            description: Yhteistyö hyvinvointialueen kanssa
    """
    for one in passages(strategy, _LONG_WORD, within=_STAMMER):
        if (found := re.search(_STAMMER, one.words)) and one.key:
            yield finding("stammering-word", strategy, one, part=found[1])


@cache
def _lost(stems: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Make the pattern of the words with one of some stems, and its sign; ``myos`` is a whole word."""
    some = "|".join(stems).replace("myos", r"\bmyos\b")
    whole = rf"(?<![\w/.@&-])[^\W\d_]*(?:{some})\w*(?![\w/@]|[.-]\w)"
    return re.compile(whole, re.IGNORECASE), re.compile(some, re.IGNORECASE)


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 2].rstrip()}…{words[-1]}"


def _is_code(one: Passage) -> bool:
    """Tell whether something is no word of a text: a link, an address, a code, a chemical formula."""
    return bool(_CODES.intersection(one.key)) or one.words.startswith("co2")
