"""Scalar: words written so that YAML reads them back as they are: plain where it can be, else in quotes."""

import json
from collections.abc import Mapping

from strategy_cli.document import parse


def scalar(words: str) -> str:
    """Write one value, for the right of a key as well as for inside brackets and braces."""
    written = f"- {words}\n- [{words}]\n- {{it: {words}}}\n".encode()
    document = parse("", written)
    same = document.data == [words, [words], {"it": words}] and not document.faults
    plain = same and not any(document.comments()) and "\n" not in words
    return words if plain else json.dumps(words, ensure_ascii=False)


def text(words: Mapping[str, str]) -> str:
    """Write a text: plain when it is in one language, else as a map by language."""
    said = [f"{code}: {scalar(one)}" for code, one in words.items()]
    return scalar(next(iter(words.values()))) if len(said) == 1 else "{" + ", ".join(said) + "}"


def given(words: str) -> str:
    """Write a value as it was given when that is YAML, so that lists and maps can be; else in quotes."""
    document = parse("", f"it: {words}\n".encode())
    whole = isinstance(document.data, dict) and list(document.data) == ["it"] and not document.faults
    return words if whole and "\n" not in words and not any(document.comments()) else scalar(words)
