"""Completion: ids of rules and of the strategy's things for the shell's TAB key, silent when something is wrong."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from strategy_cli.document import Data, Document

Offered: TypeAlias = list[tuple[str, str]]
Complete: TypeAlias = Callable[[Any, str], Offered]

# Said again here, so that TAB need not load the model.
FOLDERS = {
    "goal": "goals",
    "indicator": "indicators",
    "project": "projects",
    "programme": "programmes",
    "owner": "owners",
    "unit": "units",
    "body": "bodies",
    "decision": "decisions",
}
ABOUT = {"board": "body", "unit": "unit", "owner": "owner", "audit": "goal"}
FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit", "markdown", "md")
DIFF_FORMATS = ("text", "json", "md", "html", "github")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# A shell evaluates what it is given: only letters, digits and harmless signs of a name are passed on.
_WIDTH = 60  # what is longer is broken into lines, and some shells take each line for an id
_UNSAFE = re.compile(r"[^\w ,.%–—/+-]+")


def silent(complete: Callable[[Any, str], Iterator[tuple[str, str]]]) -> Complete:
    """Make a completion of what offers ids with their names: those that begin as the word does; none on an error."""

    def offered(ctx: Any, incomplete: str) -> Offered:
        try:
            found = dict(complete(ctx, incomplete))
        except Exception:  # noqa: BLE001 - nobody wants an error in the middle of the line being written
            return []
        return [(one, _plain(help_)) for one, help_ in found.items() if one.startswith(incomplete)]

    # Typer tells by their annotations which arguments a completion takes.
    offered.__annotations__ = {"ctx": _context(), "incomplete": str}
    return offered


def _context() -> Any:
    import typer

    return typer.Context


def _plain(words: str) -> str:
    plain = " ".join(_UNSAFE.sub(" ", words).split())
    return plain if len(plain) <= _WIDTH else plain[:_WIDTH].rpartition(" ")[0] + "…"


@silent
def rules(ctx: Any, incomplete: str) -> Iterator[tuple[str, str]]:
    """Offer rules with what they tell, and families; after a comma the next one."""
    from strategy_cli.formats.manual_language import told
    from strategy_cli.messages import Messages
    from strategy_cli.rules import RULES

    before, comma, _last = incomplete.rpartition(",")
    messages = Messages(_spoken(ctx))
    families = {rule.family: messages.say(f"families.{rule.family}") for rule in RULES.values()}
    offered = [*sorted(families.items()), *((rule.id, told(rule, messages).summary) for rule in RULES.values())]
    with suppress(Exception):  # the city's own, when there is a strategy
        offered += _own(ctx)
    yield from ((before + comma + name, help_) for name, help_ in offered)


def _own(ctx: Any) -> Iterator[tuple[str, str]]:
    about: Any = _document(_root(ctx) / "strategy.yaml").data
    yield from _entries(about["lint"]["require"], None, _language(ctx), "message")


@silent
def lint_formats(_: Any, incomplete: str) -> Iterator[tuple[str, str]]:  # noqa: ARG001 - all are called alike
    """Offer the formats of findings."""
    yield from ((name, "") for name in FORMATS)


@silent
def diff_formats(_: Any, incomplete: str) -> Iterator[tuple[str, str]]:  # noqa: ARG001 - all are called alike
    """Offer the formats of changes."""
    yield from ((name, "") for name in DIFF_FORMATS)


@silent
def subject(ctx: Any, incomplete: str) -> Iterator[tuple[str, str]]:  # noqa: ARG001 - all are called alike
    """Offer what the report at hand can be about."""
    kind = ctx.params.get("kind")
    yield from _things(ctx, ABOUT[getattr(kind, "value", kind)])


@silent
def themes(ctx: Any, incomplete: str) -> Iterator[tuple[str, str]]:  # noqa: ARG001 - all are called alike
    """Offer the themes."""
    about = _document(_root(ctx) / "strategy.yaml")
    data = about.data if isinstance(about.data, dict) else {}
    yield from _entries(data.get("themes"), None, _language(ctx))


@silent
def kinds(ctx: Any, incomplete: str) -> Iterator[tuple[str, str]]:
    """Offer the kinds of things, and, once something is written, what they are called in the language."""
    from strategy_cli.messages import Messages
    from strategy_cli.model.kinds import FOLDER_OF

    messages = Messages(_spoken(ctx))
    named = {kind: messages.say(f"kinds.{kind}") for kind in FOLDER_OF}
    yield from named.items()
    if incomplete:
        yield from ((name, kind) for kind, name in named.items() if " " not in name)


@silent
def choices(ctx: Any, incomplete: str) -> Iterator[tuple[str, str]]:  # noqa: ARG001 - all are called alike
    """Offer the choices by a field, the city's own fields too."""
    from strategy_cli import loading
    from strategy_cli.measuring import where
    from strategy_cli.source import MAIN_FILE, Source, Version

    main = (_root(ctx) / MAIN_FILE).read_bytes()
    strategy = loading.load(Source("", Version(""), {MAIN_FILE: main})).strategy
    yield from ((choice, "") for choice in where.known(strategy))


def things(kind: str) -> Complete:
    """Offer the things of a kind."""

    @silent
    def offered(ctx: Any, incomplete: str) -> Iterator[tuple[str, str]]:  # noqa: ARG001 - all are called alike
        yield from _things(ctx, kind)

    return offered


@silent
def anything(ctx: Any, incomplete: str) -> Iterator[tuple[str, str]]:  # noqa: ARG001 - all are called alike
    """Offer everything that there is, by kind and id."""
    for kind in FOLDERS:
        yield from ((f"{kind}/{name}", help_) for name, help_ in _things(ctx, kind))


def _things(ctx: Any, kind: str) -> Iterator[tuple[str, str]]:
    language = _language(ctx)
    for file in sorted((_root(ctx) / FOLDERS[kind]).rglob("*.y*ml")):
        if not file.name.startswith(("_", ".")) and not file.is_symlink():
            yield from _entries(_document(file).data, file.stem, language)


def _entries(data: "Data", stem: str | None, language: str, *labels: str) -> Iterator[tuple[str, str]]:
    for one in data if isinstance(data, list) else [data]:
        if isinstance(one, dict):
            identity = str(one.get("id", stem))
            if _ID.fullmatch(identity):
                words = next((one[key] for key in labels or ("name", "title") if key in one), None)
                yield identity, _named(words, language)


def _named(words: "Data", language: str) -> str:
    if isinstance(words, dict):
        words = words.get(language) or next(iter(words.values()), "")
    return words if isinstance(words, str) else ""


def _language(ctx: Any) -> str:
    asked = ctx.params.get("lang")
    if asked is not None:
        return str(getattr(asked, "value", asked))
    data = _document(_root(ctx) / "strategy.yaml").data
    languages = data.get("languages") if isinstance(data, dict) else None
    return str(languages[0]) if isinstance(languages, list) and languages else "fi"


def _spoken(ctx: Any) -> str:
    with suppress(Exception):
        return _language(ctx)
    return "en"  # where there is no strategy


def _root(ctx: Any) -> Path:
    from strategy_cli.source import find_root

    return find_root(ctx.params.get("data"))


def _document(file: Path) -> "Document":
    from strategy_cli.document import parse

    return parse(file.name, file.read_bytes())
