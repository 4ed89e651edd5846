"""Long history: a repository of hundreds of commits of one strategy, made in one stroke, with what years bring."""

import json
import subprocess
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import cast

from folders import ABOUT, ENVIRONMENT, Repository

FOLDER = "strategy_data"
SHARES = {"goals": 8, "indicators": 28, "owners": 10, "units": 6, "bodies": 4, "decisions": 4}  # the rest are projects
FIRST, LAST = date(2021, 1, 4), date(2025, 12, 29)
BROKEN = "name: [not closed\n"
MERGED_EVERY = 40
WHO = "Coordinator <coordinator@example.org>"

Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LongHistory:
    """The repository and what is known of it.

    ``commits`` are those of the main line, oldest first, ``merges`` the merges among them, ``side`` the commits that
    only merges brought. ``broken`` does not load, and the next mends it. ``blobs`` counts the distinct contents of
    files on the main line. ``happened`` tells by event, such as ``loosened``, the ids that it happened to, in order.
    """

    repository: Repository
    commits: tuple[str, ...]
    merges: tuple[str, ...]
    side: tuple[str, ...]
    broken: str
    blobs: int
    happened: Mapping[str, tuple[str, ...]]


def make(folder: Path, commits: int = 300, files: int = 500) -> LongHistory:
    """Make a repository in a folder, with the strategy in ``strategy_data``: ``files`` files to begin with.

    The same every time; from 2021 to 2025, the main line as long as asked for. Needs at least 60 of both.
    """
    repository = Repository(folder, folder / FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    repository.git("init", "--quiet", "--initial-branch=main")
    stream, town = _Stream(), Town(begun(files))
    broken = live(town, stream, commits)
    marks = folder / ".git" / "marks"
    command = ["git", "-C", str(folder), "fast-import", "--quiet", f"--export-marks={marks}"]
    subprocess.run(command, input="".join(stream.parts).encode(), env=ENVIRONMENT, check=True)
    repository.git("reset", "--quiet", "--hard")
    hashes = dict(line.split() for line in marks.read_text("ascii").splitlines())
    main, merges, side = (tuple(hashes[f":{m}"] for m in found) for found in (stream.main, stream.merges, stream.side))
    happened = {event: tuple(ids) for event, ids in town.happened.items()}
    return LongHistory(repository, main, merges, side, main[broken], len(stream.contents), happened)


@dataclass(slots=True)
class Thing:
    """An entity that changes as time goes: its folder, id and keys, the folder within that, a comment on top.

    ``written`` is the path where it was written last.
    """

    folder: str
    id: str
    keys: dict[str, object]
    place: str = ""
    comment: str = ""
    written: str = ""
    gone: bool = False

    @property
    def path(self) -> str:
        """The file's path in the strategy."""
        return f"{self.folder}/{self.place}{self.id}.yaml"

    @property
    def text(self) -> str:
        """The file's text, a key a line."""
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in self.keys.items())
        return self.comment + "".join(lines)


