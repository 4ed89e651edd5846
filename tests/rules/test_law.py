"""Law: what the Local Government Act asks of a strategy, when it is asked, and in which languages."""

from datetime import date

import pytest
from folders import Files
from making import day
from telling import ON, found, told

from strategy_cli.messages import Messages
from strategy_cli.rules.law.content import AREAS

COUNCIL = "{name: Council, kind: council}"


def strategy(about: str, **more: str) -> Files:
    """Make a strategy under the law; other files by path with ``__`` for the slash."""
    files = {path.replace("__", "/") + ".yaml": text for path, text in more.items()}
    return {"strategy.yaml": f"title: S\nlaw: fi\n{about}\n", "bodies/council.yaml": COUNCIL, **files}


def goal(*covers: str, keys: str = "") -> str:
    return f"{{name: G, covers: [{', '.join(covers)}]{keys}}}"


@pytest.mark.parametrize(
    ("about", "goals", "missing"),
    [
        ("", [goal(*AREAS)], []),
        ("", [goal(*AREAS[:3]), goal(*AREAS[3:])], []),
        ("", [goal(*AREAS[:5])], list(AREAS[5:])),
        ("", [goal(*AREAS[:6]), goal(AREAS[6], keys=", until: 2026-06-29")], [AREAS[6]]),
        ("", [goal(*AREAS[:6]), goal(AREAS[6], keys=", until: 2026-06-30")], []),
        ("", [goal(*AREAS[:6]), goal(AREAS[6], keys=", from: 2027-01-01")], []),  # to come
        ("", [goal()], ["none"]),  # one mistake: nobody has written any
        ("", [], ["none"]),
        ("status: replaced", [goal()], []),
        ("status: draft", [goal(*AREAS[:6])], [AREAS[6]]),
    ],
)
def test_each_area_is_covered_by_a_goal_that_lives(about: str, goals: list[str], missing: list[str]) -> None:
    files = strategy(about, **{f"goals__g{number}": text for number, text in enumerate(goals)})
    assert told("area-not-covered", files) == [f"strategy.yaml:2 {one}" for one in missing]
    assert len({f.key for f in found("area-not-covered", files)}) == len(missing)


def test_goals_of_a_strategy_whose_time_has_run_out_still_cover_their_areas() -> None:
    assert told("area-not-covered", strategy("period: {until: 2025-12-31}", goals__g=goal(*AREAS))) == []


def test_an_area_is_not_missing_while_a_goals_file_cannot_be_read() -> None:
    assert told("area-not-covered", strategy("", goals__g=goal(*AREAS[:6]), goals__bad="{name: [")) == []


@pytest.mark.parametrize(
    ("about", "count"),
    [
        ("title: S", 1),
        ("title: S\nstatus: in-force", 1),
        ("title: S\nlaw:", 1),
        ("title: S\nlaw: fi", 0),
        ("title: S\nlaw: none", 0),
        ("title: S\nlaw: se", 0),  # a fault of its own
        ("title: S\nstatus: replaced", 0),
        ("title: [", 0),
    ],
)
def test_a_strategy_says_by_which_law_it_is_checked(about: str, count: int) -> None:
    assert len(told("law-not-named", {"strategy.yaml": about + "\n"})) == count


RULES = ("area-not-covered", "strategy-without-basis", "strategy-without-evaluation", "strategy-not-published")
MORE = ("strategy-not-reviewed", "council-term-unknown")


@pytest.mark.parametrize("rule", [*RULES, *MORE])
@pytest.mark.parametrize("law", ["", "law: none\n"])
def test_nothing_is_asked_where_another_law_holds(law: str, rule: str) -> None:
    about = f"title: S\nstatus: in-force\n{law}council_term: {{until: 2026-01-01}}\n"
    assert told(rule, {"strategy.yaml": about}) == []


@pytest.mark.parametrize(
    ("rule", "key"), [("strategy-without-basis", "basis"), ("strategy-without-evaluation", "evaluation")]
)
@pytest.mark.parametrize(("status", "count"), [("draft", 1), ("in-force", 1), ("replaced", 0)])
def test_a_strategy_says_what_it_rests_on_and_how_it_is_evaluated(rule: str, key: str, status: str, count: int) -> None:
    assert len(told(rule, strategy(f"status: {status}"))) == count
    assert told(rule, strategy(f"status: {status}\n{key}: Text")) == []


