"""The look of the whole application: palette, fonts, style sheet, text scale."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from spf_assess.desktop.look.letters import Letters
from spf_assess.desktop.look.tokens import PALETTES, Tokens
from spf_assess.desktop.look.type import make_font

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
_PROPERTY = "look"
ARGUMENTS = ("-style", "fusion")


class Look(QObject):
    """Which palette and text size the person chose.

    ``put_on`` dresses an application once; ``choose`` changes it live. Setting the
    palette repaints every widget; for another text size every widget that has a method
    ``dress`` is told. ``changed`` is for those who compute something of their own.
    """

    changed = Signal()

    def __init__(self, theme: str = "light", scale: float = 1.0) -> None:
        super().__init__()
        self._tokens = PALETTES.get(theme, PALETTES["light"])
        self._scale = _near(scale)
        self._fonts: dict[str, QFont] = {}
        self._letters: dict[str, Letters] = {}

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

    def letters(self, role: str = "text") -> Letters:
        """Return what measures words in a role's font, at the text size in force."""
        if role not in self._letters:
            self._letters[role] = Letters(self.font(role))
        return self._letters[role]

    def px(self, length: float) -> int:
        """Return a length given in pixels at 100 % at the text size in force."""
        return round(length * self._scale)

    def put_on(self, application: QApplication) -> None:
        """Dress *application*; from then on ``current()`` returns this look.

        It must have been made with ``ARGUMENTS``: Qt's style is chosen by them, for
        ``setStyle`` returns an object, and to name its type PySide builds every style
        class there is (7 ms).
        """
        before = application.property(_PROPERTY)
        if before is not None and before is not self:
            before.setParent(None)
        self.setParent(application)  # a property alone would not keep it alive
        application.setProperty(_PROPERTY, self)
        _worn[:] = [self]
        self._dress(application)

    def choose(self, theme: str | None = None, scale: float | None = None) -> None:
        """Change palette or text size everywhere at once."""
        if theme is not None:
            self._tokens = PALETTES[theme]
        if scale is not None:
            self._scale = _near(scale)
            self._fonts.clear()
            self._letters.clear()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self._dress(application)
        self.changed.emit()

    def wear(self, widget: QWidget, kind: str) -> None:
        """Give *widget* the style sheet of its kind, now and whenever the look changes.

        *kind* is ``field`` (a line or a page to write in), ``table`` or ``menu``.
        """
        _Tailor(self, widget, kind).dress()

    def _dress(self, application: QApplication) -> None:
        application.setPalette(palette(self._tokens))
        if application.font() != self.font():
            application.setFont(self.font())
            _dress_all(application)


def _dress_all(application: QApplication) -> None:
    """Tell every widget of another text size: Qt tells only those without own fonts."""
    for widget in application.allWidgets():
        dress = getattr(widget, "dress", None)
        if dress is not None:
            dress()
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


class _Tailor(QObject):
    """Keeps one widget's style sheet up to date; it lives as long as the widget."""

    def __init__(self, look: Look, widget: QWidget, kind: str) -> None:
        super().__init__(widget)
        self._look, self._widget, self._kind = look, widget, kind
        look.changed.connect(self.dress)

    def dress(self) -> None:
        """Set the sheet in the colours and size in force."""
        from spf_assess.desktop.look.sheet import style_sheet

        sheet = style_sheet(self._kind, self._look.tokens, self._look.scale)
        self._widget.setStyleSheet(sheet)


# The look that was put on. Whatever paints or measures asks for it, thousands of times
# a page; asking Qt for the property took a twentieth of the time to build one.
_worn: list[Look] = []


def current() -> Look:
    """Return the look of the running application.

    Raises:
        LookupError: there is no application, or no look was put on it.
    """
    if not _worn:
        raise LookupError(_PROPERTY)
    return _worn[0]


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
