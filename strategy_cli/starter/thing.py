"""Thing: the file of a new goal, project or post: what is known first, then the other keys as comments."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args, get_origin

from strategy_cli.editor.wording import label, told
from strategy_cli.messages import Messages
from strategy_cli.model.entity import Entity
from strategy_cli.model.kinds import annotation_at, attributes, item_of, model_in
from strategy_cli.starter.scalar import given, scalar

_PASSED_BY = {"id", "formerly", "continues"}  # of a thing that has been there before
_WIDE = 15  # the longest keys, with what stands around them


def thing(model: type[Entity], values: Mapping[str, Sequence[str]], messages: Messages) -> str:
    """Write the file: the keys that have values, those that a thing cannot do without first, the rest explained."""
    keys = sorted(attributes(model), key=lambda key: not _is_required(model, key))
    lines = [f"{_title(model, messages)}", *(_written(model, key, values[key]) for key in keys if key in values)]
    rest = [key for key in keys if key not in values and key not in _PASSED_BY]
    lines += ["", f"# {messages.say('new.rest')}", *(_explained(model, key, messages) for key in rest)]
    return "\n".join(lines) + "\n"


def takes_list(model: type[Entity], key: str) -> bool:
    """Tell whether a key takes a list."""
    return get_origin(annotation_at(model, (key,))) is tuple


def choices(model: type[Entity], key: str) -> tuple[str, ...]:
    """Give the words that a key takes; none where it takes others too."""
    return tuple(_literals(annotation_at(model, (key,))))


def _title(model: type[Entity], messages: Messages) -> str:
    name = messages.say(f"kinds.{model.kind}")
    return f"# {name[:1].upper()}{name[1:]}. {messages.say(f'hover.kinds.{model.kind}')}"


def _is_required(model: type[Entity], key: str) -> bool:
    return model.model_fields[attributes(model)[key]].is_required()


def _written(model: type[Entity], key: str, values: Sequence[str]) -> str:
    if takes_list(model, key) and not values[0].lstrip().startswith("["):
        return f"{key}: [{', '.join(scalar(one.strip()) for value in values for one in value.split(','))}]"
    return f"{key}: {given(values[-1])}"


def _explained(model: type[Entity], key: str, messages: Messages) -> str:
    said = told(messages, (model.kind, key))
    name = label(messages, (model.kind, key))
    parts = [f"{name}.", said, _options(model, key, messages), _shape(model, key)]
    return f"# {key}:".ljust(_WIDE) + " # " + " ".join(part for part in parts if part)


def _options(model: type[Entity], key: str, messages: Messages) -> str:
    named = [meaning(word, f"words.{model.kind}.{key}.{word}", messages) for word in choices(model, key)]
    return "; ".join(named) + "." if named else ""


def meaning(word: str, where: str, messages: Messages) -> str:
    """Give a choice with what it means, where that is not the same word."""
    meant = messages.say(where) if messages.has(where) else word
    return word if meant == word else f"{word} = {meant}"


def _shape(model: type[Entity], key: str) -> str:
    """Show how a list or a map is written; a lone value needs no showing."""
    annotation = annotation_at(model, (key,))
    if takes_list(model, key):
        inside = model_in(item_of(annotation))
        return f"[{_keys(inside)}]" if inside else "[…, …]"
    if get_origin(annotation) is dict:
        return "{…: …}"
    inside = model_in(annotation)
    return _keys(inside) if inside and not choices(model, key) else ""


def _keys(model: Any) -> str:
    return "{" + ", ".join(f"{key}: …" for key in attributes(model)) + "}"


def _literals(annotation: Any) -> Iterator[str]:
    """Walk the words of a choice, also inside lists."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for argument in get_args(annotation):
            yield from _literals(argument)
