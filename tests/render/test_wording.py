"""Wording: words compiled into templates are those of the report at hand, not of the one before."""

import pytest

from strategy_cli.commands.publishing import Unnamed
from strategy_cli.messages import LANGUAGES, Messages
from strategy_cli.render.renderer import Renderer


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_wording_and_language_has_templates_of_its_own(language: str) -> None:
    def owner(messages: Messages) -> str:
        name = "tables.html.j2"
        environment = Renderer("html", messages)._environment  # noqa: SLF001
        return str(environment.get_template(name).module.goals_table([], "Goals"))  # type: ignore[attr-defined]

    for messages in (Messages(language), Unnamed(language), Messages("en"), Messages(language)):
        assert messages.say("report.owner") in owner(messages)
    assert Unnamed(language).say("report.owner") not in owner(Messages(language))
