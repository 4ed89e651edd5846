"""Source: the files of one version of a strategy, from a folder or a git revision."""

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from strategy_cli import git
from strategy_cli.errors import StrategyError
from strategy_cli.revision import Meant, meant, no_strategy

MAIN_FILE = "strategy.yaml"
ACCEPTED_FILE = "accepted.yaml"  # the differences that somebody accepted, which are nothing of the strategy itself
LARGEST_FILE = 5 * 1024 * 1024
_SIGNS = ("goals", "indicators", "projects", "owners")  # folders that tell a strategy, even without its main file
_ENDINGS = (".yaml", ".yml")
# How reports look: the city's own templates, colours and logo.
_LOOK = {"templates": (".j2", ".css"), "theme": (".yaml", ".yml", ".svg", ".png")}
_LOOKS = tuple(f"{folder}/" for folder in _LOOK)
_REGULAR_FILE = "100"  # how git's modes of files begin
_LINK = "120000"


@dataclass(frozen=True, slots=True)
class Version:
    """What names a version: the revision asked for, its commit and day; for a folder, whether it is as committed.

    All are None outside git. ``revision`` is None for a working folder, where ``clean`` says
    whether the commit tells the whole truth.
    """

    place: str
    revision: str | None = None
    commit: str | None = None
    day: date | None = None
    clean: bool | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """The YAML files of one version: path in the data root → bytes; each reading of them is itself alone.

    ``refused`` are files that were not read, each with the id of the rule that says why.
    ``neighbours`` are the main files of other strategies in folders beside this one.
    ``look`` are the files of the folders ``templates`` and ``theme``, which hold nothing of the strategy itself.
    ``prefix`` is put before a path to show it to people. ``folder`` is where the files stand on disk; None of
    those read from a revision. ``repository`` is the root of the git working tree that they belong to.
    """

    prefix: str
    version: Version
    files: Mapping[str, bytes]
    refused: Mapping[str, str] = field(default_factory=dict)
    neighbours: Mapping[str, bytes] = field(default_factory=dict)
    look: Mapping[str, bytes] = field(default_factory=dict)
    folder: Path | None = None
    repository: Path | None = None

    def shown(self, path: str) -> str:
        """Turn a path in the data root into the path that people and forges are shown."""
        return self.prefix + path


def find_root(data: Path | None) -> Path:
    """Settle the data root: the folder given, else the nearest ``strategy.yaml`` upwards, else ``./strategy_data``.

    Raises StrategyError when there is no ``strategy.yaml`` there.
    """
    here = Path.cwd()
    upwards = (p for p in (here, *here.parents) if (p / MAIN_FILE).is_file())
    root = data or next(upwards, here / "strategy_data")
    if root.is_file():
        raise StrategyError("data-is-file", file=str(data or root.name), folder=str(root.parent))
    if not root.is_dir():
        if data is None and any((here / name).is_dir() for name in _SIGNS):
            raise StrategyError("no-strategy", folder=here.name)
        raise StrategyError("no-folder", folder=str(data or "strategy_data"))
    if not (root / MAIN_FILE).is_file():
        raise StrategyError(
            "submodule-empty" if _is_empty_submodule(root) else "no-strategy", folder=str(data or root.name)
        )
    return root


def _is_empty_submodule(root: Path) -> bool:
    repository = git.repository_of(root)
    inside = root.resolve().relative_to(repository).as_posix() if repository else "."
    return repository is not None and git.submodule_at(repository, None, inside) is not None


def from_folder(root: Path, *, versioned: bool = True) -> Source:
    """Read a folder as it is on disk; ``versioned`` also asks git which commit it stands on.

    Symbolic links and files over 5 MiB are refused, not read.
    """
    repository = git.repository_of(root)
    files: dict[str, bytes] = {}
    refused: dict[str, str] = {}
    for path, full in _walk(str(root), "", refused):
        try:
            facts = os.stat(full)  # noqa: PTH116
            if facts.st_size > LARGEST_FILE:
                refused[path] = "too-large"
            elif stat.S_ISREG(facts.st_mode):
                with open(full, "rb") as file:  # noqa: PTH123 - a Path for each would take longer than reading it
                    files[path] = file.read()
            else:
                refused[path] = "unreadable-file"
        except OSError:
            refused[path] = "unreadable-file"
    version = _folder_version(root, repository) if versioned else Version(_name(root))
    strategy, look = _apart(files)
    prefix, neighbours = _prefix(root, repository), _neighbours(root, repository)
    return Source(prefix, version, strategy, refused, neighbours, look, root, repository)


