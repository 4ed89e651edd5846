"""Span: where something stands in a file."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text in one file.

    Lines and columns are counted from 1, columns in code points; the end is exclusive.
    The path is relative to the repository root (else to where the user stands), with forward slashes.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """Write the start the way compilers and editors read it: ``path:line:column``."""
        return f"{self.path}:{self.line}:{self.column}"


def rows(text: str) -> list[str]:
    """Split text into lines as editors and spans count them: no form feed or U+2028 ends a line."""
    return re.split(r"\r\n?|\n", text)


def after(text: str) -> tuple[int, int]:
    """Give the line and column, both from 0, that follow ``text``."""
    lines = rows(text)
    return len(lines) - 1, len(lines[-1])


def whole_file(path: str) -> Span:
    """Point at a file as such, when no place inside it can be named."""
    return Span(path, 1, 1, 1, 1)
