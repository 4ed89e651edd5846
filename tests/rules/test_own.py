"""Rules that a city writes itself: followed, told in its words, and harmless whatever is written in them."""

import json
import sys
from datetime import date
from pathlib import Path
from subprocess import run

import pytest
from folders import Files, Write, loaded
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from strategy_cli import rules
from strategy_cli.checking import suppress
from strategy_cli.checking.suppress import Told
from strategy_cli.cli import run as program
from strategy_cli.config import settings
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.rules.own.expression import LONGEST
from strategy_cli.rules.own.sandbox import FILTER_NAMES, TEST_NAMES

ON = date(2026, 6, 30)
MESSAGE = '{fi: "{name}: lautakunnan päätös puuttuu", sv: "{name}: nämndens beslut saknas"}'
LARGE = f"""    - id: large-project-decided
      kind: project
      when: money | sum(attribute='asked') > 100000
      need: decisions | selectattr('body.kind', 'equalto', 'board') | list
      level: error
      message: {MESSAGE}
      help: Lisää päätös kohtaan decisions.
"""
ABOUT = "title: S\nlanguages: [fi, sv]\nlint:\n  require:\n"
CITY: dict[str, str] = {
    "strategy.yaml": ABOUT + LARGE,
    "bodies/board.yaml": "{name: Lautakunta, kind: board}",
    "bodies/council.yaml": "{name: Valtuusto, kind: council}",
    "units/u.yaml": "{name: {fi: Palvelut, sv: Tjänster}}",
    "owners/o.yaml": "{title: Johtaja, unit: u, until: 2026-12-31}",
    "goals/g.yaml": "{name: G, binding: true, meaning: {u: Merkitys}}",
    "goals/h.yaml": "{name: H, parent: g}",
    "indicators/i.yaml": "{name: I, goal: g, values: {2024: 5, 2025: {value: 7, note: N}}, forecasts: {2026: 9}}",
    "decisions/d.yaml": "{title: D, body: board, date: 2026-01-31, concerns: [goal/g]}",
    "decisions/e.yaml": "{title: E, body: council, date: 2026-02-28}",
    "projects/p.yaml": "name: P\nstatus: started\nowner: o\ngoals: [g]\n"
    "money: [{year: 2026, asked: 60000.25}, {year: 2027, asked: 60000}, {year: 2028}]\n"
    "period: {from: 2026-01-01, until: 2026-12-31}\nupdates: [{period: 2026-T1, status: at-risk}]\n",
    "projects/q.yaml": "{name: Q, status: idea, owner: o, decisions: [d], money: [{year: 2026, asked: 200000}]}",
    "projects/r.yaml": "{name: R, status: idea, owner: o, money: [{year: 2026, asked: 100000}]}",
}


def told(files: Files, select: tuple[str, ...] = (), ignore: tuple[str, ...] = (), on: date = ON) -> tuple[Told, ...]:
    read = loaded(files)
    chosen = settings(read.strategy.about, select=select, ignore=ignore)
    return suppress.told(read.strategy, read.findings, rules.check(read.strategy, chosen, on), chosen)


def places(files: Files) -> list[tuple[str, int, str]]:
    return [(one.finding.span.path, one.finding.span.line, one.finding.rule) for one in told(files)]


def written(need: str, kind: str = "project", when: str | None = None) -> Files:
    """Give the city one rule, on the fifth line: what it needs, and of what."""
    more = f"when: {json.dumps(when)}, " if when else ""
    rule = f"    - {{id: own, kind: {kind}, {more}need: {json.dumps(need)}, message: M}}\n"
    return CITY | {"strategy.yaml": ABOUT + rule}


def lacking(need: str, kind: str = "project", when: str | None = None) -> set[str]:
    """Name the things that a rule finds fault with; nothing else may be found."""
    found = told(written(need, kind, when))
    assert {one.finding.rule for one in found} <= {"own"}
    return {one.finding.subject.id for one in found if one.finding.subject}


def fault(need: str, kind: str = "project") -> Finding:
    """Give the one finding about the rule itself."""
    [one] = told(written(need, kind))
    assert (one.finding.rule, one.finding.span.path, one.finding.span.line) == ("own-rule-faulty", "strategy.yaml", 5)
    return one.finding


def test_a_project_that_asks_much_needs_the_boards_decision() -> None:
    [one] = told(CITY)
    assert (one.finding.rule, one.level.label, one.finding.subject and one.finding.subject.id) == (
        "large-project-decided",
        "error",
        "p",
    )
    assert (one.finding.span.path, one.finding.span.line) == ("projects/p.yaml", 5)  # the money that makes it large
    assert Messages("sv").finding(one.finding) == "P: nämndens beslut saknas"
    assert Messages("sv").help(one.finding) == "Lisää päätös kohtaan decisions. (fi)"
    assert Messages("en").finding(one.finding) == "P: lautakunnan päätös puuttuu (fi)"


