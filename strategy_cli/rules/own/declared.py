"""Fields of the city's own: declared so that they can be read, and given where they are asked for."""

from collections.abc import Iterator

from strategy_cli import nearest
from strategy_cli.document import Key
from strategy_cli.finding import Finding, Level
from strategy_cli.model.kinds import FOLDER_OF, FOLDERS
from strategy_cli.model.own import KINDS, NAME, OwnField, taken
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy

_AT = {"no-choices": ("type",), "needless-choices": ("choices",)}


@rule(Level.ERROR)
def own_field_faulty(strategy: Strategy) -> Iterator[Finding]:
    """A field of the city's own is declared so that it cannot be one.

    A built-in key keeps its meaning in every city, so that strategies can be compared; a choice needs its choices.

    Bad:
        strategy.yaml:
            title: Strategy
            fields:
                project:
                    status: {type: words}  # here

    Good:
        strategy.yaml:
            title: Strategy
            fields:
                project:
                    readiness: {type: choice, choices: [planned, tendered]}
    """
    fields = strategy.about.fields
    for kind in KINDS:
        for name, declared in fields.of(kind).items():
            if problem := _fault(kind, name, declared):
                yield _faulty(strategy, ("fields", kind, name), problem)


def _fault(kind: str, name: str, declared: OwnField) -> str | None:
    if taken(FOLDERS[FOLDER_OF[kind]], name):
        return "taken"
    if not NAME.fullmatch(name):
        return "near" if _as_name(name) else "name"
    if declared.type == "choice" and not declared.choices:
        return "no-choices"
    return "needless-choices" if declared.choices and declared.type != "choice" else None


def _faulty(strategy: Strategy, key: Key, problem: str) -> Finding:
    about, name = strategy.about, str(key[-1])
    span = strategy.where(about.ref, *key, *_AT.get(problem, ()), on_key=problem != "no-choices")
    key = (*key, "choices") if problem in _AT else key
    return Finding("own-field-faulty", span, about.ref, key, {"name": name, "nearest": _as_name(name)}, problem)


def _as_name(name: str) -> str:
    """Turn words into a field's name: lower case, with underscores between; empty when that makes none."""
    found = nearest.as_id(name).replace("-", "_")
    return found if NAME.fullmatch(found) else ""


@rule(Level.ERROR)
def own_field_missing(strategy: Strategy) -> Iterator[Finding]:
    """A thing lacks a field that the city has declared as required.

    The city asks for the field because its own reports need it; a gap would show only there.

    Bad:
        strategy.yaml:
            title: Strategy
            fields: {goal: {priority: {type: whole, required: true}}}
        goals/vitality.yaml:
            name: Vitality  # here
        goals/everyday-life.yaml: {name: Everyday life, priority: 1}

    Good:
        strategy.yaml:
            title: Strategy
            fields: {goal: {priority: {type: whole, required: true}}}
        goals/vitality.yaml: {name: Vitality, priority: 2}
        goals/everyday-life.yaml: {name: Everyday life, priority: 1}
    """
    fields = strategy.about.fields
    for kind in KINDS:
        required = [name for name, declared in fields.of(kind).items() if declared.required]
        for entity in strategy.entities[kind].values() if required else ():
            for name in required:
                if name in entity.own_keys and name not in entity.own:
                    args = {"name": entity.label or entity.id, "key": name, "label": fields.name(kind, name)}
                    span = strategy.where(entity.ref, name, on_key=True)
                    yield Finding("own-field-missing", span, entity.ref, (name,), args)
