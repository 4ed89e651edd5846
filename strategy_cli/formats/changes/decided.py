"""Decided: what settled a change: the recorded decisions, else who accepted it, else that nothing recorded did."""

from strategy_cli.changes import Weight
from strategy_cli.formats.changes.sides import cite
from strategy_cli.formats.changes.values import said
from strategy_cli.formats.changes.words import Words, line
from strategy_cli.model.decision import Decision
from strategy_cli.ref import Ref
from strategy_cli.reviewing import Approval, Entry


def decided(entry: Entry, words: Words, *, titles: bool = False) -> tuple[str, ...]:
    """Say what settled a change, a line each: its decisions, by ``titles`` too; else who accepted it, until when, why.

    Of a change of decision weight and of a weakening that nothing settled, that there is no recorded decision; of any
    other such change, and of what was taken back, nothing.
    """
    if entry.undone:
        return ()
    if entry.decisions:
        return tuple(cited(decision, words, titles=titles) for decision in entry.decisions)
    if entry.approval:
        return (_accepted(entry.approval, words),)
    return (words.say("diff.undecided"),) if must_be_decided(entry) else ()


def must_be_decided(entry: Entry) -> bool:
    """Tell whether readers are told what settled a change even if nothing did."""
    return not entry.undone and (entry.weakening or entry.weight is Weight.DECISION)


def cited(decision: Decision, words: Words, *, titles: bool = False) -> str:
    """Cite a decision in words: ``KV 23.5.2022 § 49 (ROIDno-2021-1329)``; its title before that if wanted."""
    source = cite(decision, words.versions, words.messages)
    return line(f"{said(decision.title, words.messages.language)}, {source}" if titles else source)


def _accepted(approval: Approval, words: Words) -> str:
    who = words.thing(Ref("owner", approval.who))
    return words.say("diff.accepted", who=who, until=approval.until, reason=approval.reason)