@dataclass(slots=True)
class Town:
    """Everything in the strategy by folder, its files as written last, and what has happened to it."""

    things: dict[str, list[Thing]]
    happened: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    files: dict[str, str] = field(default_factory=dict)
    touched: list[Thing] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Write everything for a start."""
        self.files["strategy.yaml"] = ABOUT + "status: in-force\n"
        self.touched += (thing for things in self.things.values() for thing in things)

    def pick(self, folder: str, n: int) -> Thing:
        """Choose a thing of a folder, going round and round."""
        there = self.things[folder]
        return there[n % len(there)]

    def tell(self, event: str, thing: Thing) -> None:
        """Note, before it changes its id, what happens to a thing."""
        self.happened[event].append(thing.id)
        self.touched.append(thing)

    def begin(self, thing: Thing) -> None:
        """Add a thing."""
        self.things[thing.folder].append(thing)
        self.tell(f"{thing.folder} added", thing)

    def written(self) -> dict[str, str]:
        """Give all files as they are now."""
        files = dict(self.files)
        for thing in self.touched:
            files.pop(thing.written, None)
            if not thing.gone:
                thing.written = thing.path
                files[thing.path] = thing.text
        self.touched.clear()
        self.files = files
        return files


def begun(files: int) -> dict[str, list[Thing]]:
    """Begin a town of so many files, all linked."""
    counts = {folder: max(3, files * share // 100) for folder, share in SHARES.items()}
    counts["projects"] = files - sum(counts.values()) - 1
    aims = max(1, counts["goals"] // 5)
    ids = {
        folder: [f"{folder[:-1]}-{n:03}".replace("bodie-", "body-") for n in range(c)] for folder, c in counts.items()
    }

    def at(folder: str, n: int) -> str:
        return ids[folder][n % len(ids[folder])]

    def keys(folder: str, n: int) -> dict[str, object]:
        match folder:
            case "goals":
                top = {"parent": at(folder, n % aims)} if n >= aims else {"level": "aim"}
                return {"name": f"Goal {n}", **top, "owner": at("owners", n), "body": at("bodies", n)}
            case "indicators":
                targets = [{"period": year, "value": 50 + n % 7 + year - 2020} for year in (2023, 2025, 2029)]
                fixed = {
                    "unit": "%",
                    "better": "up",
                    "baseline": {"period": 2018, "value": 45},
                    "frequency": "year",
                    "owner": at("owners", n),
                }
                values = {2019: 48 + n % 5}
                return {"name": f"Indicator {n}", "goal": at("goals", n), **fixed, "targets": targets, "values": values}
            case "projects":
                when = {"from": "2021-01-01", "until": f"{2024 + n % 5}-06-30"}
                links = {"goals": [at("goals", n)], "owner": at("owners", n), "unit": at("units", n)}
                status = "approved" if n % 4 else "started"
                return {"name": f"Project {n}", **links, "status": status, "period": when, "updates": []}
            case "decisions":
                return {
                    "title": f"Decision {n}",
                    "body": at("bodies", n),
                    "date": "2020-11-30",
                    "section": f"§ {n + 1}",
                }
            case "owners":
                return {"title": f"Post {n}", "unit": at("units", n)}
            case _:
                return {"name": f"{folder} {n}"}

    return {folder: [Thing(folder, one, keys(folder, n)) for n, one in enumerate(ids[folder])] for folder in ids}


def live(town: Town, stream: "_Stream", commits: int) -> int:
    """Let the years go by, a commit at a time; gives the number of the commit that does not load."""
    files = town.written()
    stream.commit(FIRST, "The strategy", {}, files)
    broken, step = commits // 2, 0
    while (number := len(stream.main)) < commits:
        step += 1
        day = FIRST + (LAST - FIRST) * number // (commits - 1)
        old = files
        if number == broken:
            spoilt = town.pick("goals", 0)
            stream.commit(day, "A file that does not load", old, old | {spoilt.path: BROKEN})
            files = old | {spoilt.path: BROKEN}
        elif number % MERGED_EVERY == MERGED_EVERY // 2 and number + 1 < commits:
            files = _meanwhile(town, stream, step, day, files)
        else:
            event = EVENTS[step % len(EVENTS)]
            event(town, step, day)
            files = town.written()
            stream.commit(day, event.__name__.replace("_", " "), old, files)
    return broken


def _meanwhile(town: Town, stream: "_Stream", step: int, day: date, old: dict[str, str]) -> dict[str, str]:
    """Change a thing aside while the main line goes on, and merge the two."""
    update_a_project(town, step, day)
    aside = town.written()
    note_values(town, step, day)
    both = town.written()
    ahead = both | {path: text for path, text in old.items() if aside.get(path) != text}
    other = stream.commit(day, "Aside", old, aside, aside=True)
    stream.commit(day, "Meanwhile", old, ahead)
    stream.commit(day, "Both", ahead, both, merged=other)
    return both


def note_values(town: Town, step: int, day: date) -> None:
    """Note the values of the year before that indicators lack still, a dozen of them at most."""
    year = day.year - 1
    lacking = [one for one in town.things["indicators"] if year not in _values(one)]
    for indicator in lacking[step % 3 :: 1 + len(lacking) // 12]:
        _values(indicator)[year] = 50 + (year - 2019) + len(indicator.id) % 3
        town.tell("noted", indicator)
    if not lacking:
        indicator = town.pick("indicators", step)
        indicator.keys["forecasts"] = {year + 2: 50 + step % 9}
        town.tell("forecast", indicator)


def update_a_project(town: Town, step: int, day: date) -> None:
    """Let an owner report, and a project that is approved begin."""
    project = town.pick("projects", step * 7)
    updates = cast("list[object]", project.keys["updates"])
    periods = f"{day.year - 1}-T2", f"{day.year - 1}", f"{day.year}-T1"
    period = next((one for one in periods if one not in str(updates)), None)
    if period:
        updates.append({"period": period, "status": "on-track", "note": f"Report {step}"})
        town.tell("reported", project)
    if project.keys["status"] == "approved":
        project.keys["status"] = "started"
        town.tell("started", project)


def revise_a_value(town: Town, step: int, day: date) -> None:
    """Alter a value of the past, with a note."""
    indicator = town.pick("indicators", step * 3)
    values = _values(indicator)
    first = min(values)
    values[first] = {"value": _number(values[first]) + 1, "note": f"Revised {day.isoformat()}"}
    town.tell("revised", indicator)


def loosen_a_target(town: Town, step: int, day: date) -> None:
    """Ask for less of an indicator at its last target; every other time by a decision of the first body."""
    indicator = town.pick("indicators", step * 11)
    targets = cast("list[dict[str, int]]", indicator.keys["targets"])
    targets[-1] = targets[-1] | {"value": targets[-1]["value"] - 1}
    told = len(town.happened["loosened"])
    town.tell("loosened", indicator)
    if told % 2 == 0:
        body = town.pick("bodies", 0).id
        keys: dict[str, object] = {
            "title": f"Loosened {told}",
            "body": body,
            "date": day.isoformat(),
            "section": f"§ {told + 1}",
        }
        keys |= {"kind": "decided", "concerns": [f"indicator/{indicator.id}"]}
        town.begin(Thing("decisions", f"loosened-{told}", keys))
        town.tell("loosened by decision", indicator)


def change_an_owner(town: Town, step: int, _: date) -> None:
    """Let another post answer for a project, a goal or an indicator."""
    thing = town.pick(("projects", "goals", "indicators")[step // len(EVENTS) % 3], step * 5)
    now, other = (town.pick("owners", step * 3 + more).id for more in (1, 0))
    thing.keys["owner"] = other if thing.keys["owner"] != other else now
    town.tell("owner changed", thing)


def postpone_a_project(town: Town, step: int, _: date) -> None:
    """Put off a project's end by a year."""
    project = town.pick("projects", step * 13)
    period = cast("dict[str, str]", project.keys["period"])
    period["until"] = f"{int(period['until'][:4]) + 1}{period['until'][4:]}"
    town.tell("postponed", project)


