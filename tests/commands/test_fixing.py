"""Fixing: what is sure is mended, what could mean two things is offered, and nothing else is touched."""

import pytest
from folders import Files
from mending import mended

from strategy_cli.source import Source

PERIOD = "title: S\nlanguages: [fi, sv]\nperiod: {from: 2026-01-01, until: 2029-12-31}\n"
AROUND: Files = {
    "strategy.yaml": PERIOD + "themes: [{id: children, name: Lapset}]\n",
    "goals/everyday-life.yaml": "name: {fi: Hyvä arki, sv: En god vardag}\n",
    "goals/vitality.yaml": "name: Elinvoima\nformerly: [growth]\n",
    "owners/library-director.yaml": "title: Kirjastonjohtaja\n",
    "owners/city-manager.yaml": "title: Kaupunginjohtaja\n",
    "units/x.yaml": "- {id: schools, name: Koulut}\n- {id: unit-a, name: A}\n",
    "bodies/council.yaml": "name: Valtuusto\n",
}
PROJECT = "name: P\nstatus: started\nowner: city-manager\ngoals: [vitality]\n"
SHARED = """\
- {{id: p, name: P, status: idea, owner: city-manager, period: &t {{from: {day}}}, goals: [vitality]}}
- {{id: q, name: Q, status: idea, owner: city-manager, period: *t, goals: [vitality]}}
"""

