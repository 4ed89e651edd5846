"""Suppressing: what is told after levels, selections, ignores and faults already told."""

from dataclasses import replace
from datetime import date

import pytest
from folders import loaded

from strategy_cli import config, rules
from strategy_cli.checking import suppress
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Level

OTHER = "- {id: b, name: B, owner: o, goals: [x]}"
ON = date(2026, 6, 30)
STATUS = ("status",)  # which these projects lack for brevity
AROUND = {"goals/g.yaml": "name: G", "owners/o.yaml": "title: O"}


def lint(files: dict[str, str], select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    """Lint, and list what is told as ``line rule``."""
    read = loaded(AROUND | files)
    chosen = config.settings(read.strategy.about, select=select, ignore=ignore)
    found = rules.check(read.strategy, chosen, ON)
    told = suppress.told(read.strategy, read.findings, found, chosen)
    return [f"{one.finding.span.line} {one.finding.rule}" for one in told if one.finding.key != STATUS]


def project(text: str) -> list[str]:
    return lint({"projects/p.yaml": text})


def ignoring(rule: str) -> str:
    return f"# strategy: ignore[{rule}]"


OWNER = ignoring("project-without-owner")
UNKNOWN = ignoring("unknown-id")
BOTH = ignoring("unknown-id, project-without-owner")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: P\ngoals: [x]", ["1 project-without-owner", "2 unknown-id"]),
        (f"name: P\ngoals: [x]  {UNKNOWN} being decided", ["1 project-without-owner"]),
        (f"name: P  {OWNER}\ngoals: [x]", ["2 unknown-id"]),
        (f"name: P\n{UNKNOWN}\ngoals: [x]\nowner: o", []),
        (f"name: P\ngoals:\n  {UNKNOWN}\n  - x\n  - y\nowner: o", ["5 unknown-id"]),
        (f"name: P  {UNKNOWN}\ngoals: [x]\nparticipants:\n  - y\nowner: o", []),
        (f"{UNKNOWN}\nname: P\ngoals: [x]\nparticipants: [y]\nowner: o", []),
        (f"# A project\n{UNKNOWN}\nname: P\ngoals: [x]\nowner: o", []),
        (f"{UNKNOWN} being decided\n{OWNER} being chosen\nname: P\ngoals: [x]", []),
        (f"name: P\nowner: o\n{UNKNOWN}\n{ignoring('duplicate-entry')}\ngoals: [x, y]", ["4 unused-ignore"]),
        (f"name: P\nowner: o\n{UNKNOWN}\n{OWNER}", ["3 unused-ignore", "4 unused-ignore"]),
        (f"{UNKNOWN}\n\nname: P\ngoals: [x]\nowner: o", ["1 unused-ignore", "4 unknown-id"]),
        (f"name: P\ngoals: [x]  {BOTH}", ["1 project-without-owner", "2 unused-ignore"]),
        (f"name: P  {BOTH}\ngoals: [x]", []),
        (f"name: P  {BOTH.replace(', ', ',')}\ngoals: [x]", []),
        (f"name: P\ngoals: [x]  {ignoring('unknown')}\nowner: o", ["2 unknown-id", "2 unused-ignore"]),
        (f"name: P\nowner: o  {UNKNOWN}", ["2 unused-ignore"]),
        (f"name: P\nowner: o\ndescription: '{UNKNOWN}'", []),
        (f"name: P\nowner: o\ndescription: |\n  x\n  {UNKNOWN}\n", []),
        ("name: P\ngoals: [x]  #strategy:ignore[unknown-id]\nowner: o", []),
        ("name: P\ngoals: [x]  # strategy: ignore unknown-id\nowner: o", ["2 unknown-id", "2 malformed-ignore"]),
        (f"name: P\r\n{UNKNOWN}\r\ngoals: [x]\r\nowner: o\r\n", []),
        (f"name: P\u2028P\x85P\n{UNKNOWN}\ngoals: [x]\nowner: o", []),
        (f"name: P\nownr: o  {ignoring('unknown-key')}\nowner: o", []),
        (f"owner: o  {ignoring('missing-key')}", []),
    ],
)  # fmt: skip
def test_an_ignore_covers_its_line_the_next_or_the_whole_thing(text: str, expected: list[str]) -> None:
    assert project(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"- id: a  {UNKNOWN}\n  name: A\n  goals: [x]\n  owner: o\n{OTHER}", ["5 unknown-id"]),
        (f"- {{id: a, name: A, owner: o, goals: [x]}}  {UNKNOWN}\n{OTHER}", ["2 unknown-id"]),
        (f"{UNKNOWN}\n- {{id: a, name: A, owner: o, goals: [x]}}\n{OTHER}", ["3 unknown-id"]),
        (f"- id: a\n  name: A\n  owner: o\n  goals: [x]  {UNKNOWN}\n{OTHER}", ["5 unknown-id"]),
        (f"- id: a  {OWNER}\n  name: A\n  description: |\n    x\n- {{id: b, name: B}}", ["5 project-without-owner"]),
        (f"# a comment\n- id: a\n  name: A\n\n  {UNKNOWN}\n  goals: [x]\n  owner: o", []),
    ],
)  # fmt: skip
def test_in_a_list_an_ignore_covers_only_its_own_item(text: str, expected: list[str]) -> None:
    assert lint({"projects/all.yaml": text}) == expected


