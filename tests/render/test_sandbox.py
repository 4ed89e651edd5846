"""Sandbox: a template of the city's own shows the report; whatever else it reaches for is refused by name."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from folders import loaded as read

from strategy_cli.commands.report import formatted
from strategy_cli.errors import StrategyError
from strategy_cli.messages import Messages
from strategy_cli.model.goal import Goal
from strategy_cli.model.text import Text
from strategy_cli.render import Renderer
from strategy_cli.render.look import Look
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import REPORTS, made

ON = date(2026, 9, 30)
PATH = "strategy_data/templates/page.html.j2"


@dataclass(frozen=True)
class View:
    """Something of every sort that a view holds."""

    name: Text = field(default_factory=lambda: Text((("fi", "Nimi"),)))
    words: str = "words"
    on: date = ON
    several: tuple[int, ...] = (1, 2)
    by_year: dict[int, int] = field(default_factory=lambda: {2026: 1})
    goal: Goal | None = None


def filled(template: str, **others: str) -> str:
    """Fill in a template of the city's own."""
    own = {"page.html.j2": (template, PATH)}
    own |= {f"{name}.html.j2": (text, f"strategy_data/templates/{name}.html.j2") for name, text in others.items()}
    goal = read({"goals/g.yaml": "name: G"}).strategy.goals["g"]
    return Renderer("html", Messages("en"), Look(templates=own)).render("page", view=View(goal=goal))


def refused(template: str, **others: str) -> tuple[str, dict[str, object]]:
    """Give the message of a template's refusal, and its arguments."""
    with pytest.raises(StrategyError) as failure:
        filled(template, **others)
    return failure.value.key, failure.value.message_args


@pytest.mark.parametrize(
    ("template", "what"),
    [
        ("{{ view.__class__ }}", "__class__"),
        ("{{ view['__class__'] }}", "__class__"),
        ("{{ view|attr('__class__') }}", "__class__"),
        ("{{ view|attr('name') }}", "|attr"),
        ("{{ [view]|map(attribute='__class__')|list }}", "__class__"),
        ("{{ [view]|map(attribute='name.__class__')|list }}", "name.__class__"),
        ("{% if false %}{{ view.__class__ }}{% endif %}", "__class__"),
        ("{{ view.__class__ is defined }}", "__class__"),
        ("{% set hidden = '__cla' ~ 'ss__' %}{{ view[hidden] }}", "__class__"),
        ("{% set hidden = '_' ~ '_class__' %}{{ [view]|map(attribute=hidden)|list }}", "__class__"),
        ("{{ view.words.__init__.__globals__ }}", "__globals__"),
        ("{{ say.__self__ }}", "__self__"),
        ("{{ ''['__mro__'] }}", "__mro__"),
        ("{{ self._TemplateReference__context }}", "_TemplateReference__context"),
        ("{{ look._templates }}", "_templates"),
        ("{{ view.name|safe }}", "|safe"),
        ("{% filter safe %}{{ view.name }}{% endfilter %}", "|safe"),
        ("{{ [view.words]|map('safe')|first }}", "|safe"),
        ("{% set hidden = 'sa' ~ 'fe' %}{{ [view.words]|map(hidden)|first }}", "|map"),
        ("{{ view.words|pprint }}", "|pprint"),
        ("{{ view.words|center(1000000000) }}", "|center"),
        ("{{ '%999999999d'|format(1) }}", "|format"),
        ("{% include '../../strategy.yaml' %}", "../../strategy.yaml"),
        ("{% include '/etc/passwd' %}", "/etc/passwd"),
        ("{% include ['/etc/passwd', 'macros.html.j2'] %}", "/etc/passwd"),
        ("{% import 'os' as os %}", "os"),
        ("{% from 'os' import system %}", "os"),
        ("{% extends 'packaged/../../pyproject.toml' %}", "packaged/../../pyproject.toml"),
        ("{{ view.goal.parse_file('/etc/passwd') }}", "parse_file"),
        ("{{ view.goal.model_dump_json() }}", "model_dump_json"),
        ("{{ view.words.format(view) }}", "format"),
        ("{{ view.words.ljust(1000000000) }}", "ljust"),
        ("{{ view.by_year.clear() }}", "clear"),
        ("{{ [1].append(2) }}", "append"),
        ("{{ 'a' * 1000000000 }}", "*"),
        ("{{ [1] * 1000000000 }}", "*"),
        ("{{ 9 ** 9 }}", "**"),
        ("{{ '%1000000000d' % 1 }}", "%"),
        ("{{ range(1000000000)|length }}", "range(1000000000)"),
        ("{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}", "range(9999)"),
    ],
)
def test_what_is_not_for_templates_is_refused_by_name(template: str, what: str) -> None:
    key, args = refused("\n" + template)
    assert key == "template-reaches"
    assert args == {"template": PATH, "line": 2, "what": what}


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{{ view.nothing }}", "nothing"),
        ("{{ nothing }}", "nothing"),
        ("{% if %}", "Expected an expression"),
        ("{% for x in view.several %}", "endfor"),
        ("{{ 1 / 0 }}", "ZeroDivisionError"),
        ("{{ say('report.no-such-words') }}", "report.no-such-words"),
        ("{{ say('/etc/passwd.x') }}", "/etc/passwd.x"),
        ("{{ font('../style.css') }}", "../style.css"),
        ("{{ view.words() }}", "not callable"),
        ("{{ lipsum(1000000) }}", "lipsum"),
        ("{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}", "RecursionError"),
        ("{% set name = '../strategy.yaml' %}{% include name %}", "../strategy.yaml"),
    ],
)
def test_a_template_that_fails_tells_its_file_its_line_and_why(template: str, reason: str) -> None:
    key, args = refused("\n\n" + template)
    assert key in {"template-failed", "template-syntax", "template-undefined"}
    assert (args["template"], args["line"]) == (PATH, 3)
    assert reason in str(args["reason"])


