"""Rules of text: what is written is whole, finished and says what can be checked."""

import re
from collections.abc import Iterator

from strategy_cli.document import Data, Key
from strategy_cli.finding import Finding, Level
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.rules.passages import Passage, passages
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy

_EMPTY = re.compile(r"(?<=[:\-,{\[] )[\"']?(?:[-–—.?_…]|[.?_-]{2,})[\"']?(?= *(?:[,}\]]|$| #))", re.MULTILINE)
_EMPTY_SIGN = re.compile(r"^(?:[\"'](?:-|–|—|\.|\?|_|…|[.?_-]{2,})[\"']|[–—.?_…]|[.?_-]{2,})(?=[,}\]]*$)", re.MULTILINE)
_PLACEHOLDER_SIGN = re.compile(r"TODO|TBD|FIXME|xxx|XXX|[Ll]orem|[Tt]äyden|[Kk]ompletteras|[Ff]ylls|\?\?\?")
_PLACEHOLDER = re.compile(
    r"(?<!\w)(?:TODO|TBD|FIXME|xxx+|XXX+|[Ll]orem ipsum|[Tt]äydennetään|[Tt]äydentyy|[Kk]ompletteras|[Ff]ylls i)(?!\w)"
    r"|\?\?\?+"
)
_DAMAGED = re.compile(
    r"(?<![\w/.@&-])[a-zåäö]{2,}(?:[A-ZÅÄÖ](?=[a-zåäö]{3})|[0-9](?=[a-zåäö]))[a-zåäö]+(?![\w/.@-])|\ufffd|Ã[¤¶¥„–]|[©®](?=\w)"
)
_CODES = frozenset({"id", "url", "table", "code", "codes", "system", "holder", "case_number"})
_LONG_WORD = re.compile(r"[a-zåäö]{13,}")
_STAMMER = r"([a-zåäö]{5,})\1"
_VAGUE = re.compile(
    r"(?:on\s+)?(?:(?:pää|suurimmaksi|enimmä)\w*|osittain|osin|pitkälti|melko|hyvin|lähes|valtaosin|kohtuullisesti"
    r"|till? (?:största|stor) del|delvis|i huvudsak|huvudsakligen|ganska|nästan"
    r"|mostly|partly|largely|mainly|nearly|almost)?\s*"
    r"(?:osin|osaksi|hyvin)?\s*"
    r"(?:on\s+)?(?:toteutunut|toteutuneet|toteutui|toteutuu|etenee|edennyt|onnistunut|saavutettu|kunnossa"
    r"|genomförts?|förverkligats|uppnåtts?|framskridit|framskrider|attained|achieved|met|progressing)"
    r"(?:\s+(?:hyvin|suunnitellusti|suunnitelman mukaan|odotetusti|väl|planenligt|enligt plan|well|as planned))?[.! ]*",
    re.IGNORECASE,
)


@rule(Level.WARNING)
def empty_text(strategy: Strategy) -> Iterator[Finding]:
    """A value is only a dash, a dot or a question mark.

    A sign in an empty place looks like an answer to whoever counts them, and like none to whoever reads; a value
    that is not known is left out, so that reports can say so.

    Bad:
        goals/vitality.yaml:
            name: Vitality
            description: "-"  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
    """
    for one in passages(strategy, _EMPTY, _EMPTY_SIGN):
        if one.key:
            yield _finding("empty-text", strategy, one)


@rule(Level.WARNING, "managed")
def placeholder_text(strategy: Strategy) -> Iterator[Finding]:
    """A text still holds the place for one that was to be written later.

    What a council approves must be finished: Vaasa's draft still had 202X for a year when it was handled.

    Bad:
        goals/vitality.yaml:
            name: Vitality
            description: "Täydennetään myöhemmin"  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
            description: More jobs and firms.
    """
    for one in passages(strategy, _PLACEHOLDER, _PLACEHOLDER_SIGN):
        if one.key:
            yield _finding("placeholder-text", strategy, one)


