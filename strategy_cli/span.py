"""Span: where something stands in a file."""

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


def whole_file(path: str) -> Span:
    """Point at a file as such, when no place inside it can be named."""
    return Span(path, 1, 1, 1, 1)
