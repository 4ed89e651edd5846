"""Rule of a history that is not all there: what could not be checked is said."""

from collections.abc import Iterator

from strategy_cli import git
from strategy_cli.errors import StrategyError
from strategy_cli.finding import Finding, Level
from strategy_cli.past import past_of
from strategy_cli.rules.registry import rule
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy


@rule(Level.INFO, "audited")
def history_cut_off(strategy: Strategy, source: Source) -> Iterator[Finding]:
    """Only the latest commits are at hand, or git cannot be asked, so what is older was not checked.

    A forge's pipeline fetches one commit unless it is told to fetch all (``fetch-depth: 0``, ``GIT_DEPTH: 0``), and git
    does not read a folder of another user. Whether goals have stood still and whether past values were changed can
    then be told only as far back as the history goes. Outside git nothing is said.
    """
    past, ref = past_of(source), strategy.about.ref
    if past is not None and past.cut:
        yield Finding("history-cut-off", strategy.where(ref), ref, args={"day": past.begins})
    elif past is None and (reason := _closed(source)):
        yield Finding("history-cut-off", strategy.where(ref), ref, args={"reason": reason}, problem="closed")


def _closed(source: Source) -> str | None:
    """Give git's reason for not telling of a repository that is there; None where there is none, or no commit yet."""
    try:
        if source.repository:
            git.commit(source.repository, "HEAD")
    except StrategyError as error:
        return {"git-failed": str(error.message_args.get("reason")), "no-git": "git: not found"}.get(error.key)
    return None