def test_a_decision_of_another_body_is_not_enough() -> None:
    decided = CITY["projects/p.yaml"] + "decisions: [e]\n"
    assert places(CITY | {"projects/p.yaml": decided}) == [("projects/p.yaml", 8, "large-project-decided")]
    assert places(CITY | {"projects/p.yaml": decided.replace("[e]", "[e, d]")}) == []


@pytest.mark.parametrize(
    ("kind", "need", "found"),
    [
        ("project", "false", {"p", "q", "r"}),
        ("project", "owner.unit.name == 'Palvelut'", set()),
        ("project", "project.owner.unit.name == 'Tjänster'", {"p", "q", "r"}),
        ("project", "owner == 'o' and owner.id == 'o'", set()),
        ("project", "owner.until >= date('2027-01-01')", {"p", "q", "r"}),
        ("project", "owner.until - today == 184", set()),
        ("project", "period.until - today > 100", {"q", "r"}),
        ("project", "period.until > today", {"q", "r"}),
        ("project", "not period.until or period.until.year == 2026", set()),
        ("project", "period.until is none or period.from is defined", set()),
        ("project", "review_by < today or review_by >= today", {"p", "q", "r"}),
        ("project", "money | sum(attribute='used') == 0", set()),
        ("project", "money | sum(attribute='asked') == 120000.25", {"q", "r"}),
        ("project", "money | map(attribute='asked') | max <= 100000", {"q"}),
        ("project", "money | selectattr('year', 'ge', 2027) | sum(attribute='asked') / 3 <= 20000", set()),
        ("project", "money[0].asked == 200000 or money | length == 3", {"r"}),
        ("project", "(money | last).year > 2026", {"q", "r"}),
        ("project", "(money | first).used | default(1) == 1", set()),
        ("project", "effort + 1 == 1 and effort * 2 == 0 and -effort == 0", set()),
        ("project", "1 / effort == none", set()),
        ("project", "0.1 + 0.2 == 0.3", set()),
        ("project", "status in ['started', 'idea']", set()),
        ("project", "status != 'idea' if money | length > 1 else true", set()),
        ("project", "updates | selectattr('status', 'in', ['at-risk']) | list", {"q", "r"}),
        ("project", "(updates | last).period.last < today", {"q", "r"}),
        ("project", "(updates | last).period == '2026-T1'", {"q", "r"}),
        ("project", "goals | map(attribute='owner.unit.name') | list", {"p", "q", "r"}),
        ("project", "name | lower | trim == 'p' or name | upper == 'R'", {"q"}),
        ("project", "decisions | rejectattr('body.kind', 'equalto', 'council')", {"p", "r"}),
        ("goal", "projects", {"h"}),
        ("goal", "goals | map(attribute='id') | list == ['h']", {"h"}),
        ("goal", "'h' in goals | map(attribute='id')", {"h"}),
        ("goal", "parent.binding or binding", set()),
        ("goal", "indicators | map(attribute='values') | list", {"h"}),
        ("goal", "meaning | map(attribute='value') | first == 'Merkitys'", {"h"}),
        ("goal", "decisions | map(attribute='date') | max == date('2026-01-31')", {"h"}),
        ("indicator", "values | map(attribute='value') | sum == 12", set()),
        ("indicator", "(values | last).key.first == date('2025-01-01')", set()),
        ("indicator", "(forecasts | first).value == 9", set()),
        ("decision", "date == date('2026-02-28')", {"d"}),
        ("decision", "concerns | map(attribute='name') | list", {"e"}),
        ("owner", "unit.owners | length == 1 and projects | length == 3", set()),
        ("body", "kind == 'board'", {"council"}),
    ],
)
def test_an_expression_sees_what_files_say_and_what_they_link_to(kind: str, need: str, found: set[str]) -> None:
    assert lacking(need, kind) == found


def test_only_the_things_that_are_meant_need_it() -> None:
    assert lacking("deputy", when="status == 'started'") == {"p"}


