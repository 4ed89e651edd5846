"""Persons: no text of the strategy holds a person's name or identity code, and no post is called by a name."""

import re
from collections.abc import Iterator

from strategy_cli.finding import Finding, Level
from strategy_cli.given_names import OF_WORK, is_given, is_person, is_persons_id
from strategy_cli.model.kinds import FOLDER_OF, FOLDERS, link_at
from strategy_cli.people import names
from strategy_cli.rules.registry import rule
from strategy_cli.rules.shared.passages import Passage, passage, passages
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy

# Signs begin with what is rare in a file, so that going through all words for them takes little.
_IDENTITY_CODE = re.compile(r"(?<![\w-])\d{6}[-+ABCDEFYXWVU]\d{3}[0-9A-FHJ-NPR-Y](?![\w-])")
_IDENTITY_SIGN = re.compile(r"[-+ABCDEFYXWVU](?<=\d{6}.)\d{3}")
_LETTERS = r"[^\W\d_]"
_CAPITAL = r"[A-ZÅÄÖ]"
_NAMED = re.compile(rf"^[^\w\n]*({_CAPITAL}{_LETTERS}+(?:-{_CAPITAL}{_LETTERS}+)?)[^\w\n]*$", re.MULTILINE)
_ANSWERS = r"(?:on|ovat|oli|toimii|antaa|är|ger|is|was)"
_WORK = rf"(?:{OF_WORK}|vastuussa|vastaa|lisätieto|upplysning|innehavar|contact|member|owner|holder)"
_AFTER_TITLE = re.compile(rf"{_WORK}{_LETTERS}*(?:\s*[:,]|\s+{_ANSWERS})*\s+[\"'”(]?$", re.IGNORECASE)
_BEFORE_TITLE = re.compile(rf"(?:,\s+|\s+\(|\s+(?:on|är|is)\s+)(?:{_LETTERS}+\s+)?{_LETTERS}*{_WORK}", re.IGNORECASE)
_COMPANY = re.compile(r"(?:^|.*\s)(?:Oyj?|Abp?|Ky|Ry|Säätiö)\b", re.IGNORECASE | re.DOTALL)
_SUFFIX = len(" Säätiö ")
_NEAR = 60  # characters before a name in which its title is looked for


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
        yield finding("identity-code-in-file", strategy, one, one.words[:6] + "…")


