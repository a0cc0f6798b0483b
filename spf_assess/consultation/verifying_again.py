"""A published report read a second time, by code that the one file has nothing of.

``exchange/verify_report.py`` reads the PDF, the canonical form, the word lists and the
rule by itself, so that it can stand alone. Here the same is done by what the program
otherwise works with: PDFium, the library for canonical JSON, that for the word lists,
and the rule of ``analysis``. A fault of one reading, or a PDF made to be read in two
ways, shows as a difference between them.
"""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from spf_assess.analysis.disclosure import OPEN
from spf_assess.analysis.positions import compare
from spf_assess.consultation.numbers import Told, comparison_plain
from spf_assess.exchange import canonical, keys, receipt_words
from spf_assess.exchange.manifest import MANIFEST
from spf_assess.exchange.verify_report import (
    FAILS,
    HOLDS,
    LANGUAGES,
    RESULTS,
    TOLD,
    Finding,
    Report,
    bare,
)
from spf_assess.model import (
    BENCHES,
    BOTH,
    COUNTED_FROM,
    N_,
    SPREAD_FROM,
    Constituency,
    Position,
    PositionSource,
)

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

SAYS = {
    "again_same": N_(
        "Read a second time by other code, the files, the digest, the words and all"
        " comparisons are the same."
    ),
    "again_differs": N_(
        "Read a second time by other code, this is another: {place}. The PDF was made"
        " to be read in two ways, or one of the two readings is at fault. Ask for the"
        " file as it was published."
    ),
    "again_not": N_(
        "The report was not read a second time: the library pypdfium2 is missing."
    ),
}
_MANIFEST, _FRONT_PAGES = "manifest.json", 2
_TOLD = Told(COUNTED_FROM, SPREAD_FROM, OPEN)
_OF_MEMBERS = "positions"


def read_again(data: bytes, report: Report) -> Iterator[Finding]:
    """Yield whether a second reading of a report finds what the first one found.

    *report* is what the one file read, with its manifest.
    """
    try:
        import pypdfium2
    except ImportError:
        yield Finding("again_not", TOLD)
        return
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        yield _other("PDF")
        return
    try:
        place = next(_differences(pdf, report), "")
    except (KeyError, TypeError, ValueError, AttributeError, pypdfium2.PdfiumError):
        place = _MANIFEST
    finally:
        pdf.close()
    yield _other(place) if place else Finding("again_same", HOLDS)


def _other(place: str) -> Finding:
    return Finding("again_differs", FAILS, {"place": place})


def _differences(pdf: "PdfDocument", report: Report) -> Iterator[str]:
    """Yield what is another in the second reading."""
    files = {}
    for number in range(pdf.count_attachments()):
        held = pdf.get_attachment(number)
        files[held.get_name()] = bytes(held.get_data())
    yield from (
        name
        for name in sorted(files.keys() | report.files.keys())
        if files.get(name) != report.files.get(name)
    )
    whole = json.loads(files[_MANIFEST])
    written = canonical(whole["body"])
    if keys.digest(MANIFEST.domain, written) != report.digest:
        yield _MANIFEST
    key = whole["body"]["consultation"]["public_key"]
    if not keys.verify(key, MANIFEST.domain, written, whole["signature"]):
        yield _MANIFEST
    yield from _unprinted(pdf, report.digest, whole["body"]["report"]["language"])
    for one in json.loads(files[RESULTS])["comparisons"]:
        if any(one[name] != said for name, said in _derived(one).items()):
            yield f"{one['item']} ({one['part']})"


def _unprinted(pdf: "PdfDocument", digest: str, language: str) -> Iterator[str]:
    """Yield the eight words that the first pages do not show."""
    number = min(_FRONT_PAGES, len(pdf))
    page = bare(
        "".join(pdf[at].get_textpage().get_text_range() for at in range(number))
    )
    for one in LANGUAGES if language == BOTH else (language,):
        words = " ".join(receipt_words(digest, one))
        if bare(words) not in page:
            yield words


def _derived(one: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what the program's own rule says of the positions of one comparison."""
    said = one[_OF_MEMBERS]
    benches = [bench for bench in BENCHES if bench.value in said]
    positions = [_position(bench, said[bench.value]) for bench in benches]
    agreed = one["joint_level"] if one["joint_agreed"] else None
    found = compare(one["item"], one["part"], positions, agreed)
    plain = comparison_plain(found, _TOLD)
    return {name: said for name, said in plain.items() if name != _OF_MEMBERS}


def _position(bench: Constituency, said: Mapping[str, Any]) -> Position:
    return Position(
        constituency=bench,
        level=float(said["level"]) if said["level"] else None,
        source=PositionSource(said["source"]),
        rated=0,
        respondents=0,
        spread=None,
        divided=said["divided"],
        no_answers=MappingProxyType({}),
        no_answer=None,
        grade=None,
        unsupported=said["unsupported"],
    )