def slips(text: str) -> list[tuple[str | None, object]]:
    """Say what is wrong with the ignores of a project, and the line or the rule that was meant."""
    found = [one.finding for one in settled(text, "minimum").told if one.finding.rule == "unused-ignore"]
    return [(f.problem, f.args.get("line") or f.args.get("nearest")) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ignoring('unknown-idd')} why\nname: P\ngoals: [x]", ("no-rule-near", "unknown-id")),
        (f"{ignoring('links')} why\nname: P\ngoals: [x]", ("family", None)),
        (f"{ignoring('zzz')} why\nname: P\ngoals: [x]", ("no-rule", None)),
        (f"{UNKNOWN} why\n\nname: P\ngoals: [x]", ("too-far", 3)),
        (f"{UNKNOWN} why\n# A project\n\n# of ours\nname: P\ngoals: [x]", ("too-far", 5)),
        (f"name: P\n{UNKNOWN} why\n# not yet\ngoals: [x]", ("too-far", 4)),
        (f"name: P\n{UNKNOWN} why\n# not yet\nstatus: idea\ngoals: [x]", (None, None)),
        (f"{UNKNOWN} why\n\nname: P\ngoals: [g]", (None, None)),
        (f"name: P\ngoals: [x]\n{UNKNOWN} why\n\n", (None, None)),
        (f"- {{id: a, name: A, goals: [x]}}\n{UNKNOWN} why\n\n- {{id: b, name: B}}", (None, None)),
        (f"- {{id: a, name: A}}\n{UNKNOWN} why\n\n- {{id: b, name: B, goals: [x]}}", ("too-far", 4)),
    ],
)
def test_an_ignore_that_slipped_says_what_was_meant(text: str, expected: tuple[str | None, object]) -> None:
    assert slips(text) == [expected]


@pytest.mark.parametrize(
    "comment", ["# Strategy: Ignore[unknown-id]", "# STRATEGY: ignore[Unknown-ID]", "#strategy:Ignore[ unknown-id ]"]
)
def test_capitals_do_not_matter_in_an_ignore(comment: str) -> None:
    assert project(f"name: P\nowner: o\ngoals: [x]  {comment}") == []
    assert project(f"name: P\nowner: o  {comment.replace('[', '(')}") == ["2 malformed-ignore"]


def test_the_name_of_no_rule_is_offered_to_be_mended_in_the_comment() -> None:
    row = f"owner: o  {ignoring('unknown-key, unknown-idd')} why"
    told = settled(f"name: P\n{row}\ngoals: [x]", "minimum").told
    edit = next(one.finding.edit for one in told if one.finding.problem == "no-rule-near")
    assert edit is not None
    assert (row[edit.span.column - 1 : edit.span.end_column - 1], edit.sure) == ("unknown-idd", False)


def test_an_ignore_in_one_file_covers_no_other() -> None:
    told = lint({"projects/a.yaml": f"name: A  {OWNER}\nowner: o", "projects/b.yaml": "name: B"})
    assert told == ["1 unused-ignore", "1 project-without-owner"]


def test_the_main_file_may_ignore_too() -> None:
    assert lint({"strategy.yaml": f"title: S\ndecision: x  {UNKNOWN}"}) == []


@pytest.mark.parametrize(
    ("level", "expected"),
    [("off", []), ("info", [Level.INFO]), ("warning", [Level.WARNING]), ("error", [Level.ERROR])],
)
def test_a_city_sets_the_level_of_a_rule(level: str, expected: list[Level]) -> None:
    about = f"title: S\nlint:\n  rules: {{project-without-owner: {level}}}"
    read = loaded({"strategy.yaml": about, "projects/p.yaml": "name: P\nstatus: idea"})
    chosen = config.settings(read.strategy.about)
    told = suppress.told(read.strategy, read.findings, rules.check(read.strategy, chosen, ON), chosen)
    assert [one.level for one in told] == expected


