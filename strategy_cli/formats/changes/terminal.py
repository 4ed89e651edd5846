"""Changes for a terminal: the versions, what the changes come to, then each change with what it caused, by weight."""

from collections.abc import Iterator
from itertools import groupby

from strategy_cli.changes import Weight
from strategy_cli.formats.changes import counted
from strategy_cli.formats.changes.citing import HASH
from strategy_cli.formats.changes.entries import between, hanging, hints, place
from strategy_cli.formats.changes.indented import Line, written
from strategy_cli.formats.changes.reasons import Brought, Reason, Settled, over, reason, shared
from strategy_cli.formats.changes.words import LONGEST, Words, line
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Entry, Group, Review

STYLES = {Weight.DECISION: "bold red", Weight.NOTICE: "yellow", Weight.PROGRESS: "green", Weight.WORDING: "blue"}
_MOST = 8  # changes listed beneath the one that caused them


def grouped(review: Review, messages: Messages, width: int, *, color: bool) -> str:
    """Write the changes under their weights and things, gravest first, the versions named above."""
    return written(_Listing(review, Words.of(review, messages)).lines(), width, color=color)


class _Listing:
    """The lines of a review; what stands behind all the changes of a thing or a weight is told once, above them."""

    def __init__(self, review: Review, words: Words) -> None:
        self.review = review
        self.words = words
        self.uncommitted = all(entry.uncommitted and not entry.commits for entry in review.shown)  # the header says so
        common = shared(map(self._reason, review.shown)).brought
        self.above = Reason(brought=Brought(uncommitted=True) if self.uncommitted else common)

    def lines(self) -> Iterator[Line]:
        for side in self.words.shown:
            label = f"{self.words.say(f'diff.{side}')}:"
            yield Line(0, (label, "bold"), (self.words.version(side).removeprefix(label), ""))
        yield Line()
        lead = [Line(0, (said, "")) for said in counted.standing(self.review, self.words)]
        lead += [Line(0, (said, "dim")) for said in _commits(self.above.brought, self.words) if not self.uncommitted]
        yield from (*lead, Line()) if lead else ()
        for weight, held in groupby(self.review.groups, key=lambda group: group.weight):
            yield Line(0, (counted.heading(self.review, weight, self.words), STYLES[weight]))
            yield from self._section([*held])
        if self.review.undone:
            yield Line(0, (counted.taken_back(self.review, self.words), "cyan"))
            yield from self._section([*self.review.undone])
        yield from self._layout()

    def _section(self, groups: list[Group]) -> Iterator[Line]:
        yield from (Line(2, (said, "yellow")) for said in counted.explained(groups, self.words))
        common = shared(self._reason(group.head) for group in groups)
        if common.settled.missing and any(one.decisions or one.approval for group in groups for one in group.carried):
            common = common._replace(settled=Settled())
        yield from self._told(common, self.above, groups[0].head, 2, missing="diff.none-decided")
        above = over(common, self.above)
        for _, of_thing in groupby(groups, key=lambda group: group.head.change.subject):
            yield from self._thing([*of_thing], above)
        yield Line()

    def _thing(self, groups: list[Group], above: Reason) -> Iterator[Line]:
        head = groups[0].head
        name = self.words.about(head).name(head.change)
        file, stem = _file(head)
        if len(groups) == 1 and (head.change.came or head.change.went):
            said = self.words.about(head).what(head.change)
            parts = (f"{said}: ", ""), (name, "bold"), *self._after(groups[0])
            yield Line(2, *parts, tail=f"{stem}{place(head.change)}")
            yield from self._beneath(groups[0], self._reason(head), above, 4)
            return
        yield Line(2, (name, "bold"), tail=f"{stem}{line(file)}")
        reasons = [self._reason(group.head) for group in groups]
        common = shared(reasons)
        yield from self._told(common, above, head, 4)
        above = over(common, above)
        for group, own in zip(groups, reasons, strict=True):
            said = self.words.about(group.head).event(group.head.change, LONGEST)
            where = place(group.head.change, file)
            near = (f"\u00a0\u00a0{where}", "dim") if where.startswith(":") else ("", "")
            yield Line(4, (said, ""), *self._after(group), near, tail="" if near[0] else where)
            yield from self._beneath(group, own, above, 6)

    def _beneath(self, group: Group, own: Reason, above: Reason, indent: int) -> Iterator[Line]:
        head = group.head
        yield from self._notes(head, own, above, indent)
        carried = sorted(group.carried, key=lambda entry: -entry.weight)
        most = len(carried) if self.review.whole else _MOST
        told = [one for number, one in enumerate(carried) if number < most or one.weight > head.weight]
        for entry in told:
            yield from self._carried(entry, head, own, indent)
        if cut := len(carried) - len(told):
            yield Line(indent, (self.words.say("diff.more-all", count=cut), "dim"))
        if still := hanging(group, self.words):
            yield Line(indent, (still, "yellow"))

    def _carried(self, entry: Entry, head: Entry, above: Reason, indent: int) -> Iterator[Line]:
        change, words = entry.change, self.words.about(entry)
        about_head = head.change.subject in (change.before, change.after) and None in (change.before, change.after)
        said = words.what(change) if about_head and change.field != "concerns" else words.event(change, LONGEST)
        if change.subject != head.change.subject:
            said = f"{words.name(change)}: {said}"
        yield Line(indent, ("↳ ", "dim"), (said, ""), *self._mark(entry), tail=place(change))
        yield from self._notes(entry, self._reason(entry), above, indent + 2)

    def _notes(self, entry: Entry, own: Reason, above: Reason, indent: int) -> Iterator[Line]:
        yield from self._told(own, above, entry, indent)
        yield from (Line(indent, (said, "cyan")) for said in hints(self.review, entry, self.words))

    def _reason(self, entry: Entry) -> Reason:
        return reason(entry, self.words, by=between(entry, self.words))

    def _told(
        self, own: Reason, above: Reason, entry: Entry, indent: int, missing: str = "diff.undecided"
    ) -> Iterator[Line]:
        """Say why a change came about, but what is told above."""
        settled = "red" if entry.undecided else "green" if entry.decisions else "yellow"
        lines = (own.by,) if own.by else (), self._settled(own.settled, missing), _commits(own.brought, self.words)
        for told, one, there, style in zip(lines, own, above, ("cyan", settled, "dim"), strict=True):
            if one != there:
                yield from (Line(indent, (said, style)) for said in told)

    def _settled(self, settled: Settled, missing: str) -> tuple[str, ...]:
        if settled.decisions:
            return (self.words.say("diff.decided", decisions="; ".join(settled.decisions)),)
        return (self.words.say(missing),) if settled.missing else settled.lines

    def _after(self, group: Group) -> Iterator[tuple[str, str]]:
        if group.context:
            yield f"  ({self.words.say('diff.context')})", "dim"
        yield from self._mark(group.head)

    def _mark(self, entry: Entry) -> Iterator[tuple[str, str]]:
        """Tell in the line of a change that it is a weakening, and what to accept it by."""
        if entry.weakening and not entry.undone:
            yield "  ", ""
            yield f"[{self.words.say('diff.weakening')}]", "bold red" if entry.undecided else "bold"
        if self.review.whole and entry.undecided:
            yield f"  {self.words.say('diff.mark', mark=entry.mark)}", "dim"

    def _layout(self) -> Iterator[Line]:
        if held := counted.layout(self.review, self.words):
            yield Line(0, (self.words.say("diff.layout.title", count=len(held)), "bold"))
            yield from (*(Line(2, (said, "")) for said in held), Line())


def _file(head: Entry) -> tuple[str, str]:
    """Give the file of a thing, and what is told before it: the kind and id where the file is not called so."""
    span, subject = head.change.spans[1] or head.change.spans[0], head.change.subject
    file = span.path if span else ""
    known = subject.kind == "strategy" or file.rpartition("/")[2] == f"{subject.id}.yaml"
    return file, "" if known else f"{line(str(subject))}  "


def _commits(brought: Brought, words: Words) -> tuple[str, ...]:
    """Name the commits that brought a change: the first digits, the day and the subject, a line each."""
    told = (f"{one.hash[:HASH]} {words.messages.write(one.day)} {one.subject}" for one in brought.commits)
    return (*map(line, told), *([words.say("diff.not-committed")] if brought.uncommitted else []))
