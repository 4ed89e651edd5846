"""Fix: an edit of a finding, with the text that stood there."""

from dataclasses import dataclass

from strategy_cli.finding import Edit, Finding


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that mends a finding, and what it replaces."""

    finding: Finding
    edit: Edit
    was: str