@pytest.mark.parametrize(
    ("template", "key", "nearest"),
    [
        ("{% extends 'packaged/bse.html.j2' %}", "template-missing-near", "packaged/base.html.j2"),
        ("{% include 'gaol.html.j2' %}", "template-missing-near", "goal.html.j2"),
        ("{% from 'xyzzyx.j2' import goal %}", "template-missing", ""),
        ("{% extends 'packaged/base.html.j2' %}{% block main %}{% endblock %}", "template-block", ""),
        ("{% extends 'packaged/base.html.j2' %}{% block contnet %}{% endblock %}", "template-block-near", "content"),
        ("{% extends 'packaged/progress.html.j2' %}{% block hedaer %}{% endblock %}", "template-block-near", "header"),
        ("{% extends 'own.html.j2' %}{% block lone %}{% endblock %}", "template-block-near", "alone"),
    ],
)
def test_a_slip_in_the_name_of_a_template_or_block_is_told_with_the_nearest(
    template: str, key: str, nearest: str
) -> None:
    found, args = refused(
        "\n" + template,
        own="{% extends 'base.html.j2' %}{% block footer %}{% block alone %}{% endblock %}{% endblock %}",
    )
    assert (found, args["template"], args["line"], args["nearest"]) == (key, PATH, 2, nearest)


@pytest.mark.parametrize(
    "template",
    [
        "{% extends 'own.html.j2' %}{% block a %}{% block new %}x{% endblock %}{% endblock %}",
        "{% block new %}x{% endblock %}",
    ],
)
def test_a_template_may_have_blocks_of_its_own_where_they_show(template: str) -> None:
    assert filled(template, own="{% block a %}{% endblock %}") == "x"


@pytest.mark.parametrize(("template", "key"), [("{% if %}", "template-syntax"), ("{{ foo }}", "template-undefined")])
def test_what_the_engine_says_stands_in_a_sentence_of_its_own(template: str, key: str) -> None:
    assert refused(template)[0] == key


def test_a_fault_deep_in_a_template_that_is_called_for_is_told_at_its_own_place() -> None:
    key, args = refused(
        "{% from 'other.html.j2' import m %}\n{{ m(view) }}", other="\n{% macro m(v) %}\n{{ v._x }}{% endmacro %}"
    )
    assert (key, args["template"], args["line"]) == ("template-reaches", "strategy_data/templates/other.html.j2", 3)


def test_wrong_arguments_to_a_packaged_macro_are_the_callers_fault() -> None:
    key, args = refused("\n{% from 'goal.html.j2' import goal %}{{ goal(view, 3) }}")
    assert (key, args["template"], args["line"]) == ("template-undefined", PATH, 2)


@pytest.mark.parametrize(
    ("template", "filled_in"),
    [
        ("{{ view.name|text }}", '<span lang="fi">Nimi</span> <span class="other">(fi)</span>'),
        ("{{ view.name.pick('fi')[0]|upper }}", "NIMI"),
        ("{{ view.on|day }}, {{ view.on.isoformat() }}", "30 Sept 2026, 2026-09-30"),
        ("{% for y, n in view.by_year.items() %}{{ y }}={{ n * 2 }}{% endfor %}", "2026=2"),
        ("{% for i in range(3) %}{{ loop.index }}{% endfor %}", "123"),
        (
            "{% set ns = namespace(n=0) %}{% for i in view.several %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}",
            "3",
        ),
        ("{{ '<b>' }}{{ '{{ view }}' }}", "&lt;b&gt;{{ view }}"),
        ("{{ view.words.split('r')|join('<') }}", "wo&lt;ds"),
        ("{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}x{% endcall %}", "x"),
        ("{{ hashes(1000000000) }}", "######"),
    ],
)
def test_what_a_template_may_do(template: str, filled_in: str) -> None:
    assert filled(template) == filled_in


def test_the_packaged_templates_do_the_same_in_the_sandbox() -> None:
    loaded = read({"goals/g.yaml": "name: G", "indicators/i.yaml": "{name: I, goal: g, values: {2025: 1}}"})
    own = Look(templates={"unused.html.j2": ("", PATH)})
    for name in REPORTS:
        if REPORTS[name].about is None or REPORTS[name].optional:
            report = made(name, Basis(loaded.strategy, ON, year=REPORTS[name].year(ON, loaded.strategy.about.period)))
            for markup in ("html", "md"):
                boxed, free = (formatted(markup, report, None, Messages("fi"), *look) for look in ([own], []))
                assert boxed == free
