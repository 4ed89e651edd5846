"""Source → (Strategy, findings): read every file, validate every entity, gather what was found."""

from strategy_cli.loading.loader import Loaded, forget, load

__all__ = ["Loaded", "forget", "load"]