def test_faults_of_reading_can_be_silenced_as_well() -> None:
    about = "title: S\nlint: {rules: {unknown-key: off}}"
    assert lint({"strategy.yaml": about, "goals/a.yaml": "name: A\nownr: x"}) == []


FAULTY = {"projects/p.yaml": "name: P\ngoals: [x]\nzzz: o\n", "goal/a.yaml": "name: A"}
ALL = ["1 unknown-folder", "1 project-without-owner", "2 unknown-id", "3 unknown-key"]


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), ALL),
        (("unknown-id",), (), ["2 unknown-id"]),
        (("unknown",), (), [ALL[0], *ALL[2:]]),
        (("unknown-",), (), [ALL[0], *ALL[2:]]),
        (("unk",), (), []),
        (("unknown-i",), (), []),
        (("project", "unknown-key"), (), [ALL[1], ALL[3]]),
        ((), ("unknown",), [ALL[1]]),
        (("unknown",), ("unknown-key",), [ALL[0], ALL[2]]),
        (("no-such",), (), []),
        (("",), (), []),
        (("links",), (), ["2 unknown-id"]),
        ((), ("ownership", "reading"), ALL[2:]),
        ((), ("",), ALL),
    ],
)
def test_rules_are_asked_for_by_id_or_by_family(
    select: tuple[str, ...], ignore: tuple[str, ...], expected: list[str]
) -> None:
    assert lint(FAULTY, select=select, ignore=ignore) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: P\nowner: [o]", ["2 invalid-value"]),
        ("name: P\nowner: Not An Id", ["2 invalid-value"]),
        ("name: P\nowner: o\nperiod: {from: 2027-01-01, until: x}", ["3 invalid-value"]),
        ("name: P\nowner: o\ngoals: [g, x, G G, y]", ["3 unknown-id", "3 invalid-value", "3 unknown-id"]),
        ("name: P\nowner:", ["2 project-without-owner"]),
    ],
)
def test_one_mistake_is_told_once(text: str, expected: list[str]) -> None:
    assert project(text) == expected


def test_what_is_told_comes_by_place() -> None:
    told = lint({"projects/b.yaml": "name: B\ngoals: [x, y]", "projects/a.yaml": "goals: [z]\nname: A\nzzz: o"})
    assert told == [
        *("1 project-without-owner", "1 unknown-id", "3 unknown-key"),
        *("1 project-without-owner", "2 unknown-id", "2 unknown-id"),
    ]


def test_the_main_file_comes_first() -> None:
    told = lint({"strategy.yaml": "title: S\nownr: o", "bodies/b.yaml": "nme: B", "goals/strategy.yaml": "nme: G"})
    assert told[0] == "2 unknown-key"
    assert len(told) == 3


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ((), ()),
        (("unknown-id,links", "project"), ("unknown-id", "links", "project")),
        (("links, ownership,",), ("links", "ownership")),
    ],
)
def test_rules_are_listed_with_commas(given: tuple[str, ...], asked: tuple[str, ...]) -> None:
    assert suppress.rules_asked(given) == asked


@pytest.mark.parametrize(
    ("given", "key", "nearest"),
    [
        ("unknown-idd", "unknown-rule-near", "unknown-id"),
        ("owership", "unknown-rule-near", "ownership"),
        ("xyz", "unknown-rule", None),
        ("", "unknown-rule", None),
        ("unk", "unknown-rule", None),
    ],
)
def test_a_rule_that_is_none_is_an_error(given: str, key: str, nearest: str | None) -> None:
    with pytest.raises(StrategyError) as failed:
        suppress.rules_asked(("links", given))
    assert (failed.value.key, failed.value.message_args["nearest"]) == (key, nearest)


@pytest.mark.parametrize(
    "comment", ["ignore unknown-id", "ignore", "ignore[]", "ignore[unknown-id", "ignore(unknown-id)"]
)
def test_an_ignore_without_brackets_is_told(comment: str) -> None:
    assert project(f"name: P\nowner: o  # strategy: {comment}") == ["2 malformed-ignore"]


@pytest.mark.parametrize("comment", ["# strategy: a note", "# ignored", "# strategy: ignored by all"])
def test_a_comment_that_is_no_ignore_is_left_alone(comment: str) -> None:
    assert project(f"name: P\nowner: o  {comment}") == []


def settled(text: str, profile: str) -> suppress.Settled:
    read = loaded(AROUND | {"projects/p.yaml": text})
    chosen = config.settings(read.strategy.about, profile=profile, select=("links", "unknown-key", "settings"))
    return suppress.settle(read.strategy, read.findings, rules.check(read.strategy, chosen, ON), chosen)


BOTH_KEYS = ignoring("unknown-key, unknown-id")
IGNORED = "name: P\nstatus: idea\nowner: o\ngoals: [g]\nownr: o"


