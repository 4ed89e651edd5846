"""Called: what the name of a body comes to, whatever its case, ending or abbreviation."""

import re
from functools import cache

from strategy_cli import nearest

# The two bodies that every municipality has, by what papers call them in Finnish, Swedish and English.
_KNOWN = {
    "council": "kaupunginvaltuusto kunnanvaltuusto valtuusto kv stadsfullmaktige kommunfullmaktige fullmaktige "
    "citycouncil municipalcouncil towncouncil council",
    "board": "kaupunginhallitus kunnanhallitus hallitus kh stadsstyrelse kommunstyrelse styrelse "
    "cityboard municipalboard townboard board",
}
_BODY = {name: body for body, names in _KNOWN.items() for name in names.split()}

# How the last word of a name is bent or cut short: what it ends with, and what it ends with by itself.
_ENDINGS = (
    (re.compile(r"hallitu(ksen|kselle|kselta|ksessa|ksesta|kseen|sta)$"), "hallitus"),
    (re.compile(r"(?<=[aio])kun(nan|nalle|nalta|nassa|nasta|taan|taa)$"), "kunta"),
    (re.compile(r"(valtuus|neuvos|jaos)to(n|lle|lta|ssa|sta|on|a)$"), r"\1to"),
    (re.compile(r"ryhma(n|lle|lta|ssa|sta|an|a)$"), "ryhma"),
    (re.compile(r"ltk$"), "lautakunta"),
    (re.compile(r"jory$"), "johtoryhma"),
    (re.compile(r"styrelsens?$"), "styrelse"),
    (re.compile(r"namndens?$"), "namnd"),
    (re.compile(r"gruppens?$"), "grupp"),
    (re.compile(r"fullmaktiges$"), "fullmaktige"),
)

# What a group may be called after its matter; a steering or a management group is another thing than these.
_GROUP = re.compile(r"(tyo|valmistelu)?ryhma$|(arbets|berednings)?grupp$|(working|preparatory|preparation)?group$")


@cache
def bare(name: str) -> str:
    """Give a name in small letters without marks or spaces, its last word unbent: ``sivistyslautakunta``."""
    plain = nearest.as_id(name).replace("-", "")
    return next((ending.sub(whole, plain) for ending, whole in _ENDINGS if ending.search(plain)), plain)


def known(name: str) -> str | None:
    """Tell which of the bodies of every municipality a name is of: ``board`` of Kaupunginhallitus and of KH."""
    return _BODY.get(bare(name))


@cache
def matter(name: str) -> str | None:
    """Give what a group is for by its name: ``strategia`` of Strategian valmisteluryhmä; None when it is no group."""
    whole = bare(name)
    rest = _GROUP.sub("", whole)
    return None if rest == whole else rest.removesuffix("n")
