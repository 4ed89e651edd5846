"""Questions: what is asked about a new thing of a kind, one after another, each answer checked at once."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from strategy_cli import nearest
from strategy_cli.editor.wording import label
from strategy_cli.messages import Messages
from strategy_cli.model.entity import Entity
from strategy_cli.model.kinds import FOLDER_OF, FOLDERS, attributes, link_fields
from strategy_cli.starter.thing import choices
from strategy_cli.strategy import Strategy

# What is asked of every kind that has the key, in this order; what else may be said stands in the file as comments.
_ASKED = ("name", "title", "status", "body", "date", "parent", "goal", "goals", "unit", "owner")
_NOT_OF = {("goal", "body"), ("project", "body"), ("unit", "body"), ("indicator", "goals"), ("indicator", "unit")}
DEFAULT = {"status": "idea"}  # what a thing is until somebody says otherwise
_FEW = 8


@dataclass(frozen=True, slots=True)
class Question:
    """A key, what is asked, the answer if nothing is answered, and why an answer will not do (None when it does)."""

    key: str
    words: str
    default: str | None
    problem: Callable[[str], str | None]


def questions(kind: str, strategy: Strategy, messages: Messages) -> list[Question]:
    """List what to ask of a new thing."""
    model = FOLDERS[FOLDER_OF[kind]]
    links = {steps[0]: target for steps, target in link_fields(model)}
    keys = [key for key in _ASKED if key in attributes(model) and (kind, key) not in _NOT_OF]
    return [_question(model, key, links.get(key), strategy, messages) for key in keys]


def _question(model: type[Entity], key: str, linked: str | None, strategy: Strategy, messages: Messages) -> Question:
    known = list(strategy.entities[linked]) if linked else list(choices(model, key))
    shown = f" ({', '.join(known)})" if 0 < len(known) <= _FEW else ""
    needed = model.model_fields[attributes(model)[key]].is_required()
    default = None if needed else DEFAULT.get(key, "")

    def problem(answer: str) -> str | None:
        words = (one.strip() for one in answer.split(","))
        return next((told for one in words if one and (told := _unknown(one, known, messages))), None)

    fine = (lambda _: None) if not known else problem
    return Question(key, label(messages, (model.kind, key)) + shown, default, fine)


def _unknown(word: str, known: Collection[str], messages: Messages) -> str | None:
    if word in known:
        return None
    close = nearest.name(word, known)
    if close:
        return messages.say("new.unknown-near", word=word, nearest=close)
    return messages.say("new.unknown", word=word)
