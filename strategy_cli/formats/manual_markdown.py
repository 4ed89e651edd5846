"""Manual of rules as Markdown: a table by family, then the page of each rule."""

from collections.abc import Iterator, Mapping, Sequence

from strategy_cli.formats.manual_words import Page, families, files_of, level_word, page
from strategy_cli.formats.markdown import inert
from strategy_cli.messages import Messages
from strategy_cli.rules.manual import Example
from strategy_cli.rules.registry import Rule


def manual(rules: Mapping[str, Rule], messages: Messages) -> str:
    """Write the manual of all rules given."""
    grouped = {family: [page(rule, messages) for rule in held] for family, held in families(rules).items()}
    rows = [f"# {messages.say('manual.title')}", "", messages.say("manual.intro", count=len(rules)), ""]
    for family, held in grouped.items():
        rows += [*_family(family, held, messages), ""]
    for held in grouped.values():
        for one in held:
            rows += [*_page(one, messages), ""]
    return "\n".join(rows).rstrip("\n") + "\n"


def _family(family: str, held: Sequence[Page], messages: Messages) -> Iterator[str]:
    profiles = held[0].levels
    yield f"## {messages.say(f'families.{family}')} (`{family}`)"
    yield ""
    yield "| " + " | ".join([messages.say("manual.rule"), *profiles, messages.say("manual.finds")]) + " |"
    yield "| --- " * (len(profiles) + 2) + "|"
    for one in held:
        levels = [level_word(level, messages) if level else "–" for level in one.levels.values()]
        finds = one.manual.summary.replace("|", "\\|")
        yield f"| [`{one.rule.id}`](#{one.rule.id}) | {' | '.join(levels)} | {finds} |"


def _page(one: Page, messages: Messages) -> Iterator[str]:
    yield f"### {one.rule.id}"
    yield ""
    yield f"**{one.manual.summary}**"
    yield ""
    if one.manual.reason:
        yield one.manual.reason
        yield ""
    levels = ", ".join(f"{profile} *{level_word(level, messages)}*" for profile, level in one.levels.items())
    family = f"{messages.say(f'families.{one.rule.family}')} (`{one.rule.family}`)"
    yield f"{messages.say('manual.family')}: {family}. {messages.say('manual.level')}: {levels}."
    yield ""
    yield f"{messages.say('manual.says')}:"
    yield ""
    for said in one.said:
        yield f"- {inert(said.message)}" + (f" → *{inert(said.help)}*" if said.help else "")
    for name, example in (("bad", one.manual.bad), ("good", one.manual.good)):
        if example:
            yield ""
            yield f"{messages.say(f'manual.{name}')}:"
            yield ""
            yield from _example(example, marked=name == "bad")


def _example(example: Example, *, marked: bool) -> Iterator[str]:
    yield "```yaml"
    for file in files_of(example):
        yield f"# {file.path}" + (f" ({file.encoding})" if file.encoding else "")
        for number, row in enumerate(file.text.splitlines(), 1):
            here = marked and len(file.text.splitlines()) > 1 and (file.path, number) == (example.path, example.line)
            yield row + ("  # ←" if here else "")
    yield "```"
