"""What can happen to things of every kind: they come, go, become one or several, and are translated."""

from collections.abc import Iterator

from planted.row import KINDS, Row, listed
from strategy_cli.model.kinds import FOLDER_OF


def _rows(kind: str) -> Iterator[Row]:
    def row(old: tuple[str, ...], new: tuple[str, ...], expected: str) -> Row:
        ids = tuple(sorted(f"{kind}-{name}" for name in expected.split()))
        return Row(listed(kind, *old), listed(kind, *new), ids)

    label = "name" if "name" in KINDS[kind].model_fields else "title"
    yield row(("k",), ("k", "a"), "added")
    yield row(("a", "b"), ("c, continues: [a, b]",), "added merged removed removed")
    yield row(("a", "b"), ("a, continues: [b]",), "merged removed")
    yield row(("a",), ("a", "b, continues: [a]"), "added split")
    yield row(("a",), ("b, continues: [a]", "c, continues: [a]"), "added added removed split")
    yield row(("a",), ("b, continues: [a]",), "added continued removed")
    yield row(("a", "b"), ("c, continues: [a, b]", "d, continues: [b]"), "added added regrouped removed removed")
    yield row(("a", "b"), ("a", "b, continues: [a]"), "continues-added")
    yield row(("a, continues: [long-gone]",), ("a",), "continues-removed")
    yield row((f"a, {label}: {{fi: A}}",), (f"a, {label}: {{fi: A, sv: B}}",), "translation-added")
    yield row((f"a, {label}: {{fi: A, sv: B}}",), (f"a, {label}: {{fi: A, sv: C}}",), "translation-changed")


ROWS = (
    *(row for kind in FOLDER_OF for row in _rows(kind)),
    Row({"goals/a.yaml": "name: A"}, {"goals/b.yaml": "{name: A, formerly: [a]}"}, ("id-renamed",)),
)
