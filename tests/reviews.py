"""Reviews: two small versions of a strategy, compared, and reviews in which anything stands by a change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from strategy_cli.changes import Weight, compared
from strategy_cli.formats.changes import terminal
from strategy_cli.git import Commit
from strategy_cli.loading import load
from strategy_cli.messages import Messages
from strategy_cli.model.decision import Decision
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Approval, Between, Entry, Group, Review
from strategy_cli.reviewing.reviewed import Wanted, reviewed
from strategy_cli.source import Source, Version
from strategy_cli.span import Span
from strategy_cli.strategy import Strategy

EMPTY = {"strategy.yaml": "title: T"}
MEASURE = "name: Walks\ngoal: health\nbetter: up\nunit: {fi: kpl, sv: st}\n"
OLD = {
    "strategy.yaml": "{title: Strategia, languages: [fi, sv], decision: d}",
    "decisions/d.yaml": "{title: D, body: council, date: 2025-06-15, section: § 45}",
    "decisions/e.yaml": "{title: Päivitys, body: council, date: 2022-05-23, section: § 49, case_number: X-2021-1329}",
    "bodies/council.yaml": "{name: {fi: Valtuusto, sv: Fullmäktige}, kind: council}",
    "owners/posts.yaml": "[{id: x, title: {fi: Johtaja, sv: Direktör}}, {id: y, title: Päällikkö}]",
    "goals/health.yaml": "{name: {fi: Terveys, sv: Hälsa}, owner: x}",
    "indicators/walks.yaml": MEASURE + "targets: [{period: 2030, value: 12500.5}]\n",
    "projects/path.yaml": "{name: Polku, status: started, owner: x, money: [{year: 2026, asked: 400000}]}",
}
NEW = OLD | {
    "goals/health.yaml": "{name: {fi: Terveys, sv: God hälsa}, owner: y, binding: true}",
    "indicators/walks.yaml": MEASURE + "targets: [{period: 2030, value: 9000}]\nvalues: {2025: 8000}\n",
    "projects/path.yaml": "{name: Polku, status: paused, owner: x, money: [{year: 2026, asked: 350000}]}",
}
COMMIT = Commit("0123456789abcdef0123456789abcdef01234567", date(2026, 3, 31), "Lievennetään tavoitetta")
LATER = Commit("fedcba9876543210fedcba9876543210fedcba98", date(2026, 4, 1), "Tarkennetaan")
ACCEPTED = Approval("mark", "Mittari uusitaan", "y", date(2026, 12, 31), Span("accepted.yaml", 2, 3, 2, 9))


def made(files: dict[str, str], place: str = "test") -> Strategy:
    """Load a strategy, faulty or not."""
    return load(Source("", Version(place), {path: written.encode() for path, written in files.items()})).strategy


def of(old: dict[str, str], new: dict[str, str], floor: Weight = Weight.WORDING) -> Review:
    """Review the changes between two versions, from no history."""
    return reviewed(compared(made(old), made(new)), Wanted(floor, on=date(2026, 1, 1)))


def review(floor: Weight = Weight.WORDING) -> Review:
    """Review the changes between the two versions above."""
    return of(OLD, NEW, floor)


def decision(name: str = "e") -> Decision:
    """Give one of the decisions above."""
    return made(OLD).decisions[name]


def standing(held: Review, by: dict[str, dict[str, Any]]) -> Review:
    """Put by changes, named by their ids, what is to stand by them."""
    return _each(held, lambda entry: replace(entry, **by.get(entry.change.id, {})))


def beneath(held: Review, head: str, *ids: str, hanging: tuple[Ref, ...] = ()) -> Review:
    """Put changes beneath the one that caused them, all named by their ids."""
    carried = tuple(entry for entry in held.shown if entry.change.id in ids)
    groups = [
        Group(group.head, carried if group.head.change.id == head else (), hanging)
        for group in held.groups
        if group.head.change.id not in ids
    ]
    return counted(replace(held, groups=tuple(sorted(groups, key=lambda group: -group.weight))))


def counted(held: Review) -> Review:
    """Count the groups of a review anew."""
    found = {}
    for weight in Weight:
        of_it = [group for group in held.groups if group.weight is weight]
        found[weight] = (sum(not group.context for group in of_it), sum(len(group.carried) for group in of_it))
    return replace(held, counted=found)


def taken_back(held: Review, *ids: str) -> Review:
    """Put changes, named by their ids, apart: the version in the middle made them and the new one took them back."""
    back = standing(held, {one: {"between": Between("undone", None)} for one in ids})
    groups = tuple(group for group in back.groups if group.head.change.id not in ids)
    undone = tuple(group for group in back.groups if group.head.change.id in ids)
    selected = tuple(entry for entry in back.selected if entry.change.id not in ids)
    return counted(replace(back, groups=groups, undone=undone, selected=selected))


def with_middle(held: Review, middle: Strategy) -> Review:
    """Put a version in the middle; what nothing else is said of, the new version changed."""
    new = _each(held, lambda one: one if one.between else replace(one, between=Between("new", one.change.before)))
    return replace(new, middle=middle)


def shown(held: Review, language: str = "en", width: int = 200) -> list[str]:
    """Give the lines of a terminal."""
    return terminal.grouped(held, Messages(language), width, color=False).replace("\u00a0", " ").splitlines()


def under(line: str, lines: list[str]) -> list[str]:
    """Give the lines that stand further in than one, down to the next that does not."""
    place = next(number for number, one in enumerate(lines) if line in one)
    indent = len(lines[place]) - len(lines[place].lstrip())
    found = []
    for one in lines[place + 1 :]:
        if len(one) - len(one.lstrip()) <= indent:
            break
        found.append(one.strip())
    return found


def _each(held: Review, change: Callable[[Entry], Entry]) -> Review:
    groups = tuple(replace(g, head=change(g.head), carried=tuple(map(change, g.carried))) for g in held.groups)
    return replace(held, groups=groups, selected=tuple(map(change, held.selected)))
