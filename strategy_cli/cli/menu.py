"""The menu of commands: each is a module of its name here, loaded only when it is asked for."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from strategy_cli.failing.misfit import Misfit

COMMANDS = ("lint", "rule", "diff", "history", "retrospect", "report", "init", "new", "schema")
_SETTINGS = {"help_option_names": ["-h", "--help"]}


class Menu(TyperGroup):
    """A group that knows its commands by name before any of them is loaded, so that a run loads one."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer asks with it
        """Name the commands in the order of help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load a command by its name; None when there is none."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _loaded(cmd_name)
        return super().get_command(ctx, cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command of the arguments; raises Misfit for one that is misspelt."""
        if args and args[0] not in COMMANDS and not ctx.resilient_parsing:
            from strategy_cli import nearest

            close = nearest.name(args[0], COMMANDS)
            raise Misfit("command-near" if close else "command", name=args[0], nearest=close, known=", ".join(COMMANDS))
        return super().resolve_command(ctx, args)


def _loaded(name: str) -> TyperCommand:
    alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    alone.command(name, context_settings=_SETTINGS)(getattr(import_module(f"strategy_cli.cli.{name}"), name))
    command = typer.main.get_command(alone)
    assert isinstance(command, TyperCommand)  # noqa: S101 - an app of one command is that command
    return command
