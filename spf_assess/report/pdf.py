"""The last touch to a PDF: one file that is PDF/A-3a and PDF/UA-1 at once.

WeasyPrint writes the metadata of one variant. PDF/UA's identifier needs a declared
extension schema within PDF/A, so both are added to the XMP packet here, uncompressed as
PDF/A asks. Dates come from the report, so that equal reports have equal bytes.
"""

from collections.abc import Callable
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


def finisher(moment: str) -> Callable[[Any, Any], None]:
    """Return what WeasyPrint calls before the file is written.

    *moment* is ISO 8601, UTC; it becomes the date of making and of change.
    """

    def finish(_document: Any, pdf: Any) -> None:
        import pydyf

        stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
        stream.stream = [
            part.replace(_END, _UA + _END) if isinstance(part, bytes) else part
            for part in stream.stream
        ]
        stream.compress = False
        day = "".join(sign for sign in moment if sign.isdigit())[:14]
        for key in ("CreationDate", "ModDate"):
            if key in pdf.info:
                pdf.info[key] = pydyf.String(f"D:{day}Z")
        preferences = pydyf.Dictionary({"DisplayDocTitle": "true"})
        pdf.catalog["ViewerPreferences"] = preferences

    return finish
