"""Every rule's manual is true: its Bad gives exactly it, on the marked line; its Good gives nothing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from folders import Repository

from strategy_cli import loading, rules, source
from strategy_cli.checking import suppress
from strategy_cli.checking.suppress import Told
from strategy_cli.config import settings
from strategy_cli.messages import LANGUAGES, Messages, catalogue
from strategy_cli.rules.manual import Example, manual

ON = date(2026, 6, 30)
AROUND = {
    "strategy.yaml": "title: Strategy\nlanguages: [fi]\n",
    "goals/everyday-life.yaml": "name: Everyday life\n",
    "owners/library-director.yaml": "title: Library director\n",
    "owners/city-manager.yaml": "title: City manager\n",
}
# What no text in a docstring can show; each has a test of its own, in test_source.py or test_history.py.
WITHOUT_EXAMPLES = {"too-large", "symbolic-link", "unreadable-file", "history-cut-off", "people-in-git"}
SHOWN = [rule for rule in rules.RULES.values() if rule.id not in WITHOUT_EXAMPLES]


def committed(example: Example, around: dict[str, bytes], repository: Repository) -> None:
    """Commit what an example had earlier, each day by itself; without any, a folder is enough of a repository."""
    if not example.earlier:
        (repository.root / ".git").mkdir()
        return
    repository.git("init", "--quiet")
    for day, files in sorted(example.earlier.items()):
        repository.write(around | files)
        repository.commit(day=day)


def told(rule: rules.Rule, example: Example, folder: Path) -> tuple[Told, ...]:
    """Lint an example among the few things that it links to: by the rule itself, and by all of the lowest profile.

    An example is short, so it lacks most of what the upper profiles ask for; each rule of those stands alone.
    """
    root = folder / "strategy"
    around = {path: text.encode() for path, text in AROUND.items()}
    committed(example, around, Repository(folder, root))
    for path, content in (around | example.files).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    read = source.from_folder(root, versioned=False)
    loaded = loading.load(read)
    chosen = settings(loaded.strategy.about, profile="minimum")
    chosen = replace(chosen, levels={**chosen.levels, rule.id: [*rule.levels.values()][-1]})
    return suppress.told(loaded.strategy, loaded.findings, rules.check(loaded.strategy, chosen, ON, read), chosen)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_bad_gives_exactly_this_finding_on_the_marked_line(rule: rules.Rule, tmp_path: Path) -> None:
    bad = manual(rule.manual).bad
    assert bad
    found = [(one.finding.rule, one.finding.span.path, one.finding.span.line) for one in told(rule, bad, tmp_path)]
    assert found == [(rule.id, f"strategy/{bad.path}", bad.line)]


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_good_gives_nothing(rule: rules.Rule, tmp_path: Path) -> None:
    good = manual(rule.manual).good
    assert good
    assert told(rule, good, tmp_path) == ()


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_finding_has_words_in_every_language(rule: rules.Rule, language: str, tmp_path: Path) -> None:
    bad = manual(rule.manual).bad
    assert bad
    messages = Messages(language)
    for one in told(rule, bad, tmp_path):
        assert messages.finding(one.finding)
        assert messages.help(one.finding)


@pytest.mark.parametrize("rule", rules.RULES.values(), ids=lambda rule: rule.id)
def test_the_manual_begins_with_one_sentence(rule: rules.Rule) -> None:
    summary = manual(rule.manual).summary
    assert summary.endswith(".")
    assert "\n" not in summary


def test_only_what_cannot_be_shown_lacks_an_example() -> None:
    lacking = {rule.id for rule in rules.RULES.values() if not manual(rule.manual).bad}
    assert lacking == WITHOUT_EXAMPLES


# Rules whose summary itself says why: id → why nothing more need be said.
WITHOUT_REASON: dict[str, str] = {}


@pytest.mark.parametrize("rule", rules.RULES.values(), ids=lambda rule: rule.id)
def test_the_manual_gives_a_reason(rule: rules.Rule) -> None:
    assert bool(manual(rule.manual).reason) is (rule.id not in WITHOUT_REASON)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", sorted({rule.family for rule in rules.RULES.values()}))
def test_every_family_has_a_name(family: str, language: str) -> None:
    assert Messages(language).has(f"families.{family}"), f"name it in locales/{language}/families.yaml"


@pytest.mark.parametrize("rule", rules.RULES.values(), ids=lambda rule: rule.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_a_rule_says_what_to_write_instead(rule: rules.Rule, language: str) -> None:
    words = {k: v for k, v in catalogue(language).items() if k.startswith(f"rules.{rule.family}.{rule.id}.")}
    messages = {key.removesuffix("message") for key in words if key.endswith("message")}
    assert messages
    assert [key for key in messages if not words.get(f"{key}help")] == []
