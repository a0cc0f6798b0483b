"""A document and the page that it was made from, as lines of text to compare."""

import re
from io import BytesIO

import docx
from defusedxml.ElementTree import fromstring
from docx.oxml.ns import qn

_INLINE = {"a", "b", "strong", "span", "img", "br", "i", "em", "sup", "sub"}
_GAPS = re.compile(r"[ \t\r\f]+")
_MARKS = re.compile(r"(?:[●■▲◆] \w(?:/\w)? ?)+")
_SIGNS = {'fill="#004488"': "●", 'fill="#DDAA33"': "■", 'fill="#BB5566"': "▲"}


def page_lines(sheets):
    """Return the lines of a page; pictures are left out, marks are characters."""
    told = []
    _read(fromstring(sheets.html).find("body"), sheets.pictures, told)
    return _settled("".join(told))


def document_lines(data):
    """Return the lines of a document's body."""
    body = docx.Document(BytesIO(data)).element.body
    lines = []
    for one in body.iter(qn("w:p"), qn("w:t"), qn("w:tab"), qn("w:br")):
        if one.tag == qn("w:t"):
            lines.append(one.text)
        elif one.tag == qn("w:tab"):
            lines.append(" ")
        else:
            lines.append("\n")
    return _settled("".join(lines))


def _settled(text):
    lines = (_GAPS.sub(" ", one).strip(" ") for one in text.split("\n"))
    return [
        " ".join(re.findall("[●■▲◆]", one)) if _MARKS.fullmatch(one) else one
        for one in lines
        if one
    ]


def _read(element, pictures, told, *, lines=False):
    classes = element.get("class", "").split()
    block = element.tag not in _INLINE or "scale" in classes
    lines = lines or "words" in classes
    breaks = (
        block or element.tag == "br" or (classes == ["r"] and element.tag == "span")
    )
    if breaks:
        told.append("\n")
    if element.tag == "img":
        told.append(_sign(pictures[element.get("src").removeprefix("app:")]))
    if "footnote" in classes:  # in a document beside what it is about
        told.append(" (")
    told.append(_text(element.text, lines=lines))
    for one in element:
        _read(one, pictures, told, lines=lines)
        told.append(_text(one.tail, lines=lines))
    if "footnote" in classes:
        told.append(")")
    if block:
        told.append("\n")


def _text(text, *, lines):
    return text or "" if lines else (text or "").replace("\n", " ")


def _sign(markup):
    if 'class="mark"' not in markup:
        return ""
    if "<polygon" in markup and 'fill="#FFFFFF"' in markup:
        return "◆"
    return next((sign for fill, sign in _SIGNS.items() if fill in markup), "")
