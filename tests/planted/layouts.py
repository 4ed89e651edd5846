"""Layouts: a drawn strategy written as YAML in one of the many ways that say the same."""

import json
import random
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from strategy_cli.loading import load
from strategy_cli.model.kinds import FOLDERS
from strategy_cli.source import Source, Version
from strategy_cli.strategy import Strategy

_PLAIN = re.compile(r"(?:[^\W_]|-(?=\d))(?:[\w ./-]*[^\W_])?")
_NOTHING = {"null", "~", ""}


class Figure(str):
    """A number, which may be spelt in other ways."""

    __slots__ = ()


class Several(dict[str, str]):
    """A text by language; one that is only in the first language may stand alone."""


class Lone(dict[str, Any]):
    """A map of which the main value may stand alone."""

    def __init__(self, keys: Mapping[str, Any], main: str) -> None:
        super().__init__(keys)
        self.main = main


class Choices(dict[str, Any]):
    """Choices with what they are called; those called as they are written may be a plain list."""


class Layout:
    """A way to write files, by chance; ``first`` is the strategy's first language."""

    def __init__(self, seed: int, first: str) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - layouts, not secrets
        self.first = first
        self.anchors: dict[str, str] = {}
        self.named = 0

    def might(self, share: float = 0.5) -> bool:
        return self.chance.random() < share

    def file(self, value: Any) -> bytes:
        """Write a file: a comment or a beginning of a document first, lines that end in any way, a mark of order."""
        self.anchors = {}
        lines = list(self.block(value, 0)) if value and self.might(0.8) else [self.flow(value)]
        head = self.chance.choice([[], ["# Ensin"], ["---"], ["", "# a", "---"]])
        end = self.chance.choice(["\n", "\n", "\r\n"])
        text = end.join((*head, *lines)).replace("\r\n", "\n").replace("\n", end)
        return (b"\xef\xbb\xbf" if self.might(0.1) else b"") + (text + end * self.chance.randint(0, 2)).encode()

    def block(self, value: Any, indent: int) -> Iterator[str]:
        """Write a map or a list over several lines, with comments between."""
        pad = " " * indent
        for number, (key, held) in enumerate(self.entries(value)):
            if number and self.might(0.15):
                yield self.chance.choice(["", f"{pad}# ohimennen: 'x", "# vasen laita"])
            lead = f"{pad}-" if key is None else f"{pad}{self.scalar(key, key=True)}:"
            collection = isinstance(held, dict | list) and len(held) > 0
            if collection and self.anchored(held) is None and self.might(0.7):
                yield from self.nested(lead, held, indent, listed=key is None)
            elif isinstance(held, str) and not isinstance(held, Figure) and self.might(0.3):
                yield from self.literal(lead, held, indent)
            else:
                yield f"{lead} {self.flow(held)}{self.chance.choice(['', '', '', '  # jälkeen', ' '])}"

    def nested(self, lead: str, held: Any, indent: int, *, listed: bool) -> Iterator[str]:
        """Write what stands under a key or a dash, the first of a map's keys after the dash itself."""
        name = self.anchor(held)
        deeper = list(self.block(held, indent + 2))
        if listed and not name and self.might():
            yield f"{lead} {deeper[0].lstrip()}"
            yield from deeper[1:]
        else:
            yield f"{lead}{name}{self.chance.choice(['', '', '  # mitä'])}"
            yield from deeper

    def literal(self, lead: str, text: str, indent: int) -> Iterator[str]:
        """Write a text over lines of its own, as it stands, or folded where it is one line."""
        kept = text.removesuffix("\n")
        how = self.chance.choice("|>") if "\n" not in text else "|"
        yield f"{lead} {how}{'' if text.endswith(chr(10)) else '-'}"
        yield from (f"{' ' * (indent + 2)}{line}" if line else "" for line in kept.split("\n"))

    def flow(self, value: Any) -> str:
        """Write a value in a line; what stood before in the same file may be referred to."""
        known = self.anchored(value)
        if known is not None:
            return known
        name = self.anchor(value).lstrip()
        lead = f"{name} " if name else ""
        if not isinstance(value, dict | list):
            return lead + self.scalar(value)
        pairs = list(self.entries(value))
        gap = self.chance.choice(["", " "])
        inner = [self.flow(v) if k is None else f"{self.scalar(k, key=True)}: {self.flow(v)}" for k, v in pairs]
        opening, closing = "{}" if isinstance(value, dict) and not self.is_list(pairs) else "[]"
        return f"{lead}{opening}{gap}{', '.join(inner)}{gap}{closing}"

    @staticmethod
    def is_list(pairs: list[tuple[str | None, Any]]) -> bool:
        return bool(pairs) and pairs[0][0] is None

    def entries(self, value: Any) -> Iterator[tuple[str | None, Any]]:
        """Give keys and values, or the items of a list, in any order, each as it may be shortened."""
        if isinstance(value, Choices) and all(self.short(held) == key for key, held in value.items()) and self.might():
            value = list(value)
        pairs = list(value.items()) if isinstance(value, dict) else [(None, one) for one in value]
        for key, held in pairs if isinstance(value, Ordered) else self.chance.sample(pairs, len(pairs)):
            yield key, self.short(held) if self.might() else held

    def short(self, value: Any) -> Any:
        """Give the value that may stand alone for a map, else the map."""
        if isinstance(value, Several) and set(value) == {self.first}:
            return value[self.first]
        if (
            isinstance(value, Lone)
            and set(value) == {value.main}
            and isinstance(alone := self.short(value[value.main]), str)
        ):
            return alone
        return value

    def scalar(self, text: str, *, key: bool = False) -> str:
        """Write a scalar plain, or in either sort of quotes; a figure spelt in any way."""
        spelt = self.chance.choice(_spellings(text)) if isinstance(text, Figure) else text
        plain = _PLAIN.fullmatch(spelt) and spelt not in _NOTHING
        if plain and self.might(0.9 if key else 0.6):
            return spelt
        if "\n" in spelt or self.might():
            return json.dumps(spelt, ensure_ascii=False)
        return "'" + spelt.replace("'", "''") + "'"

    def anchor(self, value: Any) -> str:
        """Name a value by chance, so that it can be referred to."""
        if self.might(0.9) or isinstance(value, Ordered):
            return ""
        self.named += 1
        name = f"n{self.named}"
        self.anchors[_mark(value)] = name
        return f" &{name}"

    def anchored(self, value: Any) -> str | None:
        """Refer to the same value earlier in the file, by chance, if it was named."""
        name = self.anchors.get(_mark(value))
        return f"*{name}" if name and self.might() else None


