"""The look of the whole application: palette, fonts, style sheet, text scale."""

from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from spf_assess.desktop.look.sheet import style_sheet
from spf_assess.desktop.look.tokens import PALETTES, Tokens
from spf_assess.desktop.look.type import load_fonts, make_font

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
_PROPERTY = "look"


class Look(QObject):
    """Which palette and text size the person chose.

    ``put_on`` dresses an application once; ``choose`` changes it live. Setting the
    palette repaints every widget, setting the font makes every label dress anew, so
    ``changed`` is needed only by those who compute something of their own.
    """

    changed = Signal()

    def __init__(self, theme: str = "light", scale: float = 1.0) -> None:
        super().__init__()
        self._tokens = PALETTES.get(theme, PALETTES["light"])
        self._scale = _near(scale)
        self._fonts: dict[str, QFont] = {}

    @property
    def tokens(self) -> Tokens:
        """The palette in force; ask again whenever you paint."""
        return self._tokens

    @property
    def theme(self) -> str:
        """``light``, ``dark`` or ``high_contrast``."""
        return self._tokens.name

    @property
    def scale(self) -> float:
        """Text size: 1.0 is 100 %, up to 2.0."""
        return self._scale

    def font(self, role: str = "text") -> QFont:
        """Return the font of a role of the type scale, at the text size in force."""
        if role not in self._fonts:
            self._fonts[role] = make_font(role, self._scale)
        return self._fonts[role]

    def px(self, length: float) -> int:
        """Return a length given in pixels at 100 % at the text size in force."""
        return round(length * self._scale)

    def put_on(self, application: QApplication) -> None:
        """Dress *application*; from then on ``current()`` returns this look."""
        load_fonts()
        application.setStyle("Fusion")
        application.setProperty(_PROPERTY, self)
        self._dress(application)

    def choose(self, theme: str | None = None, scale: float | None = None) -> None:
        """Change palette or text size everywhere at once."""
        if theme is not None:
            self._tokens = PALETTES[theme]
        if scale is not None:
            self._scale = _near(scale)
            self._fonts.clear()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self._dress(application)
        self.changed.emit()

    def _dress(self, application: QApplication) -> None:
        application.setPalette(palette(self._tokens))
        if application.font() != self.font():
            application.setFont(self.font())
        application.setStyleSheet(style_sheet(self._tokens, self._scale))


def current() -> Look:
    """Return the look of the running application.

    Raises:
        LookupError: there is no application, or no look was put on it.
    """
    application = QApplication.instance()
    look = application.property(_PROPERTY) if application is not None else None
    if look is None:
        raise LookupError(_PROPERTY)
    return cast("Look", look)


def palette(tokens: Tokens) -> QPalette:
    """Return Qt's palette for our tokens.

    Three roles carry inks that Qt has no name for: ``PlaceholderText`` is words of
    second rank, ``BrightText`` is the warning ink, ``Accent`` the accent.
    """
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.canvas,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.surface2,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.PlaceholderText: tokens.text2,
        role.BrightText: tokens.warn,
        role.Link: tokens.link,
        role.LinkVisited: tokens.link,
        role.Accent: tokens.accent,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Light: tokens.surface,
        role.Midlight: tokens.surface2,
        role.Mid: tokens.line,
        role.Dark: tokens.control,
        role.Shadow: tokens.control,
    }
    filled = QPalette()
    for colour_role, colour in colours.items():
        filled.setColor(colour_role, QColor(colour))
    return filled


def _near(scale: float) -> float:
    return min(SCALES, key=lambda offered: abs(offered - scale))
