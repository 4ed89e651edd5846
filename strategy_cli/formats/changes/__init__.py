"""Changes written out: in words, as text, Markdown, a page, JSON and annotations of a forge."""
