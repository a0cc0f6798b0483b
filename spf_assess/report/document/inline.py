"""What runs on in one line: words with their face and language, pictures, links."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from spf_assess.report.addresses import SCHEME
from spf_assess.report.charts import mark_shape
from spf_assess.report.desk import SIGNS

_GAPS = re.compile(r"[ \t\n\r\f]+")  # a no-break space is no gap
_SPACES = re.compile(r"[ \t\r\f]+")
_STRONG_TAGS = frozenset({"b", "strong"})
_STRONG = frozenset({"strong", "group", "word", "eightwords", "divided", "ref"})
_CHARACTERS = {
    "l1": "Level 1",
    "l2": "Level 2",
    "l3": "Level 3",
    "l4": "Level 4",
    "none": "Level none",
    "grade": "Grade",
    **dict.fromkeys(("asked", "quiet", "tag", "by", "source", "sources"), "Quiet"),
    **dict.fromkeys(("group", "tool", "divided"), "Tool"),
}


@dataclass(frozen=True, slots=True)
class Face:
    """How words look and which language they are.

    Attributes:
        language: as the page names it, such as ``fr``.
        style: a character style; empty for that of the paragraph.
        link: the address on the same page that they lead to, if any.
    """

    language: str
    style: str = ""
    bold: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    r"""A piece of a line: its text, or a picture.

    Attributes:
        text: ``\n`` stands for a new line, a tab for itself.
        picture: its name on the table of pictures; *alt* is what is heard.
        anchor: the address of this place.
    """

    face: Face
    text: str = ""
    picture: str = ""
    alt: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the pieces of lines of one page; *pictures* are SVG by name."""

    pictures: Mapping[str, str]

    def pieces(self, element: Element, face: Face) -> Iterator[Piece]:
        """Yield what an element of a line holds, its own tail apart."""
        face = faced(element, face)
        if element.get("id"):
            yield Piece(face, anchor=element.get("id", ""))
        if element.tag == "br":
            yield Piece(face, "\v")
        elif element.tag == "img":
            yield self._picture(element, face)
        elif "footnote" in element.get("class", "").split():
            yield Piece(face, " (")  # a document to edit has it beside what it is about
            yield from self.held(element, face)
            yield Piece(face, ")")
        elif "scale" in element.get("class", "").split():
            yield Piece(face, "\v")  # a line of its own
            yield Piece(face, _scaled(element.text or ""))
        else:
            yield from self.held(element, face)

    def held(self, element: Element, face: Face) -> Iterator[Piece]:
        """Yield the texts and elements of a line that an element holds."""
        if element.text:
            yield Piece(face, element.text)
        both = "both" in element.get("class", "").split()
        for one in element:
            if both and one.get("class") == "r":
                yield Piece(face, "\v")
            yield from self.pieces(one, face)
            if one.tail:
                yield Piece(face, one.tail)

    def _picture(self, element: Element, face: Face) -> Piece:
        name = element.get("src", "").removeprefix(SCHEME)
        alt = element.get("alt", "")
        for group, sign in SIGNS.items():
            if mark_shape(group, 6, 6, 10) in self.pictures[name]:
                return Piece(face, sign, alt=alt)
        return Piece(face, picture=name, alt=alt)


def faced(element: Element, face: Face) -> Face:
    """Return the face of what an element holds."""
    classes = element.get("class", "").split()
    style = next((_CHARACTERS[one] for one in classes if one in _CHARACTERS), "")
    return replace(
        face,
        language=element.get("lang") or face.language,
        style=style or ("Note Call" if element.tag == "sup" else face.style),
        bold=face.bold or element.tag in _STRONG_TAGS or bool(_STRONG & set(classes)),
        link=element.get("href", "").removeprefix("#") or face.link,
    )


def gathered(pieces: list[Piece], *, lines: bool = False) -> list[Piece]:
    """Return the pieces of a paragraph with one space for every gap, none at its ends.

    With *lines* the line ends of the text are those of the page.
    """
    made: list[Piece] = []
    open_gap = True
    for one in pieces:
        if not one.text:
            open_gap = open_gap and not one.picture
            made.append(one)
            continue
        text = _one_gap(one.text, lines=lines)
        if open_gap:
            text = text.lstrip(" " if _begun(made) else " \n")
        if text:
            open_gap = text.endswith((" ", "\n", "\t"))
            made.append(replace(one, text=text))
    return _trimmed(made)


def _begun(pieces: list[Piece]) -> bool:
    return any(one.text or one.picture for one in pieces)


def _one_gap(text: str, *, lines: bool) -> str:
    if "\t" in text and text.startswith("\t"):
        return text  # the scale, which sets its own places
    if lines:
        return re.sub(r" *[\n\v] *", "\n", _SPACES.sub(" ", text))
    return _GAPS.sub(" ", text).replace("\v", "\n")


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Take the gaps before line ends and at the end away."""
    made: list[Piece] = []
    follows = "\n"
    for one in reversed(pieces):
        text = one.text
        if text and follows.startswith("\n"):
            text = text.rstrip(" \n" if follows == "\n" and not made else " ")
        if one.text and not text:
            continue
        if text or one.picture:
            follows = text or "x"
        made.append(replace(one, text=text))
    made.reverse()
    return made


def _scaled(text: str) -> str:
    """Return the numerals of a scale, each after a tab that sets its place."""
    return "\t" + "\t".join(text.split())
