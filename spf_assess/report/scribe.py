"""The one way by which what people wrote reaches a page."""

from spf_assess.report.glyphs import printable

LONGEST_WORD = 60


class Scribe:
    """Prepares people's own words for print and remembers what could not be printed."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.replaced: set[str] = set()

    def told(self, text: str) -> str:
        """Return *text* with only what the bundled fonts can print."""
        return printable(text, self.replaced)

    def quoted(self, text: str) -> str:
        """Return *text* between the quotation marks of the report's language."""
        words = self.told(text).strip()
        if self.language == "fr":
            return f"«\u00a0{words}\u00a0»"
        return f"“{words}”"
