"""Data: what a YAML file holds, with every scalar as text."""

from typing import TypeAlias

Data: TypeAlias = "str | dict[str, Data] | list[Data] | None"
