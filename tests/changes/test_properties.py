"""What holds for any strategies: nothing differs from itself, layout never matters, every change has its mirror."""

import json
import random
from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_cli.changes import TAXA, compared
from strategy_cli.loading import load
from strategy_cli.source import Source, Version
from strategy_cli.strategy import Strategy

IDS = st.sampled_from(["a", "b", "c"])
TEXTS = st.sampled_from(["Vesi", "Ilma: raikas", "# Maa", "'Tuli'", "1.0", "no"])
MULTI = st.fixed_dictionaries({"fi": TEXTS}, optional={"sv": TEXTS})
NUMBERS = st.sampled_from(["0", "1", "1.5", "-60", "380"])
AMOUNTS = st.sampled_from(["0", "1", "1.5", "380"])
YEARS = st.sampled_from(["2025", "2025-T1", "2026", "2026-06-30", "2030"])
DAYS = st.sampled_from(["2025-05-31", "2025-12-31", "2026-06-30", "2027-01-01"])


def some(members: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(members, max_size=3, unique=True)


def maps(required: dict[str, Any], **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional={key.rstrip("_"): value for key, value in optional.items()})


def keyed(key: str, keys: st.SearchStrategy[str], **fields: Any) -> st.SearchStrategy[list[Any]]:
    return st.lists(maps({key: keys, **fields}), max_size=3, unique_by=lambda item: item[key])


GOALS = maps(
    {"name": MULTI},
    parent=IDS,
    owner=IDS,
    binding=st.sampled_from(["true", "false"]),
    participants=some(IDS),
    covers=some(st.sampled_from(["services", "personnel"])),
    meaning=st.dictionaries(IDS, MULTI, max_size=2),
    judgements=keyed("period", YEARS, **{"class": st.sampled_from(["attained", "partly"]), "reason": MULTI, "by": IDS}),
)
INDICATORS = maps(
    {"name": MULTI},
    goals=some(IDS),
    better=st.sampled_from(
        ["up", "down", {"min": "1", "max": "3"}, {"min": "1", "max": "2"}, {"min": "2", "max": "4"}]
    ),
    baseline=maps({"period": YEARS, "value": NUMBERS}),
    targets=keyed("period", YEARS, value=NUMBERS),
    values=st.dictionaries(YEARS, maps({"value": NUMBERS}, preliminary=st.just("true"), note=MULTI), max_size=3),
    source=maps({"name": MULTI}, codes=some(TEXTS)),
)
PROJECTS = maps(
    {"name": MULTI},
    goals=some(IDS),
    owner=IDS,
    status=st.sampled_from(["idea", "approved", "started", "paused", "in-practice", "cancelled"]),
    period=maps({}, from_=st.just("2024-01-01"), until=DAYS),
    milestones=st.lists(maps({"name": TEXTS, "due": DAYS}, done=DAYS), max_size=2, unique_by=lambda m: m["name"]),
    money=st.lists(
        maps({"year": st.sampled_from(["2025", "2026"])}, asked=AMOUNTS, used=AMOUNTS),
        max_size=2,
        unique_by=lambda m: m["year"],
    ),
    updates=keyed("period", YEARS, status=st.sampled_from(["on-track", "at-risk"])),
)
FOLDERS = st.fixed_dictionaries(
    {
        "goals": st.dictionaries(IDS, GOALS, max_size=3),
        "indicators": st.dictionaries(IDS, INDICATORS, max_size=3),
        "projects": st.dictionaries(IDS, PROJECTS, max_size=3),
    }
)


def written(value: Any, chance: random.Random) -> str:
    """Write data as YAML in one of its many layouts: keys and members in any order, quotes as they come."""
    if isinstance(value, dict):
        items = chance.sample(sorted(value.items()), len(value))
        return "{" + ", ".join(f"{key}: {written(held, chance)}" for key, held in items) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(one, chance) for one in chance.sample(value, len(value))) + "]"
    return json.dumps(value, ensure_ascii=False) if chance.random() < 0.5 else "'" + value.replace("'", "''") + "'"


def read(folders: dict[str, dict[str, Any]], seed: int) -> Strategy:
    chance = random.Random(seed)  # noqa: S311 - layouts, not secrets
    files = {"strategy.yaml": b"{title: T, languages: [fi, sv]}"}
    for folder, things in folders.items():
        if chance.random() < 0.5:
            listed = [{"id": name, **thing} for name, thing in things.items()]
            files[f"{folder}/all.yaml"] = ("# all\n" + written(listed, chance)).encode()
        else:
            for name, thing in things.items():
                place = chance.choice(["", "deep/er/"])
                files[f"{folder}/{place}{name}.yaml"] = (written(thing, chance) + "  # one\n").encode()
    loaded = load(Source("", Version("test"), files))
    assert [f.rule for f in loaded.findings] == []
    return loaded.strategy


@given(FOLDERS, st.integers(0, 9), st.integers(0, 9))
@settings(max_examples=100, deadline=None)
def test_layout_never_matters(folders: dict[str, dict[str, Any]], one: int, two: int) -> None:
    strategy = read(folders, one)
    assert compared(strategy, strategy).changes == ()
    assert compared(strategy, read(folders, two)).changes == ()


@given(FOLDERS, FOLDERS)
@settings(max_examples=100, deadline=None)
def test_every_change_has_its_mirror(old: dict[str, dict[str, Any]], new: dict[str, dict[str, Any]]) -> None:
    one, two = read(old, 1), read(new, 2)
    there, back = compared(one, two).changes, compared(two, one).changes
    assert Counter(TAXA[change.id].mirror for change in there) == Counter(change.id for change in back)
    assert (there == ()) == (back == ())
