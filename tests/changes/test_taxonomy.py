"""The taxonomy: whole, symmetric, and with a name for everything that the models hold."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from strategy_cli.changes import TAXA
from strategy_cli.changes.identity import NATURAL_KEYS
from strategy_cli.changes.taxonomy import FIELDS
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.indicator import Range
from strategy_cli.model.kinds import FOLDERS, attributes, submodel
from strategy_cli.model.project import Money

KINDS: list[type[Entity]] = [About, *FOLDERS.values()]
NOT_COMPARED = {"id", "formerly", "goal"}


def leaves(model: type[BaseModel], path: tuple[str | int, ...] = ()) -> Iterator[str]:
    """Name the fields in which the walk can find a difference."""
    for key in attributes(model):
        at = (*path, key)
        dotted = ".".join(str(p) for p in at if p != 0)
        one, item = submodel(model, (key,)), submodel(model, (key, 0))
        if not path and key in NOT_COMPARED:
            continue
        if item is not None:
            if item is not Money:
                yield dotted
            known_by = NATURAL_KEYS.get(item)  # type: ignore[arg-type]
            yield from (
                f"{dotted}.{leaf}" for leaf in leaves(item, ("",)) if leaf != f".{known_by}" or known_by == "name"
            )
        elif one is not None and one is not Range:
            optional = model.model_fields[attributes(model)[key]].default is None
            yield from [dotted] if optional else []
            yield from (f"{dotted}.{leaf.lstrip('.')}" for leaf in leaves(one, ("",)))
        else:
            yield dotted


@pytest.mark.parametrize("model", KINDS, ids=lambda m: m.kind)
def test_every_key_of_every_model_is_in_the_table(model: type[Entity]) -> None:
    wanted = {f"{model.kind}.{leaf}".replace("..", ".") for leaf in leaves(model)}
    assert wanted - set(FIELDS) == set()


def test_the_table_has_no_key_that_models_lack() -> None:
    for field in FIELDS:
        kind, _, path = field.partition(".")
        if path in ("", "*"):
            continue
        inside = next(m for m in KINDS if m.kind == kind)
        head, _, rest = path.partition(".")
        assert head in attributes(inside)
        if rest:
            nested = submodel(inside, (head,)) or submodel(inside, (head, 0))
            assert nested is not None
            assert rest.partition(".")[0] in attributes(nested)


def test_mirrors_come_in_pairs() -> None:
    for taxon in TAXA.values():
        assert TAXA[taxon.mirror].mirror == taxon.id
        assert TAXA[taxon.mirror].area == taxon.area


@pytest.mark.parametrize(
    ("change", "weight"),
    [
        ("goal-removed", "decision"),
        ("programme-added", "decision"),
        ("goal-binding-changed", "decision"),
        ("strategy-vision-changed", "decision"),
        ("indicator-target-loosened", "decision"),
        ("indicator-target-raised", "notice"),
        ("indicator-baseline-added", "decision"),
        ("project-status-cancelled", "decision"),
        ("project-status-paused", "notice"),
        ("project-deadline-postponed", "notice"),
        ("project-deadline-postponed-to-later-year", "decision"),
        ("project-owner-removed", "notice"),
        ("project-money-granted-decreased", "notice"),
        ("project-money-used-added", "progress"),
        ("indicator-value-added", "progress"),
        ("indicator-value-revised", "notice"),
        ("decision-added", "progress"),
        ("decision-removed", "notice"),
        ("project-name-changed", "wording"),
        ("goal-name-changed", "notice"),
        ("id-renamed", "wording"),
        ("goal-translation-added", "wording"),
    ],
)
def test_weights(change: str, weight: str) -> None:
    assert TAXA[change].weight.label == weight
