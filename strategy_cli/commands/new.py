"""New: write the file of a new thing in its folder, checked before it is there."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from strategy_cli import loading, nearest, rules, source, vocabulary
from strategy_cli.commands import kinds
from strategy_cli.config import settings
from strategy_cli.editor import files
from strategy_cli.editor.known import models
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding, Level
from strategy_cli.formats.controls import visible
from strategy_cli.formats.outputs import write
from strategy_cli.loading import Loaded
from strategy_cli.messages import Messages
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.fields import ID
from strategy_cli.model.kinds import FOLDER_OF, attributes
from strategy_cli.ref import Ref
from strategy_cli.source import Source
from strategy_cli.starter.questions import DEFAULT
from strategy_cli.starter.thing import thing
from strategy_cli.strategy import Strategy
from strategy_cli.terminal import flowed

_BEFORE = ("schema", "reading", "links")  # families whose errors in the new file keep it from being written
_OF_MISSING = {"missing-key"}


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for: the kind's English name, and values by key, each as often as it was given."""

    kind: str
    id: str | None
    values: Mapping[str, Sequence[str]]
    data: Path | None
    language: str | None
    on: date


@dataclass(frozen=True, slots=True)
class Place:
    """The strategy that the new thing joins."""

    root: Path
    source: Source
    loaded: Loaded
    messages: Messages

    @property
    def strategy(self) -> Strategy:
        """The strategy as it is."""
        return self.loaded.strategy


def place(data: Path | None, language: str | None) -> Place:
    """Read the strategy that the new thing is to join."""
    root = source.find_root(data)
    read = source.from_folder(root, versioned=False)
    loaded = loading.load(read)
    return Place(root, read, loaded, Messages(language or loaded.strategy.about.languages[0]))


def kind_called(word: str) -> str:
    """Find the kind of thing that a word stands for, in any of the languages; raises StrategyError."""
    kind = kinds.called(word)
    if kind == About.kind:
        raise StrategyError("new-strategy", kind=word, known=kinds.known())
    return kind


def new(options: Options, at: Place) -> int:
    """Write the file and tell what comes next."""
    model = models(at.strategy)[options.kind]
    values = {key: [word] for key, word in DEFAULT.items() if key in attributes(model)}
    values |= {key: [*found] for key, found in options.values.items() if found}
    _known_keys(model, values)
    ref = Ref(model.kind, _id(options.id, model, values))
    path = f"{FOLDER_OF[ref.kind]}/{ref.id}.yaml"
    _free(ref, path, at)
    text = thing(model, values, at.messages)
    left = _checked(path, text, at, options.on)
    schemas = _schemas(at)
    write(text, str(at.root / path))
    sys.stdout.write(f"{visible(at.source.shown(path))}\n")
    for finding in left:
        sys.stderr.write(f"{flowed(visible(_sentence(finding, at.messages)), sys.stderr)}\n")
    sys.stderr.write(f"{flowed(at.messages.say('new.next', file=at.source.shown(path)), sys.stderr)}\n")
    if schemas:
        _refresh(at, schemas)
    return 0


def _known_keys(model: type[Entity], values: Mapping[str, Sequence[str]]) -> None:
    known = sorted(attributes(model))
    for key in values:
        if key not in known:
            close = vocabulary.key(key, model.kind, known) or nearest.name(key.replace("-", "_"), known)
            names = ", ".join(known)
            raise StrategyError("no-such-key-near" if close else "no-such-key", name=key, nearest=close, known=names)


def _id(given: str | None, model: type[Entity], values: Mapping[str, Sequence[str]]) -> str:
    """Settle the id: the one given, else made of the name."""
    name = next((values[key][-1] for key in ("name", "title") if key in values and key in attributes(model)), "")
    found = given or nearest.as_id(name)
    if not found:
        raise StrategyError("new-nameless")
    if not ID.fullmatch(found):
        suggestion = nearest.as_id(found)
        raise StrategyError("not-an-id-near" if suggestion else "not-an-id", id=found, suggestion=suggestion)
    return found


def _free(ref: Ref, path: str, at: Place) -> None:
    """Refuse an id that a thing has, or has had, and a file that is there."""
    if ref in at.strategy.places:
        taken = at.strategy.places[ref]
        raise StrategyError("id-in-use", thing=str(ref), place=str(taken.document.span(taken.prefix)))
    if (at.root / path).exists():
        raise StrategyError("id-in-use", thing=str(ref), place=at.source.shown(path))
    earlier = (e for e in at.strategy.entities[ref.kind].values() if ref.id in e.formerly)
    if renamed := next(earlier, None):
        raise StrategyError("id-was-used", thing=str(ref), now=str(renamed.ref))


def _checked(path: str, text: str, at: Place, on: date) -> list[Finding]:
    """Read the strategy with the new file in it; raises StrategyError for what keeps it from being read or linked."""
    read = replace(at.source, files={**at.source.files, path: text.encode()})
    loaded = loading.load(read)
    levels = settings(loaded.strategy.about, profile="minimum")
    found = [*loaded.findings, *rules.check(loaded.strategy, levels, on, read)]
    graver = {f.rule for f in found if rules.level_of(f.rule, levels) >= Level.ERROR} | {"post-called-by-name"}
    ours = [f for f in found if f.span.path == at.source.shown(path) and f.rule in graver]
    for finding in ours:
        if rules.RULES[finding.rule].family in _BEFORE:
            raise StrategyError("new-faulty", reason=_sentence(finding, at.messages))
    return ours


def _sentence(finding: Finding, messages: Messages) -> str:
    return " ".join(part for part in (messages.finding(finding), messages.help(finding)) if part)


def _schemas(at: Place) -> files.Wanted | None:
    """Tell whether the strategy's schemas are there and fresh, so that they may be kept so."""
    if not (at.root / files.FOLDER).is_dir():
        return None
    wanted = _wanted(at.root, at.strategy)
    fresh = all(file.is_file() and file.read_text("utf-8") == text for file, text in wanted.files.items())
    return wanted if fresh else None


def _wanted(root: Path, strategy: Strategy) -> files.Wanted:
    made = files.schemas(strategy, files.spoken(strategy))
    return files.wanted(root, root / files.FOLDER, made, settings=False)


def _refresh(at: Place, before: files.Wanted) -> None:
    strategy = loading.load(source.from_folder(at.root, versioned=False)).strategy
    for file, text in _wanted(at.root, strategy).files.items():
        if before.files[file] != text:
            write(text, str(file))
