"""The page of changes: the result first, values side by side, why, and nothing in a file that could break it."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from folders import loaded
from hostile import TEXTS, everywhere
from making import strategy
from pages import (
    BASE,
    NEW,
    ON,
    assert_harmless,
    assert_sound,
    base,
    decided,
    new,
    parsed,
    review,
    shown,
    told,
    words_of,
)

from strategy_cli.changes import Layout, compared
from strategy_cli.commands.pages import written
from strategy_cli.formats.changes.page.whole import page
from strategy_cli.formats.changes.reasons import Reason
from strategy_cli.git import Commit
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.render.look import Look
from strategy_cli.reviewing import Approval, Review
from strategy_cli.reviewing.reviewed import Beside, Wanted, reviewed
from strategy_cli.span import Span


def test_the_versions_are_named_with_their_decision_and_the_counts_go_by_weight_gravest_first() -> None:
    made = shown(review())
    assert [version.label for version in made.versions] == ["Vanha", "Uusi"]
    assert made.versions[0].decision.replace("\u00a0", " ") == "Valtuusto 15.6.2026 § 45 (1/00/2026)"
    assert list(made.counts) == ["decision", "notice", "progress", "wording"]
    assert made.all == len(review().selected)
    assert [section.weight for section in made.sections] == ["decision", "notice"]


def test_the_words_that_differ_are_told_on_each_side() -> None:
    cells = told(shown(review()))["tavoite nimettiin uudelleen (vain suomenkielinen teksti muuttui)"].cells
    assert [[(piece.how, piece.words) for piece in cell.pieces] for cell in cells] == [
        [("kept", "Terveys lisääntyy"), ("deleted", " kaikilla")],
        [("kept", "Terveys lisääntyy"), ("inserted", " lapsilla")],
    ]


def test_a_text_is_shown_in_the_language_in_which_it_changed() -> None:
    cells = next(one for one in told(shown(review(), "sv")).values() if "nytt namn" in one.what).cells
    assert [cell.language for cell in cells] == ["fi", "fi"]


def test_a_thing_that_is_gone_shows_what_it_was() -> None:
    was, becomes = told(shown(review()))["tavoite poistettiin"].cells
    assert (was.name, was.description) == (base().goals["gone"].name, base().goals["gone"].description)
    assert becomes.empty


def test_what_a_change_caused_stands_beneath_it() -> None:
    section = shown(review()).sections[0]
    block = next(thing.blocks[0] for thing in section.things if thing.blocks[0].carried)
    assert block.head.what == "tavoite poistettiin"
    assert [one.name for one in block.carried] == [new().projects["p"].name]


def test_a_reason_that_a_thing_s_changes_share_is_told_once() -> None:
    made = shown(decided(review()))
    things = [thing for section in made.sections for thing in section.things]
    assert all(thing.reason and len(thing.reason.settled.lines) == 1 for thing in things)
    assert all(one.reason is None for one in told(made).values())


def test_commits_are_told_once_where_they_are_those_of_what_stands_above() -> None:
    group = next(one for one in review().groups if one.carried)
    step = Commit("0123456789abcdef", ON)
    head = replace(group.head, commits=(step,))
    for commits, there in (((step,), False), ((Commit("fedcba9876543210", ON),), True)):
        carried = tuple(replace(one, commits=commits) for one in group.carried)
        made = shown(replace(review(), groups=(replace(group, head=head, carried=carried),)))
        reason = made.sections[0].things[0].blocks[0].carried[0].reason
        assert bool(reason and reason.brought.commits) is there


def test_a_difference_that_was_accepted_says_by_whom_until_when_and_why() -> None:
    group = review().groups[0]
    approval = Approval("m", "Poikkeus", "o", date(2027, 1, 31), Span("accepted.yaml", 1, 1, 1, 1))
    made = shown(replace(review(), groups=(replace(group, head=replace(group.head, approval=approval)),)))
    reason = made.sections[0].things[0].reason
    assert reason is not None
    assert not reason.settled.missing
    assert [part in reason.settled.accepted for part in ("Johtaja", "31.1.2027", "Poikkeus")] == [True] * 3


def test_no_decision_at_all_is_said_once() -> None:
    assert shown(review()).sections[0].unsettled
    assert not shown(decided(review())).sections[0].unsettled


@pytest.mark.parametrize(("count", "everything", "short"), [(1, True, True), (9, True, True), (9, False, False)])
def test_many_changes_beneath_another_are_folded_unless_nothing_settled_a_weakening(
    *, count: int, everything: bool, short: bool
) -> None:
    group = next(one for one in review().groups if one.carried)
    one = group.carried[0]
    if everything and count > 1:  # weakenings that nothing settled
        one = next(entry for entry in review().selected if entry.undecided)
    carried = tuple(replace(one, commits=(Commit(f"{number}" * 9, ON),)) for number in range(count))
    made = shown(replace(review(), groups=(replace(group, carried=carried),)))
    assert made.sections[0].things[0].blocks[0].short is short


def test_three_versions_have_three_columns_and_say_who_changed_it() -> None:
    vision = BASE["strategy.yaml"].replace("vision: V", "vision: W")
    target = BASE["indicators/i.yaml"].replace("10}", "9}")
    middle = strategy(BASE | {"indicators/i.yaml": target, "strategy.yaml": vision})
    made = shown(review(middle=middle))
    assert [version.label for version in made.versions] == ["Vanha", "Välissä", "Uusi"]
    assert len(made.columns) == 3
    by = {what.partition(" (")[0]: one for what, one in told(made).items()}
    shown_of = {what: [cell.words for cell in one.cells] for what, one in by.items()}
    assert shown_of["tavoitetasoa lievennettiin"] == ["10\u00a0km", "9\u00a0km", "8\u00a0km"]
    assert by["tavoitetasoa lievennettiin"].by is not None
    assert shown_of["visio muutettiin"] == ["V", "W", "V"]
    *_, last = made.sections
    assert (last.weight, last.number, len(last.things)) == ("undone", "1", 1)
    assert last.things[0].reason == Reason()
    assert made.all == len(review().selected)
    assert [cell.empty for cell in by["tavoite poistettiin"].cells] == [False, False, True]


def test_three_wordings_are_each_held_against_the_one_before() -> None:
    middle = strategy(BASE | {"goals/health.yaml": BASE["goals/health.yaml"].replace("kaikilla", "nuorilla")})
    cells = next(one for what, one in told(shown(review(middle=middle))).items() if "uudelleen" in what).cells
    hows = [[piece.how for piece in cell.pieces] for cell in cells]
    assert hows == [["kept"], *[["kept", "deleted", "inserted"]] * 2]
    assert [cell.words for cell in cells][1:] == ["Terveys lisääntyy nuorilla", "Terveys lisääntyy lapsilla"]


def test_goals_are_listed_in_the_strategy_s_order_when_there_is_much() -> None:
    assert shown(review()).goals == ()
    more = {f"goals/g{n}.yaml": f"{{name: G{n}, parent: aim, number: '1.{n}'}}" for n in (10, 2, 3)}
    made = page(reviewed(compared(strategy(BASE), strategy(NEW | more)), Wanted(on=ON)), Messages("fi"))
    numbers = [line.number for line in made.goals if line.subject]
    assert numbers == ["1", "1.1", "1.2", "1.3", "1.10", None]
    above, first = made.goals[:2]
    assert (above.depth, above.places, first.depth) == (0, (), 1)
    assert {place.subject.kind for place in first.places} == {"goal", "indicator"}
    assert made.goals[-1].name == base().goals["gone"].name


def test_what_was_taken_back_is_marked_among_the_goals() -> None:
    more = {f"goals/g{n}.yaml": f"{{name: G{n}, parent: aim}}" for n in range(6)}
    middle = strategy(BASE | {"goals/health.yaml": BASE["goals/health.yaml"].replace("1.1", "1.2")})
    made = reviewed(compared(base(), strategy(BASE | more)), Wanted(on=ON), Beside(middle=middle))
    assert [place.undone for line in shown(made).goals for place in line.places].count(True) == 1
    assert "(palautettu)" in words_of(parsed(written(made, Messages("fi"))))


def test_layout_is_listed_only_when_all_is_asked_for_else_counted() -> None:
    layout = (Layout("moved", "a.yaml", "b.yaml"),)
    for whole in (True, False):
        made = review(whole=whole)
        made = replace(made, comparison=replace(made.comparison, layout=layout))
        assert (len(shown(made).layout), len(shown(made).hidden)) == ((1, 0) if whole else (0, 1))


def test_things_that_may_be_one_are_named_with_their_ids() -> None:
    renamed = {**BASE, "goals/other.yaml": BASE["goals/gone.yaml"]}
    del renamed["goals/gone.yaml"]
    made = shown(reviewed(compared(base(), strategy(renamed)), Wanted(on=ON)))
    (hinted,) = made.hints
    assert (hinted.kind, hinted.ids) == ("tavoite", ("gone", "other"))


def test_what_was_left_out_and_what_is_wrong_with_the_accepted_file_is_told() -> None:
    faults = loaded({"goals/x.yaml": "{nmae: X}"}).findings
    made = shown(replace(review(), left_out=((), faults)))
    ((title, lines),) = made.left_out
    assert "ei lataudu" in title
    assert len(lines) == len(faults) > 0
    assert "goals/x.yaml:1: " in lines[0]


def test_what_does_not_load_of_the_version_in_the_middle_is_told() -> None:
    faults = loaded({"goals/x.yaml": "{nmae: X}"}).findings
    made = shown(replace(review(middle=base()), left_out_between=faults))
    ((title, lines),) = made.left_out
    assert "Välissä" in title
    assert len(lines) == len(faults) > 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("middle", [False, True], ids=["two", "three"])
def test_the_page_is_well_formed_its_links_lead_somewhere_and_no_heading_is_skipped(
    language: str, *, middle: bool
) -> None:
    assert_sound(written(review(whole=True, middle=base() if middle else None), Messages(language)))


def test_differing_words_are_told_to_those_who_do_not_see_them() -> None:
    root = parsed(written(review(), Messages("fi")))
    assert ["".join(one.itertext()) for one in root.iter("del")] == ["poistettu: kaikilla"]
    assert ["".join(one.itertext()) for one in root.iter("ins")] == ["lisätty: lapsilla"]


def test_the_same_versions_have_nothing_to_tell() -> None:
    made = reviewed(compared(base(), base()), Wanted(on=ON))
    text = words_of(parsed(written(made, Messages("fi"))))
    assert "Ei muutoksia." in text
    assert "Päätettäväksi" not in text


def test_the_city_s_own_template_takes_the_place_of_the_packaged_one() -> None:
    own = "{% extends 'packaged/diff.html.j2' %}{% block footer %}<footer>Oma</footer>{% endblock %}"
    look = Look(templates={"diff.html.j2": (own, "templates/diff.html.j2")})
    assert "<footer>Oma</footer>" in written(review(), Messages("fi"), look)


@cache
def hostile(text: str) -> Review:
    """Compare a strategy that says something everywhere with one that says an ordinary word there, half of it gone."""
    ordinary = everywhere("Ordinary").strategy
    said = everywhere(text, "Ordinary" if text == TEXTS["markdown"] else text).strategy
    said = replace(said, entities={**said.entities, "project": {}})
    return reviewed(compared(ordinary, said), Wanted(on=ON, whole=True), Beside(middle=everywhere("Other").strategy))


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_stay_texts(name: str) -> None:
    assert_harmless(parsed(written(hostile(TEXTS[name]), Messages("sv"))))
