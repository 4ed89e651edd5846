"""Views → documents: templates, the packaged and the city's own, that write texts, figures and days."""

from strategy_cli.render.renderer import Renderer

__all__ = ["Renderer"]
