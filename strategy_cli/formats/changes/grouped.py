"""Changes for a terminal: the versions, what the changes come to, then each change with what it caused, by weight."""

from collections.abc import Iterator
from itertools import groupby

from strategy_cli.changes import Weight
from strategy_cli.formats.changes import counted
from strategy_cli.formats.changes.behind import Behind, behind, over, shared
from strategy_cli.formats.changes.entries import LONGEST, hanging, hints, is_of_being, place
from strategy_cli.formats.changes.indented import Line, written
from strategy_cli.formats.changes.words import Words, line
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Entry, Group, Review

STYLES = {Weight.DECISION: "bold red", Weight.NOTICE: "yellow", Weight.PROGRESS: "green", Weight.WORDING: "blue"}
_MOST = 8  # changes listed beneath the one that caused them


def grouped(review: Review, messages: Messages, width: int, *, color: bool) -> str:
    """Write the changes under their weights and things, gravest first, the versions named above."""
    return written(_Page(review, Words.of(review, messages)).lines(), width, color=color)


class _Page:
    """The lines of a review; what stands behind all the changes of a thing or a weight is told once, above them."""

    def __init__(self, review: Review, words: Words) -> None:
        self.review = review
        self.words = words
        self.above = Behind(commits=shared(behind(entry, words) for entry in review.shown).commits)

    def lines(self) -> Iterator[Line]:
        for side in self.words.shown:
            label = f"{self.words.say(f'diff.{side}')}:"
            yield Line(0, (label, "bold"), (self.words.version(side).removeprefix(label), ""))
        yield Line()
        lead = [Line(0, (said, "")) for said in counted.standing(self.review, self.words)]
        lead += [Line(0, (said, "dim")) for said in self.above.commits]
        yield from (*lead, Line()) if lead else ()
        for weight, held in groupby(self.review.groups, key=lambda group: group.weight):
            yield from self._section(weight, list(held))
            yield Line()
        yield from self._layout()

    def _section(self, weight: Weight, groups: list[Group]) -> Iterator[Line]:
        title = self.words.say(f"diff.weights.{weight.label}")
        more = sum(len(group.carried) for group in groups)
        follows = self.words.say("diff.follows", weight=title, count=len(groups), more=more)
        yield Line(0, (follows if more else f"{title} ({len(groups)})", STYLES[weight]))
        common = shared(behind(group.head, self.words) for group in groups)
        yield from _told(common, self.above, groups[0].head, 2)
        above = over(common, self.above)
        for _, held in groupby(groups, key=lambda group: group.head.change.subject):
            yield from self._thing(list(held), above)

    def _thing(self, groups: list[Group], above: Behind) -> Iterator[Line]:
        head = groups[0].head
        name, ref = self.words.about(head).name(head.change), line(str(head.change.subject))
        if len(groups) == 1 and is_of_being(head.change):
            said = self.words.about(head).what(head.change)
            yield Line(2, (f"{said}: ", ""), (name, "bold"), *self._after(head))
            yield from self._beneath(groups[0], behind(head, self.words), above, 4)
            return
        yield Line(2, (name, "bold"), (f"  {ref}", "dim"))
        behinds = [behind(group.head, self.words) for group in groups]
        common = shared(behinds)
        yield from _told(common, above, head, 4)
        above = over(common, above)
        for group, own in zip(groups, behinds, strict=True):
            said = self.words.about(group.head).event(group.head.change, LONGEST)
            yield Line(4, (said, ""), *self._after(group.head))
            yield from self._beneath(group, own, above, 6)

    def _beneath(self, group: Group, own: Behind, above: Behind, indent: int) -> Iterator[Line]:
        head = group.head
        yield from self._notes(head, own, above, indent)
        carried = sorted(group.carried, key=lambda entry: -entry.weight)
        most = len(carried) if self.review.whole else _MOST
        told = [one for number, one in enumerate(carried) if number < most or one.weight > head.weight]
        for entry in told:
            yield from self._carried(entry, head, own, indent)
        if cut := len(carried) - len(told):
            yield Line(indent, (self.words.say("diff.more", count=cut), "dim"))
        if still := hanging(group, self.words):
            yield Line(indent, (still, "yellow"))

    def _carried(self, entry: Entry, head: Entry, above: Behind, indent: int) -> Iterator[Line]:
        change, words = entry.change, self.words.about(entry)
        about_head = head.change.subject in (change.before, change.after) and None in (change.before, change.after)
        said = words.what(change) if about_head else words.event(change, LONGEST)
        if change.subject != head.change.subject:
            said = f"{words.name(change)}: {said}"
        yield Line(indent, ("↳ ", "dim"), (said, ""), *self._after(entry))
        yield from self._notes(entry, behind(entry, self.words), above, indent + 2)

    def _notes(self, entry: Entry, own: Behind, above: Behind, indent: int) -> Iterator[Line]:
        yield from _told(own, above, entry, indent)
        yield from (Line(indent, (said, "cyan")) for said in hints(self.review, entry, self.words))

    def _after(self, entry: Entry) -> Iterator[tuple[str, str]]:
        """Give what ends the line of a change: that it is a weakening, its place, and what to accept it by."""
        if entry.weakening:
            yield "  ", ""
            yield f"[{self.words.say('diff.weakening')}]", "bold red" if entry.undecided else "bold"
        yield f"  {place(entry.change)}", "dim"
        if self.review.whole and entry.undecided:
            yield f"  {self.words.say('diff.mark', mark=entry.mark)}", "dim"

    def _layout(self) -> Iterator[Line]:
        held = self.review.comparison.layout if self.review.whole else ()
        if held:
            yield Line(0, (self.words.say("diff.layout.title", count=len(held)), "bold"))
            told = (self.words.say(f"diff.layout.{one.how}", old=one.old, new=one.new) for one in held)
            yield from (*(Line(2, (said, "")) for said in told), Line())


def _told(own: Behind, above: Behind, entry: Entry, indent: int) -> Iterator[Line]:
    """Say what stands behind a change, but what is told above."""
    settled = "red" if entry.undecided else "green" if entry.decisions else "yellow"
    for told, there, style in zip(own, above, ("cyan", settled, "dim"), strict=True):
        if told != there:
            yield from (Line(indent, (said, style)) for said in told)
