"""Past ids: whether a thing that is not there was once committed, in a file of its own or in a list of several."""

import re

from strategy_cli.errors import StrategyError
from strategy_cli.model.kinds import FOLDER_OF
from strategy_cli.past import Past, past_of
from strategy_cli.ref import Ref
from strategy_cli.source import Source


def was_there(source: Source, ref: Ref) -> bool:
    """Tell whether git once had a thing in the folder of its kind; not outside git, nor where git cannot tell."""
    try:
        past = past_of(source)
    except StrategyError:
        return False
    if past is None or ref.kind not in FOLDER_OF:
        return False
    folder = f"{past.prefix}{FOLDER_OF[ref.kind]}/"
    return _had_a_file(past, folder, ref.id) or _was_listed(past, folder, source, ref.id)


def _had_a_file(past: Past, folder: str, identity: str) -> bool:
    ending = re.compile(rf"(?:.*/)?{re.escape(identity)}\.ya?ml", re.IGNORECASE)
    paths = (change.path for step in past.steps for change in step.changes if change.path.startswith(folder))
    return any(ending.fullmatch(path.removeprefix(folder)) for path in paths)


def _was_listed(past: Past, folder: str, source: Source, identity: str) -> bool:
    """Look for the id in what the files of the kind held before; a file that never changed holds only what is there."""
    written = re.compile(rf"\bid[\"']?\s*:\s*[\"']?{re.escape(identity)}(?![\w-])".encode())
    now = {source.shown(path): content for path, content in source.files.items()}
    return any(one.content and written.search(one.content) for one in past.versions(folder, now))
