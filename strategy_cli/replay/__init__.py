"""Replay: every committed version of a strategy, each content read once, and what each commit changed."""

from strategy_cli.replay.between import Course, between
from strategy_cli.replay.merged import Merged
from strategy_cli.replay.steps import Step, steps, uncommitted
from strategy_cli.replay.versions import Stage, versions

__all__ = ["Course", "Merged", "Stage", "Step", "between", "steps", "uncommitted", "versions"]
