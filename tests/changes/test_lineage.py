"""What things were made of: merged, split, continued and regrouped, as either version declares it."""

import pytest
from planted.comparing import Compare, ids
from planted.row import listed

from strategy_cli.changes import Change, Comparison
from strategy_cli.ref import Ref


def goals(*things: str) -> dict[str, str]:
    return listed("goal", *things)


def whole(comparison: Comparison) -> Change:
    return next(c for c in comparison.changes if c.id.endswith(("-merged", "-split", "-continued", "-regrouped")))


def refs(*names: str) -> tuple[Ref, ...]:
    return tuple(Ref("goal", name) for name in names)


def test_a_merge_is_of_the_new_thing_and_names_its_parts(compare: Compare) -> None:
    found = whole(compare(goals("a", "b"), goals("c, continues: [a, b]")))
    assert (found.id, found.subject) == ("goal-merged", Ref("goal", "c"))
    assert (found.before, found.after) == (refs("a", "b"), refs("c"))
    assert found.spans[0] is None
    assert found.spans[1] is not None
    assert found.field == "continues"


def test_a_split_is_of_the_old_thing(compare: Compare) -> None:
    found = whole(compare(goals("c"), goals("a, continues: [c]", "b, continues: [c]")))
    assert (found.id, found.subject) == ("goal-split", Ref("goal", "c"))
    assert (found.before, found.after) == (refs("c"), refs("a", "b"))
    assert found.spans[1] is None


def test_what_goes_on_as_itself_is_among_the_parts(compare: Compare) -> None:
    merged = whole(compare(goals("a", "b"), goals("a, continues: [b]")))
    assert (merged.before, merged.after) == (refs("a", "b"), refs("a"))
    assert all(merged.spans)
    split = whole(compare(goals("a"), goals("a", "b, continues: [a]")))
    assert (split.subject, split.before, split.after) == (Ref("goal", "a"), refs("a"), refs("a", "b"))
    assert all(split.spans)


def test_what_was_renamed_too_is_told_under_its_new_id(compare: Compare) -> None:
    found = whole(compare(goals("a"), goals("c, formerly: [a]", "b, continues: [a]")))
    assert (found.id, found.subject, found.args) == ("goal-split", Ref("goal", "c"), {"formerly": Ref("goal", "a")})
    assert (found.before, found.after) == (refs("a"), refs("b", "c"))


def test_the_parts_stay_among_the_changes(compare: Compare) -> None:
    found = ids(compare(goals("a", "b"), goals("c, continues: [a, b]")))
    assert found == ["goal-added", "goal-merged", "goal-removed", "goal-removed"]


def test_things_that_hang_together_are_one_change(compare: Compare) -> None:
    old = goals("a", "b", "x")
    new = goals("c, continues: [a, b]", "d, continues: [b]", "y, continues: [x]")
    found = [c for c in compare(old, new).changes if c.field == "continues"]
    assert [(c.id, c.before, c.after) for c in found] == [
        ("goal-regrouped", refs("a", "b"), refs("c", "d")),
        ("goal-continued", refs("x"), refs("y")),
    ]


def test_a_merge_read_backwards_is_a_split(compare: Compare) -> None:
    found = whole(compare(goals("c, continues: [a, b]"), goals("a", "b")))
    assert (found.id, found.subject) == ("goal-split", Ref("goal", "c"))
    assert (found.before, found.after) == (refs("c"), refs("a", "b"))


def test_what_both_versions_declare_has_happened_before(compare: Compare) -> None:
    known = goals("a, until: 2025-12-31", "b, continues: [a]")
    assert compare(known, known).changes == ()
    assert ids(compare(known, goals("b, continues: [a]"))) == ["goal-removed"]
    assert ids(compare(known, goals("a, until: 2025-12-31", "b, continues: [a]", "d"))) == ["goal-added"]


def test_to_say_later_what_went_before_is_an_edit(compare: Compare) -> None:
    found = compare(goals("a", "b"), goals("a", "b, continues: [a]")).changes
    assert [(c.id, c.before, c.after) for c in found] == [("goal-continues-added", None, Ref("goal", "a"))]


def test_what_neither_version_has_was_not_made_into_anything(compare: Compare) -> None:
    assert ids(compare(goals("b"), goals("b, continues: [a]"))) == ["goal-continues-added"]
    assert ids(compare(goals("b"), goals("b", "c, continues: [a]"))) == ["goal-added"]


def test_a_declaration_follows_a_rename(compare: Compare) -> None:
    old = goals("a", "b, continues: [a]")
    new = goals("c, formerly: [a]", "b, continues: [c]")
    assert ids(compare(old, new)) == ["id-renamed"]


def test_a_thing_does_not_continue_itself(compare: Compare) -> None:
    assert ids(compare(goals("a"), goals("a, continues: [a]"))) == ["goal-continues-added"]
    assert ids(compare(goals("a"), goals("b, formerly: [a], continues: [a]"))) == ["goal-continues-added", "id-renamed"]


@pytest.mark.parametrize("kind", ["unit", "project", "indicator"])
def test_what_was_merged_is_not_guessed_to_be_renamed(compare: Compare, kind: str) -> None:
    found = compare(listed(kind, "a", "b"), listed(kind, "c, continues: [a]", "d"))
    assert [(h.old.id, h.new.id) for h in found.hints] == [("b", "d")]
