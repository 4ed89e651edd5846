"""The list of changes in docs/ is the taxonomy; ``UPDATE_SNAPSHOTS=1 pytest tests/test_docs.py`` writes it anew."""

import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from strategy_cli.changes.change import Weight
from strategy_cli.changes.taxonomy import TAXA, Taxon

LIST = Path(__file__).parents[1] / "docs" / "changes.md"
HEAD = """\
# Changes that strategy diff tells

Kinds of change: {count}. Each has a weight: *decision* changes what was approved, *notice* somebody answers for or
depends on, *progress* follows the plan, *wording* means the same. The other way is what the same change is called when
the versions swap sides. A *weakening* ({weakenings} of them) takes back something promised, as is told at each:
`strategy diff --require-decision` stops it when no recorded decision covers it.
Ids with `-own-` are of the fields that a city declares itself.

This file is made from `strategy_cli/changes/areas/`; CONTRIBUTING.md tells how to make it anew.
"""


def test_the_list_holds_every_change_there_is() -> None:
    text = "\n".join(lines())
    if os.environ.get("UPDATE_SNAPSHOTS"):
        LIST.write_text(text, "utf-8", newline="\n")
    assert LIST.read_text("utf-8") == text


def lines() -> Iterator[str]:
    taxa = list(TAXA.values())
    yield HEAD.format(count=len(taxa), weakenings=sum(one.weakening for one in taxa))
    for area, held in groupby(taxa, lambda one: one.area):
        yield f"## {area.capitalize()}"
        yield ""
        yield "| Change | Weight | About | The other way | Weakening: what is taken back |"
        yield "| --- | --- | --- | --- | --- |"
        yield from map(line, held)
        yield ""


def line(one: Taxon) -> str:
    other = "the same" if one.mirror == one.id else f"`{one.mirror}`"
    weight = f"**{one.weight.label}**" if one.weight is Weight.DECISION else one.weight.label
    return f"| `{one.id}` | {weight} | {one.aspect.value} | {other} | {one.takes_back} |"
