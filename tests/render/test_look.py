"""Look: the city's own templates, colours and logo, from a folder or from a revision, in the page that is made."""

import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import html5lib
import pytest
from folders import Repository, Write, contents

from strategy_cli import loading, source
from strategy_cli.cli import run
from strategy_cli.commands.report import formatted
from strategy_cli.errors import StrategyError
from strategy_cli.messages import Messages
from strategy_cli.render import look
from strategy_cli.render.look import Look
from strategy_cli.source import Source, Version
from strategy_cli.views.frame.basis import Basis
from strategy_cli.views.reports import made

ON = date(2026, 9, 30)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>'
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
Captured = pytest.CaptureFixture[str]


def looked(files: Mapping[str, bytes]) -> Look:
    """Read the look of a strategy that has these files."""
    return look.read(Source("data/", Version("made"), contents({}), look=files))


def told(files: Mapping[str, bytes]) -> list[str]:
    """Say what was not used."""
    return [Messages("en").say(note.key, **note.args) for note in looked(files).notes]


def page(files: Mapping[str, bytes], about: str = "{title: S, municipality: {name: '\"Kemi\" <b>'}}") -> str:
    """Make the page of a strategy that has these files."""
    read = Source("data/", Version("made"), contents({"strategy.yaml": about, "goals/g.yaml": "name: G"}), look=files)
    strategy = loading.load(read).strategy
    return formatted("html", made("progress", Basis(strategy, ON)), None, Messages("fi"), look.read(read))


def test_a_strategy_without_a_look_has_the_packaged_one() -> None:
    assert looked({}) is look.PLAIN


@pytest.mark.parametrize(
    ("path", "content", "kind"), [("theme/logo.svg", SVG, "svg+xml"), ("theme/logo.png", PNG, "png")]
)
def test_a_logo_stands_in_the_head_as_an_image_that_runs_nothing(path: str, content: bytes, kind: str) -> None:
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page({path: content}))
    [image] = root.iter("img")
    assert image.attrib["src"] == f"data:image/{kind};base64,{b64encode(content).decode()}"
    assert image.attrib["alt"] == '"Kemi" <b>'
    assert [*root.iter("script")] == []


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"theme/logo.svg": b"<svg>" + b" " * 200 * 1024}, ["data/theme/logo.svg", "200 kB"]),
        ({"theme/logo.png": SVG}, ["data/theme/logo.png", "not an image"]),
        ({"theme/logo.svg": b"<html>"}, ["data/theme/logo.svg", "not an image"]),
        ({"theme/lgo.svg": SVG}, ["data/theme/lgo.svg", "Did you mean logo.svg?"]),
        ({"theme/theme.yml": b""}, ["data/theme/theme.yml", "Did you mean theme.yaml?"]),
        ({"templates/gaol.html.j2": b""}, ["data/templates/gaol.html.j2", "Did you mean goal.html.j2?"]),
        ({"templates/xyzzyx.j2": b""}, ["data/templates/xyzzyx.j2", "no such file"]),
        ({"templates/sub/goal.html.j2": b""}, ["data/templates/sub/goal.html.j2"]),
        ({"templates/packaged/goal.html.j2": b""}, ["data/templates/packaged/goal.html.j2"]),
        ({"theme/theme.yaml": b"plate: '#ffffff'"}, ["data/theme/theme.yaml:1", "plate", "light: or dark:"]),
        ({"theme/theme.yaml": b"lihgt: {}"}, ["data/theme/theme.yaml:1", "Did you mean light?"]),
    ],
)
def test_what_is_not_used_is_told_by_its_name(files: Mapping[str, bytes], words: list[str]) -> None:
    [said] = told(files)
    assert [word for word in words if word not in said] == []
    assert looked(files).logo is None


def test_a_template_that_another_calls_for_may_have_any_name() -> None:
    files = {"templates/goal.html.j2": b"{% include 'greeting.html.j2' %}", "templates/greeting.html.j2": b"Hei"}
    assert told(files) == []


def test_a_template_of_the_same_name_takes_the_place_of_the_packaged_one_and_can_use_it() -> None:
    own = b"""{% extends "packaged/base.html.j2" %}
{% block footer %}<footer><p>Kemin kaupunki</p></footer>{% endblock %}"""
    made_page = page({"templates/base.html.j2": own})
    assert "<p>Kemin kaupunki</p>" in made_page
    assert 'id="goal-g"' in made_page