class Ordered(list[Any]):
    """A list of which the order tells something."""


def _mark(value: Any) -> str:
    return f"{type(value).__name__} {json.dumps(value, sort_keys=True)}"


def _spellings(figure: str) -> list[str]:
    number = Decimal(figure)
    ways = [figure, f"{figure}0" if "." in figure else f"{figure}.0", f"{(number * 10).normalize():f}e-1"]
    ways += [f"{number / 10:f}e1"] if number % 10 == 0 else []
    return [*ways, f"+{figure}"] if number >= 0 else ways


def read(folders: Mapping[str, Any], seed: int, folder: str = "") -> Strategy:
    """Write a strategy in a layout of its own and load it; nothing is shared with what another ``folder`` holds."""
    about = {**folders["strategy.yaml"], "languages": Ordered(folders["strategy.yaml"]["languages"])}
    write = Layout(seed, about["languages"][0])
    files = {"strategy.yaml": write.file(about)}
    for name, things in folders.items():
        if name != "strategy.yaml":
            declared = about.get("fields", {}).get(FOLDERS[name].kind, {})
            files.update(
                _files(name, {key: _thing(name, held, declared, write) for key, held in things.items()}, write)
            )
    loaded = load(Source(folder, Version("test"), files))
    assert [f.rule for f in loaded.findings] == []
    return loaded.strategy


def _files(folder: str, things: Mapping[str, Any], write: Layout) -> Iterator[tuple[str, bytes]]:
    if write.might():
        if things:
            yield f"{folder}/all.yaml", write.file([{"id": name, **thing} for name, thing in things.items()])
        return
    for name, thing in things.items():
        identity = {"id": name} if write.might(0.2) else {}
        yield f"{folder}/{write.chance.choice(['', 'deep/er/'])}{name}.yaml", write.file({**identity, **thing})


def _thing(folder: str, held: Mapping[str, Any], declared: Mapping[str, Any], write: Layout) -> dict[str, Any]:
    """Give a thing's keys: of the city's own fields those declared, and one of an indicator's goals by itself."""
    thing = {key: value for key, value in held.items() if key != "own"}
    for key, value in held["own"].items():
        if key in declared:
            thing[key] = [value] if declared[key].get("list") == "true" else value
    if folder == "indicators" and thing.get("goals") and write.might():
        one, *rest = write.chance.sample(thing["goals"], len(thing["goals"]))
        thing = {**thing, "goal": one, "goals": rest}
    return thing
