"""Telling: names, days, figures, changes and decisions of a record in words."""

from datetime import date
from decimal import Decimal
from typing import Any

from strategy_cli.changes import Weight
from strategy_cli.formats.changes.citing import HASH, cite
from strategy_cli.formats.changes.values import said
from strategy_cli.formats.changes.words import Words, line
from strategy_cli.git import Commit
from strategy_cli.lives.life import Event, Life
from strategy_cli.lives.record import Record
from strategy_cli.measuring.standing import Assessment
from strategy_cli.messages import Messages
from strategy_cli.model.decision import Decision
from strategy_cli.model.indicator import Indicator
from strategy_cli.model.text import Text
from strategy_cli.replay import Step

NOTHING = "–"


class Telling:
    """The words of one record in one language; every text is one line without control characters."""

    def __init__(self, record: Record, messages: Messages) -> None:
        """Take the record and the language."""
        self.record = record
        self.messages = messages
        self._words: dict[int, Words] = {}

    def say(self, key: str, **args: object) -> str:
        """Say a sentence of the program."""
        return line(self.messages.say(key, **args))

    def write(self, value: Any) -> str:
        """Write a value: a text with its language when that is not the reader's, nothing as a dash."""
        if value is None:
            return NOTHING
        return line(said(value, self.messages.language) if isinstance(value, Text) else self.messages.write(value))

    def name(self, life: Life) -> str:
        """Name a thing as it was last called."""
        return self.write(life.entity.label or life.ref.id)

    def thing(self, life: Life) -> str:
        """Name a thing as it was last called, and its kind."""
        return f"{self.name(life)} ({self.say(f'kinds.{life.ref.kind}')})"

    def standing(self, assessment: Assessment) -> str:
        """Say a class, and of what cannot be assessed why."""
        said = self.say(f"report.class.{assessment.standing}")
        reason = self.say(f"report.reason.{assessment.reason}") if assessment.reason else ""
        return f"{said} ({reason[:1].lower()}{reason[1:]})" if reason else said

    def day(self, day: date | None) -> str:
        """Write a day; of what is not committed yet, that."""
        return self.write(day) if day else self.say("history.not-yet")

    def commit(self, commit: Commit | None) -> str:
        """Write a commit by its shortened hash; nothing of what is not committed yet."""
        return commit.hash[:HASH] if commit else ""

    def figure(self, value: Decimal | str | None, indicator: Indicator) -> str:
        """Write an indicator's figure with its unit."""
        if value is None:
            return NOTHING
        written = self.write(value)
        unit = line(self.messages.write(indicator.unit)) if indicator.unit and isinstance(value, Decimal) else ""
        return f"{written}\u00a0{unit}" if unit else written

    def words(self, step: Step) -> Words:
        """Give the words of what a step changed."""
        if id(step) not in self._words:
            self._words[id(step)] = Words(step.comparison, self.messages)
        return self._words[id(step)]

    def event(self, event: Event, longest: int | None = None) -> str:
        """Say what happened, from what to what."""
        return self.words(event.step).event(event.change, longest)

    def decided(self, decisions: tuple[Decision, ...], *, wanted: bool = False) -> str:
        """Cite the decisions; where there are none and one is ``wanted``, say so."""
        cited = (line(cite(one, (self.record.now,), self.messages)) for one in decisions)
        none = self.say("diff.undecided") if wanted else NOTHING
        return "; ".join(cited) if decisions else none

    @property
    def other_language(self) -> str | None:
        """The language, when it is not the strategy's first: what a file is named by."""
        language = self.messages.language
        return None if language == self.record.now.about.languages[0] else language

    def weights(self) -> dict[str, str]:
        """Give the words of the weights by their labels."""
        return {weight.label: self.say(f"diff.weights.{weight.label}") for weight in Weight}

    def missing(self) -> tuple[str, ...]:
        """Say from when the past is known, where git has only the end of it."""
        return (self.say("retrospect.cut", day=self.record.begins),) if self.record.cut else ()

    def faulty(self, life: Life | None = None) -> tuple[str, ...]:
        """Say how many of the versions, or those of a thing, did not load fully."""
        faulty = self.record.faulty if life is None else self.record.faulty_of(life)
        told = self.say("retrospect.faulty", count=len(faulty), all=len(self.record.steps))
        return (told,) if faulty else ()
