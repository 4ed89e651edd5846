"""A mark lasts: stored approvals are keyed by it, so what it is made of must never change."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from making import strategy

from strategy_cli.changes import Change, compared
from strategy_cli.model.about import Value
from strategy_cli.model.fields import Languages
from strategy_cli.model.indicator import Dated
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref
from strategy_cli.reviewing.marks import mark, marks
from strategy_cli.span import Span

GOAL, AIM = Ref("goal", "a"), Ref("goal", "b")
TEXT = Change(
    "goal-name-changed", GOAL, "name", ("name",), Text((("fi", "Vesi"),)), Text((("fi", "Ilma"), ("sv", "Luft")))
)
LINK = Change("goal-owner-changed", GOAL, "owner", ("owner",), Ref("owner", "x"), Ref("owner", "y"))
NUMBER = Change(
    "indicator-target-loosened",
    Ref("indicator", "i"),
    "targets.value",
    ("targets", "2025", "value"),
    Decimal(40),
    Decimal("37.5"),
)
MERGE = Change("goal-merged", AIM, before=(GOAL, Ref("goal", "c")), after=(AIM,))
NODES = {"period": "2025", "value": "40"}
NODE = Change(
    "indicator-target-removed", Ref("indicator", "i"), "targets", ("targets", "2025"), Dated.model_validate(NODES)
)
VALUE = Change(
    "strategy-value-added",
    Ref("strategy", "strategy"),
    "values",
    ("values", "v"),
    after=Value.model_validate({"id": "v", "name": {"sv": "Mod", "fi": "Rohkeus"}}, context=Languages(("fi", "sv"))),
)
MONEY = Change(
    "project-money-asked-decreased",
    Ref("project", "p"),
    "money.asked",
    ("money", 2026, "asked"),
    Decimal(9),
    Decimal(8),
)
DAY = Change(
    "project-deadline-postponed",
    Ref("project", "p"),
    "period.until",
    ("period", "until"),
    date(2026, 1, 31),
    date(2026, 2, 1),
)
SWITCH = Change("goal-binding-changed", GOAL, "binding", ("binding",), before=True, after=False)
CODES = Change(
    "strategy-languages-changed", Ref("strategy", "strategy"), "languages", ("languages",), ("fi", "sv"), ("sv", "fi")
)
REMOVED = Change("goal-removed", GOAL)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (TEXT, "0bf8ad640913"),
        (LINK, "02070a0395dd"),
        (NUMBER, "b390d21a9e55"),
        (MERGE, "a784e9d9cc44"),
        (NODE, "046d5bdf304c"),
        (VALUE, "2cc55d7c830a"),
        (MONEY, "5a1908651a9f"),
        (DAY, "4b82b8a24bf0"),
        (SWITCH, "68cbc7f51a7c"),
        (CODES, "08ee88250429"),
        (REMOVED, "950fb5f48774"),
    ],
    ids=lambda one: one.id if isinstance(one, Change) else "",
)
def test_the_mark_is_pinned(change: Change, expected: str) -> None:
    assert mark(change) == expected


@pytest.mark.parametrize(
    "other",
    [
        replace(NUMBER, spans=(Span("old.yaml", 1, 1, 1, 2), None)),
        replace(NUMBER, args={"item": "what is told of it"}),
        replace(NUMBER, before=Decimal("40.0")),
        replace(NUMBER, before=Decimal("4e1")),
    ],
)
def test_what_does_not_matter_leaves_the_mark(other: Change) -> None:
    assert mark(other) == mark(NUMBER)


@pytest.mark.parametrize(
    "other",
    [
        replace(NUMBER, id="indicator-target-changed"),
        replace(NUMBER, subject=Ref("indicator", "j")),
        replace(NUMBER, key=("targets", "2026", "value")),
        replace(NUMBER, after=Decimal(37)),
        replace(NUMBER, after="less"),
        replace(NUMBER, before=None),
    ],
)
def test_what_matters_makes_another_mark(other: Change) -> None:
    assert mark(other) != mark(NUMBER)


def test_the_parts_of_a_merge_have_no_order_but_the_languages_of_a_strategy_have() -> None:
    turned = replace(MERGE, before=(Ref("goal", "c"), GOAL))
    assert mark(turned) == mark(MERGE)
    assert mark(replace(CODES, after=("fi", "sv"))) != mark(CODES)


def test_of_several_equal_changes_the_later_get_a_number() -> None:
    one = mark(REMOVED)
    assert list(marks([REMOVED, LINK, REMOVED, REMOVED])) == [one, mark(LINK), f"{one}-2", f"{one}-3"]


def test_layout_moved_files_and_the_order_of_languages_leave_all_marks() -> None:
    old = strategy({"goals/a.yaml": "name: {fi: Vesi, sv: Vatten}\n", "goals/b.yaml": "name: Ilma\nweight: 1\n"})
    one = strategy({"goals/a.yaml": "name: {fi: Meri, sv: Hav}\nowner: x\n", "owners/x.yaml": "title: X\n"})
    two = strategy(
        {
            "goals/deep/all.yaml": "- owner: 'x'\n  name:\n    sv: Hav\n    fi: Meri\n  id: a\n",
            "owners/all.yaml": "# posts\n- {id: x, title: X}\n",
        }
    )
    there, moved = (list(marks(compared(old, new).changes)) for new in (one, two))
    assert there == moved
    assert len(set(there)) == 4
