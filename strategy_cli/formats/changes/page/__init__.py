"""The web page of a comparison: the whole of it, its sections, the changes in them, their values side by side."""
