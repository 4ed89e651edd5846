"""Findings as Markdown, for the summary of a run or a comment in a merge request: counts, then a table a file."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from strategy_cli.checking.checked import Checked
from strategy_cli.checking.suppress import Told
from strategy_cli.formats.findings_statistics import Count, counts
from strategy_cli.formats.findings_text import summary
from strategy_cli.formats.markdown import inert
from strategy_cli.messages import Messages

MOST = 200  # GitHub cuts a comment at 65 536 characters


def report(checked: Checked, messages: Messages) -> str:
    """Write the counts, a table of the rules and a table a file, links relative to the repository's root.

    Of more than 200 findings the gravest are shown.
    """
    parts = [f"## {inert(messages.say('lint.title'))}", inert(summary(checked, messages))]
    parts += [inert(line) for line in _kept_quiet(checked, messages)]
    if checked.told:
        parts.append(_rules(counts(checked.told), messages))
    shown = _gravest(checked.told)
    for path, found in groupby(shown, key=lambda one: one.finding.span.path):
        parts += [f"### [{inert(path)}]({_link(path)})", _findings(tuple(found), messages)]
    if more := len(checked.told) - len(shown):
        parts.append(inert(messages.say("lint.more", count=more)))
    return "\n\n".join(parts) + "\n"


def _kept_quiet(checked: Checked, messages: Messages) -> Iterator[str]:
    if checked.ignored:
        yield messages.say("lint.ignored", count=len(checked.ignored))
    if checked.known and checked.told:
        yield messages.say("lint.known", count=len(checked.known))
    if checked.gone:
        yield messages.say("lint.gone", count=sum(checked.gone.values()))


def _gravest(told: Sequence[Told]) -> Sequence[Told]:
    kept = sorted(range(len(told)), key=lambda place: -told[place].level)[:MOST]
    return [told[place] for place in sorted(kept)]


def _rules(found: Sequence[Count], messages: Messages) -> str:
    rows = (_row(str(one.number), _level(one.level.label, messages), f"`{one.rule}`") for one in found)
    heads = (messages.say(f"lint.{name}") for name in ("count", "level", "rule"))
    return "\n".join((_row(*map(inert, heads)), "|--:|---|---|", *rows))


def _findings(found: Sequence[Told], messages: Messages) -> str:
    heads = (messages.say(f"lint.{name}") for name in ("line", "level", "finding", "rule"))
    rows = (_row(*_cells(one, messages)) for one in found)
    return "\n".join((_row(*map(inert, heads)), "|--:|---|---|---|", *rows))


def _cells(one: Told, messages: Messages) -> tuple[str, ...]:
    finding = one.finding
    said = " ".join(filter(None, (messages.finding(finding), messages.help(finding))))
    place = f"[{finding.span.line}]({_link(finding.span.path)}#L{finding.span.line})"
    return place, _level(one.level.label, messages), inert(said), f"`{finding.rule}`"


def _level(label: str, messages: Messages) -> str:
    return inert(messages.say(f"lint.levels.{label}"))


def _link(path: str) -> str:
    """Write a path as a link's target, which no character of it can end."""
    return quote(path.encode("utf-8", "replace"))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
