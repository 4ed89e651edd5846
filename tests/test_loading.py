"""Loading: every file is read whatever the others are, and what is wrong is told once."""

import random
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from folders import Files
from folders import loaded as load
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_cli import config, loading, rules, source
from strategy_cli.checking import suppress
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.ref import Ref
from strategy_cli.source import Source, Version

SAMPLE = Path(__file__).parents[1] / "strategy_data"


def told(files: Files) -> list[str]:
    return [f"{f.span} {f.rule} {f.problem or ''}".strip() for f in load(files).findings]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"goals/a.yaml": "id: a\nname: A"}, []),
        ({"goals/a.yaml": "name: A\nid: b"}, ["goals/a.yaml:2:5 id-differs-from-file"]),
        ({"goals/a.yaml": "name: A\nid: [a]"}, ["goals/a.yaml:2:5 id-differs-from-file"]),
        ({"strategy.yaml": "title: T\nid: mine"}, ["strategy.yaml:2:5 id-differs-from-file"]),
        ({"goals/Big A.yaml": "name: A\nid: big-a"}, ["goals/Big A.yaml:1:1 invalid-value file-name"]),
        ({"goals/a.b.yaml": "name: A"}, ["goals/a.b.yaml:1:1 invalid-value file-name"]),
        ({"goal/a.yaml": "name: A"}, ["goal/a.yaml:1:1 unknown-folder near"]),
        ({"stuff/a.yaml": "name: A"}, ["stuff/a.yaml:1:1 unknown-folder"]),
        ({"stuff/a.yaml": "x", "stuff/b.yaml": "y"}, ["stuff/a.yaml:1:1 unknown-folder"]),
        ({"projektit/a.yaml": "name: A"}, ["projektit/a.yaml:1:1 unknown-folder near"]),
        ({"stuff/goals/a.yaml": "name: A"}, ["stuff/goals/a.yaml:1:1 unknown-folder"]),
        ({"notes.yaml": "name: A"}, ["notes.yaml:1:1 unknown-folder loose-file"]),
        ({"goals.yaml": "name: A"}, ["goals.yaml:1:1 unknown-folder loose-file"]),
        ({"goals/strategy.yaml": "name: A"}, []),
        ({"people.yaml": ": not [ even YAML"}, []),
        ({"goals/people.yaml": "name: A"}, []),
        ({"goals/a.yaml": "name: A", "goals/deep/a.yaml": "name: A"}, ["goals/deep/a.yaml:1:1 duplicate-id"]),
        ({"goals/a.yaml": "name: A", "goals/a.yml": "name: A\nid: a"}, ["goals/a.yml:2:5 duplicate-id"]),
        ({"units/x.yaml": "- {id: a, name: A}\n- {id: a, name: B}"}, ["units/x.yaml:2:8 duplicate-id"]),
        ({"goals/a.yaml": "name: A", "units/a.yaml": "name: A", "owners/a.yaml": "title: A"}, []),
        ({"units/x.yaml": "[]"}, []),
    ],
)  # fmt: skip
def test_a_file_has_its_place_and_its_id(files: Files, expected: list[str]) -> None:
    assert told(files) == expected


def test_a_file_whose_name_is_no_id_keeps_the_id_it_gives() -> None:
    read = load({"goals/Big A.yaml": "name: A\nid: big", "goals/Big B.yaml": "name: B", "goals/§.yaml": "name: C"})
    assert list(read.strategy.goals) == ["big", "big-b", "nameless"]


def test_an_id_in_a_file_of_its_own_never_beats_the_files_name() -> None:
    read = load({"goals/a.yaml": "name: A\nid: b"})
    assert list(read.strategy.goals) == ["a"]


def test_a_duplicate_says_where_the_first_one_stands() -> None:
    (finding,) = load({"units/a.yaml": "name: A", "units/b.yaml": "- {id: b, name: B}\n- {id: a, name: A}"}).findings
    assert (finding.args["other"], finding.subject) == ("units/a.yaml:1", Ref("unit", "a"))


def test_the_first_of_two_things_with_an_id_is_read() -> None:
    read = load({"units/x.yaml": "- {id: a, name: First}\n- {id: a, name: Second}"})
    assert read.strategy.units["a"].name.pick("fi")[0] == "First"


def test_things_come_in_the_order_of_their_ids() -> None:
    read = load({"units/x.yaml": "- {id: c, name: C}\n- {id: a, name: A}", "units/b.yaml": "name: B"})
    assert list(read.strategy.units) == ["a", "b", "c"]


@pytest.mark.parametrize(
    "broken", ["name: 'open", "name: \xe4".encode("latin-1"), "{a: [", "[" * 99, "- a\nb: c", "\0"]
)
def test_one_bad_file_hides_no_other(broken: str | bytes) -> None:
    read = load({"goals/a.yaml": broken, "goals/b.yaml": "name: B\nownr: x", "units/c.yaml": "name: C"})
    assert [f.span.path for f in read.findings] == ["goals/a.yaml", "goals/b.yaml"]
    assert ([*read.strategy.goals], [*read.strategy.units]) == (["b"], ["c"])


