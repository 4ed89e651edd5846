"""Span edits: files changed at known places only, every other byte as it was."""
