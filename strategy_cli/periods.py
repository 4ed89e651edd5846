"""Periods: which message writes a stretch of time for readers: ``tammi–elokuu 2026``, ``7–9/2026``."""

from strategy_cli.model.period import Period

_THIRDS = ("T1", "T2")


def message(period: Period) -> tuple[str, dict[str, int]] | None:
    """Give the message id and arguments of a part of a year; None of a day and of a year, which need no words.

    A third is written by its months' names, other parts by their months' numbers.
    """
    part = period.text.partition("-")[2]
    if not part or period.first == period.last:
        return None
    if part in _THIRDS:
        return f"period.{part}", {"year": period.first.year}
    first, last = period.first.month, period.last.month
    key = "period.month" if first == last else "period.months"
    return key, {"first": first, "last": last, "year": period.first.year}
