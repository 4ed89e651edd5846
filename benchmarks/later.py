"""Later version: a strategy after a season: some files changed, some moved, some written in another layout."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

EVERY = {"changed": 50, "moved": 200, "rewritten": 50}  # 2 %, 0.5 % and 2 % of the files
_KEYS = re.compile(r"^(?=\w)", flags=re.MULTILINE)


def later(texts: Mapping[str, str]) -> dict[str, str]:
    """Give the later version of the same files, the same every time.

    Projects end a year later, indicators have another last target, anything else has another name.
    """
    paths = sorted(path for path in texts if "/" in path)
    found = dict(texts)
    for path in _some(paths, "rewritten", 3):
        found[path] = _otherwise(texts[path])
    for path in _some(paths, "changed", 7):
        found[path] = _changed(path, texts[path])
    for path in _some(paths, "moved", 11):
        found[_moved(path)] = found.pop(path)
    return found


def _some(paths: Sequence[str], how: str, first: int) -> Iterator[str]:
    yield from paths[first :: EVERY[how]]


def _changed(path: str, text: str) -> str:
    match path.partition("/")[0]:
        case "projects":
            return re.sub(r"until: (\d{4})-", lambda year: f"until: {int(year[1]) + 1}-", text, count=1)
        case "indicators":
            return re.sub(r"period: 2029, value: [\d.-]+", "period: 2029, value: 1.0", text)
    return text.replace("fi: ", "fi: Uusi ", 1)


def _otherwise(text: str) -> str:
    """Write the keys the other way round, with a comment on top."""
    return "# Written anew.\n" + "".join(reversed(_KEYS.split(text)))


def _moved(path: str) -> str:
    place = PurePosixPath(path)
    return str(place.parent / "moved" / place.name)