SURE = {
    "a day with points": ("goals/a.yaml", "name: A\nuntil: 31.12.2027 # x\n", "name: A\nuntil: 2027-12-31 # x\n"),
    "a day with slashes": ("goals/a.yaml", "name: A\nuntil: 2027/12/31", "name: A\nuntil: 2027-12-31"),
    "a day without noughts": ("goals/a.yaml", "name: A\nuntil: 2027-1-5\n", "name: A\nuntil: 2027-01-05\n"),
    "a day in quotation marks": ("goals/a.yaml", "name: A\nuntil: '31.12.2027'\n", "name: A\nuntil: 2027-12-31\n"),
    "an open end": ("goals/a.yaml", "name: A\nfrom: 1.1.2027–\n", "name: A\nfrom: 2027-01-01\n"),
    "a day over two lines": ("goals/a.yaml", "name: A\nuntil: 31.12.\n  2027\n", "name: A\nuntil: 2027-12-31\n"),
    "a term of years": (
        "projects/a.yaml",
        PROJECT + "period: 2026–2029\n",
        PROJECT + "period: {from: 2026-01-01, until: 2029-12-31}\n",
    ),
    "a term of days": (
        "projects/a.yaml",
        PROJECT + "period: 1.3.–31.12.2027\n",
        PROJECT + "period: {from: 2027-03-01, until: 2027-12-31}\n",
    ),
    "an interim period": (
        "indicators/a.yaml",
        "name: A\ngoal: vitality\nvalues: {T1/2026: 1, 1–8/2025: 2, 6/2024: 3}\n",
        "name: A\ngoal: vitality\nvalues: {2026-T1: 1, 2025-T2: 2, 2024-06: 3}\n",
    ),
    "a number with spaces": ("goals/a.yaml", "name: A\nweight: 1\u00a0234,5\n", "name: A\nweight: 1234.5\n"),
    "a decimal comma in braces": (
        "projects/a.yaml",
        PROJECT + "money: [{year: 2026, used: 268400,50, asked: 1 000 000}]\n",
        PROJECT + "money: [{year: 2026, used: 268400.50, asked: 1000000}]\n",
    ),
    "euros with points": (
        "projects/a.yaml",
        PROJECT + "money:\n  - year: 2026\n    used: 400.000,50 €\n",
        PROJECT + "money:\n  - year: 2026\n    used: 400000.50\n",
    ),
    "a value with its unit": (
        "indicators/a.yaml",
        "name: A\ngoal: vitality\nunit: '%'\nvalues: {2025: 42 %}\n",
        "name: A\ngoal: vitality\nunit: '%'\nvalues: {2025: 42}\n",
    ),
    "a slip in an id": ("goals/a.yaml", "name: A\nparent: everyday-lif\n", "name: A\nparent: everyday-life\n"),
    "capitals in an id": ("goals/a.yaml", "name: A\nparent: Everyday_Life\n", "name: A\nparent: everyday-life\n"),
    "a slip in an owner": ("goals/a.yaml", "name: A\nowner: ctiy-manager\n", "name: A\nowner: city-manager\n"),
    "a slip in a theme": ("goals/a.yaml", "name: A\nthemes: [childern]\n", "name: A\nthemes: [children]\n"),
    "a slip in what a decision concerns": (
        "decisions/d.yaml",
        "{title: D, body: council, date: 2025-01-01, concerns: [goal/vitalty]}",
        "{title: D, body: council, date: 2025-01-01, concerns: [goal/vitality]}",
    ),
    "an id that is a key": (
        "goals/a.yaml",
        "name: A\nmeaning: {schols: Opetus ja lukeminen}\n",
        "name: A\nmeaning: {schools: Opetus ja lukeminen}\n",
    ),
    "an earlier id": ("goals/a.yaml", "name: A\nparent: growth\n", "name: A\nparent: vitality\n"),
    "a name for an id": ("goals/a.yaml", "name: A\nparent: Hyvä arki\n", "name: A\nparent: everyday-life\n"),
    "a Swedish name for an id": ("goals/a.yaml", "name: B\nparent: En god vardag", "name: B\nparent: everyday-life"),
    "a title for an id": ("goals/a.yaml", "name: A\nowner: Kirjastonjohtaja\n", "name: A\nowner: library-director\n"),
    "a slip in a key": ("goals/a.yaml", "name: A\nownr: city-manager\n", "name: A\nowner: city-manager\n"),
    "a Finnish key": (
        "goals/a.yaml",
        "name: A\nVastuuhenkilö: city-manager\n",
        "name: A\nowner: city-manager\n",
    ),
    "a key with a hyphen": ("goals/a.yaml", "name: A\nroll-up: worst\n", "name: A\nroll_up: worst\n"),
    "a key and then its value": (
        "projects/a.yaml",
        "name: P\nstatus: started\nVastuuhenkilö: Kirjastonjohtaja\ngoals: Hyvä arki\n",
        "name: P\nstatus: started\nowner: library-director\ngoals: [everyday-life]\n",
    ),
    "a Finnish word": (
        "projects/a.yaml",
        PROJECT.replace("started", "Käynnissä"),
        PROJECT,
    ),
    "a slip in a word": ("projects/a.yaml", PROJECT.replace("started", "strated"), PROJECT),
    "yes": ("goals/a.yaml", "name: A\nbinding: yes\n", "name: A\nbinding: true\n"),
    "a Finnish no": ("goals/a.yaml", "name: A\nbinding: 'Ei'\n", "name: A\nbinding: false\n"),
    "one of a list": ("projects/a.yaml", PROJECT.replace("[vitality]", "vitality"), PROJECT),
    "a list with commas": (
        "projects/a.yaml",
        PROJECT.replace("[vitality]", "vitality, everyday-life"),
        PROJECT.replace("[vitality]", "[vitality, everyday-life]"),
    ),
    "swapped days": (
        "projects/a.yaml",
        PROJECT + "period:\n  from: 2027-12-31  # alku\n  until: 2026-01-01\n",
        PROJECT + "period:\n  from: 2026-01-01  # alku\n  until: 2027-12-31\n",
    ),
    "days swapped in the other order": (
        "projects/a.yaml",
        PROJECT + "period: {until: 2026-01-01, from: 2027-12-31}\n",
        PROJECT + "period: {until: 2027-12-31, from: 2026-01-01}\n",
    ),
    "days swapped as people write them": (
        "projects/a.yaml",
        PROJECT + "period: {from: 31.12.2027, until: 1.1.2026}\n",
        PROJECT + "period: {from: 2026-01-01, until: 2027-12-31}\n",
    ),
    "an id other than its file but for its marks": ("goals/a-b.yaml", "id: A_B\nname: A\n", "id: a-b\nname: A\n"),
    "an id of a list": (
        "units/y.yaml",
        "- id: Big_One\n  name: B\n- {id: z, name: Z, parent: Big_One}\n",
        "- id: big-one\n  name: B\n- {id: z, name: Z, parent: big-one}\n",
    ),
    "what is shared by an alias": (
        "projects/x.yaml",
        SHARED.format(day="1.1.2026"),
        SHARED.format(day="2026-01-01"),
    ),
    "a rule's name": (
        "strategy.yaml",
        PERIOD + "themes: [{id: children, name: L}]\nlint: {rules: {project-without-ownr: warning}}\n",
        PERIOD + "themes: [{id: children, name: L}]\nlint: {rules: {project-without-owner: warning}}\n",
    ),
}  # fmt: skip

