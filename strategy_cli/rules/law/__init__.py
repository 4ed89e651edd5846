"""Rules of the law: what the Local Government Act and the Language Act ask of a municipality's strategy."""

from strategy_cli.rules.law import content, languages, term

__all__ = ["content", "languages", "term"]
