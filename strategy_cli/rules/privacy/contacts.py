"""Contacts: a person's e-mail address or phone number, and what of them is an office's."""

import re
from collections.abc import Iterator

from strategy_cli.finding import Finding, Level
from strategy_cli.given_names import given_names
from strategy_cli.nearest import as_id
from strategy_cli.people import names
from strategy_cli.rules.privacy.persons import finding
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.passages import passages
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy

_EMAIL = re.compile(r"(?<![\w.+-])(?P<who>[\w.+-]*\w)@[\w-]+(?:\.[\w-]+)+")
_EMAIL_SIGN = re.compile("@")
_PARTS = re.compile(r"[._+-]+")
_OFFICE = re.compile(
    r"kirjaam|kirjast|info|palvel|toimist|neuvon|hallin|tekni|lautakun|hallitu|viestin|tiedot|asiakas|rekry|lasku|posti"
    r"|koulu|lukio|päiväkot|paivakot|kasvatu|sivisty|museo|satama|matkailu|yritys|asunto|no-?reply|registra|register"
    r"|bibliotek|nämnd|namnd|kansli|styrelse|tjänst|tjanst|skola|service|office|library|contact|support|web|admin",
    re.IGNORECASE,
)
# Given names that services and offices are called by, too.
_ALSO_SERVICES = frozenset(
    ("aino", "alma", "aura", "aurora", "helmi", "lumi", "meri", "oiva", "onni", "rauha", "sampo", "sisu", "toivo")
)
_PHONE = re.compile(
    r"(?<![\w/.,+-])(?:\(?\+358\)?[ -]?(?:\(0\)[ -]?)?[1-9]\d?"
    r"|(?:\(0[1-9]\d{0,2}\)|0(?:[45]\d\d?|[1-9]\d?))(?=[ -]|\d{6}))"
    r"(?:[ -]?\d{2,4}){2,3}(?![\w/-]|[.,]\d)"
)
_PHONE_SIGN = re.compile(r"\+358(?<![\w/.,+-]\+358)|0[1-9](?<![\w/.,+-]0\d)")


@rule(Level.WARNING, audited=Level.ERROR)
def contact_in_file(strategy: Strategy, source: Source) -> Iterator[Finding]:
    """A person's e-mail address or phone number stands in a file of the strategy.

    The strategy is published and its history kept in git; persons' data belongs in ``people.yaml``, which stays out
    (General Data Protection Regulation 2016/679, article 5: no more than is needed). An address is a person's when it
    has a point between names, or is a given name or a name from ``people.yaml``; an office's, such as
    library@example.org, is nobody's.

    Bad:
        owners/harbour-master.yaml:
            title: Satamakapteeni eero.esimerkki@example.org  # here

    Good:
        owners/harbour-master.yaml:
            title: Satamakapteeni satama@example.org
    """
    known: frozenset[str] | None = None
    for one in passages(strategy, _EMAIL, _EMAIL_SIGN):
        known = _names(source) if known is None else known
        if _is_persons(one.found["who"], known):
            yield finding("contact-in-file", strategy, one, problem="email")
    for one in passages(strategy, _PHONE, _PHONE_SIGN):
        yield finding("contact-in-file", strategy, one, problem="phone")


def _is_persons(who: str, known: frozenset[str]) -> bool:
    """Tell whether the part before the ``@`` is somebody's."""
    if _OFFICE.search(who):
        return False
    parts = [as_id(part) for part in _PARTS.split(who)]
    return (len(parts) > 1 and "." in who) or any(part in known for part in parts)


def _names(source: Source) -> frozenset[str]:
    """Give the names that make an address a person's: as addresses spell them, also an initial with a surname."""
    given = {as_id(name) for name in given_names()} - _ALSO_SERVICES
    parts = [[as_id(word) for word in name.split()] for name in names(source)]
    joined = {f"{start}{surname}" for first, *_, surname in (p for p in parts if p[1:]) for start in (first, first[:1])}
    return frozenset(given | joined | {word for words in parts for word in words})
