"""A section's row as a paragraph: for narrow windows and large text."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from spf_assess.desktop.look import current
from spf_assess.desktop.models.positions import Row
from spf_assess.desktop.models.positions_words import (
    cell_text,
    no_headline,
    others_words,
)
from spf_assess.desktop.parts import paint_mark, paint_strip
from spf_assess.i18n import (
    Words,
    level_text,
    outcome_name,
    pattern_name,
    section_heading,
)
from spf_assess.model import Comparison

_PAD, _GAP, _LINE_GAP, _MARK, _STRIP_WIDTH, _STRIP_HEIGHT = 12, 10, 3, 14, 166, 22
_WRAP = int(Qt.TextFlag.TextWordWrap)
_TALL = 10_000
_WIDEST_FIGURE = "3½*"


def title_text(row: Row, words: Words) -> str:
    """Return the first line: reference and section."""
    return section_heading(words, row.section, row.section.short)


def result_text(row: Row, words: Words) -> str:
    """Return the last line: range, result, pattern, verdicts, others."""
    comparison = row.comparison
    if comparison is None:
        return f"{no_headline(words)} · {others_words(words, row.result)}"
    said = [outcome_name(words, comparison.outcome)]
    if comparison.range is not None:
        said.insert(0, f"R {level_text(comparison.range)}")
    said.append(pattern_name(words, comparison))
    if comparison.verdicts_differ:
        said.append(words("verdicts differ"))
    said.append(others_words(words, row.result))
    return " · ".join(said)


def stack_height(width: int, row: Row, words: Words) -> int:
    """Return the height a row needs at a width."""
    look = current()
    inner = max(1, width - 2 * look.px(_PAD))
    title = _height(look.font("strong"), title_text(row, words), inner)
    result = _height(look.font("small_text"), result_text(row, words), inner)
    if row.comparison is None:
        return title + result + look.px(_LINE_GAP) + 2 * look.px(7)
    figures = _figures_width(row.comparison, row, words)
    lines = 1 if figures + look.px(_GAP + _STRIP_WIDTH) <= inner else 2
    middle = lines * look.px(_STRIP_HEIGHT)
    return title + middle + result + 2 * look.px(_LINE_GAP) + 2 * look.px(7)


def paint_stack(painter: QPainter, rect: QRect, row: Row, words: Words) -> None:
    """Draw a row's three parts under one another."""
    look = current()
    pad, gap = look.px(_PAD), look.px(_LINE_GAP)
    inside = rect.adjusted(pad, look.px(7), -pad, 0)
    painter.setPen(QColor(look.tokens.text))
    y = inside.top()
    y += _write(painter, "strong", inside, y, title_text(row, words)) + gap
    if row.comparison is None:
        _write(painter, "small_text", inside, y, result_text(row, words))
        return
    x = _figures(painter, inside, y, row, words)
    wide, tall = look.px(_STRIP_WIDTH), look.px(_STRIP_HEIGHT)
    if x + look.px(_GAP) + wide > inside.right() + 1:
        x, y = inside.left(), y + tall
    else:
        x += look.px(_GAP)
    strip = QRectF(x, y, wide, tall)
    paint_strip(painter, strip, row.comparison, look.tokens, row.order)
    y += tall + gap
    _write(painter, "small_text", inside, y, result_text(row, words))


def _write(painter: QPainter, role: str, inside: QRect, y: int, said: str) -> int:
    font = current().font(role)
    height = _height(font, said, inside.width())
    painter.setFont(font)
    box = QRect(inside.left(), y, inside.width(), height)
    painter.drawText(box, _WRAP, said)
    return height


def _figures(painter: QPainter, inside: QRect, y: int, row: Row, words: Words) -> int:
    """Draw each bench's mark and figure; return where they end."""
    look = current()
    side, tall, x = look.px(_MARK), look.px(_STRIP_HEIGHT), inside.left()
    painter.setFont(look.font("strong"))
    for bench in row.order:
        box = QRectF(x, y + (tall - side) / 2, side, side)
        paint_mark(painter, box, bench, look.tokens)
        x += side + look.px(4)
        said = cell_text(words, row.comparison, bench) if row.comparison else ""
        wide = _figure_width(painter.fontMetrics(), said)
        painter.drawText(
            QRect(x, y, wide + 1, tall), Qt.AlignmentFlag.AlignVCenter, said
        )
        x += wide + look.px(_GAP)
    return x


def _figures_width(comparison: Comparison, row: Row, words: Words) -> int:
    look = current()
    metrics = QFontMetrics(look.font("strong"))
    return sum(
        look.px(_MARK)
        + look.px(4)
        + _figure_width(metrics, cell_text(words, comparison, bench))
        + look.px(_GAP)
        for bench in row.order
    )


def _figure_width(metrics: QFontMetrics, said: str) -> int:
    """Return the width of a figure: the same in each row, or strips were ragged."""
    return max(map(metrics.horizontalAdvance, (said, _WIDEST_FIGURE)))


def _height(font: QFont, said: str, width: int) -> int:
    box = QRect(0, 0, max(1, width), _TALL)
    return QFontMetrics(font).boundingRect(box, _WRAP, said).height()
