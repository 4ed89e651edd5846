"""One YAML file as plain data with the place of every key and value: events → builder → document."""

from strategy_cli.document.data import Data
from strategy_cli.document.document import Comment, Document, Key, parse

__all__ = ["Comment", "Data", "Document", "Key", "parse"]
