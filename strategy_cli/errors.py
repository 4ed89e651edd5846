"""StrategyError: the work could not be done, and the one sentence that says why."""


class StrategyError(Exception):
    """The command cannot do its work; ``main`` prints the sentence and exits with 2.

    Holds the id of a message under ``errors`` in the locales and its arguments, never prose:
    the sentence is made in the reader's language.
    """

    def __init__(self, key: str, **args: object) -> None:
        """Keep the message id and its named arguments."""
        super().__init__(key, args)
        self.key = key
        self.message_args = args
