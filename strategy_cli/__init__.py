"""A municipality's strategy as plain YAML in git: checked, compared and reported."""

__version__ = "0.1.0"
