"""Replay: the committed versions of a strategy one after another, and what each commit changed."""
