"""Pages of changes: two small versions compared, what their page tells; any page parsed and found sound."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
from making import strategy

from strategy_cli.changes import compared
from strategy_cli.formats.changes.page.item import Item
from strategy_cli.formats.changes.page.whole import Page, page
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Review
from strategy_cli.reviewing.reviewed import Beside, Wanted, reviewed
from strategy_cli.strategy import Strategy

HARMFUL = {"script", "img", "iframe", "object", "embed", "form", "input", "base", "link"}
ON = date(2026, 11, 22)
BASE = {
    "strategy.yaml": "{title: Strategia, municipality: {name: Kemi}, languages: [fi, sv], decision: d, vision: V}",
    "bodies/b.yaml": "{name: Valtuusto, kind: council}",
    "decisions/d.yaml": "{title: Päätös, body: b, date: 2026-06-15, section: § 45, case_number: 1/00/2026}",
    "owners/o.yaml": "{title: Johtaja}",
    "goals/aim.yaml": "{name: Hyvä arki, number: '1', level: aim}",
    "goals/health.yaml": "{name: {fi: Terveys lisääntyy kaikilla, sv: Hälsa}, number: '1.1', parent: aim, owner: o}",
    "goals/gone.yaml": "{name: Poistuva, description: Mitä se oli., parent: aim}",
    "indicators/i.yaml": "{name: Kävely, goal: health, better: up, unit: km, targets: [{period: 2030, value: 10}]}",
    "projects/p.yaml": "{name: Polku, goals: [gone], status: started}",
}
NEW = {path: text for path, text in BASE.items() if path != "goals/gone.yaml"} | {
    "goals/health.yaml": "{name: {fi: Terveys lisääntyy lapsilla, sv: Hälsa}, number: '1.1', parent: aim, owner: o}",
    "indicators/i.yaml": "{name: Kävely, goal: health, better: up, unit: km, targets: [{period: 2030, value: 8}]}",
    "projects/p.yaml": "{name: Polku, status: started}",
}


@cache
def base() -> Strategy:
    return strategy(BASE)


@cache
def new() -> Strategy:
    return strategy(NEW)


def review(*, whole: bool = False, middle: Strategy | None = None) -> Review:
    return reviewed(compared(base(), new()), Wanted(whole=whole, on=ON), Beside(middle=middle))


def shown(made: Review, language: str = "fi") -> Page:
    return page(made, Messages(language))


def told(made: Page) -> dict[str, Item]:
    """Give every change that the page tells, by what happened."""
    blocks = [block for section in made.sections for thing in section.things for block in thing.blocks]
    return {one.what: one for block in blocks for one in (block.head, *block.carried)}


def decided(made: Review, *, everything: bool = True) -> Review:
    """Give the review's changes a decision: all, or the heads of the causes."""
    decision = base().decisions["d"]
    groups = tuple(
        replace(
            group,
            head=replace(group.head, decisions=(decision,)),
            carried=tuple(replace(one, decisions=(decision,) if everything else ()) for one in group.carried),
        )
        for group in made.groups
    )
    return replace(made, groups=groups, selected=tuple(entry for group in groups for entry in group.entries))


def parsed(text: str) -> Element:
    """Parse a page by the letter of the standard."""
    found: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return found


def words_of(root: Element) -> str:
    body = root.find("body")
    assert body is not None
    return re.sub(r"\s+", " ", "".join(body.itertext()))


def assert_sound(text: str) -> None:
    """Hold that a page is well-formed, its links lead to places in it, no heading is skipped and nothing is fetched."""
    root = parsed(text)
    ids = [one.attrib["id"] for one in root.iter() if "id" in one.attrib]
    assert len(ids) == len(set(ids))
    assert {one.attrib["href"] for one in root.iter("a")} <= {f"#{name}" for name in ids}
    levels = [int(one.tag[1]) for one in root.iter() if re.fullmatch(r"h[1-6]", str(one.tag))]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert not re.search(r"(?:src|href)=\"?(?:https?:)?//|@import|url\((?!data:)", text)


def assert_harmless(root: Element) -> None:
    """Hold that a page has no element that runs, fetches or sends, no handler, and no link that leads out."""
    assert not {str(one.tag) for one in root.iter()} & HARMFUL
    assert not [key for one in root.iter() for key in one.attrib if str(key).startswith("on")]
    assert not [href for one in root.iter("a") if not (href := one.attrib["href"]).startswith("#")]
