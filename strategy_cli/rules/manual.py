"""Manual: a rule's docstring taken apart into its summary, its reason and its Bad and Good examples."""

import re
import textwrap
from dataclasses import dataclass

_FILE = re.compile(r"(?P<path>[\w./ -]+\.ya?ml)(?: \((?P<encoding>[\w-]+)\))?:(?: (?P<line>.*))?")
HERE = "# here"


@dataclass(frozen=True, slots=True)
class Example:
    """Files of an example (path → bytes), and the line marked with ``# here`` (the first if none is)."""

    files: dict[str, bytes]
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Manual:
    """What a rule's docstring says: one sentence, the reason, and examples that the tests run."""

    summary: str
    reason: str
    bad: Example | None
    good: Example | None


def manual(docstring: str) -> Manual:
    """Take a rule's docstring apart."""
    parts = re.split(r"^(Bad|Good):\n", docstring, flags=re.MULTILINE)
    summary, _, reason = parts[0].strip().partition("\n\n")
    examples = {name: _example(body) for name, body in zip(parts[1::2], parts[2::2], strict=True)}
    return Manual(summary, reason.strip(), examples.get("Bad"), examples.get("Good"))


def _example(body: str) -> Example:
    files: dict[str, list[str]] = {}
    encodings: dict[str, str] = {}
    path = ""
    for line in textwrap.dedent(body).strip("\n").splitlines():
        found = None if line.startswith(" ") else _FILE.fullmatch(line)
        if found:
            path = found["path"]
            files[path] = [found["line"]] if found["line"] else []
            encodings[path] = found["encoding"] or "utf-8"
        else:
            files[path].append(line)
    texts = {name: textwrap.dedent("\n".join(lines)).strip("\n") + "\n" for name, lines in files.items()}
    marked = [(n, i) for n, text in texts.items() for i, row in enumerate(text.splitlines(), 1) if HERE in row]
    place, number = marked[0] if marked else (next(iter(texts), ""), 1)
    return Example({n: t.encode(encodings[n]) for n, t in texts.items()}, place, number)
