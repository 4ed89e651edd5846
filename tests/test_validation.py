"""Validation: every value that is not what its key asks for is told where it stands, and nothing else is lost."""

import re

import pytest
from folders import Files, Load

from strategy_cli.messages import LANGUAGES, Messages, catalogue

# A file, the finding it gives, and what is put in the faulty value's place if that is clear.
ROWS: list[tuple[Files, str, str | None]] = [
    ({"goals/a.yaml": "name: A\nuntil: 31.12.2029"}, "goals/a.yaml:2:8 date", "2029-12-31"),
    ({"goals/a.yaml": "name: A\nuntil: 2029/1/2"}, "goals/a.yaml:2:8 date", "2029-01-02"),
    ({"goals/a.yaml": "name: A\nuntil: 31.2.2029"}, "goals/a.yaml:2:8 date-unclear", None),
    ({"goals/a.yaml": "name: A\nuntil: 0000-00-00"}, "goals/a.yaml:2:8 date-unclear", None),
    ({"goals/a.yaml": "name: A\nuntil: 2029-13-01"}, "goals/a.yaml:2:8 date-unclear", None),
    ({"goals/a.yaml": "name: A\nuntil: 24.10"}, "goals/a.yaml:2:8 no-year", None),
    ({"goals/a.yaml": "name: A\nuntil: ٢٠٢٥-٠١-٠١"}, "goals/a.yaml:2:8 date-unclear", None),
    ({"projects/a.yaml": "name: A\nperiod: {from: 20250101}"}, "projects/a.yaml:2:16 date-unclear", None),
    ({"indicators/a.yaml": "name: A\nvalues: {31.12.2025: 1}"}, "indicators/a.yaml:2:10 period", "2025-12-31"),
    ({"indicators/a.yaml": "name: A\nvalues:\n  202X: 1"}, "indicators/a.yaml:3:3 period-unclear", None),
    ({"indicators/a.yaml": "name: A\nforecasts: {2025-13: 1}"}, "indicators/a.yaml:2:13 period-unclear", None),
    ({"goals/a.yaml": "name: A\nweight: 1 234,5 %"}, "goals/a.yaml:2:9 number", "1234.5"),
    ({"goals/a.yaml": "name: A\nweight: −2"}, "goals/a.yaml:2:9 number", "-2"),
    ({"goals/a.yaml": "name: A\nweight: about 2"}, "goals/a.yaml:2:9 number-unclear", None),
    ({"goals/a.yaml": "name: A\nweight: 1e999999"}, "goals/a.yaml:2:9 number-unclear", None),
    ({"goals/a.yaml": "name: A\nweight: ٣"}, "goals/a.yaml:2:9 number-unclear", None),
    ({"goals/a.yaml": "name: A\nweight: .inf"}, "goals/a.yaml:2:9 number-unclear", None),
    ({"indicators/a.yaml": "name: A\nlag: 1 8"}, "indicators/a.yaml:2:6 whole", "18"),
    ({"indicators/a.yaml": "name: A\nlag: 2.5"}, "indicators/a.yaml:2:6 whole-unclear", None),
    ({"indicators/a.yaml": f"name: A\nlag: {'9' * 400}"}, "indicators/a.yaml:2:6 whole-unclear", None),
    ({"projects/a.yaml": "name: A\nmoney: [{year: 2 026}]"}, "projects/a.yaml:2:16 year", "2026"),
    ({"projects/a.yaml": "name: A\nmoney:\n- {year: 26}"}, "projects/a.yaml:3:10 year-unclear", None),
    ({"projects/a.yaml": f"name: A\nmoney:\n- year: {'9' * 400}"}, "projects/a.yaml:3:9 year-unclear", None),
    ({"projects/a.yaml": "name: A\nmoney:\n- year: 2026\n  used: 1 234,50 €"}, "projects/a.yaml:4:9 euros", "1234.50"),
    ({"projects/a.yaml": "name: A\nmoney: [{year: 2026, used: 1.2345}]"}, "projects/a.yaml:2:28 euros-unclear", None),
    ({"projects/a.yaml": "name: A\nmoney: [{year: 2026, used: 400.000}]"}, "projects/a.yaml:2:28 thousands", None),
    ({"projects/a.yaml": "name: A\nmoney: [{year: 2026, used: -5}]"}, "projects/a.yaml:2:28 negative-unclear", None),
    (
        {"projects/a.yaml": "name: A\nmoney: [{year: 2026, used: 268400,50}]"},
        "projects/a.yaml:2:28 decimal-comma",
        "268400.50",
    ),
    (
        {"projects/a.yaml": "name: A\nmoney: [{year: 2026, asked: 1 234,5, used: 1}]"},
        "projects/a.yaml:2:29 decimal-comma",
        "1234.5",
    ),
    ({"projects/a.yaml": "name: A\nmoney: [{year: 2026, used: 268,400}]"}, "projects/a.yaml:2:28 two-ways", None),
    ({"goals/a.yaml": "name: A\nweight: 1,234"}, "goals/a.yaml:2:9 two-ways", "1.234"),
    ({"indicators/a.yaml": "name: A\nvalues: {2024: 5,5, 2025: }"}, "indicators/a.yaml:2:16 decimal-comma", "5.5"),
    ({"goals/a.yaml": "name: A\nowner: Työ Päällikkö"}, "goals/a.yaml:2:8 id", "tyo-paallikko"),
    ({"goals/a.yaml": "name: Hyvä arki\nparent: Hyvä Arki"}, "goals/a.yaml:2:9 called", "a"),
    ({"goals/a.yaml": "name: A\nowner: Kaisa Virtanen"}, "goals/a.yaml:2:8 person", None),
    ({"owners/a.yaml": "title: A\nholder: Matti Meikäläinen"}, "owners/a.yaml:2:9 person-holder", None),
    ({"goals/a.yaml": "name: A\nmeaning: {Big Unit: x}"}, "goals/a.yaml:2:11 id", "big-unit"),
    ({"goals/a.yaml": "name: A\nconsulted: [x, §]"}, "goals/a.yaml:2:16 id-unclear", None),
    ({"units/a.yaml": "- id: a\n  name: A\n- id: B b\n  name: B"}, "units/a.yaml:3:7 id", "b-b"),
    ({"units/a.yaml": "- id: [a]\n  name: A"}, "units/a.yaml:1:7 id-unclear", None),
    ({"goals/Työ A.yaml": "# x\nname: A"}, "goals/Työ A.yaml:2:1 file-name", None),
    ({"goals/§.yaml": "name: A"}, "goals/§.yaml:1:1 file-name-unclear", None),
    (
        {"decisions/a.yaml": "{title: A, body: b, date: 2025-01-01, concerns: [x]}"},
        "decisions/a.yaml:1:50 ref-unclear",
        None,
    ),
    ({"goals/a.yaml": "name: A\nbinding: Kyllä"}, "goals/a.yaml:2:10 switch", "true"),
    ({"goals/a.yaml": "name: A\nbinding: maybe"}, "goals/a.yaml:2:10 switch-unclear", None),
    ({"indicators/a.yaml": "name: A\nbetter: more"}, "indicators/a.yaml:2:9 better-unclear", None),
    ({"goals/a.yaml": "name: {fi: }"}, "goals/a.yaml:1:8 words-unclear", None),
    ({"goals/a.yaml": "name: A\ndescription:\n  fi: [x]"}, "goals/a.yaml:3:3 words-unclear", None),
    ({"goals/a.yaml": "name: {fi: A, de: B}"}, "goals/a.yaml:1:15 language", None),
    ({"goals/a.yaml": "name: {fi: A, de: }"}, "goals/a.yaml:1:15 language", None),
    ({"goals/a.yaml": "name: {fi: A, de: B}\ndescription: {de: C}"}, "goals/a.yaml:1:15 language-many", None),
    ({"goals/a.yaml": "name: {Suomi: A}"}, "goals/a.yaml:1:8 language", None),
    ({"strategy.yaml": "title: T\nlanguages: [fi, FI]"}, "strategy.yaml:2:17 language-code-unclear", None),
    ({"projects/a.yaml": "name: A\nstatus: begun"}, "projects/a.yaml:2:9 choice", None),
    ({"goals/a.yaml": 'name: A\nuntil: "-"'}, "goals/a.yaml:2:8 blank", None),
    ({"goals/a.yaml": "name: A\nowner: –"}, "goals/a.yaml:2:8 blank", None),
    ({"goals/a.yaml": "name: A\nlevel: “goal”"}, "goals/a.yaml:2:8 quotes", "goal"),
    ({"goals/a.yaml": "name: A\nuntil: ”2029-12-31”"}, "goals/a.yaml:2:8 quotes", "2029-12-31"),
    ({"goals/a.yaml": "name: A\nuntil: 24.10."}, "goals/a.yaml:2:8 no-year", None),
    ({"goals/a.yaml": "name: A\nuntil: 29.2"}, "goals/a.yaml:2:8 no-year", None),
    ({"goals/a.yaml": "name: A\nuntil: 31.4"}, "goals/a.yaml:2:8 date-unclear", None),
    ({"indicators/a.yaml": "name: A\nvalues: {2026 enn.: 5}"}, "indicators/a.yaml:2:10 forecast", None),
    ({"indicators/a.yaml": "name: A\nvalues: {2026e: 5}"}, "indicators/a.yaml:2:10 forecast", None),
    ({"indicators/a.yaml": "name: A\nvalues: {Ennuste 2026: 5}"}, "indicators/a.yaml:2:10 forecast", None),
    ({"projects/a.yaml": "name: A\nstatus: Strated"}, "projects/a.yaml:2:9 choice-near", "started"),
    ({"goals/a.yaml": "name: A\ncovers: [service]"}, "goals/a.yaml:2:10 choice-near", "services"),
    ({"strategy.yaml": "title: T\nlint: {rules: {unknown-id: err}}"}, "strategy.yaml:2:28 choice-near", "error"),
    ({"goals/a.yaml": "name: A\nowner: [x]"}, "goals/a.yaml:2:8 one-value", None),
    ({"goals/a.yaml": "name: [A]"}, "goals/a.yaml:1:7 one-value", None),
    ({"projects/a.yaml": "name: A\nstatus:\n  a: b"}, "projects/a.yaml:3:3 no-map", None),
    ({"goals/a.yaml": "name: A\nthemes: {a: b}"}, "goals/a.yaml:2:10 list", None),
    ({"goals/a.yaml": "name: A\nthemes: a"}, "goals/a.yaml:2:9 list-from-text", "[a]"),
    ({"strategy.yaml": "title: T\nlanguages: fi"}, "strategy.yaml:2:12 list-from-text", "[fi]"),
    ({"projects/a.yaml": "name: A\nmilestones: soon"}, "projects/a.yaml:2:13 list-keys", None),
    ({"projects/a.yaml": "name: A\nperiod: 2025"}, "projects/a.yaml:2:9 map-keys", None),
    ({"indicators/a.yaml": "name: A\nvalues: []"}, "indicators/a.yaml:2:9 map-keys", None),
    ({"indicators/a.yaml": "name: A\nvalues: {2025: [1]}"}, "indicators/a.yaml:2:16 map-keys", None),
    ({"goals/a.yaml": "name: A\nmeaning: x"}, "goals/a.yaml:2:10 map", None),
    ({"goals/a.yaml": "just words"}, "goals/a.yaml:1:1 map", None),
    ({"units/a.yaml": "- id: a\n  name: A\n- b"}, "units/a.yaml:3:3 map", None),
    ({"strategy.yaml": "- title: T"}, "strategy.yaml:1:3 map", None),
    ({"goals/a.yaml": "# nothing yet"}, "goals/a.yaml:1:1 empty-file", None),
]  # fmt: skip


