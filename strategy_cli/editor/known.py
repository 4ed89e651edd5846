"""Known: what a strategy already has that its files may name: languages, ids and the names behind them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from strategy_cli.formats.manual_language import told
from strategy_cli.loading import own
from strategy_cli.messages import Messages
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity
from strategy_cli.model.kinds import FOLDERS
from strategy_cli.model.own import OwnFields
from strategy_cli.model.text import Text
from strategy_cli.rules import RULES
from strategy_cli.strategy import Strategy

ANY = "*"  # things of every kind, as ``kind/id``
RULE = "rule"
THEME = "theme"


@dataclass(frozen=True, slots=True)
class Known:
    """The languages of texts, and by kind the ids that links may name, each with what people call it.

    No languages, or no ids of a kind, means that whatever has their shape will do.
    ``models`` are those of the kinds with the city's ``own`` fields in them.
    """

    languages: tuple[str, ...] = ()
    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    models: Mapping[str, type[Entity]] = field(default_factory=dict)
    own: OwnFields = field(default_factory=OwnFields)


def known(strategy: Strategy, tongues: Sequence[str], *, ids: bool = True) -> Known:
    """Gather what a strategy has, called as in ``tongues``; things whose file is faulty count too."""
    about = strategy.about
    faulty = about.ref in strategy.broken
    found = {**_ids(strategy, tongues), THEME: {} if faulty else _themes(about, tongues)} if ids else {}
    languages = () if faulty else about.languages
    own_rules = {one.id: one.id for one in about.lint.require}
    return Known(languages, {**found, RULE: {**_rules(tongues), **own_rules}}, models(strategy), about.fields)


def models(strategy: Strategy) -> dict[str, type[Entity]]:
    """Give the model of every kind, with the fields that the city declares for itself."""
    written = strategy.places[strategy.about.ref].document.data
    found = own.models(strategy.about, written)
    return {About.kind: About, **{model.kind: found[folder] for folder, model in FOLDERS.items()}}


def words(text: Text | None, tongues: Sequence[str]) -> str:
    """Write a text in every language asked for, once where they are the same."""
    said = [text.pick(tongue)[0] for tongue in tongues] if text else []
    return " · ".join(dict.fromkeys(" ".join(one.split()) for one in said))


def _ids(strategy: Strategy, tongues: Sequence[str]) -> dict[str, dict[str, str]]:
    by_kind = {kind: dict(_called(strategy, kind, tongues)) for kind in strategy.entities}
    every = {str(strategy.about.ref): words(strategy.about.title, tongues)}
    every |= {f"{kind}/{name}": called for kind, names in by_kind.items() for name, called in names.items()}
    return {**by_kind, ANY: every}


def _themes(about: About, tongues: Sequence[str]) -> dict[str, str]:
    return {theme.id: words(theme.name, tongues) for theme in about.themes}


def _called(strategy: Strategy, kind: str, tongues: Sequence[str]) -> Iterator[tuple[str, str]]:
    named = {name: words(entity.label, tongues) for name, entity in strategy.entities[kind].items()}
    broken = {ref.id: "" for ref in strategy.broken if ref.kind == kind}
    yield from sorted({**broken, **named}.items())


def _rules(tongues: Sequence[str]) -> dict[str, str]:
    spoken = [Messages(tongue) for tongue in tongues]
    said = {name: [told(rule, messages).summary for messages in spoken] for name, rule in sorted(RULES.items())}
    return {name: " · ".join(dict.fromkeys(summaries)) for name, summaries in said.items()}
