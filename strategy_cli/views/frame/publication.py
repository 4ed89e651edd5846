"""Publication: what a report says of itself when it is published: its accessibility, and the open data beside it."""

import re
from dataclasses import dataclass

from strategy_cli.model.about import ReportSettings
from strategy_cli.model.text import Text

_LINK = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Publication:
    """What a published report says of itself.

    The accessibility statement is either behind the ``link`` or in ``words``, or nobody has written one.
    ``folder`` holds the open data, beside the page, in ``files``; None when there is no page for it to be beside.
    """

    link: Text | None
    words: Text | None
    licence: Text | None
    folder: str | None = None
    files: tuple[str, ...] = ()


def publication(settings: ReportSettings, folder: str | None, files: tuple[str, ...]) -> Publication:
    """Settle what a published report says, by the settings of its strategy."""
    given = settings.accessibility
    is_link = given is not None and all(_LINK.fullmatch(words.strip()) for _, words in given.words)
    return Publication(
        link=given if is_link else None,
        words=None if is_link else given,
        licence=settings.licence,
        folder=folder,
        files=files if folder else (),
    )
