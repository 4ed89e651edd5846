"""Files: the schemas of a strategy and the editor settings that use them, as the files that they are written to."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from strategy_cli import git
from strategy_cli.editor import vscode
from strategy_cli.editor.known import Known, known
from strategy_cli.editor.scalars import Schema
from strategy_cli.editor.schema import MODELS, schema
from strategy_cli.editor.wording import Wording
from strategy_cli.messages import LANGUAGES
from strategy_cli.model.about import About
from strategy_cli.model.kinds import FOLDER_OF, FOLDERS
from strategy_cli.source import MAIN_FILE
from strategy_cli.strategy import Strategy

FOLDER = Path(".strategy", "schemas")  # below the strategy's folder; reading passes by what begins with a point
_YAML = "*.{yaml,yml}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: file → text; and what can only be put by hand into settings that hold comments."""

    files: Mapping[Path, str]
    by_hand: Mapping[Path, str]


def spoken(strategy: Strategy) -> tuple[str, ...]:
    """Choose the languages that editors speak in: those of the strategy that the program knows, else English."""
    return tuple(code for code in strategy.about.languages if code in LANGUAGES) or ("en",)


def schemas(strategy: Strategy, languages: Sequence[str], *, ids: bool = True) -> dict[str, Schema]:
    """Make the schema of every kind, by kind."""
    had: Known = known(strategy, languages, ids=ids)
    return {kind: schema(kind, had, Wording(languages)) for kind in MODELS}


def wanted(
    root: Path, output: Path, made: Mapping[str, Schema], *, settings: bool = True, top: Path | None = None
) -> Wanted:
    """Settle the files for the schemas of the strategy in ``root``, and VS Code's settings in the folder opened."""
    files = {output / f"{kind}.json": dumped(one) for kind, one in made.items()}
    if not settings:
        return Wanted(files, {})
    top = top or opened(root)
    globs = {_reference(output / f"{kind}.json", top): _globs(kind, _prefix(root, top)) for kind in made}
    ready, by_hand = vscode.settings(top / ".vscode", globs)
    return Wanted({**files, **ready}, by_hand)


def dumped(data: object) -> str:
    """Write JSON as it is kept in git: indented, in plain letters."""
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def opened(root: Path) -> Path:
    """Settle which folder people open in the editor: the repository, else where they stand, else the strategy's own."""
    full, here = root.resolve(), Path.cwd()
    return git.repository_of(root) or (here if full.is_relative_to(here) else full)


def _globs(kind: str, prefix: str) -> list[str]:
    if kind == About.kind:  # but a decision's file may be called so too
        return [prefix + MAIN_FILE, *(f"!{prefix}{folder}/**" for folder in FOLDERS)]
    return [f"{prefix}{FOLDER_OF[kind]}/**/{_YAML}"]


def _prefix(root: Path, top: Path) -> str:
    return git.under(root.resolve().relative_to(top.resolve()).as_posix())


def _reference(file: Path, top: Path) -> str:
    full = file.resolve()
    return f"./{full.relative_to(top.resolve()).as_posix()}" if full.is_relative_to(top.resolve()) else full.as_uri()
