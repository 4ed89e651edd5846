"""The taxonomy: whole, symmetric, with a name for everything that models hold, and a reason for what stands out."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from strategy_cli.changes import TAXA, weakens
from strategy_cli.changes.areas import AREAS
from strategy_cli.changes.identity import NATURAL_KEYS
from strategy_cli.changes.rows import ALIKE
from strategy_cli.changes.taxonomy import BOTH_WAYS, FIELDS
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


def test_no_field_is_declared_twice() -> None:
    fields = [f"{area}.{row.field}" for area, rows in AREAS.items() for row in rows if row.field]
    assert len(fields) == len(set(fields))


def test_every_mirror_is_there_and_mirrors_back() -> None:
    missing = {taxon.id for taxon in TAXA.values() if taxon.mirror not in TAXA}
    assert missing == set()
    for taxon in TAXA.values():
        assert TAXA[taxon.mirror].mirror == taxon.id
        assert TAXA[taxon.mirror].area == taxon.area


def test_a_change_is_its_own_mirror_only_for_a_written_reason() -> None:
    own = {taxon.action for taxon in TAXA.values() if taxon.mirror == taxon.id}
    assert own == set(ALIKE)
    assert all(reason.strip() for reason in ALIKE.values())


def test_what_weakens_one_way_strengthens_the_other() -> None:
    both = {taxon.id for taxon in TAXA.values() if taxon.weakening and weakens(taxon.mirror)}
    assert both == set(BOTH_WAYS)
    assert all(reason.strip() for reason in BOTH_WAYS.values())


def test_weakenings_are_among_the_actions_of_their_row() -> None:
    for area, rows in AREAS.items():
        for row in rows:
            assert set(row.weakenings) <= set(row.weights), f"{area}.{row.field}"


def test_no_weakening_is_mere_progress_or_wording() -> None:
    assert {t.id for t in TAXA.values() if t.weakening and t.weight.label in ("progress", "wording")} == set()


@pytest.mark.parametrize(
    "change",
    [
        "indicator-target-loosened",
        "indicator-target-removed",
        "indicator-target-postponed",
        "indicator-target-changed",  # not told which way: it may be the lower one
        "indicator-better-widened",
        "indicator-better-changed",  # a target may be lowered by turning what is better
        "indicator-goal-link-removed",
        "strategy-end-postponed-to-later-year",
        "strategy-default-tolerance-widened",
        "goal-end-postponed",
        "goal-end-advanced",
        "goal-end-added",
        "owner-end-added",
        "owner-end-advanced",
        "goal-binding-removed",
        "goal-roll-up-loosened",
        "project-deadline-postponed",
        "project-milestone-removed",
        "project-money-granted-decreased",
        "project-money-granted-removed",
        "project-effort-decreased",
        "project-status-cancelled",
        "owner-removed",
        *(f"{kind}-removed" for kind in ("goal", "indicator", "programme", "project")),
        *(f"{kind}-name-replaced" for kind in ("goal", "indicator", "programme", "project")),
        *(f"{kind}-owner-removed" for kind in ("goal", "indicator", "programme", "project")),
    ],
)
def test_what_was_promised_is_not_taken_back_unseen(change: str) -> None:
    assert weakens(change)


@pytest.mark.parametrize(
    "change",
    [
        "indicator-better-narrowed",
        "indicator-better-added",
        "goal-name-changed",
        "project-money-asked-decreased",
        "project-money-used-decreased",
        "project-deadline-advanced",
        "project-status-paused",
        "unit-removed",
        "unit-end-added",
        "owner-end-postponed",
        "strategy-end-added",
        "body-removed",
        "decision-removed",
        "goal-owner-changed",
        "goal-merged",
        "strategy-value-removed",
    ],
)
def test_what_promises_nothing_does_not_weaken(change: str) -> None:
    assert not weakens(change)


@pytest.mark.parametrize(
    ("change", "weight"),
    [
        ("goal-removed", "decision"),
        ("goal-merged", "decision"),
        ("goal-binding-added", "decision"),
        ("goal-end-postponed", "notice"),
        ("goal-end-postponed-to-later-year", "decision"),
        ("goal-end-advanced-to-earlier-year", "decision"),
        ("goal-end-removed", "decision"),
        ("goal-name-changed", "notice"),
        *((f"{kind}-name-replaced", "decision") for kind in ("goal", "indicator", "programme")),
        ("project-name-replaced", "notice"),
        ("goal-translation-added", "wording"),
        ("programme-added", "decision"),
        ("programme-split", "decision"),
        ("unit-merged", "notice"),
        ("strategy-vision-changed", "decision"),
        ("strategy-end-postponed", "decision"),
        ("indicator-name-changed", "notice"),
        ("indicator-definition-added", "notice"),
        ("indicator-definition-changed", "decision"),
        ("indicator-definition-removed", "decision"),
        *((f"indicator-{part}-changed", "decision") for part in ("unit", "baseline", "source", "kind", "type")),
        ("indicator-better-changed", "decision"),
        ("indicator-cumulative-changed", "decision"),
        ("indicator-target-loosened", "decision"),
        ("indicator-target-raised", "notice"),
        ("indicator-target-postponed-to-later-year", "decision"),
        ("indicator-baseline-added", "decision"),
        ("indicator-value-added", "progress"),
        ("indicator-value-revised", "notice"),
        ("project-status-cancelled", "decision"),
        ("project-status-paused", "notice"),
        ("project-deadline-postponed", "notice"),
        ("project-deadline-postponed-to-later-year", "decision"),
        ("project-owner-removed", "notice"),
        ("project-money-granted-decreased", "notice"),
        ("project-money-used-added", "progress"),
        ("project-name-changed", "wording"),
        ("decision-added", "progress"),
        ("decision-removed", "notice"),
        ("id-renamed", "wording"),
    ],
)
def test_weights(change: str, weight: str) -> None:
    assert TAXA[change].weight.label == weight
