"""About: the strategy itself and its settings, from ``strategy.yaml``."""

from typing import ClassVar, Literal

from pydantic import Field

from strategy_cli.model.entity import DecisionId, Entity, Term
from strategy_cli.model.fields import Id, LanguageCodes, Multilingual, Node, Number, Spoken, Whole, Words
from strategy_cli.model.goal import RollUp
from strategy_cli.model.own import Kind, OwnFields
from strategy_cli.model.text import Text

LevelName = Literal["off", "info", "warning", "error"]
Profile = Literal["minimum", "managed", "audited"]
Naming = Literal["none", "role", "full"]


class Municipality(Node):
    """The municipality: its name and Statistics Finland's three-digit code, as text."""

    name: Multilingual
    code: Words | None = None


class Value(Node):
    """A value that the municipality holds to."""

    id: Id
    name: Multilingual
    description: Multilingual | None = None


class Theme(Node):
    """A theme that runs through goals."""

    id: Id
    name: Multilingual


class Reporting(Node):
    """How often follow-up is given, and the days of grace before a value counts as late."""

    periods: tuple[Literal["T1", "T2", "H1", "Q1", "Q2", "Q3", "Q4", "year"], ...] = ()
    grace_days: Whole | None = None


class Defaults(Node):
    """What goals and indicators use when they do not say: roll-up, and tolerance as a share of the whole way."""

    roll_up: RollUp | None = None
    tolerance: Number | None = None


class Limits(Node):
    """How many, how deep and how long is still followed up: beyond these lint tells; each is the city's to set."""

    depth: Whole = 3  # levels of goals
    aims: Whole = 7
    goals: Whole = 40
    binding: Whole = 20
    indicators: Whole = 5  # of one goal
    owned: Whole = 12  # by one post
    characters: Whole = 1500  # of one text


class Requirement(Node):
    """A rule of the city's own: of the things of a kind for which ``when`` holds, ``need`` must hold too.

    Both are expressions over the thing and what it links to.
    """

    id: Id
    kind: Kind
    when: Words | None = None
    need: Words
    level: LevelName = "warning"
    message: Spoken
    help: Spoken | None = None


class LintSettings(Node):
    """The profile to check against, levels of single rules, limits that rules of number go by, and own rules."""

    profile: Profile = "minimum"
    rules: dict[Words, LevelName] = Field(default_factory=dict)
    limits: Limits = Field(default_factory=Limits)
    require: tuple[Requirement, ...] = ()


class ReportSettings(Node):
    """How reports look and name posts, and what a published one says: accessibility statement, licence of the data."""

    accent: Words | None = None
    names: Naming | None = None
    accessibility: Multilingual | None = None
    licence: Multilingual | None = None


class About(Entity):
    """The strategy: what it is called, when and by which decision it is in force, and what it holds to."""

    kind: ClassVar[str] = "strategy"

    id: Id = "strategy"
    title: Multilingual
    municipality: Municipality | None = None
    languages: LanguageCodes = ("fi",)
    status: Literal["draft", "proposed", "in-force", "replaced"] = "draft"
    period: Term = Field(default_factory=Term)
    council_term: Term = Field(default_factory=Term)
    replaces: Multilingual | None = None
    vision: Multilingual | None = None
    mission: Multilingual | None = None
    values: tuple[Value, ...] = ()
    themes: tuple[Theme, ...] = ()
    decision: DecisionId | None = None
    basis: Multilingual | None = None
    evaluation: Multilingual | None = None
    reviewed: tuple[DecisionId, ...] = ()
    published: Multilingual | None = None  # where: an address, or the place
    law: Literal["fi", "none"] | None = None
    reporting: Reporting = Field(default_factory=Reporting)
    defaults: Defaults = Field(default_factory=Defaults)
    lint: LintSettings = Field(default_factory=LintSettings)
    report: ReportSettings = Field(default_factory=ReportSettings)
    fields: OwnFields = Field(default_factory=OwnFields)

    @property
    def label(self) -> Text | None:
        """The title."""
        return self.title