@pytest.mark.parametrize(
    "broken",
    [
        "- id: post\n  title: 'open",
        "- {title: P, id: post}\n- {id: }}",
        '-\tid: "post"',
        "- id: post\n  title: \xe4\n".encode("latin-1"),
        f"- id: post\n  title: {'[' * 50}",
    ],
)
def test_links_into_a_broken_file_are_not_called_unknown(broken: str | bytes) -> None:
    read = load({"owners/all.yaml": broken, "projects/a.yaml": "name: A\nstatus: idea\nowner: post"})
    found = rules.check(read.strategy, config.Settings(), date(2026, 1, 1))
    assert [f.rule for f in found] == []
    assert len(read.findings) == 1


def test_links_to_a_thing_that_is_broken_are_not_called_unknown() -> None:
    read = load({"decisions/d.yaml": "title: D\nbody: b\ndate: never", "goals/a.yaml": "name: A\ndecision: d"})
    assert list(rules.check(read.strategy, config.Settings(), date(2026, 1, 1))) == []


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("title: 'T\n", "strategy.yaml:1:8 invalid-yaml quote"),
        (b"title: \xe4", "strategy.yaml:1:8 not-utf8"),
        ("- a\n- b\n", "strategy.yaml:1:3 invalid-value map"),
        ("words", "strategy.yaml:1:1 invalid-value map"),
        ("", "strategy.yaml:1:1 missing-key"),
        ("languages: [fi, sv]", "strategy.yaml:1:1 missing-key"),
        ("title: T\nlanguages: fi", "strategy.yaml:2:12 invalid-value list-from-text"),
        ("title: T\nlanguages: [fi, Sv]", "strategy.yaml:2:17 invalid-value language-code-unclear"),
        ("title: T\nlanguages: {fi: sv}", "strategy.yaml:2:13 invalid-value list"),
        ("title: T\nlanguages: []", "strategy.yaml:2:1 missing-key"),
    ],
)  # fmt: skip
def test_a_broken_main_file_is_one_finding_and_the_rest_is_still_checked(about: str | bytes, expected: str) -> None:
    read = load({"strategy.yaml": about, "goals/a.yaml": "name: {fi: A, sv: A}", "goals/b.yaml": "name: {Fi: B}"})
    assert [f"{f.span} {f.rule} {f.problem or ''}".strip() for f in read.findings] == [
        expected,
        "goals/b.yaml:1:8 invalid-value language",
    ]
    assert read.strategy.goals["a"].name.pick("fi") == ("A", "fi")
    assert read.strategy.about.languages


def test_the_main_file_is_broken_but_names_the_strategy_by_its_folder() -> None:
    assert load({"strategy.yaml": "'"}).strategy.about.title.pick("fi") == ("made", "fi")


def test_languages_not_given_are_finnish() -> None:
    read = load({"strategy.yaml": "title: T", "goals/a.yaml": "name: {sv: A}"})
    assert read.strategy.about.languages == ("fi",)
    assert [f.problem for f in read.findings] == ["language"]


def test_what_was_not_read_is_told_and_nothing_more() -> None:
    refused = {"strategy.yaml": "symbolic-link", "goals/a.yaml": "too-large", "units": "unreadable-file"}
    read = loading.load(Source("data/", Version("made"), {}, refused))
    assert [(f.rule, str(f.span), f.args) for f in read.findings] == [
        ("symbolic-link", "data/strategy.yaml:1:1", {"file": "strategy.yaml"}),
        ("too-large", "data/goals/a.yaml:1:1", {"file": "goals/a.yaml"}),
        ("unreadable-file", "data/units:1:1", {"file": "units"}),
    ]


def test_paths_are_shown_with_the_prefix() -> None:
    read = loading.load(Source("data/", Version("made"), {"strategy.yaml": b"title: T", "goals/a.yaml": b"ownr: x"}))
    assert {f.span.path for f in read.findings} == {"data/goals/a.yaml"}


def test_neighbours_are_read_as_far_as_they_can_be() -> None:
    neighbours = {
        "good/strategy.yaml": b"title: Good\nlanguages: [sv]\nstatus: in-force\nid: x",
        "odd/strategy.yaml": b"title: Odd\nstatus: whatever",
        "broken/strategy.yaml": b"title: '",
        "list/strategy.yaml": b"- a",
        "empty/strategy.yaml": b"",
    }
    read = loading.load(Source("", Version("made"), {"strategy.yaml": b"title: T"}, {}, neighbours))
    assert read.findings == ()
    assert {path: about.status for path, about in read.strategy.neighbours.items()} == {
        "good/strategy.yaml": "in-force",
        "odd/strategy.yaml": "draft",
    }


