"""Init: make a new strategy in a folder, with what editors and forges need, and never over a file that is there."""

import sys
from dataclasses import dataclass
from pathlib import Path

from strategy_cli import git, loading, source
from strategy_cli.editor import files
from strategy_cli.errors import StrategyError
from strategy_cli.formats.controls import visible
from strategy_cli.formats.outputs import write
from strategy_cli.messages import Messages
from strategy_cli.model.fields import LANGUAGE
from strategy_cli.source import MAIN_FILE
from strategy_cli.starter.beginning import DATA, FORGES, Beginning, beginning
from strategy_cli.terminal import flowed


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for: the strategy, its folder, whether files that are there may stay, and a git repository."""

    begun: Beginning
    folder: Path
    keep: bool
    git: bool


def init(options: Options) -> int:
    """Write the files; the caller checks the strategy with lint, and then tells the next steps."""
    begun, folder = options.begun, options.folder
    _sound(begun)
    _apart(folder)
    texts = {folder / path: text for path, text in beginning(begun).items()}
    taken = [file for file in texts if file.exists() or file.is_symlink()]
    data = folder / DATA
    if not options.keep or any(file.is_relative_to(data) for file in taken):
        _refuse(taken)
    for file, text in texts.items():
        if file not in taken:
            write(text, str(file))
    if options.git and git.repository_of(folder) is None:
        git.begin(folder)
    written = [*(file for file in texts if file not in taken), *_for_editors(folder)]
    _told(written, taken, Messages(begun.spoken))
    return 0


def steps(folder: Path, begun: Beginning, *, unsettled: bool) -> None:
    """Tell what to do next; ``unsettled`` is what a forge installs the program from."""
    messages, (forge, *_) = Messages(begun.spoken), (*FORGES[begun.forge], "")
    numbers = ("one", "two", "three", "four") if forge and unsettled else ("one", "two", "three")
    said = [messages.say(f"init.step.{n}", folder=visible(str(folder)), file=forge) for n in numbers]
    lines = "\n".join((messages.say("init.next"), *said))
    sys.stdout.write(f"\n{flowed(lines, sys.stdout)}\n")


def _sound(begun: Beginning) -> None:
    if not begun.name.strip():
        raise StrategyError("init-nameless")
    for code in begun.languages:
        if not LANGUAGE.fullmatch(code):
            raise StrategyError("init-language", code=code)
    if begun.until < begun.from_:
        raise StrategyError("init-period", from_=begun.from_, until=begun.until)


def _apart(folder: Path) -> None:
    """Refuse a folder that is a strategy, or is inside one: its files would be read as that one's."""
    full = folder.resolve()
    main = next((p / MAIN_FILE for p in (full / DATA, full, *full.parents) if (p / MAIN_FILE).is_file()), None)
    if main is not None:
        raise StrategyError("init-inside", folder=str(folder), main=str(main))


def _refuse(taken: list[Path]) -> None:
    if taken:
        raise StrategyError("in-the-way", files=[file.as_posix() for file in taken])


def _for_editors(folder: Path) -> list[Path]:
    """Write the schemas of what is now there, and the settings that use them, beside any that are there."""
    root = folder / DATA
    strategy = loading.load(source.from_folder(root, versioned=False)).strategy
    made = files.schemas(strategy, files.spoken(strategy))
    wanted = files.wanted(root, root / files.FOLDER, made, top=folder)
    for file, text in wanted.files.items():
        write(text, str(file))
    return list(wanted.files)


def _told(written: list[Path], kept: list[Path], messages: Messages) -> None:
    for file in written:
        sys.stdout.write(f"{visible(file.as_posix())}\n")
    for file in kept:
        sys.stderr.write(f"{messages.say('init.kept', file=visible(file.as_posix()))}\n")
