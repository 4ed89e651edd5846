"""Rules of decisions: what is in force was decided, in the right order, and the decision can be found."""

from strategy_cli.rules.decisions import accepted, approval, chain, force, form, record

__all__ = ["accepted", "approval", "chain", "force", "form", "record"]