@rule(Level.WARNING, "managed")
def damaged_text(strategy: Strategy) -> Iterator[Finding]:
    """A word looks damaged by scanning or copying: a capital or a digit in it, or letters of the wrong encoding.

    Published slides of a Finnish city read as "tyOpaja" and "myo6s" once their ä and ö were lost; the same words then
    stand in search results and in speech of a screen reader.

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
            yield _finding("damaged-text", strategy, one)


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
            yield _finding("stammering-word", strategy, one, part=found[1])


@rule(Level.INFO, "managed")
def long_text(strategy: Strategy) -> Iterator[Finding]:
    """A text is longer than anybody reads in a report.

    The limit is ``lint: {limits: {characters: …}}`` in ``strategy.yaml``, 1,500 unless set. A decision's own text is
    as long as it was.

    Bad:
        strategy.yaml:
            title: Strategy
            lint: {limits: {characters: 40}}
        goals/vitality.yaml:
            name: Vitality
            description: Jobs and firms and schools and roads and harbours and houses  # here

    Good:
        strategy.yaml:
            title: Strategy
            lint: {limits: {characters: 40}}
        goals/vitality.yaml:
            name: Vitality
            description: Jobs and firms.
    """
    limit = strategy.about.lint.limits.characters
    for document, held in strategy.documents.values():
        if len(document.text) > limit:
            for key, words in _long(document.data, limit):
                prefix = key[:1] if key and isinstance(key[0], int) else ()
                ref = held.get(prefix)
                if ref is not None and ref.kind != "decision":
                    args = {"name": strategy.name(ref), "count": len(words), "limit": limit}
                    yield Finding("long-text", document.span(key), ref, key[len(prefix) :], args)


@rule(Level.WARNING, "managed")
def vague_attainment(strategy: Strategy) -> Iterator[Finding]:
    """An assessment says only that things went mostly well, where a fact is due.

    Auditors ask for facts, not guesses: a value, its date and its source, or for which part what was done (training of
    auditors in Lahti; a third of Oulu's goals of 2024 could not be assessed).

    Bad:
        goals/vitality.yaml:
            name: Vitality
            judgements:
              - {period: 2025, class: attained, reason: Pääosin toteutunut., by: city-manager}  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
            judgements:
              - period: 2025
                class: partly
                reason: Eight of ten plots were let, the two by the harbour wait for the plan.
                by: city-manager
    """
    for goal in strategy.goals.values():
        for number, judgement in enumerate(goal.judgements):
            yield from _vague(strategy, goal.ref, ("judgements", number, "reason"), judgement.reason)
    for indicator in strategy.indicators.values():
        for period, observation in indicator.values.items():
            if isinstance(observation.value, str):
                yield from _vague(strategy, indicator.ref, ("values", str(period), "value"), observation.value)
    for project in strategy.projects.values():
        for number, update in enumerate(project.updates):
            if update.status != "on-track":
                yield from _vague(strategy, project.ref, ("updates", number, "note"), update.note)


def _vague(strategy: Strategy, ref: Ref, key: Key, said: Text | str | None) -> Iterator[Finding]:
    words = said.words[0][1] if isinstance(said, Text) else said
    if words and _VAGUE.fullmatch(words.strip()):
        yield Finding(
            "vague-attainment", strategy.where(ref, *key), ref, key, {"name": strategy.name(ref), "words": words}
        )


def _long(data: Data, limit: int, key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Find the texts longer than the limit, with the keys that lead to them."""
    if isinstance(data, str):
        if len(data) > limit:
            yield key, data
    elif data is not None:
        for part, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _long(value, limit, (*key, part))


def _is_code(one: Passage) -> bool:
    """Tell whether something is no word of a text: a link, an address, a code, a chemical formula."""
    return bool(_CODES.intersection(one.key)) or one.words.startswith("co2")


def _finding(rule: str, strategy: Strategy, one: Passage, **more: object) -> Finding:
    name = strategy.name(one.subject) if one.subject else ""
    return Finding(rule, one.span, one.subject, one.key, {"name": name, "words": one.words.strip("\"'"), **more})
