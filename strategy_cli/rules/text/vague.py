"""Rules of what assessments say: something that can be checked."""

import re
from collections.abc import Iterator

from strategy_cli.document import Key
from strategy_cli.finding import Finding, Level
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy

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
