"""Drawn: any strategies, for Hypothesis, written in any of their many layouts."""

import json
import random
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from strategy_cli.loading import load
from strategy_cli.source import Source, Version
from strategy_cli.strategy import Strategy

Things = Mapping[str, Any]

IDS = st.sampled_from(["a", "b", "c", "d"])
TEXTS = st.sampled_from(["Vesi", "Ilma: raikas", "# Maa", "'Tuli'", "1.0", "no"])
MULTI = st.fixed_dictionaries({"fi": TEXTS}, optional={"sv": TEXTS, "en": TEXTS}) | st.fixed_dictionaries({"en": TEXTS})
NUMBERS = st.sampled_from(["0", "1", "1.5", "-60", "380"])
AMOUNTS = st.sampled_from(["0", "1", "1.5", "380"])
YEARS = st.sampled_from(["2025", "2025-T1", "2026", "2026-06-30", "2030"])
DAYS = st.sampled_from(["2025-05-31", "2025-12-31", "2026-06-30", "2027-01-01"])
SWITCH = st.sampled_from(["true", "false"])
ROLL_UP = st.sampled_from(["all", "mean", "worst", "judged"])


def some(members: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[list[Any]]:
    return st.lists(members, max_size=most, unique=True)


def maps(required: Mapping[str, Any], **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    keys = {key.rstrip("_"): value for key, value in optional.items()}
    return st.fixed_dictionaries(dict(required), optional=keys)


def keyed(key: str, keys: st.SearchStrategy[str], **fields: Any) -> st.SearchStrategy[list[Any]]:
    return st.lists(maps({key: keys, **fields}), max_size=3, unique_by=lambda item: item[key])


def things(label: str, required: Mapping[str, Any] | None = None, **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Draw things of a kind, some of which were called otherwise or made from others."""
    lineage = {"formerly": some(IDS, 1), "continues": some(IDS, 2)}
    return st.dictionaries(IDS, maps({label: MULTI, **(required or {})}, **lineage, **optional), max_size=3)


TERM = maps({}, from_=st.just("2024-01-01"), until=DAYS)
GOALS = things(
    "name",
    parent=IDS,
    level=st.sampled_from(["aim", "goal"]),
    owner=IDS,
    binding=SWITCH,
    roll_up=ROLL_UP,
    until=DAYS,
    participants=some(IDS),
    covers=some(st.sampled_from(["services", "personnel"])),
    meaning=st.dictionaries(IDS, MULTI, max_size=2),
    judgements=keyed("period", YEARS, **{"class": st.sampled_from(["attained", "partly"]), "reason": MULTI, "by": IDS}),
)
INDICATORS = things(
    "name",
    description=MULTI,
    goals=some(IDS),
    unit=MULTI,
    better=st.sampled_from(
        ["up", "down", {"min": "1", "max": "3"}, {"min": "1", "max": "2"}, {"min": "2", "max": "4"}]
    ),
    baseline=maps({"period": YEARS, "value": NUMBERS}),
    targets=keyed("period", YEARS, value=NUMBERS),
    values=st.dictionaries(YEARS, maps({"value": NUMBERS}, preliminary=st.just("true"), note=MULTI), max_size=3),
    source=maps({"name": MULTI}, codes=some(TEXTS)),
)
PROJECTS = things(
    "name",
    goals=some(IDS),
    owner=IDS,
    status=st.sampled_from(["idea", "approved", "started", "paused", "in-practice", "cancelled"]),
    period=TERM,
    milestones=st.lists(maps({"name": TEXTS, "due": DAYS}, done=DAYS), max_size=2, unique_by=lambda m: m["name"]),
    money=st.lists(
        maps({"year": st.sampled_from(["2025", "2026"])}, asked=AMOUNTS, granted=AMOUNTS, used=AMOUNTS),
        max_size=2,
        unique_by=lambda m: m["year"],
    ),
    effort=AMOUNTS,
    updates=keyed("period", YEARS, status=st.sampled_from(["on-track", "at-risk"])),
)
ABOUT = maps(
    {"title": MULTI, "languages": st.permutations(["fi", "sv", "en"])},
    vision=MULTI,
    mission=MULTI,
    values=keyed("id", IDS, name=MULTI),
    themes=keyed("id", IDS, name=MULTI),
    period=TERM,
    continues=some(IDS),
    defaults=maps({}, roll_up=ROLL_UP, tolerance=st.sampled_from(["0", "0.05", "0.1"])),
)
FOLDERS: st.SearchStrategy[Things] = st.fixed_dictionaries(
    {
        "strategy.yaml": ABOUT,
        "goals": GOALS,
        "indicators": INDICATORS,
        "projects": PROJECTS,
        "programmes": things("name", goals=some(IDS), owner=IDS, period=TERM, decision=IDS),
        "owners": things("title", unit=IDS, until=DAYS, fixed_term=SWITCH),
        "units": things("name", parent=IDS, until=DAYS, successors=some(IDS)),
        "bodies": things("name", reports_to=IDS, members=some(TEXTS)),
        "decisions": things("title", {"body": IDS, "date": DAYS}, concerns=some(IDS.map("goal/{}".format))),
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


def read(folders: Things, seed: int) -> Strategy:
    """Write a strategy in a layout of its own and load it."""
    chance = random.Random(seed)  # noqa: S311 - layouts, not secrets
    about = {key: value for key, value in folders["strategy.yaml"].items() if key != "languages"}
    languages = ", ".join(folders["strategy.yaml"]["languages"])  # their order tells something
    files = {"strategy.yaml": f"languages: [{languages}]\n" + _block(about, chance)}
    for folder, held in folders.items():
        if folder == "strategy.yaml":
            continue
        if chance.random() < 0.5:
            listed = [{"id": name, **thing} for name, thing in held.items()]
            files[f"{folder}/all.yaml"] = "# all\n" + written(listed, chance)
        else:
            for name, thing in held.items():
                files[f"{folder}/{chance.choice(['', 'deep/er/'])}{name}.yaml"] = written(thing, chance) + "  # one\n"
    loaded = load(Source("", Version("test"), {path: text.encode() for path, text in files.items()}))
    assert [f.rule for f in loaded.findings] == []
    return loaded.strategy


def _block(keys: Mapping[str, Any], chance: random.Random) -> str:
    return "".join(
        f"{key}: {written(value, chance)}\n" for key, value in chance.sample(sorted(keys.items()), len(keys))
    )
