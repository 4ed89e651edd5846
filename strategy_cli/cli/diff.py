"""The diff command's options."""

from datetime import date

from strategy_cli.cli.diff_options import (
    AcceptedFile,
    All,
    Base,
    Bodies,
    FailOn,
    Floor,
    Formats,
    Goals,
    Kinds,
    Lenient,
    New,
    Old,
    Owners,
    RequireDecision,
    Units,
)
from strategy_cli.cli.options import AsOf, Color, ColorOption, Data, Lang, Weight


def diff(
    old: Old = "HEAD",
    new: New = None,
    base: Base = None,
    data: Data = None,
    kinds: Kinds = None,
    goals: Goals = None,
    units: Units = None,
    owners: Owners = None,
    bodies: Bodies = None,
    weight: Floor = Weight.WORDING,
    *,
    whole: All = False,
    fail_on: FailOn = None,
    require_decision: RequireDecision = False,
    accepted: AcceptedFile = None,
    lenient: Lenient = False,
    as_of: AsOf = None,
    lang: Lang = None,
    formats: Formats = None,
    color: ColorOption = Color.AUTO,
) -> int:
    """Compare two versions by meaning.

    Tells what needs a decision, what is for notice, what is progress, and what is only wording.
    """
    from strategy_cli.commands import diff as command
    from strategy_cli.terminal import terminal

    options = command.Options(
        names=(old, new) if base is None else (base, old, new),
        data=data,
        wanted=command.wanted(weight.value, whole, as_of or date.today(), kinds, goals, units, owners, bodies),
        gate=command.Gate(fail_on and fail_on.value, require_decision, accepted),
        lenient=lenient,
        language=lang and lang.value,
        formats=formats or (),
        terminal=terminal(color.value),
    )
    return command.diff(options)
