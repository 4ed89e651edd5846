"""Questions: what is asked about a new thing of a kind, one after another, each answer checked at once."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from strategy_cli import nearest, vocabulary
from strategy_cli.editor.wording import label
from strategy_cli.messages import Messages
from strategy_cli.model.entity import Entity
from strategy_cli.model.kinds import FOLDER_OF, FOLDERS, annotation_at, attributes, link_fields
from strategy_cli.ref import Ref
from strategy_cli.starter.thing import choices, meaning
from strategy_cli.strategy import Strategy

# What is asked of every kind that has the key, in this order; what else may be said stands in the file as comments.
_ASKED = ("name", "title", "status", "body", "date", "parent", "goal", "goals", "unit", "owner")
_NOT_OF = {("goal", "body"), ("project", "body"), ("unit", "body"), ("indicator", "goals"), ("indicator", "unit")}
DEFAULT = {"status": "idea"}  # what a thing is until somebody says otherwise
_NAMES = ("name", "title")
_FEW = 8
_LONG_ENOUGH = 4  # letters of a part of a name


@dataclass(frozen=True, slots=True)
class Question:
    """A key, what is asked, the answer if nothing is answered, and what an answer means.

    ``meant`` turns words that people use into those of a file: a name into an id, ``15.12.2026`` into ``2026-12-15``;
    ``problem`` tells why an answer will not do, None when it does.
    """

    key: str
    words: str
    default: str | None
    meant: Callable[[str], str]
    problem: Callable[[str], str | None]


def questions(kind: str, strategy: Strategy, messages: Messages, *, identified: bool = False) -> list[Question]:
    """List what to ask of a new thing; unless it is ``identified``, its id is made of its name, and must be free."""
    model = FOLDERS[FOLDER_OF[kind]]
    links = {steps[0]: target for steps, target in link_fields(model)}
    keys = [key for key in _ASKED if key in attributes(model) and (kind, key) not in _NOT_OF]
    asked = [_question(model, key, links.get(key), strategy, messages) for key in keys]
    if identified:
        return asked
    named = partial(_taken, kind=kind, strategy=strategy, messages=messages)
    return [replace(one, problem=named) if one.key in _NAMES else one for one in asked]


def _taken(answer: str, kind: str, strategy: Strategy, messages: Messages) -> str | None:
    ref = Ref(kind, nearest.as_id(answer))
    if ref not in strategy.places:
        return None
    place = strategy.places[ref]
    return messages.say("errors.id-in-use", thing=str(ref), place=str(place.document.span(place.prefix)))


def _question(model: type[Entity], key: str, linked: str | None, strategy: Strategy, messages: Messages) -> Question:
    needed = model.model_fields[attributes(model)[key]].is_required()
    default = None if needed else DEFAULT.get(key, "")
    words = label(messages, (model.kind, key))
    if linked:
        known = list(strategy.entities[linked])
        shown = [strategy.entities[linked][one].label for one in known]
        named = [f"{one} = {messages.write(name)}" if name else one for one, name in zip(known, shown, strict=True)]
        return _of_known(
            Question(key, words, default, _same, _fine), known, named, messages, _of_things(strategy, linked)
        )
    if known := list(choices(model, key)):
        named = [meaning(one, f"words.{model.kind}.{key}.{one}", messages) for one in known]
        as_choice = partial(vocabulary.word, kind=model.kind, choices=known)
        return _of_known(Question(key, words, default, _same, _fine), known, named, messages, as_choice)
    if annotation_at(model, (key,)) is date:
        return Question(key, words, default, _as_day, lambda answer: _no_day(answer, messages))
    return Question(key, words, default, _same, _fine)


def _of_known(
    asked: Question, known: list[str], named: list[str], messages: Messages, found: Callable[[str], str | None]
) -> Question:
    """Ask for some of the words that are known, listed when they are few; what stands for one of them will do."""

    def one_meant(word: str) -> str:
        return word if word in known else found(word) or word

    def meant(answer: str) -> str:
        whole = one_meant(answer.strip())  # a name may have a comma in it
        return whole if whole in known else ", ".join(one_meant(word) for word in _parts(answer))

    def problem(answer: str) -> str | None:
        return next((told for one in _parts(meant(answer)) if (told := _unknown(one, known, messages))), None)

    shown = f" ({', '.join(named)})" if 0 < len(known) <= _FEW else ""
    return replace(asked, words=asked.words + shown, meant=meant, problem=problem if known else _fine)


def _of_things(strategy: Strategy, kind: str) -> Callable[[str], str | None]:
    """Find things by their whole name, or by a part of it that only one of them has."""
    names = {one.id: {nearest.as_id(words) for _, words in one.label.words} for one in _named(strategy, kind)}

    def found(words: str) -> str | None:
        plain = nearest.as_id(words)
        if whole := nearest.named(strategy, kind, words):
            return whole
        having = [one for one, labels in names.items() if any(plain in label for label in labels)]
        return having[0] if len(having) == 1 and len(plain) >= _LONG_ENOUGH else None

    return found


def _named(strategy: Strategy, kind: str) -> Iterator[Any]:
    return (one for one in strategy.entities[kind].values() if one.label)


def _parts(answer: str) -> list[str]:
    return [one.strip() for one in answer.split(",") if one.strip()]


def _same(answer: str) -> str:
    return answer


def _fine(_: str) -> None:
    return None


def _as_day(answer: str) -> str:
    return nearest.as_date(answer) or answer.strip()


def _no_day(answer: str, messages: Messages) -> str | None:
    try:
        return None if date.fromisoformat(_as_day(answer)).isoformat() == _as_day(answer) else _days(messages)
    except ValueError:
        return _days(messages)


def _days(messages: Messages) -> str:
    return messages.say("init.not-a-date")


def _unknown(word: str, known: Collection[str], messages: Messages) -> str | None:
    if word in known:
        return None
    close = nearest.name(word, known)
    if close:
        return messages.say("new.unknown-near", word=word, nearest=close)
    return messages.say("new.unknown", word=word)
