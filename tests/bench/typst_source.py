"""Turns a finished report page into a Typst document of equal content.

Same headings, paragraphs, tables, links, pictures and languages, tagged as ours is. An
author of Typst would write much the same by hand: styles are functions, tables and
grids are Typst's own, equal pictures are one file.
"""

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import tinyhtml5

if TYPE_CHECKING:
    from collections.abc import Callable

_PREAMBLE = """
#set document(title: {title})
#set page(paper: "a4", margin: (top: 22mm, right: 18mm, bottom: 20mm, left: 22mm),
  header: context if here().page() > 1 [
    #set text(8pt, fill: rgb("#4A5564")); {running} #h(1fr) {edition}],
  footer: context if here().page() > 1 [
    #set text(8pt, fill: rgb("#4A5564")); {foot} #h(1fr) #counter(page).display()])
#set text(9.5pt, font: "Source Sans 3", lang: "{language}", fill: rgb("#1B2430"),
  number-width: "tabular", hyphenate: false)
#set par(leading: 0.52em, spacing: 0.9em)
#set table(stroke: (x, y) => (bottom: 0.5pt + rgb("#CBD2DA")),
  inset: (x: 1.2mm, y: 1mm), align: left)
#set grid(gutter: 6mm)
#show heading.where(level: 1): set text(21pt, weight: 600)
#show heading.where(level: 2): set text(12.5pt, weight: 600)
#show heading.where(level: 3): set text(10pt, weight: 600)
#show link: it => it
#let quiet(body) = text(fill: rgb("#4A5564"), body)
#let small(body) = block(text(8.5pt, fill: rgb("#4A5564"), body))
#let lead(body) = block(text(11pt, body))
#let serif(body) = text(font: "Source Serif 4", body)
#let hidden(body) = block(text(1pt, fill: white, body))
#let cell(body) = text(8.5pt, body)
#let head(body) = text(8.5pt, weight: 600, fill: rgb("#4A5564"), body)
#let chip(fill, body) = box(stroke: 0.6pt, radius: 0.9mm, fill: fill, inset: 0.5mm,
  text(7.5pt, weight: 700, body))
#let line-of-contents(at, body) = block(link(at, body) + box(width: 1fr,
  repeat[. ]) + context counter(page).at(at).map(str).join())
"""
_CHIPS = {
    "l1": 'rgb("#e66101")',
    "l2": 'rgb("#fdb863")',
    "l3": 'rgb("#b2abd2")',
    "l4": 'rgb("#5e3c99")',
}
_SPECIAL = re.compile(r"([\\#$*_`@<>\[\]~\"'/=+-])")
_NUMBERED = re.compile(r"^(\s*\d+)\.")
_SVG = "{http://www.w3.org/2000/svg}"


