"""The pages of a life and of a retrospect: tables whole, long values side by side, well-formed, safe, the same look."""

from dataclasses import replace
from datetime import date

import pytest
from hostile import TEXTS, quoted
from pages import assert_harmless, assert_sound, parsed
from stages import life, record

from strategy_cli.commands.pages import looked_back, remembered
from strategy_cli.formats.lives.account import Account, Table
from strategy_cli.formats.lives.history_account import account
from strategy_cli.formats.lives.page import page
from strategy_cli.formats.lives.telling import Telling
from strategy_cli.lives import history as lived
from strategy_cli.lives.history import History
from strategy_cli.lives.record import Record
from strategy_cli.lives.retrospect import retrospect
from strategy_cli.measuring.standing import Standing
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.render.look import Look

ON = date(2025, 12, 31)
MAIN = "{title: @, municipality: {name: @}, languages: [fi, sv]}"
WALKS = "{name: @, unit: km, better: up, baseline: {period: 2020, value: 1}, targets: [{period: 2029, value: 9}]"
LONG = "Mitataan jokaisen asukkaan kävelemät kilometrit vuodessa, ja luku kerrotaan asukasta kohden."


def recorded(text: str = "Ordinary") -> Record:
    """Make a record of an indicator that changed, with a text wherever people write."""
    said = quoted(text)
    first = {
        "strategy.yaml": MAIN.replace("@", said),
        "goals/g.yaml": f"{{name: {said}}}",
        "indicators/i.yaml": WALKS.replace("@", said) + f", description: {quoted(LONG)}, values: {{2023: 2}}}}",
    }
    again = WALKS.replace("@", said).replace("value: 9", "value: 8")
    wording = quoted(LONG.replace("jokaisen asukkaan", "kaikkien lasten") + " " + text)
    later = {"indicators/i.yaml": f"{again}, description: {wording}, values: {{2023: 3}}}}"}
    return record(("2025-01-10", first), ("2025-06-10", later))


def history(made: Record) -> History:
    return lived.history(made, life(made, "indicator", "i"), ON, on=date(2025, 3, 1))


def pages(made: Record, language: str, own: Look | None = None) -> dict[str, str]:
    """Write both pages."""
    telling, look = Telling(made, Messages(language)), own or Look()
    past = retrospect(made, ON)
    return {"history": remembered(history(made), telling, look), "retrospect": looked_back(past, telling, look)}


def test_what_stands_for_several_rows_is_repeated_but_for_what_is_known_now() -> None:
    rows = (("a", "2023", "x", "1", "2"), ("", "", "y", "2", ""), ("b", "2024", "", "3", "3"))
    table = Table("figures", "T", "", ("1", "2", "3", "4", "5"), rows)
    found = page(Account("T", (), "", (table,)), recorded().now).tables[0].rows
    assert found == (rows[0], ("a", "2023", "y", "2", ""), rows[2])


def test_a_row_keeps_how_what_it_tells_of_stands_in_colour_and_shape() -> None:
    table = Table("goals", "T", "", ("1", "2"), (("a", "b"),), {(0, 1): Standing.ATTAINED})
    assert page(Account("T", (), "", (table,)), recorded().now).tables[0].standings == table.standings
    made = recorded()
    root = parsed(pages(made, "fi")["retrospect"])
    cells = [one for one in root.iter("td") for tag in one.iter("span") if "tag cannot" in tag.attrib.get("class", "")]
    assert len(cells) >= len(retrospect(made, ON).attainment.goals) > 0
    assert all(any(str(part.tag).endswith("svg") for part in one.iter()) for one in cells)


@pytest.mark.parametrize("kind", ["history", "retrospect"])
def test_every_section_is_in_the_table_of_contents(kind: str) -> None:
    root = parsed(pages(recorded(), "fi")[kind])
    links = [one.attrib["href"][1:] for nav in root.iter("nav") for one in nav.iter("a")]
    assert links == [one.attrib["id"] for one in root.iter("section")]


def test_what_is_missing_of_the_past_is_told_first() -> None:
    made = replace(recorded(), cut=True)
    for kind, text in pages(made, "fi").items():
        warned = [one for one in parsed(text).iter("div") if one.attrib.get("class") == "warning"]
        assert len(warned) == 1, kind


def test_long_values_stand_side_by_side_and_short_ones_in_a_line() -> None:
    made = recorded()
    view = page(account(history(made), Telling(made, Messages("fi"))), made.now)
    changes = [one for point in view.points for one in point.changes]
    (apart,) = [one for one in changes if one.cells]
    assert apart.values == ""
    assert [[piece.how for piece in cell.pieces] for cell in apart.cells] == [
        ["kept", "deleted", "kept"],
        ["kept", "inserted", "kept", "inserted"],
    ]
    assert "9\u00a0km → 8\u00a0km" in {one.values for one in changes}


def test_goals_are_counted_by_how_they_stand() -> None:
    made = page(Account("T", (), "", ()), recorded().now, [Standing.CANNOT, Standing.ATTAINED, Standing.CANNOT])
    assert list(made.classes.items()) == [(Standing.ATTAINED, 1), (Standing.CANNOT, 2)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["history", "retrospect"])
def test_the_page_is_well_formed_its_links_lead_somewhere_and_no_heading_is_skipped(language: str, kind: str) -> None:
    assert_sound(pages(recorded(), language)[kind])


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_stay_texts(name: str) -> None:
    ordinary = pages(recorded("-" if name == "no text" else "Ordinary"), "fi")
    for kind, text in pages(recorded(TEXTS[name]), "fi").items():
        root = parsed(text)
        elements = {str(one.tag) for one in root.iter()} - {"bdi"}
        assert elements <= {str(one.tag) for one in parsed(ordinary[kind]).iter()} | {"ins", "del", "svg", "path"}
        assert_harmless(root)


def test_the_city_s_own_template_takes_the_place_of_the_packaged_one() -> None:
    own = "{% extends 'packaged/history.html.j2' %}{% block footer %}<footer>Oma</footer>{% endblock %}"
    look = Look(templates={"history.html.j2": (own, "templates/history.html.j2")})
    assert "<footer>Oma</footer>" in pages(recorded(), "fi", look)["history"]
