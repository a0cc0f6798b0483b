"""How wide the columns of a table are: as the style sheet of the printed page says."""

from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element

_ROWS = 3  # that tell the widths: head, and the first of the body
_LEAST, _MOST = 4, 46  # letters that a column without a width is weighed by
_LETTER_MM, _BESIDE_MM, _WIDEST_MM = 1.65, 2.4, 32.0


class Widths:
    """Reads the widths that a style sheet gives to cells and columns of one page."""

    def __init__(self, css: str, root: Element) -> None:
        import cssselect2

        self._matcher = _matcher(css)
        whole = cssselect2.ElementWrapper.from_xml_root(root)
        self._known = {id(one.etree_element): one for one in whole.iter_subtree()}

    def of(self, element: Element) -> float | None:
        """Return the width of an element in millimetres; None where none is told."""
        found = self._matcher.match(self._known[id(element)])
        told: list[float | None] = [one[3] for one in sorted(found, key=_weight)]
        return told[-1] if told else None

    def columns(self, table: Element, whole: float) -> list[float]:
        """Return the widths of a table's columns, *whole* millimetres together."""
        rows = list(table.iter("tr"))
        told = self._told(table, rows)
        weights = _weights(rows, len(told))
        free = [index for index, one in enumerate(told) if one is None]
        left = whole - sum(one for one in told if one is not None)
        share = sum(weights[index] for index in free)
        least = 12.0 * len(free)
        made = [
            one if one is not None else max(left, least) * weights[index] / share
            for index, one in enumerate(told)
        ]
        total = sum(made)
        if free or total > whole:
            made = [one * whole / total for one in made]
        return _fitted(made, rows)

    def _told(self, table: Element, rows: Sequence[Element]) -> list[float | None]:
        number = max((sum(span(cell) for cell in row) for row in rows), default=1)
        told: list[float | None] = [None] * number
        for index, column in enumerate(table.iter("col")):
            told[index] = self.of(column)
        whole = [row for row in rows if len(row) == number]
        for row in whole[:_ROWS]:
            for place, cell in enumerate(row):
                if told[place] is None:
                    told[place] = self.of(cell)
        return told


def span(cell: Element) -> int:
    """Return over how many columns a cell reaches."""
    return int(cell.get("colspan", "1"))


def _weight(found: Any) -> Any:
    specificity, order, _pseudo, _width = found
    return specificity, order


def _fitted(made: list[float], rows: Sequence[Element]) -> list[float]:
    """Return widths in which no word is broken, as far as other columns have room.

    Letters of the document are wider than the page's. A column with a picture keeps
    its width.
    """
    needs = [
        made[index] if need is None else min(need, _WIDEST_MM)
        for index, need in enumerate(_needs(rows, len(made)))
    ]
    short = sum(max(0.0, need - one) for one, need in zip(made, needs, strict=True))
    spare = sum(max(0.0, one - need) for one, need in zip(made, needs, strict=True))
    if not short or not spare:
        return made
    moved = min(short, spare)
    return [
        one + (need - one) * moved / (short if need > one else spare)
        for one, need in zip(made, needs, strict=True)
    ]


def _needs(rows: Sequence[Element], number: int) -> list[float | None]:
    """Return how wide each column's longest word is; None where a picture stands."""
    needs: list[float | None] = [0.0] * number
    for row in rows:
        for index, cell in enumerate(row if len(row) == number else ()):
            need = needs[index]
            if need is None or any(_pictured(one) for one in cell.iter("img")):
                needs[index] = None
                continue
            words = "".join(cell.itertext()).replace("-", "- ").split()
            longest = max(map(len, words), default=0)
            needs[index] = max(need, longest * _LETTER_MM + _BESIDE_MM)
    return needs


def _pictured(element: Element) -> bool:
    """Return whether a picture is more than a group's mark within a line."""
    return "mark" not in element.get("class", "").split()


def _weights(rows: Sequence[Element], number: int) -> list[int]:
    """Return for each column how long its longest text is, within limits."""
    longest = [_LEAST] * number
    for row in rows:
        if len(row) != number:
            continue
        for index, cell in enumerate(row):
            text = "".join(cell.itertext())
            longest[index] = max(longest[index], min(len(text), _MOST))
    return longest


def _matcher(css: str) -> Any:
    import cssselect2
    import tinycss2

    matcher = cssselect2.Matcher()
    for rule in tinycss2.parse_stylesheet(
        css, skip_comments=True, skip_whitespace=True
    ):
        if rule.type != "qualified-rule":
            continue
        for told in tinycss2.parse_blocks_contents(rule.content):
            if told.type == "declaration" and told.name == "width":
                for selector in cssselect2.compile_selector_list(rule.prelude):
                    if selector.pseudo_element is None:
                        matcher.add_selector(selector, _dimension(told.value))
    return matcher


def _dimension(tokens: Sequence[Any]) -> float | None:
    for token in tokens:
        if token.type == "dimension" and token.unit == "mm":
            return float(token.value)
    return None
