"""Usage: a mistyped command line, told in the reader's language with what was probably meant."""

import re
from ast import literal_eval
from collections.abc import Iterable
from typing import Any, NamedTuple

from strategy_cli import nearest
from strategy_cli.failing.misfit import Misfit
from strategy_cli.messages import Messages

_CHOICE = re.compile(r"(?P<value>.+) is not one of (?P<known>.+?)\.?", re.DOTALL)
_EXTRA = re.compile(r"Got unexpected extra argument\S* \((?P<words>.*)\)", re.DOTALL)
_OTHERS = "Value error, "  # how the library that reads values begins


class _Told(NamedTuple):
    """The id of a message under ``usage``, and its arguments."""

    key: str
    args: dict[str, object]


def sentence(error: Any, messages: Messages) -> str:
    """Say what is wrong with the command line, which option it is about, and where to read more.

    Typer brings a click of its own, whose errors are told apart by what they hold.
    """
    told = _told(error)
    said = messages.say(f"usage.{told.key}", **told.args)
    about = _name(error.param) if getattr(error, "param", None) and told.key != "missing" else None
    command = error.ctx.command_path if getattr(error, "ctx", None) else "strategy"
    more = messages.say("usage.help", command=command)
    return f"{about}: {said} {more}" if about else f"{said} {more}"


def _told(error: Any) -> _Told:
    if isinstance(error, Misfit):
        return _Told(error.key, dict(error.message_args))
    if hasattr(error, "param_type"):
        return _Told("missing", {"name": _name(error.param) if error.param else "…"})
    if hasattr(error, "possibilities"):
        known = [word for one in error.ctx.command.params for word in one.opts] if error.ctx else []
        like = [word for word in known if word[:2] == error.option_name[:2] == "--"]  # a letter is like no other
        return _near("option", {"name": error.option_name}, error.option_name, like)
    if hasattr(error, "option_name"):
        key = "option-value" if "requires" in error.message else "option-flag"
        return _Told(key, {"name": error.option_name})
    return _of_message(error.message.removeprefix(_OTHERS))


def _of_message(said: str) -> _Told:
    if found := _CHOICE.fullmatch(said):
        value, known = str(literal_eval(found["value"])), re.findall(r"'([^']*)'", found["known"])
        return _near("choice", {"value": value, "known": ", ".join(known)}, value, known)
    if found := _EXTRA.fullmatch(said):
        return _Told("extra", {"words": found["words"]})
    return _Told("value", {"reason": said})


def _near(key: str, args: dict[str, object], word: str, known: Iterable[str]) -> _Told:
    close = nearest.name(word, known)
    return _Told(f"{key}-near", {**args, "nearest": close}) if close else _Told(key, args)


def _name(param: Any) -> str:
    """Name an option as it is written, an argument as help shows it."""
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return str(param.metavar or param.name.upper()).strip("[]")