class Typst:
    """Writes one document into *folder*, its pictures as files beside it."""

    def __init__(self, html: str, folder: Path) -> None:
        self._root = _plain(tinyhtml5.parse(html, namespace_html_elements=False))
        self._folder = folder
        self._pictures: dict[str, str] = {}
        self._lets: list[str] = []

    def write(self) -> Path:
        """Write ``report.typ`` and return its path."""
        body = self._children(self._root.find("body"))
        running = self._root.find(".//*[@data-running]")
        source = _PREAMBLE
        for name, text in {
            "title": _quoted(self._root.findtext(".//title") or ""),
            "language": self._root.get("lang", "en"),
            "running": _escape(running.get("data-running", "")),
            "edition": _escape(running.get("data-edition", "")),
            "foot": _escape(running.get("data-foot", "")),
        }.items():
            source = source.replace("{" + name + "}", text)
        path = self._folder / "report.typ"
        path.write_text(source + "\n".join(self._lets) + body, encoding="utf-8")
        return path

    def _children(self, node: ET.Element) -> str:
        parts = [_escape(node.text or "")]
        for child in node:
            parts += [self._node(child), _escape(child.tail or "")]
        return "".join(parts)

    def _node(self, node: ET.Element) -> str:
        if not isinstance(node.tag, str):
            return ""
        writer: Callable[[ET.Element], str] = getattr(
            self, f"_{node.tag}", self._children
        )
        written = writer(node)
        if node.get("id") and node.tag != "h1":
            written = f"#metadata(none) <{node.get('id')}>\n{written}"
        if node.get("lang"):
            written = f'#text(lang: "{node.get("lang")}")[{written}]'
        return written

    # -- blocks -------------------------------------------------------------------

    def _section(self, node: ET.Element) -> str:
        broken = "#pagebreak(weak: true)\n" if _has(node, "page") else ""
        return f"\n{broken}{self._children(node)}\n"

    def _heading(self, node: ET.Element, level: int) -> str:
        label = f" <{node.get('id')}>" if node.get("id") else ""
        body = self._children(node).strip()
        return f"\n#heading(level: {level})[{body}]{label}\n"

    def _h1(self, node: ET.Element) -> str:
        return self._heading(node, 1)

    def _h2(self, node: ET.Element) -> str:
        return self._heading(node, 2)

    def _h3(self, node: ET.Element) -> str:
        return self._heading(node, 3)

    def _p(self, node: ET.Element) -> str:
        body = self._children(node).strip()
        if not body:
            return ""
        for name in ("small", "lead"):
            if _has(node, name):
                return f"\n#{name}[{body}]\n"
        if _classes(node) & {"eyebrow", "sources", "added"}:
            return f"\n#small[{body}]\n"
        if _classes(node) & {"words", "voice", "observers"}:
            return f"\n#block(serif[{body}])\n"
        return f"\n\n{body}\n\n"

    def _div(self, node: ET.Element) -> str:
        if any(_has(one, "half") for one in node):
            halves = [one for one in node if _has(one, "half")]
            others = "".join(
                self._node(one)
                for one in node
                if not _has(one, "half") and not _has(one, "clear")
            )
            return self._grid(2, halves) + others
        if _has(node, "legal"):
            return f"#serif[{self._children(node)}]"
        if _has(node, "row"):
            strip, words = node
            parts = f"[{self._svg(strip)}], [{self._children(words).strip()}]"
            return f"\n#grid(columns: (36mm, 1fr), gutter: 3mm, {parts})\n"
        body = self._children(node).strip()
        return f"\n#block[{body}]\n" if body else ""

    def _grid(self, columns: int, cells: list[ET.Element]) -> str:
        inner = ", ".join(f"[{self._children(one)}]" for one in cells)
        return f"\n#grid(columns: (1fr,) * {columns}, {inner})\n"

    def _blockquote(self, node: ET.Element) -> str:
        return f"\n#block[{self._children(node)}]\n"

    def _list(self, node: ET.Element, kind: str) -> str:
        if _has(node, "toc"):
            return "".join(self._line_of_contents(one) for one in node.iter("li"))
        items = ", ".join(f"[{self._children(one).strip()}]" for one in node)
        return f"\n#{kind}({items})\n"

    def _ul(self, node: ET.Element) -> str:
        return self._list(node, "list")

    def _ol(self, node: ET.Element) -> str:
        return self._list(node, "enum")

    def _line_of_contents(self, node: ET.Element) -> str:
        goal = node.find("a").get("href", "#").lstrip("#")
        for one in node.iter("a"):
            one.tag = "span"
        body = self._children(node).strip()
        return f"\n#line-of-contents(<{goal}>)[{body}]\n"

    def _dl(self, node: ET.Element) -> str:
        return f"\n{self._children(node)}\n"

    def _dt(self, node: ET.Element) -> str:
        return f"\n#strong[{self._children(node)}]\n\n"

    def _dd(self, node: ET.Element) -> str:
        return f"\n#block[{self._children(node)}]\n"

    def _br(self, _node: ET.Element) -> str:
        return " #linebreak() "

    # -- tables -------------------------------------------------------------------

    def _table(self, node: ET.Element) -> str:
        caption = node.find("caption")
        said = f"\n#hidden[{self._children(caption)}]\n" if caption is not None else ""
        rows = list(node.iter("tr"))
        count = max(sum(int(one.get("colspan", "1")) for one in row) for row in rows)
        head = [row for part in node.iter("thead") for row in part]
        body = [row for row in rows if row not in head]
        top = f"table.header({self._cells(head)})," if head else ""
        spans = any(one.get("colspan") for row in rows for one in row)
        # a cell across all columns would give all its room to a column that is "auto"
        narrow = "9mm" if spans else "auto"
        columns = self._columns(head[-1] if head else rows[0], count, narrow)
        return f"{said}\n#table(columns: {columns}, {top} {self._cells(body)})\n"

    def _columns(self, row: ET.Element, count: int, narrow: str) -> str:
        widths = []
        for cell in row:
            small = _classes(cell) & {"n", "ref", "id"}
            plot = cell.find(".//span[@class='scale']") is not None
            widths.append("38mm" if plot else narrow if small else "1fr")
        widths += ["1fr"] * (count - len(widths))
        return "(" + ", ".join(widths) + ",)"

    def _cells(self, rows: list[ET.Element]) -> str:
        return " ".join(f"{self._cell(one)}," for row in rows for one in row)

    def _cell(self, node: ET.Element) -> str:
        style = "head" if node.tag == "th" else "cell"
        body = f"#{style}[{self._children(node).strip()}]"
        span = node.get("colspan")
        return f"table.cell(colspan: {span})[{body}]" if span else f"[{body}]"

    # -- within a line --------------------------------------------------------------

    def _a(self, node: ET.Element) -> str:
        goal = node.get("href", "")
        aim = f"<{goal[1:]}>" if goal.startswith("#") else _quoted(goal)
        return f"#link({aim})[{self._children(node)}]"

    def _span(self, node: ET.Element) -> str:
        body = self._children(node)
        if _has(node, "scale") and len(node):
            parts = ", ".join(f"[{self._children(one)}]" for one in node)
            return f"#grid(columns: (1fr,) * {len(node)}, gutter: 0pt, {parts})"
        if _has(node, "chip") or _has(node, "grade"):
            fills = [_CHIPS[one] for one in _classes(node) if one in _CHIPS]
            return f"#chip({fills[0] if fills else 'white'})[{body}]"
        if _classes(node) & {"quiet", "tag", "by", "asked", "source", "sources"}:
            return f"#quiet[{body}]"
        if _has(node, "tool") or node.get("lang"):
            return body
        return f"#strong[{body}]" if _has(node, "strong") else f"#box[{body}]"

    def _strong(self, node: ET.Element) -> str:
        return f"#strong[{self._children(node)}]"

    _b = _strong

    def _svg(self, node: ET.Element) -> str:
        name = self._picture(node)
        return f"#{name}" if _has(node, "mark") else f"#block({name})"

    def _picture(self, node: ET.Element) -> str:
        tail, node.tail = node.tail, None
        markup = ET.tostring(node, encoding="unicode")
        node.tail = tail
        markup = markup.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
        if markup not in self._pictures:
            digest = hashlib.sha256(markup.encode()).hexdigest()[:10]
            (self._folder / f"{digest}.svg").write_text(markup, encoding="utf-8")
            name = f"picture-{digest}"
            alt = _quoted(node.findtext("title") or "")
            width = "3.6mm" if _has(node, "mark") else node.get("width", "auto")
            made = f'image("{digest}.svg", width: {width}, alt: {alt})'
            box = f"box({made})" if _has(node, "mark") else made
            self._lets.append(f"#let {name} = {box}\n")
            self._pictures[markup] = name
        return self._pictures[markup]


def _plain(root: ET.Element) -> ET.Element:
    for node in root.iter():
        if isinstance(node.tag, str) and node.tag.startswith(_SVG):
            node.tag = node.tag.removeprefix(_SVG)
            for name in [one for one in node.attrib if one.endswith("xmlns")]:
                del node.attrib[name]  # written once, when a picture becomes a file
    return root


def _escape(text: str) -> str:
    return _NUMBERED.sub(r"\1\\.", _SPECIAL.sub(r"\\\1", text))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _classes(node: ET.Element) -> set[str]:
    return set(node.get("class", "").split())


def _has(node: ET.Element, name: str) -> bool:
    return name in _classes(node)
