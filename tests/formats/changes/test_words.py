"""Changes in words: every id has words in three languages, values are told as people write them."""

from dataclasses import replace

import pytest
import reviews
from reviews import EMPTY, made

from strategy_cli.changes import TAXA, Change, compared
from strategy_cli.changes.taxonomy import FIELDS
from strategy_cli.formats.changes import phrases
from strategy_cli.formats.changes.citing import cite
from strategy_cli.formats.changes.values import told_in
from strategy_cli.formats.changes.words import Words, shortened
from strategy_cli.messages import LANGUAGES, Messages, catalogue
from strategy_cli.model.text import Text
from strategy_cli.ref import Ref


def planted(change_id: str) -> Change:
    """Make a change with an id of the taxonomy, in the field that it is about."""
    taxon = TAXA[change_id]
    stem = change_id.removesuffix(f"-{taxon.action}")
    fields = (f.partition(".")[2] for f, (name, _) in FIELDS.items() if name == stem and f.startswith(f"{taxon.area}."))
    field = next(fields, "risk" if "-own-" in change_id else "")
    subject = Ref("goal" if taxon.area == "entity" else taxon.area, "it")
    named = "title" if taxon.area in ("strategy", "owner", "decision") else "name"
    return Change(change_id, subject, named if field in ("", "*") else field)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_has_words(language: str) -> None:
    words = Words(compared(made(EMPTY), made(EMPTY)), Messages(language))
    said = {change_id: words.what(planted(change_id)) for change_id in TAXA}
    assert all(len(text) > 3 and "{" not in text for text in said.values())
    assert [i for i, text in said.items() if text.startswith((" ", ":")) or text.endswith((" ", ":"))] == []


def test_the_words_of_changes_all_belong_to_one() -> None:
    used = {t.action for t in TAXA.values()} | {i.removeprefix(f"{t.area}-") for i, t in TAXA.items()} | set(TAXA)
    keys = {k.removeprefix("changes.") for k in catalogue("en") if k.startswith("changes.")}
    assert {key for key in keys if not key.startswith("entity-")} - used == set()


def told(old: str, new: str, language: str, path: str = "goals/g.yaml") -> list[str]:
    """Compare two states of one thing and give the sentences."""
    files = {"strategy.yaml": "{title: T, languages: [fi, sv]}"}
    found = compared(made(files | {path: old}), made(files | {path: new}))
    words = Words(found, Messages(language))
    return [words.sentence(change).replace("\u00a0", " ") for change in found.changes]


def test_a_confirmed_value_is_shown_and_not_yes_and_no() -> None:
    old = "{name: I, unit: kpl, values: {2026-T2: {value: 8000, preliminary: true}}}"
    new = "{name: I, unit: kpl, values: {2026-T2: 8000}}"
    assert told(old, new, "fi", "indicators/i.yaml") == ["I: ennakkotieto vahvistettiin (tammi–elokuu 2026): 8 000 kpl"]
    unconfirmed = "I: toteuma merkittiin ennakkotiedoksi (tammi–elokuu 2026): 8 000 kpl"
    assert told(new, old, "fi", "indicators/i.yaml") == [unconfirmed]


def test_words_shown_for_want_of_the_reader_s_language_name_theirs() -> None:
    assert told("{name: N}", "{name: M}", "en") == ["M (fi): goal renamed: N (fi) → M (fi)"]
    assert told("{name: N}", "{name: N, number: '1', description: D}", "fi") == [
        "N: kuvaus lisättiin: D",
        "N: numero lisättiin: 1",
    ]
    assert told("{name: {fi: N, sv: S}}", "{name: {sv: S}}", "fi") == [
        "S (sv): tavoite nimettiin uudelleen (vain suomenkielinen teksti muuttui): N → S (sv)"
    ]


def test_a_text_changed_in_one_language_only_says_so() -> None:
    old, new = "{name: {fi: N, sv: S}}", "{name: {fi: M, sv: S}}"
    assert told(old, new, "fi") == ["M: tavoite nimettiin uudelleen (vain suomenkielinen teksti muuttui): N → M"]
    assert told(old, new, "sv") == ["S: målet fick nytt namn (bara den finska texten ändrades): N (fi) → M (fi)"]
    assert told(old, "{name: {fi: M, sv: R}}", "fi") == ["M: tavoite nimettiin uudelleen: N → M"]


def test_a_figure_of_a_renamed_thing_keeps_its_old_unit() -> None:
    old = {"indicators/g.yaml": "{name: I, unit: kg, values: {2025: 1}}"}
    new = {
        "indicators/h.yaml": "{name: I, unit: t, formerly: [g], values: {2025: 2}}",
        "indicators/g.yaml": "{name: J, unit: km}",
    }
    found = compared(made(EMPTY | old), made(EMPTY | new))
    said = {change.id: Words(found, Messages("en")).sides(change) for change in found.changes}
    assert said["indicator-value-revised"] == ("1\u00a0kg", "2\u00a0t")


