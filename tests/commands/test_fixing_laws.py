"""Laws of fixing: whatever is wrong, every byte outside the edits stays, twice is once, and nothing reads worse."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mending import found

from strategy_cli.commands.fixing import Mended, mend
from strategy_cli.editing.fix import Fix
from strategy_cli.source import Source, Version

SAMPLE = Path(__file__).parents[2] / "strategy_data"
FILES = {file.relative_to(SAMPLE).as_posix(): file.read_bytes() for file in sorted(SAMPLE.rglob("*.yaml"))}

# What people do to a file: a pattern, and what is written in place of it.
SLIPS: dict[str, tuple[str, str | Callable[[re.Match[str]], str]]] = {
    "a day with points": (r"(\d{4})-(\d\d)-(\d\d)", r"\3.\2.\1"),
    "a day with slashes": (r"(\d{4})-(\d\d)-(\d\d)", r"\1/\2/\3"),
    "a day in quotation marks": (r"(\d{4})-(\d\d)-(\d\d)", r"'\3.\2.\1'"),
    "an anchored day": (r"(\d{4})-(\d\d)-(\d\d)", r"&d \3.\2.\1"),
    "a day as a block": (r"(?m)^( *)(\w+): (\d{4})-(\d\d)-(\d\d)$", r"\1\2: |\n\1  \5.\4.\3"),
    "a letter less": (r"\b([a-z]{3,})[a-z]([a-z-]*)\b", r"\1\2"),
    "a letter more": (r"\b([a-z]{3,})\b", r"\1x"),
    "a letter swapped": (r"\b([a-z]{2})([a-z])([a-z])", r"\1\3\2"),
    "a capital": (r": ([a-z])([a-z-]+)", lambda m: f": {m[1].upper()}{m[2]}"),
    "an underscore": (r"([a-z])-([a-z])", r"\1_\2"),
    "a hyphen in a key": (r"([a-z])_([a-z])", r"\1-\2"),
    "a decimal comma": (r"\b(\d+)\.(\d+)\b", r"\1,\2"),
    "spaces in a number": (r": (\d{1,3})(\d{3})\b", ": \\1\u00a0\\2"),
    "a Finnish key": (r"\bowner:", "Vastuuhenkilö:"),
    "a Finnish yes": (r"\btrue\b", "kyllä"),
    "no list": (r": \[([a-z-]+)\]", r": \1"),
    "days swapped": (r"from: (\S+), until: (\S+)}", r"from: \2, until: \1}"),
    "a key twice": (r"(?m)^(\w+:.*)$", r"\1\n\1"),
    "a comment": (r"(?m)$", "  # 1.1.2027 ä 😀"),
    "a tab": (r"(?m)^  ", "\t"),
    "a quotation mark": (r": ", ": '"),
    "a bracket": (r"\]", ""),
    "a line without its end": (r"\n\Z", ""),
    "lines of Windows": (r"\n", "\r\n"),
    "a mark of the encoding": (r"\A", "\ufeff"),
}


def spoilt(seed: int, many: int) -> Source:
    """Spoil the sample: a few slips in a few files, each at one place or, of whole files, at all."""
    chance = Random(seed)  # noqa: S311
    files = dict(FILES)
    held = chance.sample(sorted(files), 1 + many // 3)
    for _ in range(many):
        path = chance.choice(held)
        text = files[path].decode()
        pattern, put = SLIPS[chance.choice(sorted(SLIPS))]
        places = list(re.finditer(pattern, text))
        if places and put == "\r\n":
            text = re.sub(r"(?<!\r)\n", "\r\n", text)
        elif places:
            place = chance.choice(places)
            text = (
                text[: place.start()]
                + (place.expand(put) if isinstance(put, str) else put(place))
                + text[place.end() :]
            )
        files[path] = text.encode()
    return Source("data/", Version("made"), files)


def replayed(source: Source, done: Mended) -> dict[str, bytes]:
    """Put the edits into the files in another way: each from the last to the first, by line and column."""
    texts = dict(source.files)
    for step in done.steps:
        for fix in sorted({(fix.edit.span, fix.edit.text): fix for fix in step}.values(), key=_place, reverse=True):
            path = fix.edit.span.path.removeprefix(source.prefix)
            bom = b"\xef\xbb\xbf" if texts[path].startswith(b"\xef\xbb\xbf") else b""
            texts[path] = bom + _put(texts[path].removeprefix(bom).decode(), fix).encode()
    return texts


def _place(fix: Fix) -> tuple[str, int, int]:
    return fix.edit.span.path, fix.edit.span.line, fix.edit.span.column


def _put(text: str, fix: Fix) -> str:
    span, lines = fix.edit.span, re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    before = "".join(lines[: span.line - 1]) + lines[span.line - 1][: span.column - 1]
    after = lines[span.end_line - 1][span.end_column - 1 :] + "".join(lines[span.end_line :])
    assert text == before + fix.was + after
    return before + fix.edit.text + after


def laws(seed: int, many: int) -> None:
    source = spoilt(seed, many)
    first = found(source)
    done = mend(source, found, first)
    assert replayed(source, done) == done.source.files
    again = mend(done.source, found, found(done.source))
    assert (again.steps, again.source.files) == ((), done.source.files)
    unread, still = (
        Counter(f.rule for f in faults if f.subject is None) for faults in (first.faults, again.found.faults)
    )
    assert still <= unread
    assert len(again.found.told) <= len(first.told)


@given(st.integers(0, 2**32), st.integers(1, 3))
@settings(max_examples=25, deadline=None)
def test_files_that_people_spoilt_keep_every_byte_but_what_was_mended(seed: int, many: int) -> None:
    laws(seed, many)


@pytest.mark.slow
@given(st.integers(0, 2**32), st.integers(1, 30))
@settings(max_examples=150, deadline=None)
def test_files_that_are_badly_spoilt_keep_every_byte_but_what_was_mended(seed: int, many: int) -> None:
    laws(seed, many)


@pytest.mark.parametrize("slip", SLIPS)
def test_every_slip_can_happen_to_the_sample(slip: str) -> None:
    assert any(re.search(SLIPS[slip][0], content.decode()) for content in FILES.values())
