"""Manual: a rule's docstring taken apart into its summary, its reason and its Bad and Good examples."""

import re
import textwrap
from dataclasses import dataclass, field

_FILE = re.compile(r"(?P<path>[\w./ -]+\.ya?ml)(?: \((?P<note>[\w-]+)\))?:(?: (?P<line>.*))?")
HERE = "# here"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Example:
    """Files of an example (path → bytes), and the line marked with ``# here`` (the first if none is).

    ``earlier`` are files as they were once committed, by the day in brackets behind their path.
    """

    files: dict[str, bytes]
    path: str
    line: int
    earlier: dict[str, dict[str, bytes]] = field(default_factory=dict)

    @property
    def shown(self) -> dict[str, bytes]:
        """All files as readers are shown them: the earlier ones first, with their day in brackets as in the manual."""
        then = {f"{path} ({day})": text for day, files in self.earlier.items() for path, text in files.items()}
        return then | self.files


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
    files: dict[tuple[str, str], list[str]] = {}
    file = ("", "")
    for line in textwrap.dedent(body).strip("\n").splitlines():
        found = None if line.startswith(" ") else _FILE.fullmatch(line)
        if found:
            file = (found["path"], found["note"] or "utf-8")
            files[file] = [found["line"]] if found["line"] else []
        else:
            files[file].append(line)
    texts = {name: textwrap.dedent("\n".join(lines)).strip("\n") + "\n" for name, lines in files.items()}
    earlier: dict[str, dict[str, bytes]] = {}
    for path, note in [one for one in texts if _DAY.fullmatch(one[1])]:
        earlier.setdefault(note, {})[path] = texts.pop((path, note)).encode()
    marked = [(n, i) for (n, _), text in texts.items() for i, row in enumerate(text.splitlines(), 1) if HERE in row]
    place, number = marked[0] if marked else (next(iter(texts), ("", ""))[0], 1)
    return Example({n: t.encode(encoding) for (n, encoding), t in texts.items()}, place, number, earlier)
