"""Schema: editors take whatever lint takes, and refuse only what lint tells of; every key is explained."""

import string
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from core_yaml import typed
from folders import Files, loaded
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_cli import rules, source
from strategy_cli.config import Settings
from strategy_cli.document import parse
from strategy_cli.editor.known import known
from strategy_cli.editor.schema import MODELS, schema
from strategy_cli.editor.wording import Wording
from strategy_cli.finding import Level
from strategy_cli.loading import Loaded, load
from strategy_cli.messages import catalogue
from strategy_cli.model.kinds import FOLDERS
from strategy_cli.rules import level_of
from strategy_cli.starter.scalar import scalar

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "strategy_data"
REAL = sorted(p.parent for p in (ROOT / "tests" / "real").rglob("strategy.yaml"))
CITIES = [SAMPLE, *(city for city in REAL if city.parent.name != "careless")]
KIND_IN = {folder: model.kind for folder, model in FOLDERS.items()}
ON = date(2026, 6, 30)

SMALL: Files = {
    "strategy.yaml": "title: S\nlanguages: [fi, sv]\nthemes: [{id: sea, name: Meri}]\nperiod: {from: 2026-01-01}\n",
    "goals/everyday-life.yaml": "name: {fi: Arki, sv: Vardag}\nowner: manager\nbody: board\nthemes: [sea]\n"
    "binding: false\nweight: 1.5\nlevel: goal\ncovers: [wellbeing]\nfrom: 2026-01-01\nmeaning: {education: Koulut}\n"
    "judgements: [{period: 2026-T1, class: partly, reason: Kesken, by: manager}]\n",
    "goals/2030.yaml": "name: Vuosi 2030\nowner: manager\nbody: board\n",
    "indicators/population.yaml": "name: Asukkaat\ngoal: everyday-life\nbetter: {min: 1, max: 5}\nlag: 3\n"
    "decimals: 1\nbaseline: {period: 2025, value: 1}\ntargets: [{period: 2029, value: 3}]\nsource: THL\n"
    "values: {2025: 1, 2026-T1: {value: 1.5, note: Ennakko, preliminary: true}}\nforecasts: {2026: 2}\n",
    "projects/library.yaml": "name: Kirjasto\nstatus: started\ngoals: [everyday-life, 2030]\nowner: manager\n"
    "unit: education\nperiod: {from: 2026-01-01, until: 2027-12-31}\neffort: 0.5\nreview_by: 2027-01-01\n"
    "milestones: [{name: Alku, due: 2026-09-30}]\nmoney: [{year: 2026, asked: 400000, granted: 120500.50}]\n"
    "updates: [{period: 2026-T1, status: on-track, by: manager}]\n",
    "owners/posts.yaml": "- {id: manager, title: Johtaja, unit: education, fixed_term: false}\n",
    "units/units.yaml": "- {id: education, name: Sivistys, level: sector, head: manager}\n",
    "bodies/board.yaml": "name: Hallitus\nkind: board\nmembers: [Johtaja]\n",
    "decisions/board-2026-01-01-1.yaml": "title: Päätös\nbody: board\ndate: 2026-01-01\nsection: § 1\nkind: decided\n"
    "concerns: [project/library, strategy/strategy]\n",
}


@cache
def checked() -> dict[str, Any]:
    return validators(loaded(SMALL))


def validators(read: Loaded, *, ids: bool = True) -> dict[str, Any]:
    had = known(read.strategy, ("fi",), ids=ids)
    return {k: jsonschema.Draft202012Validator(schema(k, had, Wording(("fi",)))) for k in MODELS}


def kind_of(path: str) -> str:
    return KIND_IN.get(path.partition("/")[0], "strategy")


def refused(files: Files, path: str) -> list[str]:
    """Tell what an editor marks in a file of the small strategy."""
    return [e.message for e in checked()[kind_of(path)].iter_errors(typed(str(files[path])))]


def told(files: Files, path: str) -> list[str]:
    """Tell what lint says of a file, as an error at the lowest profile."""
    read = loaded(files)
    levels = Settings()
    found = [*read.findings, *rules.check(read.strategy, levels, ON)]
    return [f.rule for f in found if f.span.path == path and level_of(f.rule, levels) >= Level.ERROR]


