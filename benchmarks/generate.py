"""Make a strategy of N files that no rule faults, in a git repository of two commits, and a ledger equal to it."""

import argparse
import os
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import ledger
from later import later

from strategy_cli.model.kinds import FOLDERS

SHARES = {"goals": 5, "programmes": 5, "owners": 12, "units": 2, "bodies": 1, "decisions": 3, "indicators": 25}
LEAST = {"goals": 2, "owners": 3, "bodies": 2, "decisions": 3}
AREAS = (
    "wellbeing",
    "services",
    "statutory-services",
    "ownership",
    "personnel",
    "participation",
    "living-environment-and-vitality",
)
ROLL_UPS = ("all", "mean", "worst")
PURPOSES = ("result", "steering", "result", "result")  # of a goal's indicators
BASELINE, LATEST, LAST = 2019, 2025, 2029  # the years that indicators start from, are measured to and aim at

AUTHOR = {
    **{f"GIT_{role}_NAME": "Benchmark" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_EMAIL": "benchmark@example.org" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_DATE": "2026-06-01T12:00:00Z" for role in ("AUTHOR", "COMMITTER")},
    "GIT_CONFIG_GLOBAL": os.devnull,
}

STRATEGY = """\
title: {fi: Mittauskaupungin strategia 2022–2029, sv: Mätstadens strategi 2022–2029}
municipality: {name: {fi: Mittauskaupunki, sv: Mätstaden}, code: "999"}
languages: [fi, sv]
status: in-force
period: {from: 2022-01-01, until: 2029-12-31}
council_term: {from: 2025-06-01, until: 2029-05-31}
vision: {fi: Kaupunki jossa asiat mitataan, sv: En stad där saker mäts}
mission: {fi: Hyvä arki kaikille, sv: En god vardag för alla}
values:
  - {id: openness, name: {fi: Avoimuus, sv: Öppenhet}}
  - {id: courage, name: {fi: Rohkeus, sv: Mod}}
themes:
  - {id: climate, name: {fi: Ilmasto, sv: Klimat}}
  - {id: equality, name: {fi: Yhdenvertaisuus, sv: Jämlikhet}}
decision: %(decision)s
basis: {fi: Tilannearvio nykyisestä toiminnasta ja toimintaympäristön muutoksista, sv: Lägesbedömning av verksamheten}
evaluation: {fi: Toteutuminen arvioidaan mittareilla vuosittain, sv: Måluppfyllelsen bedöms årligen med indikatorer}
reviewed: [%(decision)s]
published: "https://example.org/strategia"
law: fi
reporting: {periods: [T1, T2, year], grace_days: 30}
lint: {limits: {aims: %(goals)d, goals: %(goals)d, binding: %(goals)d}}
"""

JUDGEMENT = """\
judgements:
  - {period: 2025, class: partly, reason: Työ on alkanut mutta kesken, corrective: Vaiheistus muutettu, by: %s}
"""


class Topic(NamedTuple):
    """What a thing is about: a word for its id, and for its name in Finnish and Swedish."""

    slug: str
    fi: str
    sv: str

    def named(self, what_fi: str, what_sv: str, n: int) -> str:
        """Name a thing of this topic in both languages, unlike any other of its kind."""
        return f"{{fi: {self.fi} {what_fi} {n + 1}, sv: {self.sv} {what_sv} {n + 1}}}"


TOPICS = (
    Topic("street-lights", "Katuvalojen", "Gatubelysningens"),
    Topic("library", "Kirjaston", "Bibliotekets"),
    Topic("early-education", "Varhaiskasvatuksen", "Småbarnspedagogikens"),
    Topic("housing", "Asumisen", "Boendets"),
    Topic("public-transport", "Joukkoliikenteen", "Kollektivtrafikens"),
    Topic("youth", "Nuorten palveluiden", "Ungdomstjänsternas"),
    Topic("energy", "Energiankäytön", "Energianvändningens"),
    Topic("harbour", "Sataman", "Hamnens"),
    Topic("tourism", "Matkailun", "Turismens"),
    Topic("digital-services", "Digipalveluiden", "De digitala tjänsternas"),
    Topic("employment", "Työllisyyden", "Sysselsättningens"),
    Topic("town-centre", "Keskustan", "Centrums"),
    Topic("water", "Vesihuollon", "Vattentjänsternas"),
)


class Course(NamedTuple):
    """How a project has gone: its status and days, milestones as due and done, and what was reported last."""

    status: str
    start: str
    end: str
    milestones: tuple[tuple[str, str | None], ...]
    report: str


