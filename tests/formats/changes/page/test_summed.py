"""What the page of changes sums up: counts, weakenings, changes alike, what brought all, what nobody asked for."""

from dataclasses import replace
from datetime import date

from folders import loaded
from making import strategy
from pages import BASE, NEW, ON, base, decided, new, parsed, review, shown, told, words_of

from strategy_cli.changes import Layout, Weight, compared
from strategy_cli.commands.pages import written
from strategy_cli.formats.changes.page.whole import page
from strategy_cli.git import Commit
from strategy_cli.messages import Messages
from strategy_cli.reviewing import Approval, Review
from strategy_cli.reviewing.chosen import Choice
from strategy_cli.reviewing.reviewed import Wanted, reviewed
from strategy_cli.span import Span


def test_counts_are_told_alike_in_tiles_headings_and_sentences() -> None:
    made, text = shown(review()), words_of(parsed(written(review(), Messages("fi"))))
    count, more = made.counts["decision"]
    assert (count, more) == review().counted[Weight.DECISION]
    assert more > 0
    assert made.sections[0].number == f"{count}, näistä seuraa {more}"
    assert f"Muutoksia on {made.all}. Päätettäväksi: {count}, näistä seuraa {more}." in text
    assert f"{count} Päätettäväksi näistä seuraa {more}" in text
    assert f"Päätettäväksi {count}, näistä seuraa {more}" in text


def test_weakenings_come_first_and_those_that_nothing_settled_apart() -> None:
    made = shown(review())
    (undecided,) = made.weakenings
    assert {w.item.what.partition(" (")[0] for w in undecided} >= {"tavoite poistettiin", "tavoitetasoa lievennettiin"}
    assert all(w.item.undecided for w in undecided)
    assert made.undecided == len(undecided)
    (settled,) = shown(decided(review())).weakenings
    assert not any(w.item.undecided or w.item.awaits for w in settled)
    assert len(settled) == len(undecided)


def test_weakenings_alike_stand_in_one_line_each_with_its_link() -> None:
    projects = {f"indicators/x{n}.yaml": f"{{name: X{n}, goal: gone}}" for n in range(3)}
    moved = {path: text.replace("gone", "health") for path, text in projects.items()}
    old, now = strategy(BASE | projects), strategy(NEW | moved)
    found = page(reviewed(compared(old, now), Wanted(on=ON)), Messages("fi")).weakenings[0]
    (alike,) = [w for w in found if len(w.things) > 1]
    assert [name for name, _ in alike.things] == [now.indicators[f"x{n}"].name for n in range(3)]


def accepted(made: Review) -> Review:
    """Accept the first weakening for a time."""
    approval = Approval("m", "Poikkeus", "o", date(2027, 1, 31), Span("accepted.yaml", 1, 1, 1, 1))
    groups = tuple(
        replace(one, head=replace(one.head, approval=approval if number == 0 else None))
        for number, one in enumerate(made.groups)
    )
    return replace(made, groups=groups, selected=tuple(entry for group in groups for entry in group.entries))


def test_what_is_accepted_for_a_time_is_told_apart_from_what_is_decided() -> None:
    made = shown(accepted(review()))
    undecided, awaiting = made.weakenings
    assert [w.item.awaits for w in awaiting] == [date(2027, 1, 31)]
    assert not any(w.item.awaits for w in undecided)
    text = words_of(parsed(written(accepted(review()), Messages("fi"))))
    assert "Heikennys, odottaa päätöstä 31.1.2027 asti" in text
    assert "(määräajaksi hyväksyttyjä: 1)" in text
    assert "määräajaksi" not in words_of(parsed(written(decided(review()), Messages("fi"))))


def test_a_weakening_for_notice_says_that_it_needs_a_decision_all_the_same() -> None:
    more = BASE | {"indicators/m.yaml": "{name: M, goal: health, kind: steering}"}
    made = reviewed(compared(strategy(more), strategy(BASE)), Wanted(on=ON))
    assert made.selected[0].weakening
    assert made.groups[0].weight < Weight.DECISION
    assert shown(made).sections[0].noticed
    assert not any(section.noticed for section in shown(review()).sections if section.weight == "decision")


