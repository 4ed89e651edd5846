"""Content: a file's bytes as the text that spans count in, and back without losing a byte."""

from codecs import BOM_UTF8
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """A file's text, without the mark that some Windows programs put first (``bom``), which is kept."""

    text: str
    bom: bool = False

    @staticmethod
    def of(content: bytes) -> "Content | None":
        """Read a file's bytes; None when they are not UTF-8, so that nothing is known of places in them."""
        try:
            return Content(content.removeprefix(BOM_UTF8).decode(), content.startswith(BOM_UTF8))
        except UnicodeDecodeError:
            return None

    @property
    def marked(self) -> str:
        """The text with that mark, as the file has it."""
        return BOM_UTF8.decode() + self.text if self.bom else self.text

    def encoded(self) -> bytes:
        """Give the bytes of the file."""
        return self.marked.encode()
