"""What a report shows: small frozen dataclasses made from a strategy and its measures, for templates to read."""
