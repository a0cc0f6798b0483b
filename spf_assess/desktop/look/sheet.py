"""Style sheets for the few widgets that palette and painting of ours cannot dress.

There is no sheet for the application: Qt would try its rules on every widget, which
doubled the time to build a page. A widget that needs one asks for it with
``Look.wear``. Sizes are in points.
"""

from string import Template

from spf_assess.desktop.look.tokens import Tokens

_RULES = {
    "field": Template("""
QLineEdit, QPlainTextEdit, QComboBox { background: $surface; color: $text;
    border: 1px solid $control; border-radius: 4px; padding: 4px 8px;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $text2; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid $focus;
    padding: 3px 7px; }
QComboBox::drop-down { border: none; width: 22px; }
"""),
    "table": Template("""
QAbstractItemView { background: $surface; color: $text; border: none; outline: 0;
    alternate-background-color: $surface2; gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $text; }
QTableView::item { padding: 0 6px; }
QHeaderView { background: $surface2; }
QHeaderView::section { background: $surface2; color: $text2; font-size: ${label}pt;
    font-weight: 600; border: none; border-bottom: 1px solid $control;
    padding: 5px ${pad}px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $control; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
"""),
    "menu": Template("""
QMenu { background: $surface; color: $text; border: 1px solid $control; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border: 2px solid transparent; }
QMenu::item:selected { background: $accent_soft; color: $text;
    border: 2px solid $focus; }
"""),
}
_LABEL_POINTS = 9.5
_HEAD_PAD = 8  # as the cells under it keep theirs


def style_sheet(kind: str, tokens: Tokens, scale: float) -> str:
    """Return the sheet of a kind of widget: ``field``, ``table`` or ``menu``.

    Raises:
        KeyError: no such kind.
    """
    colours = {
        name: getattr(tokens, name)
        for name in tokens._fields
        if isinstance(getattr(tokens, name), str)
    }
    sizes = {"label": _LABEL_POINTS * scale, "pad": round(_HEAD_PAD * scale)}
    return _RULES[kind].substitute(colours, **sizes)
