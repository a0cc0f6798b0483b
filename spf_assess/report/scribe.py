"""The one way by which what people wrote reaches a page."""

from spf_assess.report.glyphs import printable


class Scribe:
    """Prepares people's own words for print and remembers what could not be printed.

    Attributes:
        replaced: the codes that stand in place of characters without a glyph.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.replaced: set[str] = set()

    def told(self, text: str) -> str:
        """Return *text* with only what the bundled fonts can print."""
        return printable(text, self.replaced).strip()

    def line(self, text: str) -> str:
        """Return *text* on one line, for a cell of a table or a running head."""
        return " ".join(self.told(text).split("\n"))

    def quoted(self, text: str, language: str) -> str:
        """Return *text* in the quotation marks of the language it is written in."""
        words = self.told(text)
        if language == "fr":
            return f"«\u00a0{words}\u00a0»"
        return f"“{words}”"