@pytest.mark.parametrize(("profile", "level"), [("minimum", None), ("managed", Level.INFO), ("audited", Level.WARNING)])
@pytest.mark.parametrize("reason", ["", " ", " -", " ...", "  # here"])
def test_an_ignore_that_gives_no_reason_is_told_from_managed_up(reason: str, profile: str, level: Level | None) -> None:
    told = settled(f"{IGNORED}  {ignoring('unknown-key')}{reason}", profile).told
    assert [(one.finding.rule, one.level) for one in told] == ([("ignore-without-reason", level)] if level else [])


@pytest.mark.parametrize("reason", ["old key", "2027", "#12 in the case register", "på gång"])
def test_an_ignore_with_a_reason_is_silent_and_keeps_it(reason: str) -> None:
    done = settled(f"{IGNORED}  {ignoring('unknown-key')}: {reason}", "audited")
    assert done.told == ()
    assert [(one.told.finding.rule, one.told.level) for one in done.ignored] == [("unknown-key", Level.ERROR)]
    assert reason in done.ignored[0].reason


def test_a_comment_that_ignores_two_rules_without_a_reason_is_told_once() -> None:
    done = settled(f"{IGNORED}\nlvl: x".replace("P", f"P  {BOTH_KEYS}").replace("[g]", "[x]"), "audited")
    assert [one.finding.rule for one in done.told] == ["ignore-without-reason"]
    assert len(done.ignored) == 3


def test_an_ignore_that_ignores_nothing_is_told_once_even_without_a_reason() -> None:
    told = settled(f"name: P\nstatus: idea\nowner: o\ngoals: [g]  {ignoring('unknown-key')}", "audited").told
    assert [one.finding.rule for one in told] == ["unused-ignore"]


@pytest.mark.parametrize(("profile", "expected"), [("minimum", []), ("managed", []), ("audited", ["unused-ignore"])])
def test_an_ignore_of_a_rule_that_the_profile_leaves_out_is_not_unused(
    profile: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = replace(rules.RULES["unknown-key"], levels={"audited": Level.WARNING})
    monkeypatch.setitem(rules.RULES, "unknown-key", strict)
    told = settled(f"name: P\nstatus: idea\nowner: o\ngoals: [g]  {ignoring('unknown-key')} why", profile).told
    assert [one.finding.rule for one in told] == expected


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("projects/p.yaml", "name: P\nomistaja: o\ngoals: [g]", ["2 unknown-key"]),
        ("projects/p.yaml", "nimi: P\nowner: o\ngoals: [g]", ["1 unknown-key"]),
        ("owners/p.yaml", "nimi: P", ["1 unknown-key"]),
        ("projects/p.yaml", "name: P\nownr: o\nowner: gone\ngoals: [g]", ["2 unknown-key", "3 owner-not-found"]),
        ("projects/p.yaml", "name: P\nownr: o\nowner:\ngoals: [g]", ["2 unknown-key"]),
        ("projects/p.yaml", "name: P\nzzz: o\ngoals: [g]", ["1 project-without-owner", "2 unknown-key"]),
        (
            "projects/p.yaml",
            "name: P\nowner: o\ngoals: [g]\nmoney:\n  - {vuosi: 2026, asked: 5}",
            ["5 unknown-key"],
        ),
        ("indicators/p.yaml", "name: P\ngoals: g, g", ["2 invalid-value"]),
        ("indicators/p.yaml", "name: P\ntavoitteet: [g]", ["2 unknown-key"]),
        ("projects/p.yaml", "name: P\nowner: o\ngoal: g\nmoney: [{year: 2026, asked: 5}]", ["3 unknown-key"]),
        ("projects/p.yaml", "name: P\nowner: o\ngoal: g\nstatus: approved", ["3 unknown-key"]),
        (
            "projects/p.yaml",
            "- {id: a, name: A, omistaja: o, goals: [g]}\n- {id: b, name: B, goals: [g]}",
            ["1 unknown-key", "2 project-without-owner"],
        ),
    ],
)
def test_what_is_written_under_another_name_is_not_called_missing(path: str, text: str, expected: list[str]) -> None:
    select = (
        "schema",
        "links",
        "project-without-owner",
        "project-without-goal",
        "indicator-without-goal",
        "money-without-goal",
    )
    told = lint({path: text, "strategy.yaml": "title: T\nlint: {profile: audited}"}, select)
    assert told == expected


def test_what_is_missing_is_told_where_unknown_keys_are_not() -> None:
    off = "title: T\nlint: {rules: {unknown-key: off}}"
    assert lint({"strategy.yaml": off, "projects/p.yaml": "name: P\nomistaja: o"}) == ["1 project-without-owner"]
