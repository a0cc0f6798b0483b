"""Make the text of the Recommendation from ILC 101, Provisional Record 14A.

``python tools/recommendation.py RECORD.txt`` writes
``forms/r202/recommendation/recommendation.yaml`` and a copy of the record beside it.
The record's text is kept letter by letter but for these repairs, made where its layout
asks for them:

* the pages, English and French in turn, are put into each language's own order, and
  sentences cut by a page are joined;
* wrapped lines are joined; the dashes of lists, the numbers and letters of provisions
  (kept as references), the bold marks and the repeated titles are taken off;
* the printing notice at the end is left out;
* the English page that the record lacks (end of the preamble, formula, heading I,
  Paragraphs 1 and 2) is added from the adopted Recommendation and marked as such.

Nothing else is touched: the French formula has no day, the headings are in capitals.
"""

import json
import re
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "forms" / "r202" / "recommendation"

# First and last line of each page, counted from 1. The first page of each language is
# its title; the notice from line 350 on is no part of the Recommendation.
PAGES = {
    "en": (
        (20, 20),
        (22, 69),
        (136, 159),
        (186, 202),
        (222, 240),
        (262, 284),
        (310, 328),
    ),
    "fr": (
        (71, 71),
        (73, 113),
        (115, 134),
        (161, 184),
        (204, 220),
        (242, 260),
        (286, 308),
        (330, 348),
    ),
}
# The last words of the record's second English page, and what follows them in the
# adopted Recommendation; the first line ends the recital that the page breaks off.
BROKEN_OFF = "and noting"
_ADDED = """\
that these standards are of continuing relevance and continue to be important
references for social security systems, and

Recalling that the ILO Declaration on Social Justice for a Fair Globalization
recognizes that “the commitments and efforts of Members and the Organization to
implement the ILO's constitutional mandate, including through international labour
standards, and to place full and productive employment and decent work at the centre
of economic and social policies, should be based on ... (ii) developing and enhancing
measures of social protection ... which are sustainable and adapted to national
circumstances, including ... the extension of social security to all”, and

Considering the resolution and Conclusions concerning the recurrent discussion on
social protection (social security) adopted by the International Labour Conference at
its 100th Session (2011), which recognize the need for a Recommendation complementing
existing ILO social security standards and providing guidance to Members in building
social protection floors tailored to national circumstances and levels of
development, as part of comprehensive social security systems, and

Having decided upon the adoption of certain proposals with regard to social
protection floors, which is the fourth item on the agenda of the session, and

Having determined that these proposals shall take the form of a Recommendation;

adopts this fourteenth day of June of the year two thousand and twelve the following
Recommendation, which may be cited as the Social Protection Floors Recommendation,
2012.

I. OBJECTIVES, SCOPE AND PRINCIPLES

1. This Recommendation provides guidance to Members to:

- (a) establish and maintain, as applicable, social protection floors as a
fundamental element of their national social security systems; and

- (b) implement social protection floors within strategies for the extension of
social security that progressively ensure higher levels of social security to as many
people as possible, guided by ILO social security standards.

2. For the purpose of this Recommendation, social protection floors are nationally
defined sets of basic social security guarantees which secure protection aimed at
preventing or alleviating poverty, vulnerability and social exclusion.
"""
ADDED = [" ".join(block.split()) for block in _ADDED.split("\n\n")]
_PARAGRAPH = re.compile(r"(?P<number>\d+)\. (?:\((?P<sub>\d)\) )?(?P<text>.+)")
_SUB = re.compile(r"\((?P<sub>\d)\) (?P<text>.+)")
_OPENING = re.compile(r"(.+(?:Organization|Travail),) ((?:Having been|Convoquée).+)")
_CLAUSE = re.compile(r"- \(?(?P<letter>[a-z])\) (?P<text>.+)")


@dataclass(frozen=True)
class Piece:
    """One provision in one language; *added* is what the record does not have."""

    kind: str
    reference: str
    text: str
    added: str = ""


