"""Schema: write what editors need to complete, explain and check a strategy's files, or tell whether it is stale."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from strategy_cli import loading, source
from strategy_cli.editor import files
from strategy_cli.editor.files import Wanted
from strategy_cli.formats.controls import visible
from strategy_cli.formats.outputs import STDOUT, outputs, write
from strategy_cli.messages import Messages

FORMATS = ("json",)


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line."""

    data: Path | None
    output: Path | None
    languages: Sequence[str]
    formats: Sequence[str]
    ids: bool
    settings: bool
    check: bool


def schema(options: Options) -> int:
    """Write the schemas and the settings; with ``check`` only tell, by 1, that they are stale."""
    asked = outputs(options.formats, FORMATS, ())
    root = source.find_root(options.data)
    strategy = loading.load(source.from_folder(root, versioned=False)).strategy
    languages = tuple(options.languages) or files.spoken(strategy)
    made = files.schemas(strategy, languages, ids=options.ids)
    for output in asked:
        write(files.dumped(made), output.file or STDOUT)
    if asked:
        return 0
    folder = options.output or root / files.FOLDER
    wanted = files.wanted(root, folder, made, settings=options.settings)
    messages = Messages(languages[0])
    told = list(_by_hand(wanted, messages))
    if options.check:
        stale = list(_stale(wanted, messages))
        told = [*stale, *told, messages.say("schema.refresh")] if stale else told
        sys.stderr.writelines(f"{line}\n" for line in told)
        return int(bool(told))
    for file in refreshed(wanted):
        sys.stdout.write(f"{visible(shown(file))}\n")
    sys.stderr.writelines(f"{line}\n" for line in told)
    return 0


def refreshed(wanted: Wanted) -> Iterator[Path]:
    """Write the files that are not as they should be, and give each."""
    for file, text in wanted.files.items():
        if not _is(file, text):
            write(text, str(file))
        yield file


def shown(file: Path) -> str:
    """Give a path as people read it from where they stand."""
    full, here = file.resolve(), Path.cwd()
    return (full.relative_to(here) if full.is_relative_to(here) else file).as_posix()


def _stale(wanted: Wanted, messages: Messages) -> Iterator[str]:
    for file, text in wanted.files.items():
        if not _is(file, text):
            key = "schema.stale" if file.is_file() else "schema.missing"
            yield messages.say(key, file=visible(shown(file)))


def _by_hand(wanted: Wanted, messages: Messages) -> Iterator[str]:
    for file, text in wanted.by_hand.items():
        yield messages.say("schema.settings.by-hand", file=visible(shown(file)))
        yield text


def _is(file: Path, text: str) -> bool:
    return file.is_file() and file.read_bytes().removeprefix(b"\xef\xbb\xbf") == text.encode()
