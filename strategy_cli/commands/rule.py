"""Rule: the manual of one rule, of a family, or of all."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from strategy_cli import loading, nearest, source
from strategy_cli.checking.suppress import matches
from strategy_cli.errors import StrategyError
from strategy_cli.formats import manual_json, manual_markdown, manual_text
from strategy_cli.formats.outputs import STDOUT, Output, outputs, write
from strategy_cli.messages import Messages
from strategy_cli.rules import RULES, Rule
from strategy_cli.rules.running import rules_of
from strategy_cli.source import MAIN_FILE, Source, Version
from strategy_cli.strategy import Strategy
from strategy_cli.terminal import Terminal

FORMATS = ("text", "json", "md")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line."""

    names: Sequence[str]
    data: Path | None
    language: str | None
    formats: Sequence[str]
    terminal: Terminal


def rule(options: Options) -> int:
    """Show the manual; 0."""
    wanted = outputs(options.formats, FORMATS, (Output("text", STDOUT),))
    here = _here(options.data)
    chosen = _chosen(options.names, {} if here is None else rules_of(here))
    messages = Messages(options.language or ("en" if here is None else here.about.languages[0]))
    for output in wanted:
        write(_formatted(output, chosen, messages, options), output.file)
    return 0


def _chosen(names: Sequence[str], own: Mapping[str, Rule]) -> Mapping[str, Rule]:
    """Find the rules named by id, its beginning or family, the city's ``own`` too; without a name all of the program.

    Raises StrategyError when one is of no rule.
    """
    known = {**RULES, **own} if names else RULES
    chosen = {} if names else dict(known)
    for name in names:
        found = _named(name, known)
        if not found:
            close = nearest.name(name, {*known, *(one.family for one in known.values())})
            raise StrategyError("unknown-rule-near" if close else "unknown-rule", id=name, nearest=close)
        chosen |= found
    return chosen


def _named(name: str, known: Mapping[str, Rule]) -> Mapping[str, Rule]:
    """Find what ``--select`` would of a name, but of the id of a rule that rule alone."""
    if name in known:
        return {name: known[name]}
    return {i: one for i, one in known.items() if matches(i, name)}


def _formatted(output: Output, chosen: Mapping[str, Rule], messages: Messages, options: Options) -> str:
    if output.format == "json":
        return manual_json.manual(chosen, messages)
    if output.format == "md":
        return manual_markdown.manual(chosen, messages)
    terminal = options.terminal
    color = terminal.color and output.file in (None, STDOUT)
    if options.names:
        return manual_text.pages([chosen[name] for name in sorted(chosen)], messages, terminal.width, color=color)
    return manual_text.listed(chosen, messages, terminal.width, color=color)


def _here(data: Path | None) -> Strategy | None:
    """Read what the strategy here says of itself, in whose language the manual speaks; None outside of one."""
    with suppress(StrategyError, OSError):
        root = source.find_root(data)
        read = Source("", Version(""), {MAIN_FILE: (root / MAIN_FILE).read_bytes()})
        return loading.load(read).strategy
    return None
