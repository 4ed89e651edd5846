"""Own: which fields of the city's own each kind of thing has, from the declarations as written and as read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from strategy_cli.document import Data, Document
from strategy_cli.finding import Edit, Finding
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.kinds import FOLDERS
from strategy_cli.model.own import KINDS, OwnField, extended


def models(about: About, data: Data) -> Mapping[str, type[Entity]]:
    """Give the model of each folder; ``data`` is ``strategy.yaml`` as written.

    A field whose declaration is faulty, of an unknown kind even, is known where it is used: it was told of once.
    """
    written = data.get("fields") if isinstance(data, dict) else None
    if not isinstance(written, dict):
        return FOLDERS
    stray = [name for kind, named in written.items() if kind not in KINDS for name in _names(named)]
    return {
        folder: extended(model, about.fields.of(model.kind), (*_names(written.get(model.kind)), *stray))
        for folder, model in FOLDERS.items()
    }


def without_strangers(findings: list[Finding], main: Document) -> Iterator[Finding]:
    """Leave out a thing's unknown keys when what ``strategy.yaml`` declares cannot be read: they may be declared."""
    unread = _unread(main)
    return (one for one in findings if not (unread and _is_strange(one)))


def in_own_words(findings: Iterable[Finding], about: About) -> Iterator[Finding]:
    """Tell of a choice that is written as the city calls it what it is written as: ``suuri`` is ``high``."""
    for one in findings:
        of_kind = about.fields.of(one.subject.kind) if one.subject and one.problem in ("choice", "choice-near") else {}
        declared = of_kind.get(str(one.key[0])) if one.key else None
        meant = _meant(str(one.args["value"]), declared) if declared else None
        if meant is None:
            yield one
        else:
            args = {**one.args, "suggestion": meant}
            yield replace(one, problem="choice-near", args=args, edit=Edit(one.span, meant))


def _meant(word: str, declared: OwnField) -> str | None:
    """Find the only choice that is called so in any language."""
    plain = word.strip().casefold()
    called = [name for name, text in declared.choices.items() if plain in {w.casefold() for _, w in text.words}]
    return called[0] if len(called) == 1 else None


def _is_strange(finding: Finding) -> bool:
    of_a_thing = finding.subject is not None and finding.subject.kind != About.kind and len(finding.key) == 1
    return finding.rule == "unknown-key" and finding.problem != "comma" and of_a_thing


def _unread(main: Document) -> bool:
    if main.data is None:
        return bool(main.faults)
    fields = main.data.get("fields", {}) if isinstance(main.data, dict) else {}
    return not isinstance(fields, dict) or not all(isinstance(named, dict) for named in fields.values())


def _names(named: Data) -> list[str]:
    return list(named) if isinstance(named, dict) else []
