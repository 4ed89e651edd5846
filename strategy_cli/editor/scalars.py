"""Scalars: what a plain value may look like to an editor, which types it by YAML 1.2 while the models read text.

An editor must never mark what lint takes, so a text may be a number or a yes-or-no, and an id too: ``2030`` is one.
"""

from typing import Any, get_args

from strategy_cli.model import fields
from strategy_cli.model.fields import ID, LANGUAGE

Schema = dict[str, Any]

PLAIN = ["string", "number", "boolean"]
# A key may stand without a value, or with an empty one. Null is not allowed by its name, but all else is refused:
# editors would propose to write "null".
NULL: Schema = {"maxLength": 0, "not": {"type": ["number", "boolean", "array", "object"]}}
NOTHING: Schema = {"$ref": "#/$defs/nothing"}

_DATE = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
PERIOD = r"^[12]\d{3}(-(T[12]|H[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$"
_NUMBER = r"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$"
_EUROS = r"^\+?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$|^-[0.]+$"
IDS = f"^{ID.pattern}$"

LARGEST = 999_999_999
FIRST_YEAR, LAST_YEAR = 1000, 2999


def _text(pattern: str, types: list[str] | str = "string", **more: object) -> Schema:
    return {"type": types, "pattern": pattern, **more}


def _validator(annotated: Any) -> Any:
    return annotated.__metadata__[0].func


# What reads a field → the shape of what it takes, and the name of the sentence that says how it is written.
SCALARS: dict[Any, tuple[str, Schema]] = {
    _validator(fields.Id): ("id", _text(IDS, PLAIN)),
    _validator(fields.AnyRef): ("ref", _text(f"^{ID.pattern}/{ID.pattern}$")),
    _validator(get_args(get_args(fields.LanguageCodes)[0])[0]): ("language", _text(f"^{LANGUAGE.pattern}$")),
    _validator(fields.Date): ("date", _text(_DATE)),
    _validator(fields.When): ("period", _text(PERIOD, ["string", "integer"], minimum=FIRST_YEAR, maximum=LAST_YEAR)),
    _validator(fields.Number): ("number", _text(_NUMBER, ["number", "string"])),
    _validator(fields.Euros): ("euros", _text(_EUROS, ["number", "string"], minimum=0)),
    _validator(fields.Year): (
        "year",
        _text(r"^[12]\d{3}$", ["integer", "string"], minimum=FIRST_YEAR, maximum=LAST_YEAR),
    ),
    _validator(fields.Whole): ("whole", _text(r"^\d{1,9}$", ["integer", "string"], minimum=0, maximum=LARGEST)),
    _validator(fields.Switch): ("switch", _text(r"^(true|false)$", ["boolean", "string"])),
    _validator(fields.Measured): ("", {"type": PLAIN}),
    _validator(fields.Words): ("", {"type": PLAIN}),
}
TEXT, SPOKEN_TEXT = _validator(fields.Multilingual), _validator(fields.Spoken)


def as_read(word: str) -> list[Any]:
    """Give the values that an editor may take a word for: the text, and the number or truth it looks like."""
    if word in ("true", "false"):
        return [word, word == "true"]
    number = fields.number(word)
    if number is None:
        return [word]
    return [word, int(number) if number == int(number) else float(number)]
