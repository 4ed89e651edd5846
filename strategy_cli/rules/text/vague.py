"""Rules of what assessments say: something that can be checked."""

import re
from collections.abc import Iterator

from strategy_cli.document import Key
from strategy_cli.finding import Finding, Level
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy

# An assessment is vague when each of its words is one of these, and one of them tells of attainment.
_ATTAINING = (
    r"toteutu\w*|toteute\w*|ete(?:ne|ni)\w*|edennyt|edenneet|edetty|edistyn?y?\w*|onnistu\w*|saavut\w*|kunnossa"
    r"|genomför\w*|förverkliga\w*|uppnå\w*|framskri\w*|fortskri\w*|framåt|lyckats|lyckades"
    r"|attained|achieved|met|progress\w*|implemented|realised|succeeded|proceed\w*"
)
_FILLING = (
    r"pää|osin|osaksi|pääosi\w*|pääasia\w*|suurimma\w*|suurel\w*|suureks\w*|enimmä\w*|osittain|pitkälti|melko|hyvin"
    r"|lähes|valtaosi\w*|kohtuullise\w*|kohtalaise\w*|suunnitel\w*|odote\w*|odotus\w*|mukaa?n|mukaisesti|aikataulu\w*"
    r"|on|ovat|ei|ole|ja|sekä|myös|jatku\w*|edelleen|vielä|työ|työtä|asia|asiat|kokonaisuu\w*"
    r"|tavoit\w*|toimenpi\w*|toimi|toimet|hank\w*|projekt\w*|mål|målet|målen|åtgärd\w*|arbet\w*|goals?|actions?|work"
    r"|till?|största|stora?|del|delen|delar|delvis|i|huvudsak\w*|ganska|nästan|väl|bra|planenlig\w*|enligt|plan\w*"
    r"|har|är|och|fortsätter|fortgår|går|den|det|tidtabell\w*|som|planerat"
    r"|mostly|partly|largely|mainly|nearly|almost|well|as|planned|has|have|been|is|are|was|were|and|continues|the"
    r"|to|a|great|large|extent|according|in|part|most|for|on|schedule"
)
_VAGUE = re.compile(rf"(?:\W*\b(?:{_ATTAINING}|{_FILLING})\b)+\W*", re.IGNORECASE)
_SAID = re.compile(rf"\b(?:{_ATTAINING})\b", re.IGNORECASE)
_SHORT = 80  # characters; who writes more has something to tell


@rule(Level.WARNING, "managed")
def vague_attainment(strategy: Strategy) -> Iterator[Finding]:
    """An assessment says only that things went mostly well, where a fact is due.

    Auditors ask for facts, not guesses: a value, its date and its source, or for which part what was done (training of
    auditors in Lahti; a third of Oulu's goals of 2024 could not be assessed). Each language is read by itself. The note
    of an update that is on track may be as short as it likes.

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
    """Tell once of words that are vague, in whichever language they are."""
    many = isinstance(said, Text) and len(said.words) > 1
    for code, words in said.words if isinstance(said, Text) else (("", said or ""),):
        if _is_vague(words.strip()):
            key = (*key, code) if many else key
            args = {"name": strategy.name(ref), "words": words}
            yield Finding("vague-attainment", strategy.where(ref, *key), ref, key, args)
            return


def _is_vague(words: str) -> bool:
    return 0 < len(words) < _SHORT and _VAGUE.fullmatch(words) is not None and _SAID.search(words) is not None
