"""Field types: what a text scalar must look like to become a date, a number, an id or words."""

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    PlainValidator,
    ValidationInfo,
)
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError
from pydantic_core.core_schema import no_info_plain_validator_function, with_info_plain_validator_function

from strategy_cli.model.period import Period
from strategy_cli.model.text import Text

SPOKEN = ("fi", "sv", "en")  # the program's own languages
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_CENT = -2  # the least exponent of an amount in euros
_WHOLE = re.compile(r"[0-9]{1,9}")
_YEAR = re.compile(r"[12][0-9]{3}")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Link:
    """Marks an id field as a link to an entity of ``kind``; ``*`` takes ``kind/id``."""

    kind: str


@dataclass(frozen=True, slots=True)
class Languages:
    """What texts are read with: the strategy's languages, the first of which is a plain string's.

    When they are not ``known``, because ``strategy.yaml`` is at fault, every language will do.
    """

    codes: tuple[str, ...] = ("fi",)
    known: bool = True

    def has(self, code: str) -> bool:
        """Tell whether texts may be in a language."""
        return code in self.codes or not (self.known or LANGUAGE.fullmatch(code) is None)


@dataclass(frozen=True, slots=True)
class Read(PlainValidator):
    """Reads a scalar by a function; made ready in half the time, as nothing is ever written by these models."""

    def __get_pydantic_core_schema__(self, source_type: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Call the function with the value, and with the languages if it asks for them."""
        if self.func.__code__.co_argcount == 1:
            return no_info_plain_validator_function(self.func)  # type: ignore[arg-type]
        return with_info_plain_validator_function(self.func)  # type: ignore[arg-type]


class Node(BaseModel):  # noqa: PLW1641 - pydantic gives a hash to what is frozen
    """A map in a file: no keys but the known, never changed after reading."""

    # Deferred, because nearly all nodes are only ever built as a part of an entity.
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)

    def __eq__(self, other: object) -> bool:
        """Compare what is held, at half of pydantic's cost: nothing is kept beside it."""
        return type(self) is type(other) and self.__dict__ == other.__dict__


def _id(value: object) -> str:
    if isinstance(value, str) and ID.fullmatch(value):
        return value
    raise PydanticCustomError("id", "not an id")


def _date(value: object) -> date:
    found = _day(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("date", "not a date")
    return found


@lru_cache(maxsize=4096)  # a strategy has many things on few days
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def _period(value: object) -> Period:
    try:
        return Period.parse(value) if isinstance(value, str) else _no_period()
    except ValueError:
        return _no_period()


def _no_period() -> Period:
    raise PydanticCustomError("period", "not a period")


def _number(value: object) -> Decimal:
    found = number(value)
    if found is None:
        raise PydanticCustomError("number", "not a number")
    return found


def number(value: object) -> Decimal | None:
    """Read a decimal number in the one form files use (``-1234.5``); None for anything else."""
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        return None
    try:
        return Decimal(value)
    except InvalidOperation:
        return None


def _measured(value: object) -> Decimal | str:
    if not isinstance(value, str):
        raise PydanticCustomError("number", "not a number")
    found = number(value)
    return value if found is None else found


def _whole(value: object) -> int:
    found = whole(value)
    if found is None:
        raise PydanticCustomError("whole", "not a whole number")
    return found


def whole(value: object) -> int | None:
    """Read a whole number of at most nine digits; None for anything else."""
    return int(value) if isinstance(value, str) and _WHOLE.fullmatch(value) else None


def _year(value: object) -> int:
    found = year(value)
    if found is None:
        raise PydanticCustomError("year", "not a year")
    return found


def year(value: object) -> int | None:
    """Read a year of four digits; None for anything else."""
    return int(value) if isinstance(value, str) and _YEAR.fullmatch(value) else None


def _euros(value: object) -> Decimal:
    if isinstance(value, str) and _WHOLE.fullmatch(value):  # as most amounts are
        return Decimal(value)
    found = number(value)
    if found is None or not in_cents(found):
        raise PydanticCustomError("euros", "not an amount in euros")
    if found < 0:
        raise PydanticCustomError("negative", "less than nothing")
    return found


def in_cents(amount: Decimal) -> bool:
    """Tell whether an amount has at most two decimals."""
    exponent = amount.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= _CENT


def _switch(value: object) -> bool:
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("switch", "not true or false")


def _words(value: object) -> str:
    if isinstance(value, str):
        return value
    raise PydanticCustomError("words", "not text")


def _ref(value: object) -> str:
    if isinstance(value, str):
        kind, _, name = value.partition("/")
        if ID.fullmatch(kind) and ID.fullmatch(name):
            return value
    raise PydanticCustomError("ref", "not a reference")


def _language(value: object) -> str:
    if isinstance(value, str) and LANGUAGE.fullmatch(value):
        return value
    raise PydanticCustomError("language-code", "not a language code")


def _text(value: object, info: ValidationInfo) -> Text:
    return _in_languages(value, info.context or Languages())


def _spoken_text(value: object, info: ValidationInfo) -> Text:
    return _in_languages(value, info.context or Languages(), SPOKEN)


def _in_languages(value: object, languages: Languages, more: Container[str] = ()) -> Text:
    codes = languages.codes
    if isinstance(value, str):
        return Text(((codes[0], value.rstrip("\n")),))  # YAML's ``|`` keeps a line's end that says nothing
    if not isinstance(value, dict) or not value:
        raise PydanticCustomError("words", "not text")
    for code, words in value.items():
        if code not in codes and code not in more and not languages.has(code):
            raise PydanticCustomError("language", "unknown language", {"language": code})
        if not isinstance(words, str):
            raise PydanticCustomError("words", "not text")
    return Text.of(((code, words.rstrip("\n")) for code, words in value.items()), codes[0])


def _some(value: tuple[str, ...]) -> tuple[str, ...]:
    if value:
        return value
    raise PydanticKnownError("missing")


def as_map(key: str) -> BeforeValidator:
    """Let a lone scalar stand for a map that has only its main key."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


Id = Annotated[str, Read(_id)]
AnyRef = Annotated[str, Read(_ref), Link("*")]
LanguageCodes = Annotated[tuple[Annotated[str, Read(_language)], ...], AfterValidator(_some)]
Date = Annotated[date, Read(_date)]
When = Annotated[Period, Read(_period)]
Number = Annotated[Decimal, Read(_number)]
Measured = Annotated[Decimal | str, Read(_measured)]
Euros = Annotated[Decimal, Read(_euros)]
Year = Annotated[int, Read(_year)]
Whole = Annotated[int, Read(_whole)]
Switch = Annotated[bool, Read(_switch)]
Words = Annotated[str, Read(_words)]
Multilingual = Annotated[Text, Read(_text)]
Spoken = Annotated[Text, Read(_spoken_text)]  # what the program says for the city, to readers of any of its languages
