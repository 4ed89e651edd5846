"""Lives in words: a thing's life and the retrospect of a strategy, as text, Markdown and JSON."""