@pytest.mark.parametrize(
    ("need", "problem", "word", "nearest"),
    [
        ("mony", "key-near", "mony", "money"),
        ("owner.titel", "key-near", "titel", "title"),
        ("owner.xyzzy", "key", "xyzzy", None),
        ("decisions | selectattr('body.knd')", "key-near", "knd", "kind"),
        ("money | sum(attribute='askd')", "key-near", "askd", "asked"),
        ("money.asked", "of-a-list", "asked", None),
        ("status == 'startd'", "choice-near", "startd", "started"),
        ("body.kind in ['board', 'bord']", "choice-near", "bord", "board"),
        ("updates | selectattr('status', 'eq', 'xyz')", "choice", "xyz", None),
        ("money | summ(attribute='asked')", "filter-near", "summ", "sum"),
        ("money | attr('x')", "filter", "attr", None),
        ("owner is definde", "test-near", "definde", "defined"),
        ("(owner", "syntax", None, None),
        ("owner && body", "syntax-at", "&", None),
        ("owner )", "syntax-at", ")", None),
        ("1 / 0", "by-nought", None, None),
        ("effort // (0)", "by-nought", None, None),
        ("owner and", "syntax", None, None),
        ("owner owner", "left-over", "owner", None),
        ("period.until > '2026-01-01'", "day-in-words", "2026-01-01", None),
        ("period.until > date('1.1.2026')", "no-day", "1.1.2026", None),
        ("period.until > date(today)", "no-day", "date", None),
        ("'a' + 1", "no-number", None, None),
        ("name > 3", "failed", None, None),
        ("money | sum", "no-number", None, None),
    ],
)
def test_a_mistake_in_an_expression_is_a_finding_on_its_line(
    need: str, problem: str, word: str | None, nearest: str | None
) -> None:
    found = fault(need)
    assert (found.problem, found.args.get("word"), found.args.get("nearest")) == (problem, word, nearest)


def test_the_place_of_a_mistake_is_the_word_itself_where_it_is_written_plainly() -> None:
    rule = "    - {id: own, kind: project, need: owner.titel, message: M}\n"
    [one] = told(CITY | {"strategy.yaml": ABOUT + rule})
    assert (one.finding.span.column, one.finding.span.end_column) == (rule.index("titel") + 1, rule.index("titel") + 6)


HOSTILE = [
    "owner.__class__",
    "''.__class__.__mro__[1].__subclasses__()",
    "owner['__class__']",
    "owner[name]",
    "owner[0:2]",
    "money | map(attribute='__class__')",
    "money | map(attribute='asked.__class__')",
    "money | map(attribute=name)",
    "money | map('upper')",
    "money | attr('__init__')",
    "money | selectattr(*[1])",
    "self.__init__.__globals__",
    "lipsum.__globals__",
    "cycler.__init__.__globals__.os",
    "config",
    "request",
    "_view",
    "owner._view",
    "owner.title.upper()",
    "owner.title.format(1)",
    "'{0.__class__}'.format(owner)",
    "'%s' % owner",
    "owner ~ owner",
    "range(1000000000)",
    "range(10**9) | list",
    "namespace()",
    "dict(a=1)",
    "date.fromisoformat('2026-01-01')",
    "date('2026-01-01', '2026-01-01')",
    "date(*['2026-01-01'])",
    "date__of('2026-01-01')",
    "today.replace(year=1)",
    "9 ** 9 ** 9",
    "9 % 2",
    "'a' * 1000000000",
    "[1] * 1000000000",
    "{{ 7 * 7 }}",
    "{% for x in range(9) %}{% endfor %}",
    "{# x #}",
    "}}{{",
    "{'a': 1}",
    "x" * (LONGEST + 1),
    "(" * 60 + "1" + ")" * 60,
    "[" * 60 + "]" * 60,
    "not " * 120 + "owner",
    "-" * 400 + "1",
    "1" + "+1" * 200,
    "owner" + ".unit.owners|first" * 25,
    "import os",
    "lambda: 1",
    "x := 1",
    "owner if",
    "9e999999 * 9e999999 + 1 * (9 * 9e99999999)",
]


@pytest.mark.parametrize("need", HOSTILE)
def test_an_expression_reaches_for_nothing_and_never_breaks_the_program(need: str) -> None:
    [one] = told(written(need))
    assert one.finding.rule == "own-rule-faulty"
    for language in LANGUAGES:
        assert Messages(language).finding(one.finding)
        assert Messages(language).help(one.finding)


def test_an_expression_that_looks_at_too_much_is_stopped() -> None:
    projects = {f"projects/x{n}.yaml": f"{{name: X{n}, status: idea, owner: o, goals: [g]}}" for n in range(700)}
    need = "goals | map(attribute='projects') | first | map(attribute='owner') | list"
    found = [one.finding for one in told({**written(need), **projects}) if one.finding.rule.startswith("own")]
    assert [one.problem for one in found] == ["too-slow"]


