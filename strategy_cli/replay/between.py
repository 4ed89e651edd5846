"""Between: what happened between two versions, commit by commit, up to what is not committed yet."""

from typing import NamedTuple

from strategy_cli import git
from strategy_cli.errors import StrategyError
from strategy_cli.git import Commit
from strategy_cli.past import Past, past_since
from strategy_cli.replay.carried_over import loaded_after
from strategy_cli.replay.merged import Merged
from strategy_cli.replay.steps import Step, steps, uncommitted
from strategy_cli.replay.versions import versions
from strategy_cli.revision import Meant
from strategy_cli.source import Source, from_commit


class Course(NamedTuple):
    """The steps to a version from what it has in common with an older one, oldest first.

    ``cut`` tells that the history at hand is only the end of it (a shallow clone): what happened before is not told.
    ``diverged`` tells that the older version holds something that the steps do not begin from, as when it is of another
    branch or the history was rewritten: what comes of that is told by none of them.
    """

    steps: tuple[Step, ...]
    cut: bool = False
    diverged: bool = False
    merged: Merged | None = None

    def behind(self, commit: Commit | None) -> tuple[Step, ...]:
        """Tell what the commits behind one that is a merge changed, oldest first; of any other nothing."""
        return self.merged.behind(commit) if self.merged else ()


def between(old: Source, new: Source) -> Course | None:
    """Tell what brought ``new`` about, of what ``old`` does not hold already; None where there is no telling.

    That is so outside git, where the versions stand in different repositories or folders (unless one was moved to the
    other), and where ``old`` has changes that are not committed. Only the commits on the new version's side are told,
    along first parents; ``Course.behind`` tells those behind a merge.
    """
    since, until = old.version.commit, new.version.commit
    same = old.repository is not None and old.repository == new.repository
    if not (same and since and until) or old.version.clean is False:
        return None
    past = past_since(new, since)
    if past is None or old.prefix not in (new.prefix, git.under(past.origin)):
        return None
    base = _base(past, old, new, until)
    begun = loaded_after(base, None).strategy if base else None
    stages = tuple(versions(past, base, begun))
    last = stages[-1].strategy if stages else begun
    if past.cut and stages:
        begun, stages = stages[0].strategy, stages[1:]
    told = (*steps(stages, begun), *uncommitted(new, last))
    diverged = since != until and base is not old and not past.cut
    return Course(told, past.cut, diverged, Merged(past, base))


def _base(past: Past, old: Source, new: Source, until: str) -> Source | None:
    """Read what the steps go on from; None where they begin with nothing, or with what is cut off."""
    if not past.steps and new.version.revision is not None:
        return new
    start, prefix = (f"{past.steps[-1].commit.hash}^1", git.under(past.origin)) if past.steps else (until, new.prefix)
    folder = prefix.rstrip("/") or "."
    if old.prefix == prefix and git.same_folder(past.repository, (str(old.version.commit), start), folder):
        return old
    try:
        commit = git.commit(past.repository, start)
        return from_commit(past.repository, Meant(commit, folder), commit.hash)
    except StrategyError:
        return None