@pytest.mark.parametrize(("files", "expected", "mended"), ROWS, ids=[row[1] for row in ROWS])
def test_a_wrong_value_is_told_where_it_stands(files: Files, expected: str, mended: str | None, loaded: Load) -> None:
    (finding,) = loaded(files).findings
    assert f"{finding.span} {finding.problem}" == expected
    assert finding.rule == "invalid-value"
    assert (finding.edit and finding.edit.text) == mended
    assert mended is None or (finding.edit and finding.edit.span == finding.span)


@pytest.mark.parametrize(("files", "mended"), [(row[0], row[2]) for row in ROWS if row[2]])
def test_what_is_put_in_its_place_is_right(files: Files, mended: str, loaded: Load) -> None:
    (finding,) = loaded(files).findings
    ((path, text),) = files.items()
    assert isinstance(text, str)
    lines = text.split("\n")
    span = finding.span
    row = lines[span.line - 1]
    lines[span.line - 1] = row[: span.column - 1] + mended + row[span.end_column - 1 :]
    assert loaded({path: "\n".join(lines)}).findings == ()


def test_every_message_of_a_wrong_value_has_a_row_here() -> None:
    keys = (re.fullmatch(r"rules\.schema\.invalid-value\.(.+)\.message", key) for key in catalogue("en"))
    assert {key[1] for key in keys if key} == {row[1].rpartition(" ")[2] for row in ROWS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wrong_value_has_words(language: str, loaded: Load) -> None:
    messages = Messages(language)
    for files, _, _ in ROWS:
        for finding in loaded(files).findings:
            assert not re.search(r"\{|None|\['", messages.finding(finding).replace("{min:", ""))
            assert messages.help(finding)


@pytest.mark.parametrize(
    ("files", "expected", "nearest"),
    [
        ({"goals/a.yaml": "name: A\nownr: b"}, "goals/a.yaml:2:1", "owner"),
        ({"goals/a.yaml": "name: A\nroll-up: all"}, "goals/a.yaml:2:1", "roll_up"),
        ({"goals/a.yaml": "name: A\nOwner: b"}, "goals/a.yaml:2:1", "owner"),
        ({"goals/a.yaml": "name: A\nfrom_: 2025-01-01"}, "goals/a.yaml:2:1", "from"),
        ({"goals/a.yaml": "name: A\nxyzzy: b"}, "goals/a.yaml:2:1", None),
        ({"goals/a.yaml": "name: A\nxyzzy:\n"}, "goals/a.yaml:2:1", None),
        ({"goals/a.yaml": "name: A\nownr: ~\n"}, "goals/a.yaml:2:1", "owner"),
        ({"goals/a.yaml": "name: A\nVastuuhenkilö: b"}, "goals/a.yaml:2:1", "owner"),
        ({"goals/a.yaml": "name: A\nansvarig:"}, "goals/a.yaml:2:1", "owner"),
        ({"projects/a.yaml": "name: A\npäätös: [b]"}, "projects/a.yaml:2:1", "decisions"),
        ({"units/a.yaml": "- {id: a, name: A}\n- {id: b, name: B, nam: }"}, "units/a.yaml:2:20", "name"),
        ({"goals/a.yaml": "name: A\n1: b"}, "goals/a.yaml:2:1", None),
        ({"goals/a.yaml": "name: A\n'[key]': b"}, "goals/a.yaml:2:1", None),
        ({"goals/a.yaml": "name: A\n<<: {owner: b}"}, "goals/a.yaml:2:1", None),
        ({"goals/a.yaml": "name: A\n__class__: b"}, "goals/a.yaml:2:1", None),
        ({"projects/a.yaml": "name: A\nperiod: {form: 2025-01-01}"}, "projects/a.yaml:2:10", "from"),
        ({"projects/a.yaml": "name: A\nmoney:\n- year: 2025\n  use: 1"}, "projects/a.yaml:4:3", "used"),
        ({"indicators/a.yaml": "name: A\nvalues: {2025: {value: 1, nte: x}}"}, "indicators/a.yaml:2:27", "note"),
        ({"indicators/a.yaml": "name: A\nbetter: {min: 1, max: 2, mox: 3}"}, "indicators/a.yaml:2:26", "max"),
        ({"units/a.yaml": "- {id: a, name: A}\n- {id: b, name: B, nam: C}"}, "units/a.yaml:2:20", "name"),
        ({"strategy.yaml": "title: T\nmunicipality: {name: M, kode: 1}"}, "strategy.yaml:2:25", "code"),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest(
    files: Files, expected: str, nearest: str | None, loaded: Load
) -> None:
    (finding,) = loaded(files).findings
    assert (finding.rule, str(finding.span)) == ("unknown-key", expected)
    assert (finding.args["nearest"], finding.problem) == (nearest, "near" if nearest else None)
    assert (finding.edit and finding.edit.text) == nearest
    assert "name" in str(finding.args["known"]) or nearest


@pytest.mark.parametrize(
    ("files", "expected", "key"),
    [
        ({"goals/a.yaml": "binding: true"}, "goals/a.yaml:1:1", "name"),
        ({"goals/a.yaml": "binding: true\nname:\n"}, "goals/a.yaml:2:1", "name"),
        ({"goals/a.yaml": "binding: true\nname: ~\n"}, "goals/a.yaml:2:1", "name"),
        ({"goals/a.yaml": "{}"}, "goals/a.yaml:1:1", "name"),
        ({"owners/a.yaml": "- unit: b\n  id: a"}, "owners/a.yaml:1:3", "title"),
        ({"units/a.yaml": "- id: a\n  name: A\n- name: B"}, "units/a.yaml:3:3", "id"),
        ({"projects/a.yaml": "name: A\nmilestones:\n- name: M"}, "projects/a.yaml:3:3", "due"),
        ({"indicators/a.yaml": "name: A\nbaseline: {period: 2025}"}, "indicators/a.yaml:2:12", "value"),
        ({"indicators/a.yaml": "name: A\nbaseline: {period: 2025, value: }"}, "indicators/a.yaml:2:26", "value"),
        ({"strategy.yaml": "languages: [fi]"}, "strategy.yaml:1:1", "title"),
        ({"strategy.yaml": "title: T\nlanguages: []"}, "strategy.yaml:2:1", "languages"),
        ({"strategy.yaml": "title: T\nlanguages: [~]"}, "strategy.yaml:2:1", "languages"),
        ({"strategy.yaml": ""}, "strategy.yaml:1:1", "title"),
    ],
)
def test_a_missing_key_is_told_where_it_should_stand(files: Files, expected: str, key: str, loaded: Load) -> None:
    (finding,) = loaded(files).findings
    assert (finding.rule, str(finding.span), finding.args["key"]) == ("missing-key", expected, key)


@pytest.mark.parametrize(
    "name", ["items", "keys", "values", "name", "class", "none", "self", "id", "true", "1", "model-config"]
)
def test_an_id_may_be_any_word_of_python(name: str, loaded: Load) -> None:
    read = loaded({f"goals/{name}.yaml": f"name: A\nmeaning: {{{name}: x}}", f"units/{name}.yaml": "name: U"})
    assert read.findings == ()
    assert read.strategy.goals[name].meaning[name].pick("fi") == ("x", "fi")


def test_what_is_at_fault_is_left_out_and_the_rest_is_kept(loaded: Load) -> None:
    about = "name: {de: Fel}\nownr: x\nowner: city-manager\nuntil: soon\nweight: 2.50\ncovers: [services, nonsense]"
    read = loaded({"goals/a.yaml": about})
    assert sorted(f.rule for f in read.findings) == ["invalid-value"] * 3 + ["unknown-key"]
    goal = read.strategy.goals["a"]
    assert (goal.owner, str(goal.weight), goal.until, goal.covers) == ("city-manager", "2.50", None, ("services",))
    assert goal.name.pick("fi") == ("a", "fi"), "a thing without a readable name is called by its id"


def test_a_thing_that_cannot_do_without_the_faulty_key_is_broken(loaded: Load) -> None:
    read = loaded({"decisions/a.yaml": "title: A\nbody: b\ndate: then"})
    assert "a" not in read.strategy.decisions
    assert [str(ref) for ref in read.strategy.broken] == ["decision/a"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("Words", [("Words", "fi"), ("Words", "fi"), ("Words", "fi")]),
        ("{sv: Ord, en: Words}", [("Words", "en"), ("Ord", "sv"), ("Words", "en")]),
        ("{en: Words, fi: Sanat}", [("Sanat", "fi"), ("Sanat", "fi"), ("Words", "en")]),
    ],
)
def test_a_text_without_a_language_falls_back(given: str, words: list[tuple[str, str]], loaded: Load) -> None:
    name = loaded({"goals/a.yaml": f"name: {given}"}).strategy.goals["a"].name
    assert [name.pick(language) for language in ("fi", "sv", "en")] == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: {fi: Kivaa, hauskaa, sv: Kul}", ["1:19 unknown-key comma"]),
        ("name: A\njudgements: [{period: 2025, class: partly, reason: Kesken, myöhässä, by: b}]",
         ["2:60 unknown-key comma"]),
        ("name: A\nowner:\nfrom: ~\nthemes:", []),
        ("name: {fi: A, sv: }", []),
    ],
)  # fmt: skip
def test_a_comma_inside_braces_is_told_as_such(text: str, expected: list[str], loaded: Load) -> None:
    found = loaded({"goals/a.yaml": text}).findings
    assert [f"{f.span.line}:{f.span.column} {f.rule} {f.problem}" for f in found] == expected