@pytest.mark.parametrize(
    ("own", "other", "same"),
    [
        ("", "", True),
        ("{name: Kemi}", "", True),
        ("{name: Kemi}", "{name: {fi: kemi, sv: Kemi}}", True),
        ("{name: {fi: Turku, sv: Åbo}}", "{name: {sv: Åbo}}", True),
        ("{name: Kemi}", "{name: Tornio}", False),
        ('{name: Kemi, code: "240"}', '{name: Kemin kaupunki, code: "240"}', True),
        ('{name: Kemi, code: "240"}', '{name: Kemi, code: "851"}', False),
        ('{name: Kemi, code: "240"}', "{name: Tornio}", False),
    ],
)
def test_another_municipalitys_strategy_is_no_neighbour(own: str, other: str, *, same: bool) -> None:
    first, second = (f"title: T\nlanguages: [fi, sv]\nmunicipality: {held}\n".encode() for held in (own, other))
    read = loading.load(Source("", Version("made"), {"strategy.yaml": first}, {}, {"b/strategy.yaml": second}))
    assert bool(read.strategy.neighbours) is same


def test_the_sample_reads_without_a_fault() -> None:
    assert loading.load(source.from_folder(SAMPLE, versioned=False)).findings == ()


# What breaks YAML, dates, numbers, ids and links; and what Word and old Windows programs leave behind.
SCRAPS = [
    *(
        "\t",
        "\n",
        " ",
        "- ",
        ": ",
        ":",
        "#",
        "'",
        '"',
        "{",
        "}",
        "[",
        "]",
        ",",
        "&a",
        "*a",
        "!",
        "|",
        ">",
        "?",
        "---\n",
        "\0",
    ),
    *(
        "~",
        "null",
        "{}",
        "[]",
        "{a: b}",
        "[a]",
        "'[key]'",
        "0000-00-00",
        "9999-12-31",
        "0001-01-01",
        "1e999",
        "9" * 400,
    ),
    *("ä", "🌊", "\u2028", "\xa0", "\ufeff", "\x85", "\r", "\\", r"\ud800", "x" * 2000, "strategy/strategy", "items"),
]


@cache
def sample() -> Mapping[str, bytes]:
    return source.from_folder(SAMPLE, versioned=False).files


def mutated(text: str, dice: random.Random) -> str:
    """Delete, insert or replace a character, a word or a line."""
    if dice.random() < 0.5:
        lines = text.split("\n")
        at = dice.randrange(len(lines))
        lines[at : at + dice.randrange(2)] = dice.choice([[], [dice.choice(lines)], [dice.choice(SCRAPS)]])
        return "\n".join(lines)
    at = dice.randrange(len(text) + 1)
    if dice.random() < 0.5:
        at = max(text.rfind(" ", 0, at), 0) + 1
    return text[:at] + dice.choice(["", *SCRAPS]) + text[at + dice.choice([0, 1, 1, 4, 12]) :]


def check_mutated(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    files = dict(sample())
    for path in dice.sample(sorted(files), 3):
        text = files[path].decode()
        for _ in range(dice.randrange(1, 4)):
            text = mutated(text, dice)
        files[path] = text.encode("utf-8", "replace")
    read = loading.load(Source("", Version("mutated"), files))
    chosen = config.settings(read.strategy.about, profile="audited")
    found = list(rules.check(read.strategy, chosen, date(2026, 6, 30)))
    for one in suppress.told(read.strategy, read.findings, found, chosen):
        for language in LANGUAGES:
            messages = Messages(language)
            assert messages.finding(one.finding).encode()
            assert messages.help(one.finding) != ""


@settings(max_examples=15, deadline=None)  # and 150 seeds in the slow one
@given(st.integers(0))
def test_a_mistake_in_the_sample_never_stops_the_checking(seed: int) -> None:
    check_mutated(seed)


@pytest.mark.slow
def test_no_mistake_in_the_sample_ever_stops_the_checking() -> None:
    for seed in range(150):
        check_mutated(seed)


@pytest.mark.parametrize("on", [date.min, date.max])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_time_can_be_checked(on: date, day: str) -> None:
    read = load(
        {
            "strategy.yaml": f"{{title: T, status: in-force, period: {{from: {day}, until: {day}}}}}",
            "projects/a.yaml": f"{{name: A, owner: o, unit: u, body: b, period: {{from: 0001-01-01, until: {day}}}}}",
            "goals/g.yaml": f"{{name: G, owner: o, until: {day}}}",
            "indicators/i.yaml": "{name: I, goal: g, owner: o, lag: 999999999, frequency: year, decimals: 999999999,"
            " baseline: {period: 1000, value: 1e-999}, targets: [{period: 2999-12-31, value: 1e999}],"
            f" values: {{2000: {'9' * 400}}}}}",
            "owners/o.yaml": f"{{title: O, until: {day}}}",
            "units/u.yaml": f"{{name: U, until: {day}, successors: [u]}}",
            "bodies/b.yaml": f"{{name: B, until: {day}}}",
        }
    )
    chosen = config.settings(read.strategy.about, profile="audited")
    for finding in rules.check(read.strategy, chosen, on):
        assert Messages("fi").finding(finding)
    assert read.findings == ()
