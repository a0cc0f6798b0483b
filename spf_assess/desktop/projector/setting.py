"""Setting a page: as large as it fits, on as few sheets as the smallest words allow."""

from collections.abc import Sequence
from dataclasses import dataclass

from spf_assess.desktop.models.projected import Leaf, Step
from spf_assess.desktop.models.projected_outcome import Told
from spf_assess.desktop.projector.blocks import Block, Level, Paragraph, Result
from spf_assess.desktop.projector.face import Face
from spf_assess.desktop.projector.scale import Scale
from spf_assess.i18n import Words, constituency_letter
from spf_assess.model import Constituency

_SIZES = {
    Step.QUESTION: (2.0, 1.8, 1.65, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0),
    Step.LEVELS: (1.35, 1.25, 1.15, 1.1, 1.05, 1.0),
    Step.POSITIONS: (1.25, 1.2, 1.15, 1.1, 1.05, 1.0),
    Step.RESULT: (1.25, 1.2, 1.15, 1.1, 1.05, 1.0),
    Step.OUTCOME: (1.3, 1.2, 1.1, 1.0),
}


@dataclass(frozen=True, slots=True)
class Set:
    """A page that was set: its sheets, and how large its words are."""

    face: Face
    sheets: tuple[tuple[Block, ...], ...]


def set_page(words: Words, leaf: Leaf, height: float, width: float, room: float) -> Set:
    """Return a page for a wall *height* tall, with *width* by *room* for its blocks."""
    blocks = _wording(words, leaf, height, width, room)
    fewest = len(_sheets(blocks, Face(height), width, room))
    settings = (
        Set(face, _sheets(blocks, face, width, room))
        for face in (Face(height, times) for times in _SIZES[leaf.step])
    )
    return next(one for one in settings if len(one.sheets) <= fewest)


def _wording(
    words: Words, leaf: Leaf, height: float, width: float, room: float
) -> tuple[Block, ...]:
    """Return the blocks of a page.

    Positions always stand on one sheet: where the whole question leaves too little room
    for them, what it is about stands in its place.
    """
    if leaf.step is Step.QUESTION:
        return _question(words, leaf)
    if leaf.step is Step.LEVELS:
        return _levels(leaf)
    if leaf.step is Step.OUTCOME:
        return _outcome(words, leaf)
    whole = _positions(words, leaf, _questions(leaf))
    if len(_sheets(whole, Face(height), width, room)) == 1:
        return whole
    short = _positions(words, leaf, (leaf.name,))
    if len(_sheets(short, Face(height), width, room)) == 1:
        return short
    # two languages on a small wall: the result takes the place of the scale
    left_out = Result if leaf.step is Step.POSITIONS else Scale
    return tuple(one for one in short if not isinstance(one, left_out))


def _pages(leaf: Leaf) -> tuple[Leaf, ...]:
    """Return the page in each of its languages."""
    return tuple(page for _words, page in leaf.tongues) or (leaf,)


def _questions(leaf: Leaf) -> tuple[str, ...]:
    return tuple(dict.fromkeys(page.question for page in _pages(leaf)))


def _question(words: Words, leaf: Leaf) -> tuple[Block, ...]:
    asked = (Paragraph(text, bold=True, after=0.6) for text in _questions(leaf))
    return (*asked, *_missing(words, leaf))


def _levels(leaf: Leaf) -> tuple[Block, ...]:
    head = Paragraph(leaf.name, bold=True, second=True, after=0.5)
    told = zip(*(page.levels for page in _pages(leaf)), strict=True)
    levels = (
        Level(one.number, one.name, tuple(each.description for each in alike))
        for one, alike in zip(leaf.levels, told, strict=True)
    )
    return (head, *levels)


def _positions(
    words: Words, leaf: Leaf, questions: tuple[str, ...]
) -> tuple[Block, ...]:
    letters = tuple(constituency_letter(words, one.constituency) for one in leaf.places)
    asked = {one.constituency for one in leaf.places}
    silent = [
        Paragraph(
            words("{name}: {text}", name=_line(one.name), text=one.said),
            bench=one.constituency,
            letter=letter,
            after=0.1,
        )
        for one, letter in zip(leaf.places, letters, strict=True)
        if one.level is None
    ]
    unasked = [one for one in leaf.missing if one[0] not in asked]
    return (
        *(Paragraph(one, bold=True, times=1.05, after=0.3) for one in questions),
        Scale(leaf.levels, leaf.places, letters),
        *(Result(page.finding) for page in _pages(leaf)),
        *silent,
        *_signed(words, unasked),
    )


def _outcome(words: Words, leaf: Leaf) -> tuple[Block, ...]:
    head = Paragraph(leaf.name, bold=True, second=True, after=0.5)
    told = zip(*(page.outcome for page in _pages(leaf)), strict=True)
    said = (
        _told(words, one, again=place > 0)
        for alike in told
        for place, one in enumerate(dict.fromkeys(alike))
    )
    return (head, *said, *_missing(words, leaf))


def _told(words: Words, one: Told, *, again: bool) -> Paragraph:
    """Return a paragraph; said *again* in another language its mark is not repeated."""
    marked = one.bench is not None and not again
    letter = constituency_letter(words, one.bench) if marked and one.bench else ""
    return Paragraph(
        one.text,
        bold=one.leads,
        leads=one.leads,
        quoted=one.quoted,
        bench=one.bench if marked else None,
        letter=letter,
        indent=one.bench is not None,
    )


def _line(name: str) -> str:
    """Return a name of two lines, one for each language, in one line."""
    return name.replace("\n", " / ")


def _missing(words: Words, leaf: Leaf) -> tuple[Block, ...]:
    return _signed(words, leaf.missing)


def _signed(
    words: Words, missing: Sequence[tuple[Constituency, str]]
) -> tuple[Block, ...]:
    return tuple(
        Paragraph(text, bench=bench, letter=constituency_letter(words, bench))
        for bench, text in missing
    )


def _sheets(
    blocks: Sequence[Block], face: Face, width: float, room: float
) -> tuple[tuple[Block, ...], ...]:
    """Put blocks on sheets one after the other; words that are too long go on."""
    sheets: list[list[Block]] = [[]]
    left, queue = room, list(blocks)
    while queue:
        block = queue.pop(0)
        high = block.height(face, width)
        if high <= left:
            sheets[-1].append(block)
            left -= high
            continue
        # only words go on from a sheet that has something on it already
        splits = isinstance(block, Paragraph) or left == room
        parts = block.split(face, width, left) if splits else ()
        if parts:
            sheets[-1].append(parts[0])
            queue[:0] = parts[1:]
        elif sheets[-1]:
            queue.insert(0, block)
        else:  # larger than a sheet: as much of it as there is room for
            sheets[-1].append(block)
        led = _taken_on(sheets[-1])
        queue[:0] = led
        sheets.append([])
        left = room
    if not sheets[-1] and len(sheets) > 1:
        sheets.pop()
    return tuple(tuple(one) for one in sheets)


def _taken_on(sheet: list[Block]) -> list[Block]:
    """Take from the end of a full sheet what leads to something on the next."""
    led: list[Block] = []
    while len(sheet) > 1 and isinstance(sheet[-1], Paragraph) and sheet[-1].leads:
        led.insert(0, sheet.pop())
    return led