def write_otherwise(town: Town, step: int, _: date) -> None:
    """Move a project's file, or write a post's anew in another order: nothing that means anything."""
    project, post = town.pick("projects", step * 17), town.pick("owners", step)
    project.place = "" if project.place else "moved/"
    post.comment = f"# read again {step}\n"
    post.keys = dict(reversed(post.keys.items()))
    town.tell("moved", project)
    town.tell("written otherwise", post)


def change_what_there_is(town: Town, step: int, _: date) -> None:
    """Rename an indicator or a project, add a goal, or take an indicator away."""
    told = sum(len(town.happened[event]) for event in ("renamed", "goals added", "removed"))
    match told % 4:
        case 0 | 2:
            thing = town.pick(("indicators", "projects")[told % 4 // 2], step * 19)
            former = cast("list[str]", thing.keys.get("formerly", []))
            thing.keys["formerly"] = [*former, thing.id]
            town.tell("renamed", thing)
            thing.id = f"{thing.id}-{step}"
        case 1:
            parent, owner = town.pick("goals", 0).id, town.pick("owners", 1).id
            town.begin(Thing("goals", f"goal-of-{step}", {"name": f"Goal {step}", "parent": parent, "owner": owner}))
        case _:
            thing = town.things["indicators"].pop()
            thing.gone = True
            town.tell("removed", thing)


EVENTS: tuple[Callable[[Town, int, date], None], ...] = (
    note_values,
    update_a_project,
    revise_a_value,
    note_values,
    loosen_a_target,
    update_a_project,
    change_an_owner,
    note_values,
    postpone_a_project,
    write_otherwise,
    update_a_project,
    change_what_there_is,
)


def _values(indicator: Thing) -> dict[int, object]:
    return cast("dict[int, object]", indicator.keys["values"])


def _number(value: object) -> int:
    return cast("int", value["value"] if isinstance(value, dict) else value)


@dataclass(slots=True)
class _Stream:
    """What ``git fast-import`` reads, and what is in it: the marks of its commits and the contents of files."""

    parts: list[str] = field(default_factory=list)
    main: list[int] = field(default_factory=list)
    side: list[int] = field(default_factory=list)
    merges: list[int] = field(default_factory=list)
    contents: set[str] = field(default_factory=set)

    def commit(
        self, day: date, message: str, old: Files, new: Files, *, aside: bool = False, merged: int | None = None
    ) -> int:
        """Commit what differs onto the main line's last commit, and give the mark."""
        mark = len(self.main) + len(self.side) + 1
        seconds = (day - date(1970, 1, 1)).days * 86400 + 10 * 3600 + mark
        changed = {path: text for path, text in new.items() if old.get(path) != text}
        self.parts += (f"commit refs/heads/{'side' if aside else 'main'}\nmark :{mark}\n",)
        self.parts += (f"committer {WHO} {seconds} +0200\n{_data(message)}",)
        self.parts += (f"from :{self.main[-1]}\n" if self.main else "",)
        self.parts += (f"merge :{merged}\n" if merged else "",)
        self.parts += (f"D {FOLDER}/{path}\n" for path in sorted(old.keys() - new.keys()))
        self.parts += (f"M 100644 inline {FOLDER}/{path}\n{_data(text)}" for path, text in changed.items())
        (self.side if aside else self.main).append(mark)
        self.merges += (mark,) if merged else ()
        self.contents |= set() if aside else set(changed.values())
        return mark


def _data(text: str) -> str:
    return f"data {len(text.encode())}\n{text}\n"