def test_a_merge_counts_and_names_what_became_what() -> None:
    two = {"goals/a.yaml": "{name: A, level: aim}", "goals/b.yaml": "{name: B, level: aim}"}
    found = compared(made(EMPTY | two), made(EMPTY | {"goals/c.yaml": "{name: C, level: aim, continues: [a, b]}"}))
    merged = next(change for change in found.changes if change.id == "goal-merged")
    assert Words(found, Messages("fi")).event(merged) == "yhdistettiin (päämääriä: 2 → 1): A, B → C"
    assert Words(found, Messages("en")).event(merged).startswith("merged into one (aims: 2 → 1): A")


def test_a_split_counts_goals_and_one_that_goes_on_as_another_needs_no_count() -> None:
    parts = {f"goals/{name}.yaml": f"{{name: {name}, continues: [a]}}" for name in "bc"}
    found = compared(made(EMPTY | {"goals/a.yaml": "{name: A}"}), made(EMPTY | parts))
    split = next(change for change in found.changes if change.id == "goal-split")
    assert Words(found, Messages("en")).what(split) == "split into several (goals: 1 → 2)"
    del parts["goals/c.yaml"]
    found = compared(made(EMPTY | {"goals/a.yaml": "{name: A}"}), made(EMPTY | parts))
    one = next(change for change in found.changes if change.id == "goal-continued")
    assert "→" not in Words(found, Messages("en")).what(one)


def test_what_is_left_without_a_goal_says_so() -> None:
    words = Words(compared(made(EMPTY | {"goals/a.yaml": "{name: A}"}), made(EMPTY)), Messages("en"))
    gone = Change("project-goal-link-removed", Ref("project", "p"), "goals", ("goals",), Ref("goal", "a"))
    assert words.event(gone) == "unlinked from the goal: A (fi)"
    orphaned = Change(gone.id, gone.subject, gone.field, gone.key, gone.before, args={"orphaned": True})
    assert words.event(orphaned) == "unlinked from the goal, no goal left: A (fi)"


def test_long_values_are_shortened_where_they_part() -> None:
    start = "The same beginning of a long description that goes on and on. "
    before, after = shortened(start + "Old end of it" * 9, start + "New end of it" * 9, 60)
    assert before is not None
    assert after is not None
    assert "Old end" in before
    assert "New end" in after
    assert max(len(before), len(after)) <= 62
    assert shortened("short", None, 60) == ("short", None)


def test_one_of_several_links_is_called_one() -> None:
    units = {"units/u.yaml": "[{id: a, name: A}, {id: b, name: B}]"}
    old, new = "{name: N, participants: [a, b]}", "{name: N, participants: [a]}"
    for before, after, what in ((old, new, "poistettiin"), (new, old, "lisättiin")):
        sides = (made(EMPTY | units | {"goals/g.yaml": goal}) for goal in (before, after))
        found = compared(*sides)
        words = Words(found, Messages("fi"))
        assert [words.what(change) for change in found.changes] == [f"osallistuva yksikkö {what}"]


def test_a_language_beyond_the_program_s_own_is_named_by_its_code() -> None:
    old, new = (Text((("fi", "N"), ("sv", "S"), *more)) for more in ([("se", "A")], [("se", "B")]))
    change = Change("goal-name-changed", Ref("goal", "g"), "name", ("name",), old, new)
    assert phrases.only(change, Messages("fi")) == "vain osa kielistä muuttui: se"
    both = replace(change, after=Text((("fi", "N"), ("sv", "T"), ("se", "B"))))
    assert phrases.only(both, Messages("sv")) == "bara en del av språken ändrades: se, sv"


def test_what_a_decision_concerns_is_told_both_ways() -> None:
    old, new = (f"{{title: D, body: b, date: 2026-01-01, concerns: [{held}]}}" for held in ("goal/g", ""))
    files = EMPTY | {"goals/g.yaml": "{name: G}", "bodies/b.yaml": "{name: B}"}
    said = []
    for before, after in ((old, new), (new, old)):
        found = compared(*(made(files | {"decisions/d.yaml": one}) for one in (before, after)))
        said += [Words(found, Messages("fi")).event(change) for change in found.changes]
    assert said == ["ei enää koske: G", "koskee nyt: G"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_shown_in_one_language(language: str) -> None:
    two, three = Text((("fi", "A"), ("sv", "S"))), Text((("fi", "B"), ("sv", "S")))
    assert told_in((two, three), language) == "fi"
    assert told_in((two, Text((("fi", "A"), ("sv", "T")))), language) == "sv"
    assert told_in((Text((("fi", "A"),)), Text((("fi", "B"), ("sv", "T")))), "sv") == "fi"


def test_a_section_sign_stays_with_its_number() -> None:
    held = made(reviews.OLD)
    assert cite(held.decisions["d"], (held,), Messages("fi")).endswith("§\u00a045")
