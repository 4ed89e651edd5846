"""Git by subprocess: commits, what they hold and what they changed."""

from strategy_cli.git.contents import TreeEntry, blobs, holding, same_folder, submodule_at, tree, under
from strategy_cli.git.lines import blame, cut_off, indexed
from strategy_cli.git.log import FileChange, Logged, commits, mainline, moved_from, woven
from strategy_cli.git.revisions import Commit, begin, commit, head, is_shallow, names, repository_of
from strategy_cli.git.state import is_clean, left_out, tracks

__all__ = [
    "Commit",
    "FileChange",
    "Logged",
    "TreeEntry",
    "begin",
    "blame",
    "blobs",
    "commit",
    "commits",
    "cut_off",
    "head",
    "holding",
    "indexed",
    "is_clean",
    "is_shallow",
    "left_out",
    "mainline",
    "moved_from",
    "names",
    "repository_of",
    "same_folder",
    "submodule_at",
    "tracks",
    "tree",
    "under",
    "woven",
]
