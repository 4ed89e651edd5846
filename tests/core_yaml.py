"""Core YAML: YAML as editors type it, by the core schema of YAML 1.2: numbers, truths and nothing only where plain."""

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode

_WHOLE = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, Any] = {"true": True, "True": True, "false": False, "False": False, "": None, "~": None, "null": None}


def typed(text: str) -> Any:
    """Read a text as an editor does."""
    node = YAML(typ="safe", pure=True).compose(text)
    return None if node is None else _value(node)


def _value(node: Any) -> Any:
    if isinstance(node, MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if not isinstance(node, ScalarNode):
        return [_value(item) for item in node.value]
    return _plain(node.value) if node.style in (None, "") else node.value


def _plain(word: str) -> Any:
    if word in _WORDS:
        return _WORDS[word]
    if _WHOLE.fullmatch(word):
        return int(word)
    return float(word) if _NUMBER.fullmatch(word) else word
