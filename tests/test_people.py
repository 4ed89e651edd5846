"""People: who holds which post, from the private file, and what is said when that cannot be relied on."""

import pytest
from folders import Files, contents, loaded

from strategy_cli.errors import StrategyError
from strategy_cli.messages import Messages
from strategy_cli.people import People, people
from strategy_cli.source import Source, Version

POSTS = {
    "owners/mayor.yaml": "title: Mayor",
    "owners/engineer.yaml": "{title: Engineer, holder: eeva}",
    "owners/librarian.yaml": "title: Librarian",
}


def read(people_file: str | None, refused: Files | None = None) -> People:
    files = {**POSTS} if people_file is None else {**POSTS, "people.yaml": people_file}
    source = Source("", Version("made"), contents(files), refused={k: str(v) for k, v in (refused or {}).items()})
    return people(source, loaded(POSTS).strategy)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("mayor: Maija Meri\n", {"mayor": "Maija Meri"}),
        ("mayor: {name: Maija Meri, email: m@example.org, phone: '+358 40 1'}\n", {"mayor": "Maija Meri"}),
        ("eeva: Eeva Esimerkki\n", {"engineer": "Eeva Esimerkki"}),
        # the holder that the post names goes before the post itself
        ("engineer: Old\neeva: New\n", {"engineer": "New"}),
        ("mayor: ' Maija '\n", {"mayor": "Maija"}),
        ("{}\n", {}),
        ("", {}),
        ("# nobody yet\n", {}),
    ],
)
def test_posts_have_the_persons_that_the_file_gives(text: str, names: dict[str, str]) -> None:
    assert read(text) == People(names)


def test_without_a_file_there_are_no_names_and_that_is_known() -> None:
    assert read(None) == People(found=False)


def test_keys_that_are_no_post_are_told_with_the_nearest() -> None:
    found = read("mayer: A\nxyzzy: B\nmayor: C\n")
    assert [(one.key, one.nearest) for one in found.unknown] == [("mayer", "mayor"), ("xyzzy", None)]
    assert found.names == {"mayor": "C"}


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("mayor: [\n", "people-unreadable", 2),
        ("mayor: A\nmayor: B\n", "people-unreadable", 2),
        ("- mayor\n", "people-value", 1),
        ("librarian: A\nmayor: [A, B]\n", "people-value", 2),
        ("mayor: {email: m@example.org}\n", "people-value", 1),
        ("mayor: {name: A, nickname: B}\n", "people-value", 1),
        ("mayor: '  '\n", "people-value", 1),
    ],
)
def test_a_faulty_file_is_one_sentence_that_names_its_line(text: str, key: str, line: int) -> None:
    with pytest.raises(StrategyError) as raised:
        read(text)
    assert raised.value.key == key
    said = Messages("en").say(f"errors.{key}", **raised.value.message_args)
    assert f"people.yaml:{line}" in said


def test_a_file_that_was_refused_is_told() -> None:
    with pytest.raises(StrategyError) as raised:
        read(None, {"people.yaml": "symbolic-link"})
    assert raised.value.key == "people-refused"
