"""Which style a paragraph has: by its element, and by what it stands in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any
from xml.etree.ElementTree import Element

from spf_assess.report.document.inline import Face

_FIRST = frozenset({"cover", "short", "beginning"})
_SMALL = frozenset(
    "small source sources note disclaimer speakers key facts asked how endnote".split()  # noqa: SIM905
)
_QUOTED = frozenset({"words", "voice", "observers", "legal", "matrix"})
_BY_CLASS = {
    "eyebrow": "Eyebrow",
    "country": "Subtitle",
    "instrument": "Subtitle",
    "alert": "Alert",
    "added": "Alert",
    "caption": "Caption",
    "under": "Table Note",
    "small": "Small",
    "lead": "Lead",
    "right": "Aside",
    "remarked": "Small",
    "said": "Quote",
    **dict.fromkeys(_SMALL, "Small"),
    **dict.fromkeys(_QUOTED, "Quote"),
}
_AROUND = {"alert": "Alert", "legal": "Quote", "right": "Aside", "proof": "Small"}
_GROUPS = frozenset({"head", "objective"})  # rows that those below belong to
_LISTS = {"ul": "List Bullet", "ol": "List Number", "plain": "List Paragraph"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What a block stands in.

    Attributes:
        add: puts an element at the end of what is written.
        width: millimetres that there are.
        face: of words that say nothing else.
        tag: of the element.
        classes: of the element and of all that it stands in.
        own: of the element alone.
        depth: of elements around it.
        listed: the kind of list that it is an entry of.
        number: of that list, where it counts.
        celled: whether it stands in a cell of a table, *head* in its head.
        layout: whether it stands beside something.
    """

    add: Callable[[Any], None]
    width: float
    face: Face
    tag: str = ""
    classes: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    depth: int = 0
    listed: str = ""
    number: int = 0
    celled: bool = False
    head: bool = False
    layout: bool = False
    part: bool = False

    def within(self, element: Element) -> "Setting":
        """Return what the blocks in an element stand in."""
        own = frozenset(element.get("class", "").split())
        listed = self.listed
        if element.tag in {"ul", "ol"}:
            listed = "plain" if own & {"plain"} else element.tag
            listed = "toc" if own & {"toc"} else listed
        return replace(
            self,
            tag=element.tag,
            own=own,
            classes=self.classes | own,
            depth=self.depth + 1,
            listed=listed,
            part="data-part" in element.attrib,
        )

    def in_head(self) -> "Setting":
        """Return the same in the head of a table."""
        return replace(self, head=True)

    def halves(self) -> list[float]:
        """Return the widths of two columns."""
        return [self.width / 2, self.width / 2]


def block_style(setting: Setting, *, titled: bool) -> str:
    """Return the name of the style of a paragraph."""
    if setting.celled:
        return _cell_style(setting)
    if setting.tag in {"h1", "h2", "h3"}:
        return _heading(setting, titled=titled)
    if setting.tag == "li":
        entry = "TOC 1" if "part" in setting.own else "TOC 2"
        return _LISTS.get(setting.listed, entry)
    if setting.tag == "dt" or setting.part:
        return "Part" if setting.part else "Term"
    named = (_BY_CLASS[one] for one in _BY_CLASS if one in setting.own)
    around = (name for one, name in _AROUND.items() if one in setting.classes)
    return next(chain(named, around), "Body Text")


def _heading(setting: Setting, *, titled: bool) -> str:
    level = int(setting.tag[1])
    if level == 1 and not titled and _FIRST & setting.classes:
        return "Title"
    inner = "section" in setting.classes or "lower" in setting.own
    return f"Heading {level + (inner and 'lower' not in setting.own)}"


def _cell_style(setting: Setting) -> str:
    if setting.head:
        return "Table Head"
    if "legal" in setting.classes and "small" not in setting.own:
        return "Quote"
    if setting.own & {"words", "voice"}:
        return "Table Quote"
    if setting.tag == "th" and setting.classes & _GROUPS:
        return "Table Group"
    return "Table Row Head" if setting.tag == "th" else "Table Text"
