"""Figures: numbers, shares and days as Finns write them, in the language of the output (by Babel's CLDR data)."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, parse_pattern

_LOCALES = {"fi": "fi", "sv": "sv_FI", "en": "en_FI"}
# CLDR's short date for sv_FI is 2026-03-31, which nobody in Finland writes: the pattern is given instead.
_DAYS = {"fi": "d.M.y", "sv": "d.M.y", "en": "d MMM y"}
_MINUS = "\u2212"
_MOST_PLACES = 30


def number(value: Decimal, language: str, decimals: int | None = None) -> str:
    """Write a number with no-break spaces between thousands and a decimal comma: ``1 234 567,8``.

    ``decimals`` fixes how many follow the comma, rounded half up; None keeps those the value was given with.
    """
    places = min(max(0, -int(value.as_tuple().exponent)) if decimals is None else decimals, _MOST_PLACES)
    return _number(value, language, places)


@lru_cache(maxsize=65536)
def _number(value: Decimal, language: str, places: int) -> str:
    with localcontext(prec=max(value.adjusted(), 0) + places + 2):  # room for every digit, however many
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        written: str = _pattern(places).apply(abs(rounded), _locale(language))
    return _MINUS + written if rounded < 0 else written


def share(value: Fraction, language: str, decimals: int = 1) -> str:
    """Write a share of one as per cent: ``42,5 %``."""
    hundredths = Decimal(value.numerator * 100) / Decimal(value.denominator)
    return number(hundredths, language, decimals) + "\u00a0%"


@lru_cache(maxsize=16384)
def day(value: date, language: str) -> str:
    """Write a day: ``31.3.2026``; in English ``31 Mar 2026``."""
    return format_date(value, _DAYS[language], locale=_locale(language))


@lru_cache
def _pattern(places: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * places if places else ""))


@lru_cache
def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES[language])
