"""VS Code: its settings and recommended extensions, put beside what a folder's own say already."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

SCHEMAS = "yaml.schemas"
_RECOMMENDED = "recommendations"
_EXTENSION = "redhat.vscode-yaml"
_INDENT = re.compile(r"^\{\r?\n([ \t]+)")

Settings = dict[str, Any]


def settings(folder: Path, globs: Mapping[str, list[str]]) -> tuple[dict[Path, str], dict[Path, str]]:
    """Make ``settings.json`` and ``extensions.json``: what can be written, and what must be added by hand."""
    ready: dict[Path, str] = {}
    by_hand: dict[Path, str] = {}
    for name, ours, add in (
        ("settings.json", {SCHEMAS: dict(globs)}, _with_schemas),
        ("extensions.json", {_RECOMMENDED: [_EXTENSION]}, _with_extension),
    ):
        file = folder / name
        text = file.read_bytes().decode("utf-8-sig", "replace") if file.is_file() else ""
        written = merged(text, ours, add)
        if written is not None:
            ready[file] = written
        elif not _mentions(text, ours):
            by_hand[file] = json.dumps(ours, indent=2, ensure_ascii=False)
    return ready, by_hand


def merged(text: str, ours: Settings, add: Callable[[Settings, Settings], Settings]) -> str | None:
    """Add ours to what a file says, as it is indented; None when it holds more than plain JSON (comments)."""
    try:
        had = json.loads(text, object_pairs_hook=_once) if text.strip() else {}
        new = add(had, ours)
    except (ValueError, TypeError, AttributeError):
        return None
    if new == had and text.strip():
        return text
    found = _INDENT.match(text)
    written = json.dumps(new, indent=found[1] if found else 2, ensure_ascii=False) + "\n"
    return written.replace("\n", "\r\n") if "\r\n" in text else written


def _with_schemas(had: Settings, ours: Settings) -> Settings:
    """Put our schemas among others; those that were ours under another path make way."""
    new = ours[SCHEMAS]
    others = {**had.get(SCHEMAS, {})}
    kept = {schema: files for schema, files in others.items() if schema not in new and files not in new.values()}
    same_order = {schema: new[schema] for schema in others if schema in new}
    return {**had, SCHEMAS: {**kept, **same_order, **new}}


def _with_extension(had: Settings, ours: Settings) -> Settings:
    recommended = [*had.get(_RECOMMENDED, [])]
    return {**had, _RECOMMENDED: recommended + [one for one in ours[_RECOMMENDED] if one not in recommended]}


def _once(pairs: list[tuple[str, Any]]) -> Settings:
    """Refuse a key that stands twice, for one of the two would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _mentions(text: str, ours: Settings) -> bool:
    return all(json.dumps(item) in text for value in ours.values() for item in value)
