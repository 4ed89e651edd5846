"""Record: what is known of a strategy's past: its versions and the life of every thing that ever was."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from strategy_cli.lives.life import Life
from strategy_cli.ref import Ref
from strategy_cli.replay import Step
from strategy_cli.strategy import Strategy


@dataclass(frozen=True)
class Record:
    """What is known of a strategy's past: its versions, oldest first, and the life of every thing that ever was.

    The first of ``steps`` is the version that the record begins from, with no changes; the last may be of what is not
    committed yet. ``cut`` tells that the history at hand is only the end of it (a shallow clone).
    """

    steps: tuple[Step, ...]
    lives: tuple[Life, ...]
    cut: bool = False

    @property
    def begins(self) -> date | None:
        """The day from which the past is known."""
        first = self.steps[0].commit
        return first.day if first else None

    @property
    def ends(self) -> date | None:
        """The day of the latest version; None where it is not committed yet."""
        last = self.steps[-1].commit
        return last.day if last else None

    @property
    def first(self) -> Strategy:
        """The version that the record begins from."""
        return self.steps[0].new

    @property
    def now(self) -> Strategy:
        """The latest version."""
        return self.steps[-1].new

    @cached_property
    def faulty(self) -> tuple[Step, ...]:
        """The versions that did not load fully."""
        return tuple(step for step in self.steps if step.faults)

    def faulty_of(self, life: Life) -> tuple[Step, ...]:
        """List the versions in which a thing, or the file that it stands in, did not load fully."""
        refs = [Ref(life.ref.kind, name) for name in life.ids]
        return tuple(step for step in self.faulty if any(_is_at_fault(ref, step) for ref in refs))

    @cached_property
    def named(self) -> Mapping[Ref, Life]:
        """Every life by each name that it has had, what it is called last before what another was called once.

        A name of before the history at hand is known if the thing declares it.
        """
        declared = {Ref(life.ref.kind, name): life for life in self.lives for name in life.entity.formerly}
        former = {**declared, **{one.ref: life for life in self.lives for one in life.formerly}}
        by_age = sorted(self.lives, key=lambda life: life.gone is None)  # what is there goes before what is gone
        return {**former, **{life.ref: life for life in by_age}}

    def of(self, *kinds: str) -> Iterator[Life]:
        """Go through the lives of the things of some kinds."""
        return (life for life in self.lives if life.ref.kind in kinds)

    def by(self, day: date) -> Strategy | None:
        """Find the version that stood at the end of a day; None before the first."""
        held = [step.new for step in self.steps if step.commit and step.commit.day <= day]
        return held[-1] if held else None

    def origins(self, life: Life) -> tuple[Life, ...]:
        """List the things that a thing says it continues, as far as they are known."""
        kind = life.ref.kind
        said = dict.fromkeys(Ref(kind, one) for version in life.versions for one in version.entity.continues)
        return tuple(self.named[ref] for ref in said if ref in self.named)

    def successors(self, life: Life) -> tuple[Life, ...]:
        """List the things that say they continue a thing."""
        return self._following.get(life.ref, ())

    @cached_property
    def _following(self) -> Mapping[Ref, tuple[Life, ...]]:
        found: dict[Ref, list[Life]] = defaultdict(list)
        for life in self.lives:
            for origin in self.origins(life):
                found[origin.ref].append(life)
        return {ref: tuple(lives) for ref, lives in found.items()}


def _is_at_fault(ref: Ref, step: Step) -> bool:
    place = step.new.places.get(ref)
    return any(f.subject == ref or (place and f.span.path == place.document.path) for f in step.faults)
