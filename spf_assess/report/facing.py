"""One page from two: English on the left, French on the right, people's words once.

The same templates make the page in either language; here the two are laid over one
another. What is equal in both was said by somebody, or is a figure, and stands once.
Texts of the tool that differ stand side by side, clause beside clause; in cells of
tables one below the other; within a line one after the other. Where the two pages have
another build, which nothing but an order by the alphabet should cause, the whole piece
stands twice.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import chain, zip_longest
from xml.etree.ElementTree import Element, fromstring, tostring

from spf_assess.report.addresses import SCHEME

ENGLISH, FRENCH = "en", "fr"
_HEADINGS = frozenset({"h1", "h2", "h3"})
_TEXTS = _HEADINGS | {"aside", "p", "li", "dt", "dd", "td", "th"}
_LISTS = frozenset({"ul", "ol", "dl"})
_ENTRIES = frozenset({"li", "dt", "dd"})
_BLOCKS = _TEXTS | _LISTS | {"div", "table", "section", "blockquote", "tr", "tbody"}
# Beside one another there is no room for two columns: what differs stands below.
_NARROW = frozenset({"td", "th"})
_NARROW_CLASSES = frozenset({"left", "right", "cover"})
_WIDE_CLASSES = frozenset({"imprint"})
# Lines in which the tool's words and those of others run on.
_LINES = frozenset(
    {
        "country",
        "eyebrow",
        "row",
        "voice",
        "words",
        "sources",
        "stand",
        "speakers",
        "observers",
        "key",
        "told",
        "facts",
    }
)
_SAID = 25  # letters that both pages have in common, or more, are somebody's words
_COMMON = 3  # words in a row that two languages do not have in common by chance
_JOINED = {
    "data-running": "\n",
    "data-edition": "\n",
    "data-foot": "\n",
    "data-bookmark": " / ",
    "data-part": " / ",
    "alt": " / ",
    "content": " / ",
}
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_NUMBERED = "ol"


class Facing:
    """Lays two pages over one another.

    Attributes:
        twice: the tags of what has another build in the two pages.
    """

    def __init__(self, pictures: Mapping[str, str]) -> None:
        self._pictures = pictures
        self.twice: list[str] = []

    def page(self, english: str, french: str) -> str:
        """Return one page from the same page in English and in French, both XML."""
        left, right = (
            fromstring(one)  # noqa: S314 - our own page, without a document type
            for one in (english, french)
        )
        whole = self._joined(left, right, narrow=False)
        return tostring(whole[0], encoding="unicode")

    def _joined(self, left: Element, right: Element, *, narrow: bool) -> list[Element]:
        """Return what stands in place of two elements."""
        if self._same(left, right):
            return [left]
        if left.tag == "img":
            return self._pictured(left, right)
        if left.tag in _TEXTS and self._same(left, right, seen=True):
            return [self._inline(left, right, " / ")]
        classes = _classes(left)
        narrow = narrow or left.tag in _NARROW or bool(_NARROW_CLASSES & classes)
        narrow = narrow and not _WIDE_CLASSES & classes
        if left.tag in _LISTS and not narrow and not _shared(left, right):
            return self._listed(left, right)
        if left.tag in _TEXTS and not _has_blocks(left):
            return self._worded(left, right, narrow=narrow)
        return self._held(left, right, narrow=narrow)

    def _held(self, left: Element, right: Element, *, narrow: bool) -> list[Element]:
        """Join what two elements hold, piece by piece; they hold blocks."""
        if [one.tag for one in left] != [one.tag for one in right]:
            self.twice.append(left.tag)
            return _below(left, right) if narrow else [_pair(left, right)]
        made = _shell(left, right)
        made.text = _in_turn(left.text, right.text)
        lined = bool(_LINES & _classes(left))
        for one, other in zip(left, right, strict=True):
            pieces = (
                [self._inline(one, other, " / ")]
                if lined and not self._same(one, other) and one.tag == "p"
                else self._joined(one, other, narrow=narrow)
            )
            pieces[-1].tail = _in_turn(one.tail, other.tail)
            made.extend(pieces)
        return [made]

    def _worded(self, left: Element, right: Element, *, narrow: bool) -> list[Element]:
        """Join two texts: in one line, below one another, or side by side."""
        if left.tag in _NARROW:
            return [self._inline(left, right, None)]
        entry = left.tag in _ENTRIES  # a list holds nothing but entries
        if entry or _LINES & _classes(left) or _shared(left, right):
            return [self._inline(left, right, " / ")]
        if left.tag in _HEADINGS:
            return [_heading(left, right)]
        return _below(left, right) if narrow else [_pair(left, right)]

    def _inline(self, left: Element, right: Element, sign: str | None) -> Element:
        """Return one line of two; without *sign* the second has a line of its own."""
        made = _shell(left, right)
        if [one.tag for one in left] != [one.tag for one in right]:
            made.text, made[:] = left.text, list(left)
            _add(made, sign, [right.text, *right])
            return made
        _put(made, left.text, right.text, sign)
        for one, other in zip(left, right, strict=True):
            same = self._same(one, other)
            if same:
                made.append(_bare(one))
            elif one.tag == "img":
                made.extend(_bare(piece) for piece in self._pictured(one, other))
            elif one.tag == "a":  # a link holds no elements, so there are two
                made.append(_bare(one))
                _add(made, sign, [_bare(other)])
            else:
                made.append(_bare(self._inline(one, other, sign)))
            _put(made, one.tail, other.tail, sign)
        return made

    def _listed(self, left: Element, right: Element) -> list[Element]:
        """Return a list entry by entry, so that it breaks over pages."""
        if [one.tag for one in left] != [one.tag for one in right]:
            self.twice.append(left.tag)
            return [_pair(left, right)]
        made = []
        for number, pieces in enumerate(
            zip(_entries(left), _entries(right), strict=True)
        ):
            sides = [_shell(left, left), _shell(right, right)]
            for side, entries in zip(sides, pieces, strict=True):
                side.extend(entries)
                if left.tag == _NUMBERED and "toc" not in _classes(left):
                    side.set("style", f"counter-reset: list-item {number}")
            made.append(_pair(*sides))
        return made

    def _pictured(self, left: Element, right: Element) -> list[Element]:
        """Return one picture with both texts, or both where letters stand in it."""
        drawn = [self._drawing(one) for one in (left, right)]
        if drawn[0] == drawn[1]:
            return [_shell(left, right)]
        return _below(left, right)

    def _drawing(self, image: Element) -> str:
        name = image.get("src", "").removeprefix(SCHEME)
        return _TITLE.sub("", self._pictures.get(name, name))

    def _same(self, left: Element, right: Element, *, seen: bool = False) -> bool:
        """Return whether two elements print the same, tails apart.

        With *seen* the texts of pictures, which are heard, may differ.
        """
        if seen and left.tag == right.tag == "img":
            return self._drawing(left) == self._drawing(right)
        return (
            left.tag == right.tag
            and _told(left) == _told(right)
            and _plain(left.text) == _plain(right.text)
            and len(left) == len(right)
            and all(
                self._same(one, other, seen=seen)
                and _plain(one.tail) == _plain(other.tail)
                for one, other in zip(left, right, strict=True)
            )
        )


def _told(element: Element) -> dict[str, str]:
    """Return the attributes that are printed or heard."""
    return {
        name: value
        for name, value in element.attrib.items()
        if name in _JOINED or name == "lang"
    }


def _plain(text: str | None) -> str:
    """Return a text as it is compared: a decimal sign alone is no other text."""
    told = " ".join((text or "").split())
    if _LETTERS.search(told):
        return told
    return told.replace(",", ".").replace("\u202f", "").replace("\u00a0", "")


def _classes(element: Element) -> set[str]:
    return set(element.get("class", "").split())


def _has_blocks(element: Element) -> bool:
    return any(one.tag in _BLOCKS for one in element)


def _chunks(element: Element) -> Iterator[str]:
    """Yield what longer texts begin with."""
    for one in element.iter():
        for text in (one.text, one.tail if one is not element else None):
            if text and len(text.strip()) >= _SAID and _LETTERS.search(text):
                yield " ".join(text.split())[:_SAID]


def _shared(left: Element, right: Element) -> bool:
    """Return whether both hold the same words of somebody, which are printed once."""
    return bool(set(_chunks(left)) & set(_chunks(right)))


def _shell(left: Element, right: Element) -> Element:
    """Return the first element without what it holds, attributes of both joined."""
    made = Element(left.tag, dict(left.attrib))
    for name, value in left.attrib.items():
        other = right.get(name, "")
        if name in _JOINED and other and other != value:
            made.set(name, f"{value}{_JOINED[name]}{other}")
    return made


def _bare(element: Element) -> Element:
    """Return the element without the text behind it."""
    made = element if element.tail is None else deepcopy(element)
    made.tail = None
    return made


def _marked(element: Element, *classes: str, language: str = "") -> Element:
    made = deepcopy(element)
    made.tail = None
    if classes:
        made.set("class", " ".join(filter(None, [element.get("class", ""), *classes])))
    if language:
        made.set("lang", language)
    return made


def _unnamed(element: Element) -> Element:
    """Return the second of two without its addresses, which the first has already."""
    made = _marked(element)
    for one in made.iter():
        one.attrib.pop("id", None)
    return made


def _pair(left: Element, right: Element) -> Element:
    """Return two elements side by side, and say on the pair what it is a pair of."""
    kinds = [f"of-{one}" for one in left.get("class", "").split()]
    made = Element("div", {"class": " ".join(["pair", *kinds])})
    for one, attributes in (
        (_marked(left), {"class": "l"}),
        (_unnamed(right), {"class": "r", "lang": FRENCH}),
    ):
        side = Element("div", attributes)
        side.append(one)
        made.append(side)
    return made


def _below(left: Element, right: Element) -> list[Element]:
    """Return two elements one below the other."""
    return [_marked(left), _unnamed(_marked(right, "second", language=FRENCH))]


def _heading(left: Element, right: Element) -> Element:
    """Return one heading with two sides; the bookmark tells both."""
    made = _shell(left, right)
    made.set("class", " ".join(filter(None, [left.get("class", ""), "both"])))
    if "data-bookmark" not in left.attrib:
        told = [" ".join("".join(one.itertext()).split()) for one in (left, right)]
        made.set("data-bookmark", " / ".join(dict.fromkeys(told)))
    for one, side in ((left, "l"), (right, "r")):
        half = Element("span", {"class": side})
        if side == "r":
            half.set("lang", FRENCH)
        half.text = one.text
        half.extend(one)
        half.tail = " "
        made.append(half)
    return made


def _entries(element: Element) -> Iterator[list[Element]]:
    """Yield what must stay together of a list: an item, or a term and what it means."""
    entry: list[Element] = []
    for one in element:
        if entry and one.tag != "dd":
            yield entry
            entry = []
        entry.append(one)
    if entry:
        yield entry


def _in_turn(left: str | None, right: str | None) -> str | None:
    """Return a text between blocks, where nothing but gaps should stand."""
    if _plain(left) == _plain(right):
        return left
    return f"{left or ''} / {right or ''}"


def _put(made: Element, left: str | None, right: str | None, sign: str | None) -> None:
    """Add two texts to a line: what they have in common once, the rest in turn."""
    one, other = left or "", right or ""
    if _plain(one) == _plain(other) or not re.search(r"\w", one + other):
        _append(made, one)
        return
    before, first, second, after = _apart(one, other)
    alone = sign is None and not _LETTERS.search(before + after)
    if alone or not first.strip() or not second.strip():
        before, first, second, after = "", one, other, ""
    gap = first[len(first.rstrip()) :] or second[len(second.rstrip()) :]
    _append(made, before + first.rstrip())
    _add(made, sign, [second.strip()])
    _append(made, (gap or " ") + after if after else gap)


def _append(made: Element, text: str) -> None:
    if len(made):
        made[-1].tail = (made[-1].tail or "") + text
    else:
        made.text = (made.text or "") + text


def _add(
    made: Element, sign: str | None, pieces: Sequence["str | Element | None"]
) -> None:
    """Add what stands in French, after *sign* or on a line of its own."""
    second = Element("span", {"lang": FRENCH, "class": "second"})
    for piece in pieces:
        if isinstance(piece, Element):
            second.append(piece)
        else:
            _append(second, piece or "")
    if sign is None:
        made.append(Element("br"))
    else:
        _append(made, sign)
    made.append(second)


def _apart(left: str, right: str) -> tuple[str, str, str, str]:
    """Return what two texts begin with, where they differ, and what they end with.

    Signs and figures at the beginning are common to both; words, at either end, only
    where several in a row are the same.
    """
    one, other = (re.findall(r"\s*\S+", text) for text in (left, right))
    head = _run(zip_longest(one, other))
    rest, more = one[head:], other[head:]
    tail = _run(zip_longest(reversed(rest), reversed(more)))
    tail = tail if tail >= _COMMON else 0
    return (
        "".join(one[:head]),
        "".join(rest[: len(rest) - tail]),
        "".join(more[: len(more) - tail]),
        "".join(chain(rest[len(rest) - tail :], _spaces(left))),
    )


def _spaces(text: str) -> Iterable[str]:
    return [text[len(text.rstrip()) :]]


def _run(pairs: Iterable[tuple[str | None, str | None]]) -> int:
    """Return how many words in a row are the same, if that is more than chance."""
    number = signs = 0
    for one, other in pairs:
        if one is None or other is None or one.strip() != other.strip():
            break
        number += 1
        if signs == number - 1 and not _LETTERS.search(one):
            signs = number
    return number if number >= _COMMON else signs