TOKENS = [*FILTER_NAMES, *TEST_NAMES, *"()[]{}.,|=<>+-*/%~:'\"_ 109"]
TOKENS += [
    "money",
    "owner",
    "asked",
    "date",
    "today",
    " is ",
    " not ",
    " and ",
    " in ",
    " if ",
    " else ",
    "attribute=",
    "__class__",
]


@hypothesis_settings(deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=25).map("".join) | st.text(max_size=60))
def test_no_text_makes_an_expression_break_the_program(text: str) -> None:
    rule = json.dumps({"id": "own", "kind": "project", "need": text, "message": "M"})
    strategy = loaded(CITY | {"strategy.yaml": f"{ABOUT}    - {rule}\n"}).strategy
    of_family = [one for one in rules.rules_of(strategy).values() if one.family == "own" and one.check]
    assert len(of_family) >= len(strategy.about.lint.require)
    found = {f.rule for one in of_family if one.check for f in one.check(strategy, *([ON] if one.takes else []))}
    assert found <= {"own", "own-rule-faulty"}


@pytest.mark.parametrize(
    ("rule", "found", "problem"),
    [
        ("{id: Bad Id, kind: project, need: owner, message: M}", "invalid-value", "id"),
        ("{id: a, kind: projekt, need: owner, message: M}", "invalid-value", "choice-near"),
        ("{id: a, kind: project, message: M}", "missing-key", None),
        ("{id: a, kind: project, need: owner}", "missing-key", None),
        ("{id: a, kind: project, need: owner, message: M, level: grave}", "invalid-value", "choice"),
        ("{id: a, kind: project, ned: owner, need: owner, message: M}", "unknown-key", "near"),
        ("{id: unknown-id, kind: project, need: owner, message: M}", "own-rule-faulty", "taken"),
        ('{id: a, kind: project, need: owner, message: "{nmae}"}', "own-rule-faulty", "placeholder"),
        ('{id: a, kind: project, need: "false", message: "{milestones|length}"}', "own-rule-faulty", "placeholder"),
        ('{id: a, kind: project, need: "false", message: "{ name }"}', "own-rule-faulty", "placeholder"),
        ("{id: a, kind: project, need: owner, message: {fi: A, xx: B}}", "invalid-value", "language"),
        ('{id: a, kind: project, need: owner, message: M, help: "{name.x} {y}"}', "own-rule-faulty", "placeholder"),
        ("{id: a, kind: project, when: xyzzy, need: owner, message: M}", "own-rule-faulty", "key"),
    ],
)
def test_a_mistake_in_a_rule_is_one_finding_on_its_line(rule: str, found: str, problem: str | None) -> None:
    [one] = told(CITY | {"strategy.yaml": f"{ABOUT}    - {rule}\n"})
    assert (one.finding.rule, one.finding.problem, one.finding.span.line) == (found, problem, 5)


def test_of_two_rules_with_one_id_the_first_is_followed() -> None:
    second = "    - {id: large-project-decided, kind: project, need: 'false', message: M}\n"
    found = places(CITY | {"strategy.yaml": ABOUT + LARGE + second})
    assert sorted(found) == [("projects/p.yaml", 5, "large-project-decided"), ("strategy.yaml", 12, "own-rule-faulty")]


def test_the_words_of_a_rule_are_data() -> None:
    rule = '    - {id: own, kind: project, need: "false", message: "{id} {name} %s $x"}\n'
    project = "{name: '{id}', status: idea, owner: o}"
    files = CITY | {"strategy.yaml": ABOUT + rule, "projects/p.yaml": project}
    said = [Messages("fi").finding(one.finding) for one in told(files) if one.finding.rule == "own"]
    assert said[0] == "p {id} %s $x"


def test_an_own_rule_obeys_levels_select_ignore_and_comments() -> None:
    lowered = CITY | {"strategy.yaml": ABOUT + LARGE + "  rules: {large-project-decided: info}\n"}
    assert [one.level.label for one in told(lowered)] == ["info"]
    off = CITY | {"strategy.yaml": ABOUT + LARGE + "  rules: {large-project-decided: off}\n"}
    assert told(off) == ()
    assert told(CITY, ignore=("own",)) == told(CITY, ignore=("large-project",)) == told(CITY, select=("links",)) == ()
    assert len(told(CITY, select=("own",))) == len(told(CITY, select=("large-project-decided",))) == 1
    ignored = CITY["projects/p.yaml"].replace("name: P", "name: P # strategy: ignore[large-project-decided] agreed")
    assert places(CITY | {"projects/p.yaml": ignored}) == []


