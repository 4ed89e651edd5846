"""Pages: what a comparison, a life or a retrospect tells, each as one web page in the look of the reports."""

import sys

from strategy_cli.formats.changes.page.whole import page
from strategy_cli.formats.lives import history_account, retrospect_account
from strategy_cli.formats.lives.page import page as page_of_lives
from strategy_cli.formats.lives.telling import Telling
from strategy_cli.lives.history import History
from strategy_cli.lives.retrospect import Retrospect
from strategy_cli.messages import Messages
from strategy_cli.render import Renderer, look
from strategy_cli.render.look import PLAIN, Look
from strategy_cli.reviewing import Review
from strategy_cli.source import Source
from strategy_cli.strategy import Strategy
from strategy_cli.views.frame.accent import usable


def dressed(source: Source, strategy: Strategy, messages: Messages) -> Look:
    """Read the city's own look of a version, and say what of it is not used."""
    own = look.read(source, usable(strategy.about.report.accent))
    for note in own.notes:
        sys.stderr.write(f"{messages.say(note.key, **note.args)}\n")
    return own


def written(review: Review, messages: Messages, own: Look = PLAIN) -> str:
    """Write a review as a page, in the city's own look."""
    return Renderer("html", messages, own).render("diff", view=page(review, messages))


def remembered(told: History, telling: Telling, own: Look = PLAIN) -> str:
    """Write the life of a thing as a page, in the city's own look."""
    view = page_of_lives(history_account.account(told, telling), telling.record.now)
    return Renderer("html", telling.messages, own).render("history", view=view)


def looked_back(found: Retrospect, telling: Telling, own: Look = PLAIN) -> str:
    """Write a retrospect as a page, in the city's own look."""
    standings = (one.assessment.standing for one in found.attainment.goals)
    view = page_of_lives(retrospect_account.account(found, telling), telling.record.now, standings)
    return Renderer("html", telling.messages, own).render("retrospect", view=view)
