"""Persons: no file of the strategy holds a person's name, address, phone or identity code."""

import re
from collections.abc import Iterator

from strategy_cli.finding import Finding, Level
from strategy_cli.people import names
from strategy_cli.rules.passages import Passage, passages
from strategy_cli.rules.registry import rule
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy

# Signs begin with what is rare in a file, so that going through all words for them takes little.
_IDENTITY_CODE = re.compile(r"(?<![\w-])\d{6}[-+ABCDEFYXWVU]\d{3}[0-9A-FHJ-NPR-Y](?![\w-])")
_IDENTITY_SIGN = re.compile(r"[-+ABCDEFYXWVU](?<=\d{6}.)\d{3}")
_EMAIL = re.compile(r"[\w+-]+\.[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_EMAIL_SIGN = re.compile("@")
_PHONE = re.compile(
    r"(?<![\w/.,+-])(?:\+358[ -]?(?:\(0\)[ -]?)?[1-9]\d?|0(?:4\d|50|[1-9]\d?)(?=[ -]|\d{6}))"
    r"(?:[ -]?\d{2,4}){2,3}(?![\w/-]|[.,]\d)"
)
_PHONE_SIGN = re.compile(r"\+358(?<![\w/.,+-]\+358)|0[1-9](?<![\w/.,+-]0\d)")
_WORK = (
    r"(?:johtaja|päällikk|asiantuntij|koordinaattor|insinöör|sihteer|rehtor|suunnittelij|vastaav|esihenkil|arkkiteht"
    r"|direktör|chef|expert|koordinator|ingenjör|sekreterar|rektor|planerar|ansvarig|arkitekt|ledare"
    r"|manager|director|officer|head|planner|engineer|secretary|principal|coordinator|architect|leader)"
)
_NAME = r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?"
_TITLED = re.compile(rf"{_WORK}[a-zåäö]* ({_NAME} {_NAME})(?![\w-])")
_TITLED_SIGN = re.compile(rf"{_WORK}[a-zåäö]*$", re.MULTILINE)
_WHOLE_NAME = re.compile(rf"{_NAME}(?: {_NAME}){{1,2}}")
_WORKING = re.compile(_WORK, re.IGNORECASE)


@rule(Level.ERROR)
def identity_code_in_file(strategy: Strategy) -> Iterator[Finding]:
    """A personal identity code stands in a file.

    Data Protection Act 1050/2018, 29 §: an identity code is handled only where the law gives a reason.

    Bad:
        goals/vitality.yaml:
            name: Vitality
            description: Asiakas 010190-123A haki  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
            description: Asiakas haki
    """
    for one in passages(strategy, _IDENTITY_CODE, _IDENTITY_SIGN):
        yield _finding("identity-code-in-file", strategy, one, one.words[:6] + "…")


@rule(Level.WARNING, audited=Level.ERROR)
def contact_in_file(strategy: Strategy) -> Iterator[Finding]:
    """A person's e-mail address or phone number stands in a file of the strategy.

    The strategy is published and its history kept in git; persons' data belongs in ``people.yaml``, which stays out
    (General Data Protection Regulation 2016/679, article 5: no more than is needed). An address of an office, such
    as library@example.org, is nobody's.

    Bad:
        owners/harbour-master.yaml:
            title: Satamakapteeni eero.esimerkki@example.org  # here

    Good:
        owners/harbour-master.yaml:
            title: Satamakapteeni satama@example.org
    """
    for one in passages(strategy, _EMAIL, _EMAIL_SIGN):
        yield _finding("contact-in-file", strategy, one, problem="email")
    for one in passages(strategy, _PHONE, _PHONE_SIGN):
        yield _finding("contact-in-file", strategy, one, problem="phone")


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def name_in_file(strategy: Strategy, source: Source) -> Iterator[Finding]:
    """A person's name stands in a file of the strategy.

    The post answers, whoever holds it: a name in a text outlives its holder, in git for ever. Found are the names that
    ``people.yaml`` holds, and two capitalised words after a title.

    Bad:
        goals/vitality.yaml:
            name: Vitality
            description: Valmistelija kehittämispäällikkö Eero Esimerkki  # here

    Good:
        goals/vitality.yaml:
            name: Vitality
            description: Valmistelija kehittämispäällikkö
    """
    told = set()
    for one in passages(strategy, _TITLED, _TITLED_SIGN):
        told.add((one.span.path, one.span.line))
        yield _finding("name-in-file", strategy, one, one.found[1])
    if known := names(source):
        anyone = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(known)))})(?![\w-])")
        anybody = re.compile("|".join(re.escape(name.split()[0]) for name in sorted(known)))
        for one in passages(strategy, anyone, anybody):
            if (one.span.path, one.span.line) not in told:
                yield _finding("name-in-file", strategy, one)


@rule(Level.WARNING, "managed")
def post_called_by_name(strategy: Strategy) -> Iterator[Finding]:
    """A post seems to be called by a person's name.

    When the person leaves, everything that the post answers for would be without an owner (Rovaniemi: roles and
    duties were unclear after changes of staff).

    Bad:
        owners/eero-esimerkki.yaml: {title: Eero Esimerkki}

    Good:
        owners/harbour-master.yaml: {title: Satamakapteeni}
    """
    for post in strategy.owners.values():
        words = post.title.words[0][1]
        if _WHOLE_NAME.fullmatch(words.strip()) and not _WORKING.search(words):
            span = strategy.where(post.ref, "title")
            yield Finding("post-called-by-name", span, post.ref, ("title",), {"words": words})


def _finding(
    rule: str, strategy: Strategy, one: Passage, words: str | None = None, problem: str | None = None
) -> Finding:
    args = {"name": strategy.name(one.subject) if one.subject else one.span.path, "words": words or one.words}
    return Finding(rule, one.span, one.subject, one.key, args, problem)
