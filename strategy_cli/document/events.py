"""Events: YAML text as a parser's events, in C where the platform has it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import ScalarEvent

try:
    from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
except ImportError:  # no C extension on this platform: the same events, slower
    CParser = None

_OLD_BREAKS = "\x85\u2028\u2029"
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def events(text: str) -> Callable[[], Any]:
    """Give a function that gives the next event; it raises YAMLError where the text is not YAML.

    What ended a line in YAML 1.1 only (U+2028, as pasted from Word) is read as a space: no editor counts it.
    """
    for old in _OLD_BREAKS:
        text = text.replace(old, " ")
    following: Callable[[], Any] = _in_python(text).__next__ if CParser is None else CParser(text).get_event
    return following


def _in_python(text: str) -> Iterator[Any]:
    """Parse without C, and refuse, as C does, an escape that stands for no character."""
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            if type(event) is ScalarEvent and _SURROGATES.search(event.value):
                raise MarkedYAMLError(problem="invalid escape", problem_mark=event.start_mark)
            yield event
    except (ValueError, OverflowError) as error:
        raise YAMLError(str(error)) from error
