"""Installed: where pip fetched the running program from, so that another computer can fetch the same."""

import json
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution

NAME = "strategy-cli"


def requirement() -> str | None:
    """Give what pip installs the running program from; None where that is a folder or file of this computer only.

    Read from what pip notes of an installation: https://peps.python.org/pep-0610/
    """
    try:
        noted = distribution(NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        return None
    return required(json.loads(noted)) if noted else NAME  # without a note it came from a registry, by its name


def required(noted: Mapping[str, object]) -> str | None:
    """Turn a note of an installation into a requirement, with the commit that it was made from."""
    url, vcs, below = str(noted["url"]), noted.get("vcs_info"), noted.get("subdirectory")
    if url.startswith("file:"):
        return None
    part = f"#subdirectory={below}" if below else ""
    if isinstance(vcs, dict):
        return f"{NAME} @ {vcs['vcs']}+{url}@{vcs['commit_id']}{part}"
    return f"{NAME} @ {url}{part}"