@rule(Level.WARNING, "managed", audited=Level.ERROR)
def name_in_file(strategy: Strategy, source: Source) -> Iterator[Finding]:
    """A person's name stands in a file of the strategy.

    The post answers, whoever holds it: a name in a text outlives its holder, in git for ever (General Data Protection
    Regulation 2016/679, article 5). Found are the names that ``people.yaml`` holds, inflected too, and a common given
    name with another capitalised word beside a title or a word such as yhteyshenkilö, ordförande or contact.

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
    for one in (*_known(strategy, source), *_titled(strategy)):
        place = (one.span.path, one.span.line, one.span.column)
        if place not in told and not _is_told_elsewhere(strategy, one):
            told.add(place)
            yield finding("name-in-file", strategy, one)


def _known(strategy: Strategy, source: Source) -> Iterator[Passage]:
    """Find the names of the file of persons: as they are in any capitals, or inflected with capitals."""
    known = sorted(names(source))
    if not known:
        return
    exact = {" ".join(name.split()).casefold() for name in known}
    anyone = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_inflected, known))})(?![\w-])", re.IGNORECASE)
    anybody = re.compile(
        rf"(?<![\w-])(?:{'|'.join(sorted({re.escape(n.split()[0]) for n in known}))})(?![\w-])", re.IGNORECASE
    )
    for one in passages(strategy, anyone, anybody):
        words = one.words.split()
        if " ".join(words).casefold() in exact or (words[1:] and all(word[0].isupper() for word in words)):
            yield one


def _inflected(name: str) -> str:
    """Make a pattern for a name, whose last word may have endings: Meikäläinen, Meikäläisen; Mäki, Mäen."""
    *given, last = name.split()
    if not given:
        return re.escape(last)
    stem = last[: max(2, len(last) - 3)]
    return r"\s+".join([*map(re.escape, given), rf"{re.escape(stem)}{_LETTERS}{{0,9}}"])


def _titled(strategy: Strategy) -> Iterator[Passage]:
    """Find a given name and a capitalised word beside a title; only where there are given names at all."""
    given = sorted({found[1] for found in _NAMED.finditer(strategy.words) if is_given(found[1])})
    if not given:
        return
    first = "|".join(map(re.escape, given))
    name = re.compile(
        rf"(?<![\w-])(?:{first})(?:\s{_CAPITAL}{_LETTERS}+|\s{_CAPITAL}\.)?\s+{_CAPITAL}{_LETTERS}+(?:-{_LETTERS}+)?"
    )
    for document, held in strategy.documents.values():
        if any(one in document.text for one in given):
            for found in name.finditer(document.text):
                if _is_beside_title(found):
                    yield passage(document, held, found)


def _is_beside_title(found: re.Match[str]) -> bool:
    """Tell whether a title stands before or after a name, and the name is no company's."""
    text, start, end = found.string, found.start(), found.end()
    if not (_AFTER_TITLE.search(text[max(0, start - _NEAR) : start]) or _BEFORE_TITLE.match(text, end, end + _NEAR)):
        return False
    return not _COMPANY.match(text[start : end + _SUFFIX])


def _is_told_elsewhere(strategy: Strategy, one: Passage) -> bool:
    """Tell whether a name stands where an id should be, which loading tells, or is all that a post is called by."""
    if one.subject is None or one.subject.kind not in FOLDER_OF:
        return False
    if one.subject.kind == "owner" and one.key[:1] == ("title",):
        post = strategy.owners.get(one.subject.id)
        return post is not None and _called_by_name(post.title.words) is not None
    model = FOLDERS[FOLDER_OF[one.subject.kind]]
    return one.key == ("holder",) or link_at(model, one.key) is not None


@rule(Level.WARNING)
def post_called_by_name(strategy: Strategy) -> Iterator[Finding]:
    """A post seems to be called by a person's name: in its title, its id or the key of its holder.

    When the person leaves, everything that the post answers for would be without an owner (Rovaniemi: roles and
    duties were unclear after changes of staff); until then the name is published with every report.

    Bad:
        owners/eero-esimerkki.yaml: {title: Eero Esimerkki}

    Good:
        owners/harbour-master.yaml: {title: Satamakapteeni}
    """
    for post in strategy.owners.values():
        if words := _called_by_name(post.title.words):
            yield _of_post(strategy, post.ref.id, "title", words)
        elif is_persons_id(post.id):
            yield _of_post(strategy, post.ref.id, "id", post.id)
        elif post.holder and is_persons_id(post.holder):
            yield _of_post(strategy, post.ref.id, "holder", post.holder)


def _called_by_name(title: tuple[tuple[str, str], ...]) -> str | None:
    return next((words for _, words in title if is_person(words)), None)


def _of_post(strategy: Strategy, identity: str, key: str, words: str) -> Finding:
    post = strategy.owners[identity]
    args = {"words": words, "name": strategy.name(post.ref)}
    span = strategy.where(post.ref, key)
    return Finding("post-called-by-name", span, post.ref, (key,), args, None if key == "title" else key)


def finding(
    rule: str, strategy: Strategy, one: Passage, words: str | None = None, problem: str | None = None
) -> Finding:
    """Make a finding on a passage, named by the thing that it stands in, else by its file."""
    args = {"name": strategy.name(one.subject) if one.subject else one.span.path, "words": words or one.words}
    return Finding(rule, one.span, one.subject, one.key, args, problem)
