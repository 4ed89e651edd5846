"""Counted: how many changes there are and are not shown, how many things, what was kept, moved and left out."""

from collections.abc import Iterable, Iterator

from strategy_cli.changes import Kept, Tally, Weight
from strategy_cli.finding import Finding
from strategy_cli.formats.changes.words import Words
from strategy_cli.reviewing import Group, Review

_SEVERAL = ("values", "themes")  # those of which there may be many; a vision there is one


def summary(review: Review, words: Words, *, option: bool = True) -> tuple[str, ...]:
    """Count the changes by weight, those not shown, and the weakenings that no decision covers: a sentence each.

    ``option`` names the one that shows what is not shown.
    """
    counts = words.say("diff.summary", **{weight.label: number(review, weight, words) for weight in Weight})
    told = [counts if review.selected else none(review, words), *hidden(review, words, option=option)]
    if count := len(review.unrecorded):
        accepted = count - len(review.undecided)
        key = "diff.weakenings-accepted" if accepted else "diff.weakenings"
        told.append(words.say(key, count=count, accepted=accepted))
    told += [words.say(f"diff.{key}") for key in ("cut", "diverged") if getattr(review, key)]
    return tuple(told)


def none(review: Review, words: Words) -> str:
    """Say that there are no changes, or none in what could be read."""
    return words.say("diff.none-read" if any(review.left_out) else "diff.none")


def number(review: Review, weight: Weight, words: Words) -> str:
    """Count the changes of one weight, shown or not, and those that follow from them or from others."""
    count, more = review.counted.get(weight, (0, 0))
    if not more:
        return str(count)
    return words.say("diff.follows", count=count, more=more) if count else words.say("diff.follows-others", more=more)


def heading(review: Review, weight: Weight, words: Words) -> str:
    """Head the changes of one weight, counted."""
    return f"{words.say(f'diff.weights.{weight.label}')} ({number(review, weight, words)})"


def taken_back(review: Review, words: Words) -> str:
    """Head the changes that the version in the middle made and the new one took back, counted."""
    count, more = len(review.undone), sum(len(group.carried) for group in review.undone)
    number = words.say("diff.follows", count=count, more=more) if more else count
    return f"{words.say('diff.undone')} ({number})"


def explained(groups: Iterable[Group], words: Words) -> tuple[str, ...]:
    """Explain, where no decision covers a weakening among lighter changes, why it needs one."""
    asked = (entry for group in groups if group.weight is not Weight.DECISION for entry in group.asked)
    return (words.say("diff.weakening-lighter"),) if any(entry.unrecorded for entry in asked) else ()


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


def layout(review: Review, words: Words) -> tuple[str, ...]:
    """Say which files mean the same in another layout, a line each, where all is asked for."""
    held = review.comparison.layout if review.whole else ()
    return tuple(words.say(f"diff.layout.{one.how}", old=one.old, new=one.new) for one in held)


def left_out(review: Review, words: Words) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Say of which sides a comparison does without what does not load, each with its faults."""
    old, new = review.left_out
    for side, faults in (("old", old), ("middle", review.left_out_between), ("new", new)):
        if faults:
            yield words.say("diff.left-out", side=words.say(f"diff.{side}")), faults


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
