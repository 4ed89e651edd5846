"""Updates: the latest word of a project."""

from datetime import date

from strategy_cli.model.project import Project, Update


def latest(project: Project, on: date) -> Update | None:
    """Give the latest word of a project by a day, of a period begun by then; None without any."""
    known = (update for update in project.updates if update.period.first <= on)
    return max(known, key=lambda update: update.period.order, default=None)