@pytest.mark.parametrize(
    ("about", "count"),
    [("status: in-force", 1), ("status: proposed", 0), ("status: in-force\npublished: https://example.org/s", 0)],
)
def test_a_strategy_in_force_is_published(about: str, count: int) -> None:
    assert len(told("strategy-not-published", strategy(about))) == count


TERM = "council_term: {from: 2021-06-01, until: 2025-05-31}"


@pytest.mark.parametrize(
    ("on", "decided", "reviewed", "problem"),
    [
        ("2024-05-31", "2021-05-10", None, None),  # a year is left
        ("2024-06-01", "2021-05-10", None, ""),
        ("2025-05-31", "2021-05-10", None, ""),
        ("2025-06-01", "2021-05-10", None, "over"),
        ("2025-05-31", "2021-06-01", None, None),  # approved in the term itself
        ("2025-05-31", "2021-05-10", "2025-05-31", None),
        ("2025-05-31", "2021-05-10", "2021-05-31", ""),
        ("2025-05-30", "2021-05-10", "2025-05-31", ""),  # not yet
        ("2026-06-30", "2021-05-10", "2025-06-01", "over"),  # too late
    ],
)
def test_the_strategy_is_reviewed_in_the_councils_term(
    on: str, decided: str, reviewed: str | None, problem: str | None
) -> None:
    dates = {"d": decided} | ({"r": reviewed} if reviewed else {})
    made = "".join(f"- {{id: {one}, title: D, body: council, date: {when}}}\n" for one, when in dates.items())
    about = f"status: in-force\ndecision: d\nreviewed: [{'r' if reviewed else ''}]\n{TERM}"
    problems = [f.problem or "" for f in found("strategy-not-reviewed", strategy(about, decisions__all=made), day(on))]
    assert problems == ([] if problem is None else [problem])


@pytest.mark.parametrize("keys", ["body: board", "body: council, kind: noted"])
def test_a_review_is_the_councils_and_settles_it(keys: str) -> None:
    more = {"bodies__board": "{name: B, kind: board}", "decisions__r": f"{{title: R, date: 2024-01-15, {keys}}}"}
    assert told("strategy-not-reviewed", strategy(f"status: in-force\nreviewed: [r]\n{TERM}", **more), ON) != []


@pytest.mark.parametrize(
    ("on", "begin", "end"),
    [
        ("2025-05-31", "2021-06-01", "2025-05-31"),
        ("2025-06-01", "2025-06-01", "2029-05-31"),
        ("2026-01-15", "2025-06-01", "2029-05-31"),
        ("2029-06-01", "2029-06-01", "2033-05-31"),
    ],
)
def test_a_missing_term_is_named(on: str, begin: str, end: str) -> None:
    (finding,) = found("council-term-unknown", strategy("status: in-force"), day(on))
    assert (finding.args["begin"], finding.args["end"]) == (day(begin), day(end))


@pytest.mark.parametrize("on", [date.min, date.max])
def test_no_day_is_beyond_the_calendar(on: date) -> None:
    for about in (
        "status: in-force",
        f"status: in-force\n{TERM}",
        "status: in-force\ncouncil_term: {until: 0001-01-01}",
    ):
        for rule in MORE:
            found(rule, strategy(about), on)


@pytest.mark.parametrize(("decided", "wanted"), [("2024-01-15", ["strategy.yaml:5 over"]), ("2021-01-15", [])])
def test_a_term_that_is_over_is_told_once_the_review_is_not_what_is_missing(decided: str, wanted: list[str]) -> None:
    made = f"{{title: D, body: council, date: {decided}}}"
    files = strategy(f"status: in-force\ndecision: d\n{TERM}", decisions__d=made)
    assert told("council-term-unknown", files) == wanted