def test_an_ignore_of_an_own_rule_that_finds_nothing_is_told_unless_the_rule_is_off_or_faulty() -> None:
    unused = {"goals/h.yaml": "{name: H, parent: g} # strategy: ignore[large-project-decided] why"}
    assert ("goals/h.yaml", 1, "unused-ignore") in places(CITY | unused)
    faulty = ABOUT + LARGE.replace("money |", "mony |")
    assert places(CITY | unused | {"strategy.yaml": faulty}) == [("strategy.yaml", 7, "own-rule-faulty")]
    off = {"strategy.yaml": ABOUT + LARGE + "  rules: {large-project-decided: off}\n"}
    assert places(CITY | unused | off) == []


def test_own_rules_can_be_asked_for_and_a_slip_is_told_with_what_was_meant() -> None:
    own = ["large-project-decided"]
    assert suppress.rules_asked(["large-project-decided,own"], own) == ("large-project-decided", "own")
    with pytest.raises(StrategyError) as told_:
        suppress.rules_asked(["large-projct-decided"], own)
    assert told_.value.message_args["nearest"] == "large-project-decided"


def test_own_rules_stand_beside_the_built_in_ones_without_changing_them() -> None:
    before = dict(rules.RULES)
    read = loaded(CITY)
    own = rules.rules_of(read.strategy)["large-project-decided"]
    assert (own.family, own.profile, own.manual) == ("own", "minimum", "{name}: lautakunnan päätös puuttuu")
    assert before == rules.RULES
    assert rules.rules_of(loaded(CITY | {"strategy.yaml": "title: S"}).strategy) is rules.RULES


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "junit", "md"])
def test_every_format_tells_of_an_own_rule(form: str, write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    root = write(CITY)
    assert program(["lint", "--data", str(root), "--as-of", "2026-06-30", "--format", form, "--lang", "sv"]) == 1
    said = capsys.readouterr().out
    assert "large-project-decided" in said
    assert "nämndens beslut saknas" in said.encode().decode("unicode_escape" if "\\u" in said else "utf-8")


def test_jinja_loads_only_where_there_are_own_rules(tmp_path: Path) -> None:
    code = (
        "import sys; from datetime import date; from pathlib import Path;"
        "from strategy_cli import loading, rules, source; from strategy_cli.config import settings;"
        "s = loading.load(source.from_folder(Path(sys.argv[1]), versioned=False)).strategy;"
        "list(rules.check(s, settings(s.about), date(2026, 6, 30))); print('jinja2' in sys.modules)"
    )
    for require, loads in (("", "False"), ("\nlint: {require: [{id: a, kind: goal, need: name, message: M}]}", "True")):
        (tmp_path / "strategy.yaml").write_text(f"title: S{require}\n")
        done = run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == loads


@pytest.mark.parametrize("need", ["name > 3", "'a' + 1", "money | sum", "owner && body", "owner or §"])
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_no_english_of_an_interpreter_is_told(need: str, language: str) -> None:
    found, messages = fault(need), Messages(language)
    said = f"{messages.finding(found)} {messages.help(found)}"
    assert not any(
        word in said for word in (": .", "supported", "not a number", "unexpected", "expected token", "Error", "<")
    )


def test_a_rule_may_speak_to_readers_of_languages_that_the_strategy_is_not_in() -> None:
    rule = '    - {id: own, kind: project, need: "false", message: {fi: "{name} puuttuu", sv: "{name} saknas"}}\n'
    files = {"strategy.yaml": "title: S\nlanguages: [fi]\nlint:\n  require:\n" + rule}
    files["projects/p.yaml"] = "{name: P, status: idea, owner: o}"
    files["owners/o.yaml"] = "title: O"
    [one] = told(files)
    assert Messages("sv").finding(one.finding) == "P saknas"


@pytest.mark.parametrize(
    ("language", "said", "advice"),
    [
        ("fi", "‹nimi›: lautakunnan päätös puuttuu", "Lisää päätös kohtaan decisions."),
        ("sv", "‹namn›: nämndens beslut saknas", "Lisää päätös kohtaan decisions. (fi)"),
    ],
)
def test_the_manual_of_an_own_rule_is_its_words_in_the_reader_s_language(
    write: Write, capsys: pytest.CaptureFixture[str], language: str, said: str, advice: str
) -> None:
    assert program(["rule", "large-project-decided", "--data", str(write(CITY)), "--lang", language]) == 0
    out = capsys.readouterr().out
    assert said in out
    assert f"→ {advice}" in out
