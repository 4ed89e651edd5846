"""Succeeding: the words and the edit by which a finding hands work over to who goes on with it."""

from collections.abc import Sequence
from datetime import date

from strategy_cli.finding import Edit
from strategy_cli.measuring.succession import Holder
from strategy_cli.model.text import Text
from strategy_cli.span import Span


def names(heirs: Sequence[Holder]) -> tuple[Text | str, ...]:
    """Give what people call those who go on."""
    return tuple(one.label or one.id for one in heirs)


def handing_over(span: Span, heirs: Sequence[Holder], on: date) -> Edit | None:
    """Offer to write the only one who goes on, if it has begun: who really does is for people to say."""
    if len(heirs) != 1 or (heirs[0].from_ is not None and heirs[0].from_ > on):
        return None
    return Edit(span, heirs[0].id, sure=False)