CLOSED = Course(
    "closed",
    "2023-01-01",
    "2026-03-31",
    (("2023-05-31", "2023-05-12"), ("2024-10-31", "2024-11-20"), ("2026-02-28", "2026-02-25")),
    "status: on-track, note: Työ valmistui aikataulussa",
)
STARTED = Course(
    "started",
    "2025-01-01",
    "2029-06-30",
    (("2025-05-31", "2025-05-20"), ("2026-03-31", "2026-04-15"), ("2029-03-31", None)),
    "status: on-track, note: Työ etenee aikataulussa",
)
LATE = STARTED._replace(
    milestones=(("2025-05-31", "2025-06-20"), ("2028-03-31", None), ("2029-03-31", None)),
    report="status: at-risk, note: Toimitukset myöhässä, corrective: Vaiheistus muutettu",
)
COURSES = (CLOSED, STARTED, LATE, STARTED, STARTED)
STEPS = (
    ("Hankintapäätös", "Upphandlingsbeslut"),
    ("Toteutus alkaa", "Arbetet börjar"),
    ("Käyttöönotto", "Ibruktagning"),
)


class Cast:
    """The ids of everything in the strategy, known before any file is written, so that every link is valid."""

    def __init__(self, files: int) -> None:
        """Share ``files`` among the kinds; what the others leave are projects."""
        counts = {folder: max(LEAST.get(folder, 1), files * share // 100) for folder, share in SHARES.items()}
        counts["projects"] = files - sum(counts.values())
        self.ids = {folder: [_id(folder, n) for n in range(count)] for folder, count in counts.items()}

    def pick(self, folder: str, n: int) -> str:
        """Choose the id of a thing in ``folder``, going round and round."""
        ids = self.ids[folder]
        return ids[n % len(ids)]

    def ruling(self, n: int) -> str:
        """Choose a decision of a board, going round and round: the first two are the strategy's own."""
        ids = self.ids["decisions"][2:]
        return ids[n % len(ids)]

    def some(self, folder: str, *numbers: int) -> str:
        """Write a list of ids, each once."""
        return f"[{', '.join(dict.fromkeys(self.pick(folder, n) for n in numbers))}]"


def strategy(files: int, seed: int) -> Iterator[tuple[str, str]]:
    """Write a strategy of ``files`` entity files beside the main one: path and text, the same for the same seed."""
    cast, draw = Cast(files), Random(seed)  # noqa: S311 - the same every time is the point
    yield "strategy.yaml", STRATEGY % {"decision": cast.pick("decisions", 1), "goals": len(cast.ids["goals"])}
    for folder, ids in cast.ids.items():
        for n, name in enumerate(ids):
            yield f"{folder}/{name}.yaml", WRITERS[folder](n, cast, draw)


def revised(project: str) -> str:
    """Let the deputy answer for a project, and put off its last milestone and its end."""
    swapped = re.sub(r"owner: (.+)\ndeputy: (.+)\n", r"owner: \2\ndeputy: \1\n", project)
    return swapped.replace("due: 2029-03-31", "due: 2029-08-31").replace("until: 2029-06-30", "until: 2029-09-30")


def _id(folder: str, n: int) -> str:
    return f"{TOPICS[n % len(TOPICS)].slug}-{FOLDERS[folder].kind}-{n + 1:04}"


def _goal(n: int, cast: Cast, draw: Random) -> str:
    topic = TOPICS[n % len(TOPICS)]
    aims = max(1, len(cast.ids["goals"]) // 10)
    place = f"parent: {cast.pick('goals', n % aims)}" if n >= aims else "level: aim"
    judged = "" if n % 5 else JUDGEMENT % cast.pick("owners", n)
    return f"""\
name: {topic.named("tavoitteet toteutuvat", "mål uppnås", n)}
description: {{fi: {topic.fi} tila paranee koko kaupungissa, sv: {topic.sv} läge förbättras i hela staden}}
{place}
number: {n + 1}
binding: {"true" if n % 3 == 0 else "false"}
owner: {cast.pick("owners", n)}
body: {cast.pick("bodies", n)}
consulted: {cast.some("owners", n + 1, n + 2)}
participants: {cast.some("units", n, n + 1, n + 2)}
covers: [{", ".join(AREAS[(4 * n + more) % 7] for more in range(4))}]
themes: [{("climate", "equality")[n % 2]}]
roll_up: {ROLL_UPS[n % len(ROLL_UPS)]}
weight: {draw.randint(1, 5)}
{judged}meaning:
  {cast.pick("units", n)}: {{fi: Palvelut saa yhdestä paikasta, sv: Tjänsterna fås på ett ställe}}
from: 2022-01-01
until: 2029-12-31
decision: {cast.pick("decisions", 1)}
"""


def _indicator(n: int, cast: Cast, draw: Random) -> str:
    topic = TOPICS[n % len(TOPICS)]
    start, step = draw.randint(200, 600) / 10, draw.randint(5, 20) / 10 * (1 if n % 2 else -1)
    path = {year: start + step * (year - BASELINE) for year in range(BASELINE + 1, LAST + 1)}
    targets = "\n".join(f"  - {{period: {year}, value: {path[year]:.1f}}}" for year in range(LATEST - 1, LAST + 1))
    values = "\n".join(_value(year, path[year] * draw.uniform(0.95, 1.05)) for year in range(BASELINE + 1, LATEST + 1))
    return f"""\
name: {topic.named("asiakastyytyväisyys", "kundnöjdhet", n)}
description: {{fi: Osuus vastanneista kyselyssä, sv: Andel av dem som svarat på enkäten}}
goal: {cast.pick("goals", n)}
kind: {PURPOSES[n // len(cast.ids["goals"]) % len(PURPOSES)]}
unit: "%"
decimals: 1
better: {"up" if n % 2 else "down"}
baseline: {{period: {BASELINE}, value: {start}}}
targets:
{targets}
values:
{values}
forecasts:
  {LATEST + 1}: {path[LATEST + 1]:.1f}
frequency: year
lag: 18
why: {{fi: Kysely kertoo miten palvelu toimii käyttäjälle, sv: Enkäten visar hur tjänsten fungerar för användaren}}
owner: {cast.pick("owners", n)}
source: {{name: Asiakaskysely, url: "https://example.org/kysely/{n + 1}", table: "t{n + 1:05}"}}
"""


def _value(year: int, value: float) -> str:
    if year == LATEST:
        return f"  {year}: {{value: {value:.1f}, preliminary: true, source: Asiakaskysely}}"
    return f"  {year}: {value:.1f}"


def _project(n: int, cast: Cast, draw: Random) -> str:
    topic, course = TOPICS[n % len(TOPICS)], COURSES[n % len(COURSES)]
    owner, asked = cast.pick("owners", n), draw.randint(40, 900) * 1000
    year, last = int(course.start[:4]), "processes: [palveluiden järjestäminen]"
    if course is LATE:
        last = f"depends_on: {cast.some('projects', n - 2)}"
    return f"""\
name: {topic.named("uudistaminen", "förnyelse", n)}
description: {{fi: {topic.fi} palvelut uudistetaan vaiheittain, sv: {topic.sv} tjänster förnyas stegvis}}
goals: {cast.some("goals", n, n // 3)}
programme: {cast.pick("programmes", n)}
unit: {cast.pick("units", n)}
participants: {cast.some("units", n + 1, n + 2)}
owner: {owner}
deputy: {cast.pick("owners", n + 1)}
body: {cast.pick("bodies", n)}
status: {course.status}
period: {{from: {course.start}, until: {course.end}}}
milestones:
{_milestones(course)}
money:
  - {{year: {year}, asked: {asked}, granted: {asked * 9 // 10}, used: {asked * draw.uniform(0.5, 0.9):.2f}}}
  - {{year: {year + 1}, asked: {asked * 2}, granted: {asked}, used: {asked // 3}, external: {asked // 10}}}
effort: {draw.randint(2, 30) / 10}
decisions: [{cast.ruling(n)}]
indicators: {cast.some("indicators", n // 2)}
{last}
updates:
  - {{period: 2025-T2, status: on-track, note: Kilpailutus on valmis, by: {owner}}}
  - {{period: 2025, status: on-track, note: Työ etenee aikataulussa, by: {owner}}}
  - {{period: 2026-T1, {course.report}, by: {owner}}}
review_by: 2029-01-31
"""


def _milestones(course: Course) -> str:
    dated = zip(STEPS, course.milestones, strict=True)
    return "\n".join(
        f"  - {{name: {{fi: {fi}, sv: {sv}}}, due: {due}{f', done: {done}' if done else ''}}}"
        for (fi, sv), (due, done) in dated
    )


def _programme(n: int, cast: Cast, _: Random) -> str:
    topic = TOPICS[n % len(TOPICS)]
    return f"""\
name: {topic.named("ohjelma", "program", n)}
description: {{fi: Kokoaa saman teeman projektit, sv: Samlar projekten inom samma tema}}
goals: {cast.some("goals", n, n + 1)}
owner: {cast.pick("owners", n)}
body: {cast.pick("bodies", n)}
period: {{from: 2022-01-01, until: 2029-12-31}}
decision: {cast.pick("decisions", 1)}
"""


def _owner(n: int, cast: Cast, _: Random) -> str:
    topic = TOPICS[n % len(TOPICS)]
    below = f"reports_to: {cast.pick('owners', 0)}\ndeputy: {cast.pick('owners', n - 1)}\n" if n else ""
    term = "" if (n + 1) % 5 else "fixed_term: true\nuntil: 2031-12-31\n"
    return f"""\
title: {topic.named("päällikkö", "chef", n)}
unit: {cast.pick("units", n)}
{below}from: 2021-01-01
{term}"""


def _unit(n: int, cast: Cast, _: Random) -> str:
    topic = TOPICS[n % len(TOPICS)]
    sectors = max(1, len(cast.ids["units"]) // 10)
    place = f"level: area\nparent: {cast.pick('units', n % sectors)}" if n >= sectors else "level: sector"
    return f"""\
name: {topic.named("palvelut", "tjänster", n)}
{place}
from: 2021-01-01
body: {cast.pick("bodies", n)}
head: {cast.pick("owners", n)}
"""


def _body(n: int, cast: Cast, _: Random) -> str:
    topic = TOPICS[n % len(TOPICS)]
    above = f"reports_to: {cast.pick('bodies', min(n - 1, 1))}\n" if n else ""
    return f"""\
name: {topic.named("toimielin", "organ", n)}
kind: {"board" if n else "council"}
{above}task: {topic.named("asiat ratkaistaan alueella", "ärenden avgörs i område", n)}
from: 2021-06-01
"""


def _decision(n: int, cast: Cast, _: Random) -> str:
    """Make the first two the board's proposal of the strategy and the council's decision on it."""
    adopted = n == 1
    topic, boards = TOPICS[n % len(TOPICS)], cast.ids["bodies"][1:]
    body = cast.pick("bodies", 0) if adopted else boards[n % len(boards)]
    concerns = f"project/{cast.pick('projects', n - 2)}" if n > 1 else "strategy/strategy"
    return f"""\
body: {body}
date: {"2021-12-13" if adopted else "2021-11-29"}
section: § {n + 1}
case_number: {max(n, 1)}/00.01.02/2021
title: {topic.named("asian käsittely", "ärendets behandling", n)}
kind: {"decided" if adopted else "proposed" if n == 0 else "approved"}
presenter: {cast.pick("owners", 0)}
text: {{fi: Päätettiin ehdotuksen mukaan, sv: Beslutades enligt förslaget}}
concerns: [{concerns}]
{f"previous: {cast.pick('decisions', 0)}" if adopted else "proposal: Hyväksytään esitetyn mukaan"}
"""


WRITERS: Mapping[str, Callable[[int, Cast, Random], str]] = {
    "goals": _goal,
    "programmes": _programme,
    "owners": _owner,
    "units": _unit,
    "bodies": _body,
    "decisions": _decision,
    "indicators": _indicator,
    "projects": _project,
}


def write(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files into a folder, making the folders they need."""
    for inside in {(folder / path).parent for path in texts}:
        inside.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        (folder / path).write_text(text, encoding="utf-8")


def git(folder: Path, *command: str) -> None:
    """Run git in a folder, always as the same author on the same day; nothing is tidied behind our back."""
    subprocess.run(["git", "-c", "gc.auto=0", *command], cwd=folder, env=os.environ | AUTHOR, check=True)  # noqa: S607


def commit(folder: Path, texts: Mapping[str, str], message: str) -> None:
    """Write files into a repository and commit them."""
    write(folder, texts)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def generate(folder: Path, files: int, seed: int) -> str:
    """Make ``folder/strategy``, whose second commit revises 1 % of the projects, and the ledger; tell how equal.

    The folders ``old`` and ``new`` hold the strategy and a later version of it, without git.
    """
    texts, repository = dict(strategy(files, seed)), folder / "strategy"
    started = [path for path in texts if path.startswith("projects/")][1::100]
    repository.mkdir(parents=True)
    git(repository, "init", "--quiet")
    commit(repository, texts, "The strategy")
    texts |= {path: revised(texts[path]) for path in started}
    commit(repository, {path: texts[path] for path in started}, "One project in a hundred revised")
    git(repository, "gc", "--quiet")
    write(folder / "old", texts)
    write(folder / "new", later(texts))
    equal = ledger.equal_to(texts)
    write(folder / "ledger", equal.texts)
    return f"{files} files, {equal.pairs} values; the ledger's text is {equal.length:.1%} of the strategy's"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and generate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    print(generate(options.folder, options.files, options.seed))


if __name__ == "__main__":
    main()
