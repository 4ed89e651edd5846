"""Asked: which life is meant by what was written, a kind and an id or an id alone."""

from strategy_cli import nearest
from strategy_cli.errors import StrategyError
from strategy_cli.lives.life import Life
from strategy_cli.lives.record import Record
from strategy_cli.model.goal import Goal
from strategy_cli.model.kinds import FOLDER_OF

_EXAMPLES = 5
_SHORT = 3  # letters: what is shorter is a part of many ids by chance


def asked(record: Record, written: str) -> Life:
    """Find the life of a thing, of one that is gone or was called something else too.

    Raises StrategyError when there never was such a thing, an id alone is that of several kinds, or there is no id.
    """
    kind, slash, name = written.rpartition("/")
    found = sorted(ref for ref in record.named if ref.id == name and (not slash or ref.kind == kind))
    if not found:
        is_whole = name and not (name in FOLDER_OF and not slash)
        raise _unknown(record, kind, name) if is_whole else _unsaid(record, kind or name)
    if len({id(record.named[ref]) for ref in found}) > 1:
        known = [str(ref) for ref in found]
        raise StrategyError("several-things", id=written, known=known, example=known[0])
    return record.named[found[0]]


def _unsaid(record: Record, kind: str) -> StrategyError:
    """Give examples of what may be asked for, of a kind if there are any: else of goals, else of anything."""
    refs = sorted(record.named)
    held = next(
        found for one in (kind or Goal.kind, Goal.kind, "") if (found := [ref for ref in refs if one in ("", ref.kind)])
    )
    more = ", …" if len(held) > _EXAMPLES else ""
    return StrategyError("which-thing", known=", ".join(map(str, held[:_EXAMPLES])) + more)


def _unknown(record: Record, kind: str, name: str) -> StrategyError:
    """Say which thing was probably meant: one of another kind, with an id like it, or with it as a part of the id."""
    refs = sorted(record.named)
    held = [ref for ref in refs if not kind or ref.kind == kind]
    close = nearest.name(name, [ref.id for ref in held])
    same = (ref for ref in refs if ref.id == name)
    near = (ref for ref in held if ref.id == close)
    part = (ref for ref in held if len(name) >= _SHORT and name in ref.id)
    meant = next((str(ref) for ref in (*same, *near, *part)), None)
    thing = f"{kind}/{name}" if kind else name
    return StrategyError("no-such-thing-ever-near" if meant else "no-such-thing-ever", thing=thing, nearest=meant)
