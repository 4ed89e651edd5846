"""Rules of languages: what the strategy promises its readers is there in every language that it declares."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from strategy_cli.finding import Finding, Level
from strategy_cli.model.about import About
from strategy_cli.model.entity import Entity, Titled
from strategy_cli.model.goal import Goal
from strategy_cli.model.text import Text
from strategy_cli.rules.registry import rule
from strategy_cli.strategy import Strategy
from strategy_cli.terms import is_over

_KINDS = ("goal", "indicator", "programme", "project", "unit", "body", "owner")
_LONGER = {
    "strategy": (("vision",), ("mission",), ("basis",), ("evaluation",)),
    "goal": (("description",),),
    "indicator": (("description",), ("why",)),
    "programme": (("description",),),
    "project": (("description",),),
    "body": (("task",),),
}
_Path = tuple[str, ...]  # of keys down to a text, without places in lists
_Lacking = dict[_Path, tuple[str, ...]]  # text → languages
_NAME, _TITLE = ("name",), ("title",)
_MANY = 10  # things
_NATIONAL = frozenset({"fi", "sv"})  # Language Act 423/2003, 1 §


@rule(Level.WARNING, "managed")
def missing_translation(strategy: Strategy, on: date) -> Iterator[Finding]:
    """A thing has texts that are not in every language that the strategy declares.

    A bilingual municipality informs the public in Finnish and Swedish (Language Act 423/2003, 32 §), and a strategy
    that declares a language promises it to its readers. Names and titles are asked for in every declared language, the
    strategy's longer texts in the national ones, Finnish and Swedish; the municipality's own name, the same in both
    for most, is not. What is written along the way (updates, notes,
    judgements, minutes) may be in the language of whoever wrote it, and what has ended stays as it was. One finding
    tells all that a thing lacks; a language that most things lack is told once, where it is declared.

    Bad:
        strategy.yaml:
            title: {fi: Strategia, sv: Strategi}
            languages: [fi, sv]
        goals/everyday-life.yaml:
            name: {fi: Sujuva arki}  # here
            description: Palvelut ovat lähellä.
        owners/library-director.yaml: {title: {fi: Kirjastotoimenjohtaja, sv: Biblioteksdirektör}}
        owners/city-manager.yaml: {title: {fi: Kaupunginjohtaja, sv: Stadsdirektör}}

    Good:
        strategy.yaml:
            title: {fi: Strategia, sv: Strategi}
            languages: [fi, sv]
        goals/everyday-life.yaml:
            name: {fi: Sujuva arki, sv: En smidig vardag}
            description: {fi: Palvelut ovat lähellä., sv: Servicen är nära.}
        owners/library-director.yaml: {title: {fi: Kirjastotoimenjohtaja, sv: Biblioteksdirektör}}
        owners/city-manager.yaml: {title: {fi: Kaupunginjohtaja, sv: Stadsdirektör}}
    """
    declared = strategy.about.languages
    if len(declared) < 2:  # noqa: PLR2004 - one language lacks no other
        return
    national = tuple(code for code in declared if code in _NATIONAL)
    things = (strategy.about, *(e for kind in _KINDS for e in strategy.entities.get(kind, {}).values()))
    found = ((thing, _lacking(thing, declared, national)) for thing in things)
    lacking = [(thing, keys) for thing, keys in found if keys and not is_over(thing, strategy, on)]
    hardly = _hardly_used((keys for _, keys in lacking), len(things)) if len(lacking) >= _MANY else {}
    for code, count in hardly.items():
        span = strategy.where(strategy.about.ref, "languages")
        args = {"language": code, "count": str(count), "of": str(len(things))}
        yield Finding("missing-translation", span, strategy.about.ref, ("languages", code), args, "hardly-used")
    for thing, keys in lacking:
        rest = {key: left for key, codes in keys.items() if (left := tuple(c for c in codes if c not in hardly))}
        if rest:
            yield _finding(strategy, thing, rest, national)


def _lacking(thing: Entity, declared: tuple[str, ...], national: tuple[str, ...]) -> _Lacking:
    """Tell which languages each of a thing's texts lacks."""
    found: _Lacking = {}
    for wanted, texts in ((declared, _names(thing)), (national, _longer(thing))):
        for path, text in texts:
            if len(text.words) < len(declared):  # else it has them all, which is quicker to see
                missing = tuple(code for code in wanted if code not in text.languages)
                if missing:
                    found.setdefault(path, missing)
    return found


def _hardly_used(lacking: Iterable[_Lacking], count: int) -> dict[str, int]:
    """Find the languages that most things lack, and how many: it is one mistake to have declared them."""
    found = Counter(code for one in lacking for code in {code for codes in one.values() for code in codes})
    return {code: number for code, number in sorted(found.items()) if 2 * number > count}


def _finding(strategy: Strategy, thing: Entity, lacking: _Lacking, national: tuple[str, ...]) -> Finding:
    codes, declared = {code for missing in lacking.values() for code in missing}, strategy.about.languages
    first = next(iter(lacking))
    args = {
        "name": strategy.name(thing.ref),
        "keys": tuple(dict.fromkeys(path[0] for path in lacking)),
        "languages": tuple(code for code in declared if code in codes),
        "key": first[-1],
        "codes": tuple(code for code in declared if code in codes or code in national),
    }
    span = strategy.where(thing.ref, first[0], on_key=True)
    return Finding("missing-translation", span, thing.ref, first[:1], args)


def _names(thing: Entity) -> Iterable[tuple[_Path, Text]]:
    if not isinstance(thing, About):
        return (((_TITLE if isinstance(thing, Titled) else _NAME), thing.label),) if thing.label else ()
    found: list[tuple[_Path, Text]] = [(_TITLE, thing.title)]
    found += [(("values", "name"), value.name) for value in thing.values]
    found += [(("themes", "name"), theme.name) for theme in thing.themes]
    return found


def _longer(thing: Entity) -> Iterable[tuple[_Path, Text]]:
    found: list[tuple[_Path, Text]] = [(p, text) for p in _LONGER.get(thing.kind, ()) if (text := getattr(thing, p[0]))]
    if isinstance(thing, About):
        found += [(("values", "description"), value.description) for value in thing.values if value.description]
    if isinstance(thing, Goal) and thing.meaning:
        found += [(("meaning", unit), text) for unit, text in thing.meaning.items()]
    return found