@pytest.mark.parametrize(
    ("languages", "file", "text", "lacking"),
    [
        ("fi", "goals/g", "{name: G}", None),
        ("fi, sv", "goals/g", "{name: {fi: G, sv: G}}", None),
        ("fi, sv", "goals/g", "{name: G}", (("name",), ("sv",))),
        ("fi, sv", "goals/g", "{name: {sv: G}}", (("name",), ("fi",))),
        ("fi, sv", "goals/g", "{name: G, description: D}", (("name", "description"), ("sv",))),
        ("fi, sv, en", "goals/g", "{name: {fi: G, sv: G}}", (("name",), ("en",))),
        ("fi, sv, en", "goals/g", "{name: {fi: G, sv: G, en: G}, description: {fi: D, sv: D}}", None),
        ("fi, sv, en", "goals/g", "{name: {fi: G, sv: G}, description: D}", (("name", "description"), ("sv", "en"))),
        ("fi, en", "goals/g", "{name: {fi: G, en: G}, description: D}", None),
        ("fi, sv", "goals/g", "{name: {fi: G, sv: G}, meaning: {u: M}}", (("meaning",), ("sv",))),
        ("fi, sv", "goals/g", "{name: G, until: 2026-06-29}", None),
        ("fi, sv", "indicators/i", "{name: {fi: I, sv: I}, unit: kpl, why: W}", (("why",), ("sv",))),
        ("fi, sv", "projects/p", "{name: P, status: closed}", None),
        ("fi, sv", "projects/p", "{name: {fi: P, sv: P}, updates: [{period: 2025, status: on-track, note: N}]}", None),
        ("fi, sv", "owners/o", "{title: O}", (("title",), ("sv",))),
        ("fi, sv", "bodies/b", "{name: {fi: B, sv: B}, task: T}", (("task",), ("sv",))),
        ("fi, sv", "units/u", "[{id: v, name: {fi: V, sv: V}}, {id: w, name: W}]", (("name",), ("sv",))),
        ("fi, sv", "decisions/d", "{title: D, body: b, date: 2026-01-01}", None),
    ],
)
def test_what_a_thing_lacks_is_told_at_once(
    languages: str, file: str, text: str, lacking: tuple[tuple[str, ...], tuple[str, ...]] | None
) -> None:
    title = ", ".join(f"{code}: S" for code in languages.split(", "))
    files = {"strategy.yaml": f"title: {{{title}}}\nlanguages: [{languages}]\n", f"{file}.yaml": text}
    pairs = [(f.args["keys"], f.args["languages"]) for f in found("missing-translation", files)]
    assert pairs == ([] if lacking is None else [lacking])


def test_the_strategys_own_texts_are_in_its_languages_too() -> None:
    about = (
        "title: {fi: S, sv: S}\nlanguages: [fi, sv]\nvision: V\nvalues:\n- {id: v, name: V, description: D}\n"
        "themes: [{id: t, name: {fi: T, sv: T}}]\nmunicipality: {name: M}\n"
    )
    (finding,) = found("missing-translation", {"strategy.yaml": about})
    assert (finding.args["keys"], finding.span.line) == (("values", "vision"), 4)


@pytest.mark.parametrize(
    ("languages", "file", "text", "key"),
    [
        ("fi, sv", "goals/g", "{name: G, description: D}", ("name", "fi, sv")),
        ("fi, sv, en", "goals/g", "{name: {fi: G, sv: G}}", ("name", "fi, sv, en")),
        ("fi, en", "goals/g", "{name: G}", ("name", "fi, en")),
        ("fi, sv, en", "indicators/i", "{name: {fi: I, sv: I, en: I}, unit: kpl, why: W}", ("why", "fi, sv")),
        ("fi, sv", "goals/g", "{name: {fi: G, sv: G}, meaning: {u: {fi: M, sv: M}, v: M}}", ("v", "fi, sv")),
        ("fi, sv", "owners/o", "{title: O}", ("title", "fi, sv")),
    ],
)
def test_the_key_that_lacks_a_language_is_the_example(
    languages: str, file: str, text: str, key: tuple[str, str]
) -> None:
    title = ", ".join(f"{code}: S" for code in languages.split(", "))
    files = {"strategy.yaml": f"title: {{{title}}}\nlanguages: [{languages}]\n", f"{file}.yaml": text}
    (finding,) = found("missing-translation", files)
    assert f"esimerkiksi {key[0]}: ja sen alle {key[1]};" in str(Messages("fi").help(finding))


@pytest.mark.parametrize(("swedish", "places"), [(0, ["strategy.yaml:2 hardly-used"]), (18, None), (30, [])])
def test_a_language_that_most_things_lack_is_told_once(swedish: int, places: list[str] | None) -> None:
    names = ["{fi: O, sv: O}"] * swedish + ["O"] * (30 - swedish)
    posts = "".join(f"- {{id: o{number:02}, title: {name}}}\n" for number, name in enumerate(names))
    files = {"strategy.yaml": "title: {fi: S, sv: S}\nlanguages: [fi, sv]\n", "owners/o.yaml": posts}
    wanted = [f"owners/o.yaml:{line}" for line in range(19, 31)] if places is None else places
    assert told("missing-translation", files) == wanted
