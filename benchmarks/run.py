"""Measure lint, diff, report and history beside other tools: processor and wall time and peak memory."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from strategy_cli.model.kinds import FOLDERS

HERE = Path(__file__).resolve().parent
# As users start it: what was compiled at the first run is there at the next.
PATHS = os.pathsep.join((str(HERE.parent), str(HERE.parent / "tests")))
ENVIRONMENT = {**os.environ, "PYTHONPATH": PATHS, "PYTHONDONTWRITEBYTECODE": ""}
PYTHON = [sys.executable, "-P"]
MEBIBYTE = 1024**2 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in: bytes there, KiB elsewhere
SMALLEST = 20  # so few files that what a command takes is its start-up
RATIOS = (
    ("lint", "bean-check"),
    ("lint", "yamllint"),
    ("lint", "check-jsonschema"),
    ("diff", "bean-check"),
    ("report", "bean-check"),
    ("report", "lint"),
    ("diff folders", "deepdiff"),
    ("comparison alone", "DeepDiff alone"),
)
SLOW = ("yamllint", "check-jsonschema", "deepdiff")  # measured once a size, and only up to MODEST
# What part of a command is counted by itself, as it tells: of ours only that part.
ALONE = {"comparison alone": "comparison alone", "deepdiff": "DeepDiff alone"}
MODEST = 2000
DAY = "2026-06-30"


class Cost(NamedTuple):
    """What one run of a command took: seconds of processor and of the clock, MiB of memory at most, what it told."""

    cpu: float
    wall: float
    memory: float
    told: str


Costs = Mapping[str, Sequence[Cost]]


def found(program: str, package: str) -> str:
    """Find a checker beside this Python or on the path; without it there is nothing to compare with."""
    beside = str(Path(sys.executable).parent)
    path = shutil.which(program, path=beside) or shutil.which(program)
    return path or sys.exit(f"{program} is not installed: pip install '{package}', then run this again.")


def commands(folder: Path) -> dict[str, list[str]]:
    """List the commands to measure, each a whole process as a user would start it; lint with every rule on.

    A finding of any level fails ``lint``, and so the benchmark: what it measures is a strategy that is as it should be.
    """
    strategy = [*PYTHON, "-m", "strategy_cli"]
    clean = ["--fail-level", "info", "--as-of", DAY]
    page = f"html={folder / 'report.html'}"
    sides = str(folder / "old"), str(folder / "new")
    return {
        "lint": [*strategy, "lint", "--profile", "audited", *clean],
        "lint minimum": [*strategy, "lint", "--profile", "minimum", *clean],
        "diff": [*strategy, "diff", "HEAD~1", "HEAD"],
        "diff folders": [*strategy, "diff", *sides],
        "comparison alone": [*PYTHON, str(HERE / "alone.py"), *sides],
        "deepdiff": [*PYTHON, str(HERE / "trees.py"), *sides],
        "report": [*strategy, "report", "--format", page, "--as-of", DAY],
        "bean-check": [found("bean-check", "beancount>=3"), "-C", str(folder / "ledger" / "main.beancount")],
        "yamllint": [found("yamllint", "yamllint"), "-d", "{extends: relaxed, rules: {line-length: disable}}", "."],
        "check-jsonschema": ["bash", "-c", _by_schema(folder)],
    }


def _by_schema(folder: Path) -> str:
    """Check each kind's files against the schema that the program writes for it: one schema a process."""
    checker = found("check-jsonschema", "check-jsonschema")
    schemas = folder / "schemas"
    kinds = " ".join(f"{model.kind}:{name}" for name, model in FOLDERS.items())
    each = f'"{checker}" --schemafile "{schemas}/${{kind%%:*}}.json" ${{kind##*:}}/*.yaml'
    return f"set -e; for kind in {kinds}; do {each}; done"


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder and measure it with its children; one that fails stops the benchmark."""
    with tempfile.TemporaryFile() as said:
        start = perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            problem = said.read().decode(errors="replace")
            sys.exit(f"exit code {process.returncode} from: {' '.join(command)}\n{problem}")
        said.seek(0)
        told = said.read().decode(errors="replace")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / MEBIBYTE, told)


def measure(folder: Path, files: int, repeat: int) -> Costs:
    """Generate a strategy and run every command on it."""
    # A process of its own: what this one holds would count as memory of the commands it starts.
    subprocess.run([sys.executable, HERE / "generate.py", folder, f"--files={files}"], env=ENVIRONMENT, check=True)
    schemas = [
        *PYTHON,
        "-m",
        "strategy_cli",
        "schema",
        "--no-ids",
        "--no-settings",
        "--output",
        str(folder / "schemas"),
    ]
    cost(schemas, folder / "strategy")
    measured = commands(folder)
    return taken(
        measured, folder / "strategy", repeat, lambda name, number: name in SLOW and (number or files > MODEST)
    )


def taken(
    commands: Mapping[str, Sequence[str]],
    folder: Path,
    repeat: int,
    passed_over: Callable[[str, int], object] = lambda *_: False,
) -> Costs:
    """Run every command in turn, so that a drift of the machine hits all alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in dict.fromkeys((*commands, *ALONE.values()))}
    for number in range(repeat):
        for name, command in commands.items():
            if passed_over(name, number):
                continue
            progress(f"{folder.name}, {number + 1} of {repeat}: {name}")
            took, part = cost(command, folder), ALONE.get(name)
            if part != name:
                costs[name].append(took)
            if part:
                costs[part].append(Cost(float(took.told), float(took.told), took.memory, ""))
    progress("")
    return costs


