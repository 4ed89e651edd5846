"""Ref: which thing of the strategy is meant, by kind and id."""

from typing import NamedTuple


class Ref(NamedTuple):
    """The identity of an entity: its kind (``project``) and its id (``library-renewal``)."""

    kind: str
    id: str

    def __str__(self) -> str:
        """Write the reference as users write it: ``project/library-renewal``."""
        return f"{self.kind}/{self.id}"
