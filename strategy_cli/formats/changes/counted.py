"""Counted: how many changes there are and are not shown, how many things there were and are, what was kept."""

from strategy_cli.changes import Kept, Tally, Weight
from strategy_cli.formats.changes.words import Words
from strategy_cli.reviewing import Review

_SEVERAL = ("values", "themes")  # those of which there may be many; a vision there is one


def summary(review: Review, words: Words, *, option: bool = True) -> tuple[str, ...]:
    """Count the changes by weight, those not shown, and the weakenings that nothing settled: a sentence each.

    ``option`` names the one that shows what is not shown.
    """
    counts = words.say("diff.summary", **{weight.label: review.count(weight) for weight in Weight})
    told = [counts if review.selected else words.say("diff.none"), *hidden(review, words, option=option)]
    if count := len(review.undecided):
        told.append(words.say("diff.weakenings", count=count))
    return (*told, words.say("diff.cut")) if review.cut else tuple(told)


def hidden(review: Review, words: Words, *, option: bool = True) -> tuple[str, ...]:
    """Count what is not shown, a sentence each; ``option`` names the one that shows files of another layout."""
    layout = 0 if review.whole else len(review.comparison.layout)
    counts = {
        "lighter": review.hidden.lighter,
        "elsewhere": review.hidden.elsewhere,
        "same-meaning-all" if option else "same-meaning": layout,
    }
    return tuple(words.say(f"diff.{name}", count=count) for name, count in counts.items() if count)


def standing(review: Review, words: Words) -> tuple[str, ...]:
    """Say how many things there were and are, and how the strategy's own texts and objects stand: a line each.

    Nothing when there is no change for decision: readers of small changes know the whole.
    """
    if not review.count(Weight.DECISION):
        return ()
    kept = [one for one in review.comparison.kept if one.before or one.after]
    same = tuple(_field(one, words, count=True) for one in kept if one.unchanged)
    told = (
        "; ".join(_tally(one, words) for one in review.comparison.tallies),
        words.say("diff.kept.unchanged", fields=same) if same else "",
        *(_kept(one, words) for one in kept if not one.unchanged),
    )
    return tuple(f"{line[0].upper()}{line[1:]}" for line in told if line)


def _tally(tally: Tally, words: Words) -> str:
    key = "aim" if tally.level == "aim" else tally.kind
    return f"{words.say(f'diff.things.{key}')}: {tally.before} → {tally.after}"


def _field(kept: Kept, words: Words, *, count: bool = False) -> str:
    key = f"fields.strategy.{kept.field}"
    if kept.field not in _SEVERAL:
        return words.say(key)
    return f"{words.say(f'{key}.label')} ({kept.after})" if count else words.say(f"{key}.label")


def _kept(kept: Kept, words: Words) -> str:
    counts = {"before": kept.before, "after": kept.after, "same": kept.same, "reworded": kept.reworded}
    return words.say(f"diff.kept.{_how(kept)}", field=_field(kept, words), count=kept.after, **counts)


def _how(kept: Kept) -> str:
    if kept.field not in _SEVERAL:
        return "other"
    if not kept.before == kept.after == kept.same + kept.reworded:
        return "changed"
    return "partly" if kept.same else "reworded"