@pytest.mark.parametrize("kind", MODELS)
def test_a_schema_is_one(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(checked()[kind].schema)


def test_the_small_strategy_is_whole() -> None:
    assert [(path, told(SMALL, path)) for path in SMALL if told(SMALL, path)] == []


@pytest.mark.parametrize("path", SMALL)
def test_the_small_strategy_is_taken(path: str) -> None:
    assert refused(SMALL, path) == []


@pytest.mark.parametrize("city", CITIES, ids=lambda p: p.relative_to(ROOT).as_posix())
@pytest.mark.parametrize("ids", [True, False])
def test_every_file_of_a_real_strategy_is_taken(city: Path, ids: bool) -> None:  # noqa: FBT001
    read = source.from_folder(city, versioned=False)
    by_kind = validators(load(read), ids=ids)
    seen = {path: content.decode() for path, content in read.files.items() if path != "people.yaml"}
    assert seen
    marked = {path: [*by_kind[kind_of(path)].iter_errors(typed(text))] for path, text in seen.items()}
    assert {path: [e.message for e in errors] for path, errors in marked.items() if errors} == {}


@pytest.mark.parametrize("kind", MODELS)
def test_every_key_says_what_it_takes_and_is_explained(kind: str) -> None:
    def keys(part: Any, path: str) -> None:
        for key, inside in part.get("properties", {}).items():
            assert inside["description"].strip(". "), f"{path}.{key}"
            assert set(inside) & {"type", "anyOf", "enum", "$ref"}, f"{path}.{key}: anything will do"
            keys(inside, f"{path}.{key}")
        for inner in [part.get("items", {}), *part.get("anyOf", ())]:
            if inner:
                keys(inner, f"{path}.*")

    whole = checked()[kind].schema
    keys(whole if kind == "strategy" else whole["$defs"][kind], kind)


WRONG = [
    ("goals/g.yaml", "nmae: A\n"),
    ("goals/g.yaml", "name: A\nowner: nobody\n"),
    ("goals/g.yaml", "name: {de: A}\n"),
    ("goals/g.yaml", "name: A\nuntil: 31.12.2029\n"),
    ("goals/g.yaml", "name: A\nuntil: 2029-13-01\n"),
    ("goals/g.yaml", "name: A\nbinding: kyllä\n"),
    ("goals/g.yaml", "name: A\nroll_up: worse\n"),
    ("goals/g.yaml", "name: A\nthemes: [land]\n"),
    ("goals/g.yaml", "name: A\nmeaning: {nowhere: A}\n"),
    ("goals/g.yaml", "name: A\nparticipants: education\n"),
    ("goals/g.yaml", "name: [A]\n"),
    ("goals/g.yaml", "name: A\nid: Iso Kirjain\n"),
    ("goals/g.yaml", "- name: A\n"),
    ("goals/g.yaml", "just words\n"),
    ("projects/p.yaml", "name: A\ngoals: [everyday-life]\nowner: manager\n"),
    ("projects/p.yaml", "name: A\nstatus: idea\nmoney: [{year: 2026, asked: 1 000}]\n"),
    ("projects/p.yaml", "name: A\nstatus: idea\nmoney: [{year: 2026, asked: -5}]\n"),
    ("projects/p.yaml", "name: A\nstatus: idea\neffort: 0,5\n"),
    ("indicators/i.yaml", "name: A\nvalues: {2025-T4: 1}\n"),
    ("indicators/i.yaml", "name: A\nlag: -1\n"),
    ("indicators/i.yaml", "name: A\nbetter: upwards\n"),
    ("strategy.yaml", "title: S\nlint: {rules: {no-such-rule: error}}\n"),
    ("decisions/d.yaml", "title: A\nbody: board\ndate: 2026-01-01\nconcerns: [library]\n"),
]


@pytest.mark.parametrize(("path", "text"), WRONG)
def test_what_is_wrong_is_marked_and_lint_tells_of_it(path: str, text: str) -> None:
    files = {**SMALL, path: text}
    assert refused(files, path)
    assert told(files, path)


RIGHT = [
    ("goals/g.yaml", "name: 2030\nowner: manager\nbody: board\nnumber: 3.10\ndescription: true\n"),
    ("goals/g.yaml", "name: 12:30\ndescription: {fi: 010, sv: no}\nowner: manager\nbody: board\nparent: 2030\n"),
    ("goals/g.yaml", "name: A\nowner: manager\nbody: board\nthemes:\ndescription: ~\nuntil:\nbinding: 'true'\n"),
    ("goals/g.yaml", "name: A\nowner: manager\nbody: board\nweight: '1.5'\nconsulted: [manager, null]\n"),
    ("goals/g.yaml", "- {id: 1e3, name: A, owner: manager, body: board}\n"),
    ("indicators/i.yaml", "name: A\ngoal: '2030'\nvalues: {'2025': '1', 2026: 1e2}\nlag: 010\n"),
    ("projects/p.yaml", "name: A\nstatus: idea\nowner: manager\ngoals: [2030]\nmoney: [{year: '2026', asked: 1.}]\n"),
]


@pytest.mark.parametrize(("path", "text"), RIGHT)
def test_what_lint_takes_is_not_marked(path: str, text: str) -> None:
    files = {**SMALL, path: text}
    assert told(files, path) == []
    assert refused(files, path) == []


WORDS = st.sampled_from(
    [
        "2026",
        "2026-01-01",
        "2026-13-01",
        "2026-T1",
        "2026-H2",
        "T1",
        "010",
        "1e3",
        "1.",
        ".5",
        "-0",
        "-0.00",
        "+5",
        "1,5",
        "0x1F",
        ".inf",
        "1_000",
        "true",
        "True",
        "yes",
        "no",
        "~",
        "null",
        "everyday-life",
        "manager",
        "education",
        "library",
        "project/library",
        "goal/2030",
        "strategy/strategy",
        "2030",
        "sea",
        "up",
        "idea",
        "all",
        "fi",
        "999999999",
        "1000000000",
        "0.001",
        "12:30",
        "Ä",
    ]
)
PRINTED = string.printable.translate(dict.fromkeys(map(ord, "\t\n\r\x0b\x0c")))
MAPS = st.sampled_from(["fi", "sv", "de", "value", "period", "2026", "id", "min", "max"])
VALUES = st.recursive(
    WORDS | st.text(PRINTED, max_size=6) | st.none(),
    lambda inside: st.lists(inside, max_size=2) | st.dictionaries(MAPS, inside, max_size=2),
    max_leaves=4,
)


def flow(data: Any) -> str:
    """Write data on a line, every scalar plain where it can be."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(flow, data)) + "]"
    return "~" if data is None else scalar(data)


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(deeper for key, value in inside for deeper in places(value, (*path, key)))]


def changed(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    whole = dict(data) if isinstance(data, dict) else [*data]
    whole[path[0]] = changed(data[path[0]], path[1:], value)
    return whole


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_lint_takes_an_editor_takes(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(SMALL)))
    read = parse(path, str(SMALL[path]).encode()).data
    at = data.draw(st.sampled_from(places(read)[1:]))
    files = {**SMALL, path: flow(changed(read, at, data.draw(VALUES))) + "\n"}
    marked = refused(files, path)
    assert not marked or told(files, path), (files[path], marked)


def test_a_city_s_own_fields_are_keys_with_their_labels() -> None:
    about = "title: S\nfields: {project: {risk: {type: choice, label: Riski, choices: {low: Pieni, high: Suuri}}}}\n"
    project = schema("project", known(loaded({"strategy.yaml": about}).strategy, ("fi",)), Wording(("fi",)))
    risk = project["$defs"]["project"]["properties"]["risk"]
    assert risk["description"] == "Riski"
    assert risk["anyOf"][0]["enum"] == ["low", "high"]
    assert risk["anyOf"][0]["enumDescriptions"] == ["Pieni", "Suuri"]


def test_a_city_s_own_fields_and_rules_are_taken_where_they_are_declared() -> None:
    text = (
        "title: S\nfields: {project: {risk: {type: choice, choices: [low, high], list: true}, size: {type: number}}}\n"
        "lint:\n  rules: {large: error}\n"
        "  require: [{id: large, kind: project, need: decisions, message: Päätös puuttuu}]\n"
    )
    read = loaded({"strategy.yaml": text})
    assert read.findings == ()
    assert [*validators(read)["strategy"].iter_errors(typed(text))] == []


def test_things_whose_file_is_faulty_are_known() -> None:
    files = {"goals/broken.yaml": "name: [\n", "projects/p.yaml": "name: A\nstatus: idea\ngoals: [broken]\n"}
    by_kind = validators(loaded(files))
    assert [*by_kind["project"].iter_errors(typed(files["projects/p.yaml"]))] == []


def test_explanations_are_in_every_language_asked_for() -> None:
    read = loaded(SMALL).strategy
    made = schema("project", known(read, ("fi", "sv")), Wording(("fi", "sv")))["$defs"]["project"]["properties"]
    assert made["owner"]["description"].split("\n\n")[0].startswith("Vastuuhenkilö. ")
    assert made["owner"]["description"].split("\n\n")[1].startswith("Ansvarig. ")
    assert "käynnissä · pågår" in made["status"]["enumDescriptions"]


def test_every_sentence_is_about_a_key_that_there_is() -> None:
    labels = {tuple(key.split(".")[1:]) for key in catalogue("en") if key.startswith("fields.")}
    known = {path[:-1] if path[-1] == "label" else path for path in labels}
    for path in (tuple(key.split(".")[1:]) for key in catalogue("en") if key.startswith("hover.")):
        kind, *keys = path[:-1] if path[-1] == "about" else path
        if kind == "any":
            assert any(label[-1] == keys[0] for label in known), path
        elif kind == "kinds":
            assert keys[0] in MODELS, path
        else:
            assert (kind, *keys) in known, path


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_key_of_own_fields_and_rules_is_told_of(language: str) -> None:
    made = schema("strategy", known(loaded(SMALL).strategy, (language,)), Wording((language,)))
    about = made["properties"]
    declared = about["fields"]["properties"]["project"]["additionalProperties"]["properties"]
    rule = about["lint"]["properties"]["require"]["items"]["properties"]
    bare = {about["fields"]["properties"]["project"]["description"]} | {
        held["description"] for held in (*declared.values(), *rule.values())
    }
    assert len(bare) == len(declared) + len(rule) + 1
    assert all(len(told.split(". ", 1)) == 2 for told in bare), bare


def test_rules_are_called_what_they_find_in_each_language_of_the_strategy() -> None:
    found = known(loaded(SMALL).strategy, ("fi", "sv")).ids["rule"]
    assert found["project-without-owner"] == "Projektilla ei ole vastuuhenkilöä. · Ett projekt saknar ansvarig."
