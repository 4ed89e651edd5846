"""What can happen to the fields that a city declares, of every kind of thing and of every weight."""

from collections.abc import Iterator

from planted.row import Row, file
from strategy_cli.model.own import KINDS

NAMES = {"decision": "own-commitment", "notice": "own-field", "progress": "own-progress", "wording": "own-wording"}


def _declared(weight: str) -> dict[str, str]:
    return file("strategy", f"languages: [fi, sv], fields: {{goal: {{risk: {{type: number, weight: {weight}}}}}}}")


def _rows(kind: str, weight: str) -> Iterator[Row]:
    declared = f"fields: {{{kind}: {{risk: {{type: number, weight: {weight}}}}}}}"
    about = file("strategy", f"languages: [fi, sv], {declared}")
    none, one, two = (about | file(kind, keys) for keys in ("", "risk: 1", "risk: 2"))
    yield Row(none, one, (f"{kind}-{NAMES[weight]}-added",))
    yield Row(one, two, (f"{kind}-{NAMES[weight]}-changed",))


# A weight that is lowered, or raised, in the same edit: the graver one tells.
_LOWERED = Row(
    _declared("decision") | file("goal", "risk: 1"),
    _declared("wording") | file("goal", ""),
    ("goal-own-commitment-removed", "strategy-own-field-changed"),
)
ROWS = (_LOWERED, *(row for kind in KINDS for weight in NAMES for row in _rows(kind, weight)))
