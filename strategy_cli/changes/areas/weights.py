"""Weights: what the rows of all areas are weighed by."""

from typing import Final

from strategy_cli.changes.change import Weight

DECISION, NOTICE, PROGRESS, WORDING = Weight.DECISION, Weight.NOTICE, Weight.PROGRESS, Weight.WORDING
# A date by which something is due: to put it off past a year-end moves it out of the budget that it was decided with.
DUE: Final = {
    "postponed": NOTICE,
    "advanced": NOTICE,
    "postponed_to_later_year": DECISION,
    "advanced_to_earlier_year": NOTICE,
}