def measure_years(folder: Path, repeat: int) -> Costs:
    """Make a repository of 300 commits and run on it what goes through all of them."""
    subprocess.run([sys.executable, HERE / "years.py", folder], env=ENVIRONMENT, check=True)
    strategy = [*PYTHON, "-m", "strategy_cli"]
    measured = {
        "history of an indicator": [*strategy, "history", "indicator/indicator-001"],
        "retrospect": [*strategy, "retrospect"],
        "diff first HEAD": [*strategy, "diff", "first", "HEAD"],
        "diff HEAD~1 HEAD": [*strategy, "diff", "HEAD~1", "HEAD"],
    }
    return taken(measured, folder, repeat)


def progress(text: str) -> None:
    """Tell on a terminal what is being measured, on one line."""
    if sys.stderr.isatty():
        print(f"\r{text:60}", end="" if text else "\r", file=sys.stderr, flush=True)


def cost_table(results: Mapping[int, Costs]) -> Iterator[str]:
    """Show the least of the repeats, and the time for each file beyond start-up relative to the smallest size.

    What else a machine does only ever adds to a time.
    """
    yield "| files | command | CPU s | wall s | peak MiB | CPU ms a file | growth |"
    yield "|--:|:--|--:|--:|--:|--:|--:|"
    start, *sizes = results
    for files in sizes:
        for name, costs in ((name, costs) for name, costs in results[files].items() if costs):
            each, first = (per_file(results, name, start, size) for size in (files, sizes[0]))
            yield f"| {files} | {name} | {least(costs)} | {1000 * each:.3f} | {each / first:.2f} |"


def years_table(costs: Costs) -> Iterator[str]:
    """Show what the commands take that go through a history."""
    yield "| 300 commits, 500 files | CPU s | wall s | peak MiB |"
    yield "|:--|--:|--:|--:|"
    yield from (f"| {name} | {least(found)} |" for name, found in costs.items() if found)


def least(costs: Sequence[Cost]) -> str:
    """Write the least processor and wall time and memory of some runs."""
    cpu, wall, memory = (min(column) for column in zip(*(cost[:3] for cost in costs), strict=True))
    return f"{cpu:.2f} | {wall:.2f} | {memory:.0f}"


def per_file(results: Mapping[int, Costs], name: str, start: int, files: int) -> float:
    """Share the processor time over the files, leaving out what the same command takes on the very smallest."""
    few, many = (min(c.cpu for c in results[size][name]) for size in (start, files))
    return (many - few) / (files - start)


def ratio_table(results: Mapping[int, Costs]) -> Iterator[str]:
    """Show how commands compare in processor time: the median of the ratios within each repeat."""
    yield "| files | " + " | ".join(f"{one} / {other}" for one, other in RATIOS) + " |"
    yield "|--:|" + "--:|" * len(RATIOS)
    for files, costs in results.items():
        yield f"| {files} | " + " | ".join(ratio(costs[one], costs[other]) for one, other in RATIOS) + " |"


def ratio(ones: Sequence[Cost], others: Sequence[Cost]) -> str:
    """Take the median of the ratios within each repeat in which both were measured."""
    pairs = [one.cpu / other.cpu for one, other in zip(ones, others, strict=False)]
    return f"{median(pairs):.2f}" if pairs else "–"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, measure and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 2000, 10000], metavar="FILES")
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="strategy-benchmark-") as temporary:
        sizes = [SMALLEST, *sorted(options.sizes)]
        results = {files: measure(Path(temporary, str(files)), files, options.repeat) for files in sizes}
        years = measure_years(Path(temporary, "years"), options.repeat)
    print(*cost_table(results), "", *ratio_table(results), "", *years_table(years), sep="\n")


if __name__ == "__main__":
    main()
