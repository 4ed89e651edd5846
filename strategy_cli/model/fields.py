"""Field types: what a text scalar must look like to become a date, a number, an id or words."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from strategy_cli.model.period import Period
from strategy_cli.model.text import Text

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?")


@dataclass(frozen=True, slots=True)
class Link:
    """Marks an id field as a link to an entity of ``kind``; ``*`` takes ``kind/id``."""

    kind: str


@dataclass(frozen=True, slots=True)
class Languages:
    """What texts are read with: the strategy's languages, the first of which is a plain string's."""

    codes: tuple[str, ...] = ("fi",)


class Node(BaseModel):
    """A map in a file: no keys but the known, never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def _id(value: object) -> str:
    if isinstance(value, str) and ID.fullmatch(value):
        return value
    raise PydanticCustomError("id", "not an id")


def _date(value: object) -> date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("date", "not a date")


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
    if isinstance(value, str) and re.fullmatch(r"\d{1,9}", value):
        return int(value)
    raise PydanticCustomError("whole", "not a whole number")


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
    if isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}", value):
        return value
    raise PydanticCustomError("language", "unknown language", {"language": str(value)})


def _text(value: object, info: ValidationInfo) -> Text:
    context: Any = info.context
    codes = (context or Languages()).codes
    if isinstance(value, str):
        return Text(((codes[0], value),))
    if not isinstance(value, dict) or not value:
        raise PydanticCustomError("words", "not text")
    for code, words in value.items():
        if code not in codes:
            raise PydanticCustomError("language", "unknown language", {"language": code})
        if not isinstance(words, str):
            raise PydanticCustomError("words", "not text")
    return Text.of(value.items(), codes[0])


def as_map(key: str) -> BeforeValidator:
    """Let a lone scalar stand for a map that has only its main key."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


Id = Annotated[str, PlainValidator(_id)]
AnyRef = Annotated[str, PlainValidator(_ref), Link("*")]
LanguageCode = Annotated[str, PlainValidator(_language)]
Date = Annotated[date, PlainValidator(_date)]
When = Annotated[Period, PlainValidator(_period)]
Number = Annotated[Decimal, PlainValidator(_number)]
Measured = Annotated[Decimal | str, PlainValidator(_measured)]
Whole = Annotated[int, PlainValidator(_whole)]
Switch = Annotated[bool, PlainValidator(_switch)]
Words = Annotated[str, PlainValidator(_words)]
Multilingual = Annotated[Text, PlainValidator(_text)]
