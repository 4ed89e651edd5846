"""Fingerprint: what makes a finding the same one when its file is renamed and its line moves."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from strategy_cli.finding import Finding

_LENGTH = 32  # hexadecimal digits; as many as GitLab's own


class Identity(NamedTuple):
    """A rule, the thing it concerns (``project/library``, else a file in the strategy) and the key: ``money.granted``.

    Places in lists are left out of the key, since they shift when something is added.
    """

    rule: str
    of: str
    key: str


def identity(finding: Finding, prefix: str) -> Identity:
    """Name what a finding is about; ``prefix`` is what stands before paths in the strategy's folder."""
    of = str(finding.subject) if finding.subject else finding.span.path.removeprefix(prefix)
    return Identity(finding.rule, of, ".".join(part for part in finding.key if isinstance(part, str)))


def fingerprints(findings: Iterable[Finding], prefix: str) -> Iterator[str]:
    """Give each finding a fingerprint that no other has: of several of one identity, the first keeps the first."""
    from hashlib import sha256  # most checks need none

    before: Counter[Identity] = Counter()
    for finding in findings:
        one = identity(finding, prefix)
        before[one] += 1
        yield sha256("\0".join((*one, str(before[one]))).encode("utf-8", "replace")).hexdigest()[:_LENGTH]