def test_only_the_faulty_item_of_a_list_is_left_out_and_the_others_keep_their_places(loaded: Load) -> None:
    read = loaded({"goals/a.yaml": "name: A\nparticipants: [u, U U, w, '§', x]\nowner: o"})
    goal = read.strategy.goals["a"]
    assert [f.key for f in read.findings] == [("participants", 1), ("participants", 3)]
    assert goal.participants == ("u", "w", "x")
    places = [read.strategy.where(goal.ref, "participants", n).column for n in range(3)]
    assert places == [16, 24, 32]


def test_what_is_around_a_faulty_value_goes_with_it_as_far_as_it_must(loaded: Load) -> None:
    text = (
        "name: A\nperiod: {from: soon, until: 2027-12-31}\nmilestones:\n- {name: M, due: then}\n"
        "- {name: N, due: 2026-01-01}\nmoney: [{year: 2026, asked: 5, grnted: 1}]"
    )
    project = loaded({"projects/a.yaml": text}).strategy.projects["a"]
    assert (project.period.from_, str(project.period.until)) == (None, "2027-12-31")
    assert [str(milestone.due) for milestone in project.milestones] == ["2026-01-01"]
    assert [str(row.asked) for row in project.money] == ["5"]
    indicator = loaded({"indicators/a.yaml": "name: A\nvalues: {2025: 1, 202X: 2, 2026: [3]}"}).strategy.indicators["a"]
    assert [str(period) for period in indicator.values] == ["2025"]


