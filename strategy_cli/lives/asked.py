"""Asked: which life is meant by what was written, a kind and an id or an id alone."""

from strategy_cli import nearest
from strategy_cli.errors import StrategyError
from strategy_cli.lives.life import Life
from strategy_cli.lives.record import Record


def asked(record: Record, written: str) -> Life:
    """Find the life of a thing, of one that is gone or was called something else too.

    Raises StrategyError when there never was such a thing, or an id alone is that of several kinds.
    """
    kind, slash, name = written.rpartition("/")
    found = sorted(ref for ref in record.named if ref.id == name and (not slash or ref.kind == kind))
    if not found:
        raise _unknown(record, written)
    if len({id(record.named[ref]) for ref in found}) > 1:
        known = [str(ref) for ref in found]
        raise StrategyError("several-things", id=written, known=known, example=known[0])
    return record.named[found[0]]


def _unknown(record: Record, written: str) -> StrategyError:
    """Say which thing was probably meant: one of another kind, with an id like it, or with it as a part of the id."""
    kind, slash, name = written.rpartition("/")
    refs = sorted(record.named)
    held = [ref for ref in refs if not slash or ref.kind == kind]
    close = nearest.name(name, [ref.id for ref in held])
    same = (ref for ref in refs if ref.id == name)
    near = (ref for ref in held if ref.id == close)
    part = (ref for ref in refs if name and name in ref.id)
    meant = next((str(ref) for ref in (*same, *near, *part)), None)
    return StrategyError("no-such-thing-ever-near" if meant else "no-such-thing-ever", thing=written, nearest=meant)
