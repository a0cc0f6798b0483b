"""The one way by which what people wrote reaches a page."""

import re

from spf_assess.report.glyphs import printable

# A word longer than any in English or French is given places where a line may break;
# the mark has no width and no shape. Otherwise each line would try the whole rest.
_BREAK, _AFTER, _UNBROKEN = "\u200b", 24, 200
_LONG = re.compile(rf"\S{{{_UNBROKEN},}}")
_PIECE = re.compile(rf"\S{{{_AFTER}}}(?=\S)")
_CLIPPED = 60
# Quotations within a quotation have marks of second rank; by whether it is French.
_MARKS = {
    True: re.compile(r"«[\s\u00a0\u202f]*([^«»]*?)[\s\u00a0\u202f]*»"),
    False: re.compile(r"“([^“”]*)”"),
}
_INNER = {True: r"“\1”", False: r"‘\1’"}


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
        whole = printable(text, self.replaced).strip()
        return _LONG.sub(
            lambda word: _PIECE.sub(rf"\g<0>{_BREAK}", word.group()), whole
        )

    def line(self, text: str) -> str:
        """Return *text* on one line, for a cell of a table or a running head."""
        return " ".join(self.told(text).split("\n"))

    def clipped(self, text: str) -> str:
        """Return *text* short enough for a running head, which cannot wrap."""
        whole = self.line(text)
        return whole if len(whole) <= _CLIPPED else f"{whole_words(whole[:_CLIPPED])}…"

    def quoted(self, text: str, language: str) -> str:
        """Return *text* in the quotation marks of the language it is written in."""
        words = self.told(text)
        outer, inner = _MARKS[language == "fr"], _INNER[language == "fr"]
        if whole := outer.fullmatch(words):
            words = whole[1]
        words = outer.sub(inner, words)
        if language == "fr":
            return f"«\u00a0{words}\u00a0»"
        return f"“{words}”"


def whole_words(text: str) -> str:
    """Return *text* up to its last whole word, where it has several."""
    return text.rsplit(" ", 1)[0].rstrip(" ,;:\u00a0")