NOT_SURE = {
    "thousands or decimals": ("projects/a.yaml", PROJECT + "money: [{year: 2026, used: 400.000}]\n"),
    "thousands or decimals with a comma": ("goals/a.yaml", "name: A\nweight: 1,234\n"),
    "thousands or decimals in braces": ("projects/a.yaml", PROJECT + "money: [{year: 2026, used: 268,400}]\n"),
    "two numbers run together": ("goals/a.yaml", "name: A\nweight: 10 20\n"),
    "a percentage of no unit": ("goals/a.yaml", "name: A\nweight: 5 %\n"),
    "a day or a month first": ("goals/a.yaml", "name: A\nuntil: 01/02/2027\n"),
    "a day without its year": ("goals/a.yaml", "name: A\nuntil: 24.10.\n"),
    "two goals equally near": ("goals/vitalitx.yaml", "name: A\nparent: vitalitz\n"),
    "two goals that once had the id": (
        "goals/x.yaml",
        "- {id: x, name: X, formerly: [growth]}\n- {id: y, name: Y, parent: growth}\n",
    ),
    "two goals that are called so": (
        "goals/x.yaml",
        "- {id: x, name: Sama}\n- {id: y, name: Sama}\n- {id: z, name: Z, parent: Sama}\n",
    ),
    "a goal that does not exist": ("goals/a.yaml", "name: A\nparent: No Such\n"),
    "another number": ("goals/a.yaml", "name: A\nparent: vitality2\n"),
    "another letter": ("goals/a.yaml", "name: A\nmeaning: {unit-b: x}\n"),
    "a likeness": ("goals/a.yaml", "name: A\nowner: library-manager\n"),
    "days that are no whole months when swapped": (
        "projects/a.yaml",
        PROJECT + "period: {from: 2027-01-01, until: 2026-12-31}\n",
    ),
    "days outside the strategy's period": (
        "projects/a.yaml",
        PROJECT + "period: {from: 2031-12-31, until: 2030-01-01}\n",
    ),
    "texts that hold a comma": ("projects/a.yaml", PROJECT.replace("[vitality]", "Elinvoima, Hyvä arki")),
    "an anchor": ("goals/a.yaml", "name: A\nuntil: &day 31.12.2027\nfrom: *day\n"),
    "an anchor on a day that is swapped": (
        "projects/a.yaml",
        PROJECT + "period: {from: 2027-12-31, until: &end 2026-01-01}\nreview_by: *end\n",
    ),
    "a block of text": ("goals/a.yaml", "name: A\nuntil: |\n  31.12.2027\nweight: 1\n"),
    "another id than the file's": ("goals/a.yaml", "id: b\nname: A\n"),
    "a key that is there already": ("goals/a.yaml", "name: A\nowner: city-manager\nownr: library-director\n"),
    "an id that is taken": ("units/y.yaml", "- {id: Schools, name: S}\n"),
    "a file that cannot be read": ("goals/a.yaml", "name: A\nuntil: 31.12.2027\nx: [\n"),
    "what is ignored": ("goals/a.yaml", "name: A\nuntil: 31.12.2027  # strategy: ignore[invalid-value] why\n"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["bare", "bom"])
@pytest.mark.parametrize(("path", "before", "after"), SURE.values(), ids=SURE)
def test_what_is_sure_is_mended(path: str, before: str, after: str, bom: bytes, newline: str) -> None:
    def content(text: str) -> bytes:
        return bom + text.replace("\n", newline).encode()

    done = mended({**AROUND, path: content(before)})
    assert done.source.files[path] == content(after)
    assert done.made
    assert done.taken_back == ()
    assert [f"{one.finding.span} {one.finding.rule}" for one in done.found.told] == []
    assert others(done.source, path) == others_of(AROUND, path)


@pytest.mark.parametrize(("path", "text"), NOT_SURE.values(), ids=NOT_SURE)
def test_what_could_mean_two_things_is_left(path: str, text: str) -> None:
    done = mended({**AROUND, path: text})
    assert done.source.files[path].decode() == text
    assert done.made == ()


@pytest.mark.parametrize(("path", "before", "after"), SURE.values(), ids=SURE)
def test_a_second_time_changes_nothing(path: str, before: str, after: str) -> None:
    once = mended({**AROUND, path: before})
    again = mended({**AROUND, path: after})
    assert (again.made, again.source.files) == ((), once.source.files)


def others(source: Source, path: str) -> dict[str, bytes]:
    return {other: content for other, content in source.files.items() if other != path}


def others_of(files: Files, path: str) -> dict[str, bytes]:
    return {p: t.encode() if isinstance(t, str) else t for p, t in files.items() if p != path}


def test_an_edit_that_makes_a_key_come_twice_is_taken_back_and_the_others_of_the_file_stay() -> None:
    done = mended({**AROUND, "goals/a.yaml": "name: A\nowner: city-manager\nownr: x\nuntil: 31.12.2027\n"})
    assert done.source.files["goals/a.yaml"] == b"name: A\nowner: city-manager\nownr: x\nuntil: 2027-12-31\n"
    assert [fix.was for fix in done.made] == ["31.12.2027"]
    assert [(fix.was, fix.edit.text) for fix in done.taken_back] == [("ownr", "owner")]


def test_edits_of_two_files_that_look_alike_are_each_tried_and_taken_back_once() -> None:
    text = "name: A\nowner: city-manager\nownr: x\n"
    done = mended({**AROUND, "goals/a.yaml": text, "goals/b.yaml": text})
    assert [fix.edit.span.path for fix in done.taken_back] == ["data/goals/a.yaml", "data/goals/b.yaml"]


def test_what_is_not_sure_is_offered() -> None:
    done = mended({**AROUND, "goals/a.yaml": "name: A\nowner: library-manager\n"})
    assert [(fix.was, fix.edit.text, fix.edit.sure) for fix in done.offered] == [
        ("library-manager", "city-manager", False)
    ]
