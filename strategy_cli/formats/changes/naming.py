"""Naming: the versions that are compared: what each is, what it rests on, and where it was read."""

from typing import Literal

from strategy_cli.formats.changes.citing import HASH, cite
from strategy_cli.formats.changes.values import said
from strategy_cli.messages import Messages
from strategy_cli.strategy import Strategy

Side = Literal["old", "middle", "new"]


def facts(strategy: Strategy, messages: Messages, *, folders: bool) -> str:
    """Tell a version's title, status and decision, and where it was read; its folder too if it is of ``folders``."""
    about = strategy.about
    decided = strategy.decisions.get(about.decision or "")
    cited = cite(decided, (strategy,), messages) if decided else ""
    told = (
        messages.say(f"words.strategy.status.{about.status}"),
        cited,
        read_from(strategy, messages, folders=folders),
    )
    return f"{said(about.title, messages.language)} ({'; '.join(fact for fact in told if fact)})"


def short(strategy: Strategy) -> str:
    """Name a version in a word: the revision asked for, else its folder."""
    return strategy.version.revision or strategy.version.place


def read_from(strategy: Strategy, messages: Messages, *, folders: bool) -> str:
    """Tell where a version was read: its revision or commit, and its folder if it is one of ``folders``."""
    version = strategy.version
    folder = messages.say("diff.folder", place=version.place)
    if version.commit is None:
        return folder
    key = "revision" if version.revision else "committed" if version.clean else "uncommitted"
    told = messages.say(f"diff.{key}", revision=version.revision, commit=version.commit[:HASH], day=version.day)
    return f"{folder}; {told}" if folders else told