def blocks(record: list[str], language: str) -> list[str]:
    """Return one language's text, one block a provision, the title first."""
    lines: list[str] = []
    for first, last in PAGES[language]:
        page = [line.strip() for line in record[first - 1 : last]]
        if not page[0][:1].islower():  # else the sentence goes on from page to page
            lines.append("")
        lines += page
    found: list[str] = []
    for before, line in pairwise(lines):
        if line and (not before or line.startswith("- ")):
            found.append(line)
        elif line:
            found[-1] += f" {line}"
    return [
        part for block in found for part in _OPENING.sub(r"\1\n\2", block).split("\n")
    ]


def with_added(found: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the English blocks with what was added to each, or in its place."""
    for block in found:
        if block.endswith(BROKEN_OFF):
            first, *others = ADDED
            yield f"{block} {first}", first
            yield from ((other, other) for other in others)
        else:
            yield block, ""


def pieces(found: Iterator[tuple[str, str]]) -> Iterator[Piece]:
    """Yield the provisions, told apart by the signs before them."""
    number = sub = 0
    for block, added in found:
        if paragraph := _PARAGRAPH.fullmatch(block):
            number, sub = int(paragraph["number"]), int(paragraph["sub"] or 0)
            kind = "sub" if sub else "paragraph"
            piece = Piece(kind, _reference(number, sub), paragraph["text"], added)
        elif match := _SUB.fullmatch(block):
            sub = int(match["sub"])
            piece = Piece("sub", _reference(number, sub), match["text"], added)
        elif match := _CLAUSE.fullmatch(block):
            reference = f"{_reference(number, sub)}({match['letter']})"
            piece = Piece("clause", reference, match["text"], added)
        elif block.isupper():
            piece = Piece("heading", "", block, added)
        else:
            text = block.removeprefix("- ")
            kind = "formula" if text.startswith(("adopts", "adopte")) else "recital"
            piece = Piece(kind, "", text, added)
        yield piece


def _reference(number: int, sub: int) -> str:
    return f"{number}({sub})" if sub else f"{number}"


def written(title: dict[str, str], english: list[Piece], french: list[Piece]) -> str:
    """Return the file; the two texts go side by side, provision by provision."""
    lines = [
        "# Recommendation No. 202 in both languages, made from the record beside this",
        "# file by tools/recommendation.py. Not to be edited by hand.",
        "title:",
        *_texts(title, "  "),
        "provisions:",
    ]
    for one, other in zip(english, french, strict=True):
        if (one.kind, one.reference) != (other.kind, other.reference):
            raise SystemExit(f"the texts part ways at {one} and {other}")
        lines.append(f"  - kind: {one.kind}")
        if one.reference:
            lines.append(f'    reference: "{one.reference}"')
        lines += ["    text:", *_texts({"en": one.text, "fr": other.text}, "      ")]
        if one.added:
            lines.append("    not_from_record: [en]")
        if one.added == ADDED[0]:
            lines += ["    added:", *_texts({"en": one.added}, "      ")]
    return "\n".join(lines) + "\n"


def _texts(texts: dict[str, str], indent: str) -> Iterator[str]:
    for language, text in texts.items():
        quoted = json.dumps(text, ensure_ascii=False)
        yield from textwrap.wrap(
            f"{language}: {quoted}",
            width=100,
            initial_indent=indent,
            subsequent_indent=f"{indent}    ",
            break_long_words=False,
            break_on_hyphens=False,
        )


def main(arguments: list[str]) -> int:
    """Read the record and write the two files."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    data = Path(arguments[0]).read_bytes()
    record = data.decode("utf-8").split("\n")
    english, french = blocks(record, "en"), blocks(record, "fr")
    title = {"en": english[0], "fr": french[0]}
    text = written(
        title,
        list(pieces(with_added(english[1:]))),
        list(pieces((block, "") for block in french[1:])),
    )
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "recommendation.yaml").write_text(text, encoding="utf-8")
    (FOLDER / "provisional-record-14a.txt").write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
