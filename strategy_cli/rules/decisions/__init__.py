"""Rules of decisions: what is in force was decided, in the right order, and the decision can be found."""

from strategy_cli.rules.decisions import approval, chain, force, form, record

__all__ = ["approval", "chain", "force", "form", "record"]
