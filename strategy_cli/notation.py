"""Notation: periods, terms, numbers, quotes and blanks as people write them, and what they can mean."""

import re
from datetime import date

from strategy_cli import nearest
from strategy_cli.model.period import Period

_YEAR = r"(?P<year>[12]\d{3})"
_PART = re.compile(rf"(?P<part>[THQ]\d)\s?[/ -]?\s?{_YEAR}|{_YEAR.replace('year', 'first')}\s?[/ -]?\s?(?P<of>[THQ]\d)")
_MONTHS = re.compile(rf"(?P<from>\d\d?)\s?[-\u2013]\s?(?P<until>\d\d?)\s?/\s?{_YEAR}", re.ASCII)
_MONTH = re.compile(rf"(?P<month>\d\d?)\s?/\s?{_YEAR}", re.ASCII)
_NAMED = {(1, 4): "T1", (1, 8): "T2", (1, 6): "H1", (7, 12): "H2"} | {(3 * q - 2, 3 * q): f"Q{q}" for q in range(1, 5)}
_BETWEEN = re.compile(r"\s*[\u2013\u2014]\s*|\s+-\s+|(?<=^\d{4})-(?=\d{4}$)")
_DAY_AND_MONTH = re.compile(r"\d{1,2}\.\s?\d{1,2}\.")
_NUMBER = re.compile(r"[+\-\u2212\u2013]?(\d+|\d{1,3}([.\s]\d{3})+)(,\d+)?", re.ASCII)
_THOUSANDS = re.compile(r"[+\-\u2212\u2013]?[1-9]\d{0,2},\d{3}", re.ASCII)
_BLANK = re.compile(r"[-\u2013\u2014.?_\u2026]+")
_QUOTED = re.compile(r"[\u2018-\u201e\u00bb](?P<inside>[^\u2018-\u201e\u00ab\u00bb]+)[\u2018-\u201e\u00ab\u00bb]")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_EUROS = re.compile(r"\s*(€|eur)$")


def as_period(word: str) -> str | None:
    """Turn a period as people write it (``T1/2026``, ``1–4/2026``, ``6/2026``, ``30.6.2026``) into the one form."""
    text = word.strip()
    if found := _PART.fullmatch(text.upper()):
        return _period(f"{found['year'] or found['first']}-{found['part'] or found['of']}")
    if found := _MONTHS.fullmatch(text):
        months = int(found["from"]), int(found["until"])
        name = _NAMED.get(months)
        return found["year"] if months == (1, 12) else _period(f"{found['year']}-{name}") if name else None
    if found := _MONTH.fullmatch(text):
        return _period(f"{found['year']}-{int(found['month']):02}")
    return nearest.as_date(text)


def _period(text: str) -> str | None:
    try:
        return str(Period.parse(text))
    except ValueError:
        return None


def as_term(word: str) -> str | None:
    """Turn a stretch of time (``1.1.2027–31.12.2029``, ``2026–2029``, ``1.1.2027–``) into a map; None for any other."""
    first, *rest = _BETWEEN.split(word.strip(), maxsplit=1)
    if not rest or not (first or rest[0]):
        return None
    last = rest[0]
    if last and _DAY_AND_MONTH.fullmatch(first):
        first += last[-4:]  # 1.1.–31.12.2026
    days = {"from": _day(first, "01-01"), "until": _day(last, "12-31")}
    if None in (days["from"] if first else "", days["until"] if last else ""):
        return None
    if first and last and str(days["from"]) > str(days["until"]):
        return None
    return "{" + ", ".join(f"{key}: {found}" for key, found in days.items() if found) + "}"


def _day(word: str, of_year: str) -> str | None:
    """Read a day in any form; of a bare year its first or last."""
    if re.fullmatch(r"[12]\d{3}", word, re.ASCII):
        return f"{word}-{of_year}"
    try:
        return date.fromisoformat(word).isoformat() if re.fullmatch(r"\d{4}-\d\d-\d\d", word) else nearest.as_date(word)
    except ValueError:
        return None


def without_year(word: str) -> str | None:
    """Turn a day and a month (``24.10.``) into ``10-24``; None for any other."""
    found = _DAY_AND_MONTH.fullmatch(word.strip().rstrip(".") + ".")
    iso = nearest.as_date(f"{found[0].replace(' ', '')}2024") if found else None  # a leap year has every day
    return iso and iso[5:]


def open_day(word: str, key: object) -> str | None:
    """Turn a day with a dash for an open end (``from: 1.1.2027–``) into the day alone."""
    bare = word.strip().rstrip("\u2013\u2014- ") if key == "from" else word.strip().lstrip("\u2013\u2014- ")
    return nearest.as_date(bare) if key in ("from", "until") else None


def without_comma(number: str) -> str | None:
    """Take the comma out of a number whose comma may part the thousands (``12,345``); None for any other."""
    bare = number.strip()
    return re.sub(r"[\u2212\u2013]", "-", bare).replace(",", "") if _THOUSANDS.fullmatch(bare) else None


def is_clear(number: str, *, euros: bool = False) -> bool:
    """Tell whether a number as people write it can mean but one: ``1,234`` and ``10 20`` cannot, nor does ``5 %``."""
    bare = _SPACES.sub(" ", number.strip().lower())
    bare = _EUROS.sub("", bare) if euros else bare
    return bool(_NUMBER.fullmatch(bare)) and not _THOUSANDS.fullmatch(bare)


def is_blank(value: str) -> bool:
    """Tell whether a value is only a sign that fills an empty place: a dash, a dot, a question mark."""
    return _BLANK.fullmatch(value.strip()) is not None


def unquoted(value: str) -> str | None:
    """Give what a word processor's quotation marks enclose; None where the whole value is not between them."""
    found = _QUOTED.fullmatch(value.strip())
    return found["inside"].strip() if found else None
