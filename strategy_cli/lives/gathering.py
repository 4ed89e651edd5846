"""Gathering: the lives of all things, from one pass over what each commit changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from strategy_cli.changes import Change, Weight, weight_of
from strategy_cli.lives.life import Event, Life, Renamed, Version
from strategy_cli.lives.record import Record
from strategy_cli.measuring.handover import KINDS
from strategy_cli.model.entity import Entity
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.kinds import links
from strategy_cli.model.owner import Owner
from strategy_cli.ref import Ref
from strategy_cli.replay import Step
from strategy_cli.reviewing.causes import parts
from strategy_cli.strategy import Strategy


def recorded(steps: Iterable[Step], *, cut: bool = False) -> Record:
    """Gather the lives of all things from what each commit changed, each step gone through once.

    The first step gives the version to begin from.
    """
    lives = _Lives()
    gone_through: list[Step] = []
    for step in steps:
        if gone_through:
            lives.go_on(step)
        else:
            for entity in step.new.all():
                lives.begin(entity.ref, None, Version(step.commit, entity, step.new))
        gone_through.append(step)
    now = gone_through[-1].new
    return Record(tuple(gone_through), tuple(one.ended(now) for one in lives.all), cut)


@dataclass(slots=True)
class _Growing:
    ref: Ref
    came: Step | None
    versions: list[Version]
    formerly: list[Renamed] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    told: list[Event] = field(default_factory=list)
    gone: Step | None = None

    def ended(self, now: Strategy) -> Life:
        last = self.gone.before if self.gone else now
        return Life(
            ref=self.ref,
            formerly=tuple(self.formerly),
            versions=tuple(self.versions),
            events=tuple(self.events),
            told=tuple(self.told),
            came=self.came,
            gone=self.gone,
            last=last,
        )


@dataclass(slots=True)
class _Lives:
    """The lives as far as they have been gone through, and which of them each name means now."""

    all: list[_Growing] = field(default_factory=list)
    called: dict[Ref, _Growing] = field(default_factory=dict)

    def begin(self, ref: Ref, came: Step | None, version: Version) -> None:
        self.called[ref] = _Growing(ref, came, [version])
        self.all.append(self.called[ref])

    def go_on(self, step: Step) -> None:
        for change in step.changes:
            if change.id == "id-renamed":
                self._rename(change, step)
        for change in step.changes:
            self._tell(change, step)
        for ref in dict.fromkeys(change.subject for change in step.changes):
            self._keep(ref, step)

    def _rename(self, change: Change, step: Step) -> None:
        then = Ref(change.subject.kind, str(change.before))
        if one := self.called.pop(then, None):
            one.formerly.append(Renamed(then, step))
            one.ref = change.subject
            self.called[change.subject] = one

    def _tell(self, change: Change, step: Step) -> None:
        event = Event(change, step)
        came, went = (change.id == f"{change.subject.kind}-{how}" for how in ("added", "removed"))
        if came:
            self._come(change.subject, step)
        if change.subject in self.called:
            one = self.called[change.subject]
            one.events.append(event)
            one.told.append(event)
            one.gone = step if went else one.gone
        for ref in _about(change, step, whole=came or went):
            if ref in self.called and ref != change.subject:
                self.called[ref].told.append(event)

    def _come(self, ref: Ref, step: Step) -> None:
        """Let a thing come, or come back."""
        entity = step.new.find(ref)
        if ref in self.called:
            self.called[ref].gone = None
        elif entity is not None:
            self.begin(ref, step, Version(step.commit, entity, step.new))

    def _keep(self, ref: Ref, step: Step) -> None:
        entity, one = step.new.find(ref), self.called.get(ref)
        if one and entity is not None and one.versions[-1].entity is not entity:
            one.versions.append(Version(step.commit, entity, step.new))


def _about(change: Change, step: Step, *, whole: bool) -> Iterable[Ref]:
    """Name the things that a change of another thing is about.

    Those that it links to, the goals of an indicator that is asked something else, and what a post that ends owns.
    """
    found = [side for side in (change.before, change.after) if isinstance(side, Ref)]
    found += parts(change)
    if whole:
        entity = step.new.find(change.subject) or step.before.find(change.subject)
        found += _linked(entity) if entity else []
    measured = step.new.indicators.get(change.subject.id) if change.subject.kind == Indicator.kind else None
    if measured and weight_of(change.id) is Weight.DECISION:  # what is asked of a goal is asked by its indicators
        found += [Ref("goal", name) for name in measured.serves]
    if _ends_a_post(change):
        found += [one.ref for kind in KINDS for one in step.before.users(change.subject, kind, "owner")]
    return dict.fromkeys(found)


def _ends_a_post(change: Change) -> bool:
    """Tell whether a post was taken away, or was given a last day, be it a later one than it had."""
    is_given_a_day = change.field == "until" and change.after is not None
    return change.subject.kind == Owner.kind and (is_given_a_day or change.id == f"{Owner.kind}-removed")


def _linked(entity: Entity) -> list[Ref]:
    return [Ref(*target.split("/", 1)) if kind == "*" else Ref(kind, target) for _, kind, target in links(entity)]
