"""Wrong: what is wrong with an expression, as the name of a message and its arguments."""

from typing import Any


class WrongError(Exception):
    """An expression cannot be used: ``problem`` names the message, ``word`` what in the text is at fault."""

    def __init__(self, problem: str, word: str | None = None, **args: Any) -> None:
        """Keep what is said of it."""
        super().__init__(problem)
        self.problem, self.word, self.said = problem, word, {**args, "word": word}
