"""Measure lint, diff and report beside bean-check: processor time, wall time and peak memory as a strategy grows."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ENVIRONMENT = os.environ | {"PYTHONPATH": str(HERE.parent)}
PYTHON = [sys.executable, "-P"]
MEBIBYTE = 1024**2 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in: bytes there, KiB elsewhere
SMALLEST = 20  # so few files that what a command takes is its start-up
RATIOS = (("lint", "bean-check"), ("diff", "bean-check"), ("report", "bean-check"), ("report", "lint"))


class Cost(NamedTuple):
    """What one run of a command took: seconds of processor and of the clock, and MiB of memory at most."""

    cpu: float
    wall: float
    memory: float


Costs = Mapping[str, Sequence[Cost]]


def bean_check() -> str:
    """Find beancount's checker beside this Python or on the path; without it there is nothing to compare with."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which("bean-check", path=beside) or shutil.which("bean-check")
    return found or sys.exit("bean-check is not installed: pip install 'beancount>=3', then run this again.")


def commands(folder: Path, checker: str) -> dict[str, list[str]]:
    """List the commands to measure, each a whole process as a user would start it."""
    strategy = [*PYTHON, "-m", "strategy_cli"]
    return {
        "lint": [*strategy, "lint"],
        "diff": [*strategy, "diff", "HEAD~1", "HEAD"],
        "report": [*strategy, "report", "--format", f"html={folder / 'report.html'}", "--as-of", "2026-06-30"],
        "bean-check": [checker, "-C", str(folder / "ledger" / "main.beancount")],
    }


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
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / MEBIBYTE)


def measure(folder: Path, files: int, repeat: int, checker: str) -> Costs:
    """Generate a strategy and run every command on it in turn, so that a drift of the machine hits all alike."""
    # A process of its own: what this one holds would count as memory of the commands it starts.
    subprocess.run([sys.executable, HERE / "generate.py", folder, f"--files={files}"], env=ENVIRONMENT, check=True)
    measured = commands(folder, checker)
    costs: dict[str, list[Cost]] = {name: [] for name in measured}
    for number in range(repeat):
        for name, command in measured.items():
            progress(f"{files} files, {number + 1} of {repeat}: {name}")
            costs[name].append(cost(command, folder / "strategy"))
    progress("")
    return costs


def progress(text: str) -> None:
    """Tell on a terminal what is being measured, on one line."""
    if sys.stderr.isatty():
        print(f"\r{text:60}", end="" if text else "\r", file=sys.stderr, flush=True)


def cost_table(results: Mapping[int, Costs]) -> Iterator[str]:
    """Show medians, and the time for each file beyond start-up relative to the smallest size."""
    yield "| files | command | CPU s | wall s | peak MiB | CPU ms a file | growth |"
    yield "|--:|:--|--:|--:|--:|--:|--:|"
    start, *sizes = results
    for files in sizes:
        for name, costs in results[files].items():
            cpu, wall, memory = (median(column) for column in zip(*costs, strict=True))
            each, first = (per_file(results, name, start, size) for size in (files, sizes[0]))
            row = f"{cpu:.2f} | {wall:.2f} | {memory:.0f} | {1000 * each:.3f} | {each / first:.2f}"
            yield f"| {files} | {name} | {row} |"


def per_file(results: Mapping[int, Costs], name: str, start: int, files: int) -> float:
    """Share the processor time over the files, leaving out what the same command takes on the very smallest."""
    few, many = (median(c.cpu for c in results[size][name]) for size in (start, files))
    return (many - few) / (files - start)


def ratio_table(results: Mapping[int, Costs]) -> Iterator[str]:
    """Show how commands compare in processor time: the median of the ratios within each repeat."""
    yield "| files | " + " | ".join(f"{one} / {other}" for one, other in RATIOS) + " |"
    yield "|--:|" + "--:|" * len(RATIOS)
    for files, costs in results.items():
        ratios = (median(a.cpu / b.cpu for a, b in zip(costs[one], costs[other], strict=True)) for one, other in RATIOS)
        yield f"| {files} | " + " | ".join(f"{ratio:.2f}" for ratio in ratios) + " |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, measure and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 2000, 10000], metavar="FILES")
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args(arguments)
    checker = bean_check()
    with tempfile.TemporaryDirectory(prefix="strategy-benchmark-") as temporary:
        sizes = [SMALLEST, *sorted(options.sizes)]
        results = {files: measure(Path(temporary, str(files)), files, options.repeat, checker) for files in sizes}
    print(*cost_table(results), "", *ratio_table(results), sep="\n")


if __name__ == "__main__":
    main()