def test_an_unknown_language_takes_nothing_else_along(loaded: Load) -> None:
    read = loaded(
        {"goals/a.yaml": "name: {fi: A, de: B}", "goals/b.yaml": "name: {de: B}\ndescription: {en: C, de: D}"}
    )
    (finding,) = read.findings
    assert (finding.problem, finding.args["count"]) == ("language-many", 3)
    assert read.strategy.goals["a"].name.words == (("fi", "A"),)
    assert read.strategy.goals["b"].description.words == (("en", "C"),)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("files", "written"),
    [
        ({"indicators/a.yaml": "name: A\ntargets: 21100"}, "targets: [{period: …, value: …}]"),
        ({"indicators/a.yaml": "name: A\nvalues: 21100"}, "values: {2026: …}"),
        ({"strategy.yaml": "title: T\nvalues: Rohkeus, Ilo"}, "values: [{id: …, name: …, description: …}]"),
        ({"strategy.yaml": "title: T\nmunicipality: Merilä"}, "municipality: {name: …, code: …}"),
        ({"projects/a.yaml": "name: A\nperiod: soon"}, "period: {from: …, until: …}"),
        ({"projects/a.yaml": "name: A\nperiod: 2026-2029"}, "period: {from: 2026-01-01, until: 2029-12-31}"),
    ],
)
def test_the_keys_of_a_wanted_map_are_named(files: Files, written: str, loaded: Load) -> None:
    (finding,) = loaded(files).findings
    assert finding.args["written"] == written
