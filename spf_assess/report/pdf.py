"""The last touch to a PDF: one file that is PDF/A-3a and PDF/UA-1 at once.

WeasyPrint writes the metadata of one variant. PDF/UA's identifier needs a declared
extension schema within PDF/A, so both are added to the XMP packet here, uncompressed as
PDF/A asks. Dates come from the report, so that equal reports have equal bytes.
"""

import hashlib
import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

VARIANT = "pdf/a-3a"

_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
_END = b"</rdf:RDF>"
_LEVEL = 7
_LAST = b"/Type /XRef"
_WIDTHS = re.compile(rb"/W \[(\d+) (\d+) (\d+)\]")
_PACKED = re.compile(rb"/Filter /FlateDecode/Length (\d+)>>\nstream\n")
_FROM_ABOVE = b"\2"
_NOTE = "aside"
_NOTES: Mapping[str | None, str] = {
    _NOTE: "Note",
    "sup": "Reference",
}


def quicken() -> None:
    """Make the PDF writer of this process faster, without another result.

    pydyf lists all pages anew for each of the many thousand elements of the structure
    tree, which grows with the square of the pages, asks four times of what kind a
    number or a name is, and presses streams for the last percent.
    """
    import pydyf

    listed = pydyf.PDF.page_references.fget

    def remembered(self: Any) -> tuple[bytes, ...]:
        known: tuple[bytes, ...] = self.__dict__.get("_spf_references", ())
        if len(known) != self.pages["Count"]:
            known = self.__dict__["_spf_references"] = listed(self)
        return known

    pydyf.PDF.page_references = property(remembered)
    pydyf.zlib = SimpleNamespace(
        compressobj=lambda level=_LEVEL: zlib.compressobj(min(level, _LEVEL))
    )
    slow = pydyf._to_bytes  # noqa: SLF001 - the one place where all bytes come from

    def to_bytes(item: Any) -> Any:
        kind = type(item)
        if kind is bytes:
            return item
        if kind is str:
            return item.encode("ascii")
        if kind is float and not item.is_integer():
            return (b"%f" % item).rstrip(b"0")
        return slow(item)

    pydyf._to_bytes = to_bytes  # noqa: SLF001


def tell_languages() -> None:
    """Let the structure of the file tell the language of what is not in its own.

    WeasyPrint tells one language for the whole file; PDF/UA wants that of each piece,
    so that a screen reader speaks it as it is written.
    """
    from weasyprint.pdf import tags

    build = tags._build_box_tree  # noqa: SLF001 - the one place where tags are made

    def told(box: Any, *rest: Any) -> Any:
        language = None if box.element is None else box.element.get("lang")
        if not language or box.element_tag == "html":
            yield from build(box, *rest)
            return
        import pydyf

        for element in build(box, *rest):
            element["Lang"] = pydyf.String(language)
            yield element

    tags._build_box_tree = told  # noqa: SLF001


def tag_notes() -> None:
    """Let the structure tell notes, and what refers to them, as PDF/UA wants it.

    WeasyPrint has no tags for them. A note needs an identifier of its own; equal pages
    have equal ones.
    """
    from weasyprint.pdf import tags

    named, build = tags._get_pdf_tag, tags._build_box_tree  # noqa: SLF001 - as above

    def tag(name: str | None) -> Any:
        return _NOTES.get(name) or named(name)

    def told(box: Any, parent: Any, pdf: Any, *rest: Any) -> Any:
        if box.element_tag != _NOTE:
            yield from build(box, parent, pdf, *rest)
            return
        import pydyf

        for element in build(box, parent, pdf, *rest):
            element["ID"] = pydyf.String(f"note-{len(pdf.objects)}")
            yield element

    tags._get_pdf_tag = tag  # noqa: SLF001
    tags._build_box_tree = told  # noqa: SLF001


