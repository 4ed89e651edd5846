"""Periods in the words of their readers, in each language."""

import pytest

from strategy_cli.messages import Messages
from strategy_cli.model.period import Period


@pytest.mark.parametrize(
    ("text", "fi", "sv", "en"),
    [
        ("2026", "2026", "2026", "2026"),
        ("2026-T1", "tammi–huhtikuu 2026", "januari–april 2026", "January–April 2026"),
        ("2026-T2", "tammi–elokuu 2026", "januari–augusti 2026", "January–August 2026"),
        ("2026-H1", "1–6/2026", "1–6/2026", "1–6/2026"),
        ("2026-H2", "7–12/2026", "7–12/2026", "7–12/2026"),
        ("2026-Q3", "7–9/2026", "7–9/2026", "7–9/2026"),
        ("2026-06", "6/2026", "6/2026", "6/2026"),
        ("2026-06-30", "30.6.2026", "30.6.2026", "30 Jun 2026"),
    ],
)
def test_a_period_in_words(text: str, fi: str, sv: str, en: str) -> None:
    said = [Messages(language).write(Period.parse(text)).replace("\u00a0", " ") for language in ("fi", "sv", "en")]
    assert said == [fi, sv, en]
