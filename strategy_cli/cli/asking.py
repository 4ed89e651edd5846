"""Asking: questions on a terminal, for what the command line left out."""

import os
import sys
from collections.abc import Callable

import typer

from strategy_cli.cli.options import Language
from strategy_cli.terminal import flowed

Problem = Callable[[str], str | None]


def can_ask(*, yes: bool) -> bool:
    """Tell whether there is somebody to ask, who did not say yes to everything."""
    return not yes and sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, default: str | None = None, problem: Problem | None = None) -> str:
    """Ask until the answer will do, telling why one does not; no answer takes the default, if there is one."""
    while True:
        shown = flowed(f"{question} [{default}]" if default else question, sys.stderr)
        answer = str(typer.prompt(shown, default=default or "", show_default=False, err=True)).strip()
        told = problem(answer) if problem is not None and answer else None
        if told:
            typer.echo(flowed(told, sys.stderr), err=True)
        elif answer or default is not None:
            return answer


def first_language() -> str:
    """Give the language of the user's own surroundings, Finnish where they tell of none that the program knows."""
    told = (os.environ.get(name, "")[:2] for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((code for code in told if code in list(Language)), Language.FI.value)
