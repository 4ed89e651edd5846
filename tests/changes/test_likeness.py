"""Which names are another name of the same thing, and which have nothing in common."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_cli import source
from strategy_cli.changes.likeness import unlike
from strategy_cli.loading import load

ROOT = Path(__file__).parents[1]
NAMED = ("goal", "indicator", "programme", "project")


def named(folder: Path) -> list[dict[str, str]]:
    strategy = load(source.from_folder(folder, versioned=False)).strategy
    labels = [one.label for kind in NAMED for one in strategy.entities[kind].values()]
    return [dict(label.words) for label in labels if label]


FOLDERS = [path.parent for path in sorted((ROOT / "real").rglob("strategy.yaml"))]
NAMES = sorted({words for folder in FOLDERS for name in named(folder) for words in name.values()})
TELLING = [name for name in NAMES if any(len(word) > 3 for word in name.split())]


@st.composite
def rewordings(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a real name and the same name put a little otherwise."""
    name = draw(st.sampled_from(TELLING))
    words = name.split()
    place = draw(st.integers(0, len(words) - 1))
    word, letter = words[place], draw(st.integers(0, max(len(words[place]) - 1, 0)))
    how = draw(st.sampled_from(["bent", "dropped", "added", "mistyped", "moved", "louder"]))
    if how == "bent":
        words = [one[: max(len(one) - 2, 1)] + draw(st.sampled_from(["n", "en", "ssa", "jen"])) for one in words]
    elif how == "dropped" and len(words) > 2:
        words.pop(place)
    elif how == "added":
        words.insert(place, draw(st.sampled_from(["uusi", "ja", "kaupungin"])))
    elif how == "mistyped" and len(word) > 4:
        words[place] = word[:letter] + word[letter + 1 :]
    elif how == "moved":
        words.append(words.pop(place))
    elif how == "louder":
        words = [one.upper() for one in words]
    return name, " ".join(words)


@given(rewordings())
def test_a_name_put_a_little_otherwise_is_the_same_thing_s(pair: tuple[str, str]) -> None:
    one, two = pair
    assert not unlike({"fi": one}, {"fi": two})


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_names_are_as_unlike_both_ways(one: str, two: str) -> None:
    assert unlike({"fi": one}, {"fi": two}) == unlike({"fi": two}, {"fi": one})


def test_most_pairs_of_different_things_in_real_strategies_are_unlike() -> None:
    pairs = [pair for folder in FOLDERS for pair in combinations(named(folder), 2)]
    found = [unlike(one, two) for one, two in pairs if one.keys() & two.keys()]
    assert len(found) > 300
    assert sum(found) > 0.8 * len(found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Vetovoimainen kaupunki", "Elinvoimainen kaupunki"),
        ("Avoin ja luotettava arjen kumppani", "Arjen kumppani"),
        ("Yhteisöllisyys, osallistuminen, vaikuttaminen", "Yhteisöllisyys kuulemalla ja osallistamalla"),
        ("Työ", "Työllisyys"),
        ("Terveys", "Tervveys"),
        ("TERVEYS", "terveys"),
        ("A", "B"),
        ("5G", "AI"),
    ],
)
def test_a_rename_keeps_something(old: str, new: str) -> None:
    assert not unlike({"fi": old}, {"fi": new})