def from_revision(root: Path, revision: str, *, only: tuple[str, ...] = ()) -> Source:
    """Read the same folder as it was at a git revision, or ``only`` what begins so of it.

    A revision is a branch, a tag, a commit, a day (``@2025-01-01``), or one of them with another folder (``v1:old``).
    Raises StrategyError without a repository, such a revision, or a strategy at that place in it.
    """
    repository = git.repository_of(root)
    if repository is None:
        raise StrategyError("no-repository", folder=str(root), revision=revision)
    at = meant(repository, revision, root.resolve().relative_to(repository).as_posix())
    return from_commit(repository, at, revision, only=only)


def from_commit(repository: Path, at: Meant, revision: str, *, only: tuple[str, ...] = ()) -> Source:
    """Read a folder as it was at a commit that was asked for as ``revision``; raises StrategyError like the above."""
    prefix = git.under(at.folder)
    entries, refused = [], {}
    for entry in git.tree(repository, at.commit.hash, at.folder):
        path = entry.path.removeprefix(prefix)
        if only and not path.startswith(only):
            continue
        if entry.mode == _LINK and _may_be_ours(path):
            refused[path] = "symbolic-link"
        elif not _is_ours(path) or not entry.mode.startswith(_REGULAR_FILE):
            continue
        elif entry.size > LARGEST_FILE:
            refused[path] = "too-large"
        else:
            entries.append((path, entry.blob))
    files = dict(zip((p for p, _ in entries), git.blobs(repository, (b for _, b in entries)), strict=True))
    if MAIN_FILE not in files:
        raise no_strategy(revision, at, repository, _strategies(repository, at))
    strategy, look = _apart(files)
    version = Version(PurePosixPath(at.folder).name or repository.name, revision, at.commit.hash, at.commit.day)
    return Source(prefix, version, strategy, refused, look=look, repository=repository)


def _strategies(repository: Path, at: Meant) -> list[str]:
    """List the folders that are strategies at a commit; inside one, the file is that of a thing with that id."""
    paths = (PurePosixPath(e.path) for e in git.tree(repository, at.commit.hash, ".") if _is_ours(e.path))
    found = {path.parent: None for path in paths if path.name == MAIN_FILE}
    return [folder.as_posix() for folder in found if found.keys().isdisjoint(folder.parents)]


def _walk(folder: str, prefix: str, refused: dict[str, str]) -> Iterator[tuple[str, str]]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda e: e.name)
    except OSError:
        refused[prefix.rstrip("/")] = "unreadable-file"
        return
    for entry in entries:
        path = prefix + os.fsencode(entry.name).decode("utf-8", "replace")
        if entry.name.startswith(("_", ".")):
            continue
        if entry.is_symlink():
            if _may_be_ours(path):
                refused[path] = "symbolic-link"
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, path + "/", refused)
        elif _is_ours(path):
            yield path, entry.path


def _is_ours(path: str) -> bool:
    parts = path.split("/")
    endings = _ENDINGS + _LOOK.get(parts[0], ())
    return parts[-1].lower().endswith(endings) and not any(p.startswith(("_", ".")) for p in parts)


def is_strategy(path: str) -> bool:
    """Tell whether a file in the data root, by its path there, is one of the strategy itself."""
    return _is_ours(path) and not _is_look(path)


def _is_look(path: str) -> bool:
    return path.startswith(_LOOKS) and path.lower().endswith(_LOOK[path.split("/", maxsplit=1)[0]])


def _apart(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Part the files of the strategy from those that say how reports look."""
    look = {path: content for path, content in files.items() if _is_look(path)}
    return {path: content for path, content in files.items() if path not in look}, look


def _may_be_ours(link: str) -> bool:
    """Tell whether a link may stand for a file of the strategy, or for a folder of them."""
    hidden = any(part.startswith(("_", ".")) for part in link.split("/"))
    return _is_ours(link) or not (hidden or PurePosixPath(link).suffix)


def _name(root: Path) -> str:
    return root.name or root.resolve().name


def _prefix(root: Path, repository: Path | None) -> str:
    full = root.resolve()
    for base in (repository, Path.cwd()):
        if base is not None and full.is_relative_to(base):
            return git.under(full.relative_to(base).as_posix())
    return full.as_posix() + "/"


def _folder_version(root: Path, repository: Path | None) -> Version:
    at = git.head(repository) if repository else None
    if repository is None or at is None:
        return Version(_name(root))
    return Version(_name(root), None, at.hash, at.day, git.is_clean(repository, root.resolve()))


def _neighbours(root: Path, repository: Path | None) -> dict[str, bytes]:
    full = root.resolve()
    if full in (repository, full.parent):
        return {}
    beside = sorted(p for p in full.parent.glob("[!._]*/" + MAIN_FILE) if p.parent.resolve() != full)
    found = {}
    for file in beside:
        with suppress(OSError):  # a strategy that cannot be read says nothing here
            if file.stat().st_size <= LARGEST_FILE:
                found[_prefix(file.parent, repository) + MAIN_FILE] = file.read_bytes()
    return found