def test_a_macro_can_be_changed_and_the_others_taken_from_the_packaged_template() -> None:
    own = b"""{% import "packaged/goal.html.j2" as packaged %}
{% set indicators = packaged.indicators %}
{% macro goal(g, level) %}<h{{ level }} id="goal-{{ g.id }}" class="own">{{ g.name|text }}</h{{ level }}>{% endmacro %}
"""
    assert '<h3 id="goal-g" class="own">G</h3>' in page({"templates/goal.html.j2": own})


def test_a_style_sheet_can_be_changed_too() -> None:
    own = b'{% include "packaged/prose.css" %}\n.prose { max-width: 50rem; }'
    assert ".prose { max-width: 50rem; }" in page({"templates/prose.css": own})


def test_a_theme_stands_in_the_page_and_the_page_stays_well_formed() -> None:
    made_page = page({"theme/theme.yaml": b'light: {brand: "#00573d"}\nfont: Finlandica'})
    html5lib.HTMLParser(strict=True).parse(made_page)
    style = re.findall(r"<style>(.*?)</style>", made_page, re.DOTALL)[0]
    assert style.index("--brand: #00573d;") > style.index("--brand: #00357a;")
    assert '--font: "Finlandica", sans-serif;' in style


def test_a_template_that_is_not_text_is_one_sentence() -> None:
    with pytest.raises(StrategyError) as failure:
        looked({"templates/goal.html.j2": b"a\nb\xff"})
    assert failure.value.message_args == {"template": "data/templates/goal.html.j2", "line": 2, "reason": "UTF-8"}


def test_the_look_is_read_at_the_revision_that_is_asked_for(repository: Repository) -> None:
    repository.write(
        {"goals/g.yaml": "name: G", "templates/goal.html.j2": "Then", "theme/logo.png": PNG, "theme/x.txt": ""}
    )
    repository.commit()
    (repository.data / "templates/goal.html.j2").write_text("Now", "utf-8")
    before, now = source.from_revision(repository.data, "HEAD"), source.from_folder(repository.data)
    assert before.look == {"templates/goal.html.j2": b"Then", "theme/logo.png": PNG}
    assert now.look == {"templates/goal.html.j2": b"Now", "theme/logo.png": PNG}
    assert set(before.files) == set(now.files) == {"strategy.yaml", "goals/g.yaml"}
    assert loading.load(now).findings == ()


def test_a_link_is_no_template(write: Write, tmp_path: Path) -> None:
    data = write({"goals/g.yaml": "name: G"})
    (tmp_path / "secret").write_text("secret", "utf-8")
    (data / "templates").mkdir()
    (data / "templates" / "goal.html.j2").symlink_to(tmp_path / "secret")
    read = source.from_folder(data)
    assert (read.look, read.refused) == ({}, {"templates/goal.html.j2": "symbolic-link"})


def test_entities_do_not_belong_in_the_folders_of_the_look(write: Write) -> None:
    data = write({"templates/goal.yaml": "name: G"})
    [finding] = loading.load(source.from_folder(data)).findings
    assert finding.rule == "unknown-folder"


@pytest.mark.parametrize(
    ("template", "what"),
    [("{{ head.__class__ }}", "__class__"), ("{% include '/etc/passwd' %}", "/etc/passwd")],
)
def test_the_command_refuses_a_template_that_reaches_too_far(
    write: Write, capsys: Captured, tmp_path: Path, template: str, what: str
) -> None:
    data = write({"goals/g.yaml": "name: G", "templates/opening.html.j2": f"\n{template}"})
    assert run(["report", "--data", str(data), "--lang", "en", "-o", str(tmp_path / "out")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch(r"strategy: The template \S*templates/opening.html.j2 was refused \(line 2\): .*\n", said.err)
    assert f"reaches for {what}." in said.err
    assert not (tmp_path / "out").exists()


def test_the_command_tells_what_it_did_not_use_and_makes_the_report(
    write: Write, capsys: Captured, tmp_path: Path
) -> None:
    data = write({"goals/g.yaml": "name: G", "theme/theme.yaml": 'light: {link: "#ffff00"}'})
    assert run(["report", "--data", str(data), "--lang", "en", "-f", f"html={tmp_path / 'page.html'}"]) == 0
    said = capsys.readouterr().err
    assert "light.link does not stand out from light.tint (contrast 1,00, at least 4,50 is needed)" in said
    assert "--link: #ffff00" not in (tmp_path / "page.html").read_text("utf-8")
