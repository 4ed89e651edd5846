"""Rules of the organisation in time: nothing that goes on hangs on what has ended or not begun, nor under two names."""

from strategy_cli.rules.organisation import begun, bodies, ended, identity, succession

__all__ = ["begun", "bodies", "ended", "identity", "succession"]