def narrowed(data: bytes) -> bytes:
    """Return a PDF whose table of objects tells each row as what it adds to the last.

    Rows are alike but for numbers that go up, which presses to a few kilobytes instead
    of fifty. The table is the last object: no place moves that the file refers to.

    Raises:
        ValueError: there is no cross-reference stream.
    """
    place = data.rindex(_LAST)
    widths, packed = _WIDTHS.search(data, place), _PACKED.search(data, place)
    if widths is None or packed is None:
        return data
    width, end = sum(map(int, widths.groups())), packed.end() + int(packed[1])
    rows = zlib.decompress(data[packed.end() : end])
    added = bytes(
        one - above & 255 for one, above in zip(rows, bytes(width) + rows, strict=False)
    )
    table = zlib.compress(
        b"".join(
            _FROM_ABOVE + added[at : at + width] for at in range(0, len(added), width)
        ),
        _LEVEL,
    )
    return b"%s/DecodeParms <</Predictor 12/Columns %d>>%s%s%s" % (
        data[: packed.start()],
        width,
        b"/Filter /FlateDecode/Length %d>>\nstream\n" % len(table),
        table,
        data[end:],
    )


def identified(data: bytes, identifier: str) -> bytes:
    """Return a PDF with its identifier, which PDF/A asks for.

    pydyf would make all objects a second time for it. The second half tells this very
    file from others, the first the report that it is an edition of. Both go into the
    last object, so that no place in the file moves that another refers to.

    Raises:
        ValueError: there is no cross-reference stream.
    """
    place = data.rindex(_LAST) + len(_LAST)
    own = hashlib.sha256(data).hexdigest()[:32]
    first = hashlib.sha256(identifier.encode()).hexdigest()[:32]
    return b"%s/ID [<%s> <%s>]%s" % (
        data[:place],
        first.encode(),
        own.encode(),
        data[place:],
    )


def finisher(
    moment: str, files: Sequence[Mapping[str, str]] = ()
) -> Callable[[Any, Any], None]:
    """Return what WeasyPrint calls before the file is written.

    Args:
        moment: ISO 8601, UTC; it becomes the date of making and of change.
        files: what is attached, in the order of their names: ``name``, ``about``,
            ``relationship``, ``text``.
    """

    def finish(_document: Any, pdf: Any) -> None:
        import pydyf

        stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
        stream.stream = [
            part.replace(_END, _UA + _END) if isinstance(part, bytes) else part
            for part in stream.stream
        ]
        stream.compress = False
        digits = "".join(sign for sign in moment if sign.isdigit())[:14]
        day = pydyf.String(f"D:{digits}Z")
        for key in ("CreationDate", "ModDate"):
            if key in pdf.info:
                pdf.info[key] = day
        if files:
            attach(pdf, day, files)
        preferences = pydyf.Dictionary({"DisplayDocTitle": "true"})
        pdf.catalog["ViewerPreferences"] = preferences

    return finish


def attach(pdf: Any, day: Any, files: Sequence[Mapping[str, str]]) -> None:
    """Put files into a PDF as PDF/A-3 wants them: associated, described, dated.

    WeasyPrint's own way associates each of them twice and dates them by the clock.
    """
    import pydyf

    names = pydyf.Array()
    for one in sorted(files, key=lambda file: file["name"]):
        data = one["text"].encode()
        size = {"Size": len(data), "CreationDate": day, "ModDate": day}
        kind = {"Type": "/EmbeddedFile", "Subtype": "/application#2fjson"}
        extra = {**kind, "Params": pydyf.Dictionary(size)}
        stream = pydyf.Stream([data], pydyf.Dictionary(extra), compress=True)
        pdf.add_object(stream)
        name = pydyf.String(one["name"])
        said = {
            "Type": "/Filespec",
            "F": name,
            "UF": name,
            "EF": pydyf.Dictionary({"F": stream.reference, "UF": stream.reference}),
            "Desc": pydyf.String(one["about"]),
            "AFRelationship": f"/{one['relationship']}",
        }
        file = pydyf.Dictionary(said)
        pdf.add_object(file)
        names.extend((name, file.reference))
    tree = pydyf.Dictionary({"Names": names})
    pdf.add_object(tree)
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = (
        tree.reference
    )
    pdf.catalog["AF"] = pydyf.Array(names[1::2])