def test_changes_alike_that_another_caused_are_told_together_and_weakenings_first() -> None:
    more = {f"projects/q{n}.yaml": f"{{name: Q{n}, goals: [gone, aim]}}" for n in range(9)}
    fewer = {path: text.replace("gone, ", "") for path, text in more.items()}
    more |= {"indicators/x.yaml": "{name: X, goal: gone}"}
    fewer |= {"indicators/x.yaml": "{name: X, goal: health}"}
    made = shown(reviewed(compared(strategy(BASE | more), strategy(NEW | fewer)), Wanted(on=ON)))
    block = next(b for thing in made.sections[0].things for b in thing.blocks if len(b.carried) > 1)
    weakening, *others = block.bunches
    assert weakening.one.weakening
    (many,) = [one for one in others if len(one.names) > 1]
    assert (len(many.names), many.value) == (9, "")
    assert many.things == "projekteja 9"
    assert block.short


def test_what_brought_every_change_is_told_once() -> None:
    step, other = (Commit(digits, ON) for digits in ("ae017d00123456", "fedcba9876543210"))

    def brought(*commits: Commit) -> Review:
        made = review()
        groups = tuple(
            replace(
                group,
                head=replace(group.head, commits=(commits[number % len(commits)],)),
                carried=tuple(replace(one, commits=(step,)) for one in group.carried),
            )
            for number, group in enumerate(made.groups)
        )
        return replace(made, groups=groups)

    assert shown(brought(step)).brought.commits == (step,)
    assert written(brought(step), Messages("fi")).count("ae017d0") == 1
    assert not shown(brought(step, other)).brought
    made = review()
    here = tuple(replace(g, head=replace(g.head, uncommitted=True), carried=()) for g in made.groups)
    assert "i vielä versionhallinnassa" not in written(replace(made, groups=here), Messages("fi"))


def test_a_change_that_was_not_asked_for_is_marked_and_no_weakening_of_what_was() -> None:
    made = reviewed(compared(base(), new()), Wanted(on=ON, choice=Choice(kinds=("project",))))
    assert any(group.context for group in made.groups)
    assert Messages("fi").say("diff.context") in words_of(parsed(written(made, Messages("fi")))).lower()
    assert {w.item.subject.kind for found in shown(made).weakenings for w in found} <= {"project"}


def test_a_thing_that_is_gone_says_what_it_may_be_now() -> None:
    renamed = {**BASE, "goals/other.yaml": BASE["goals/gone.yaml"]}
    del renamed["goals/gone.yaml"]
    one = told(shown(reviewed(compared(base(), strategy(renamed)), Wanted(on=ON))))["tavoite poistettiin"]
    assert one.maybe == base().goals["gone"].name
    assert told(shown(review()))["tavoite poistettiin"].maybe is None


def test_marks_are_explained_only_where_there_are_any_and_no_option_is_named() -> None:
    made, explained = review(), Messages("fi").say("diff.page.marks")
    layout = replace(made.comparison, layout=(Layout("moved", "a.yaml", "b.yaml"),))
    text = words_of(parsed(written(replace(made, comparison=layout), Messages("fi"))))
    assert explained in text
    assert "--all" not in text
    kept = replace(made, groups=tuple(group for group in made.groups if group.carried))
    assert explained not in words_of(parsed(written(kept, Messages("fi"))))


def test_no_changes_in_what_could_be_read_is_not_no_changes() -> None:
    made = reviewed(compared(base(), base()), Wanted(on=ON))
    faults = loaded({"goals/x.yaml": "{nmae: X}"}).findings
    assert shown(made).none == Messages("fi").say("diff.none")
    assert shown(replace(made, left_out=((), faults))).none == Messages("fi").say("diff.none-read")
