"""Misfit: a value of the command line that does not fit its option, as a message's id and arguments."""

import typer


class Misfit(typer.BadParameter):
    """A value does not fit; holds the id of a message under ``usage`` and its arguments."""

    def __init__(self, key: str, **args: object) -> None:
        """Keep the message id and its named arguments."""
        super().__init__(key)
        self.key = key
        self.message_args = args
