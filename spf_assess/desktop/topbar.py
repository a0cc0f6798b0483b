"""The bar on top of every page: whose answers, saved or not, what one may set."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.look import SCALES
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.edges import EdgesLayout
from spf_assess.desktop.parts.flow import FlowLayout, slack_of
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.mark import BenchMark
from spf_assess.desktop.parts.saved import SavedSign
from spf_assess.desktop.parts.segmented import Segmented
from spf_assess.desktop.parts.surface import Surface
from spf_assess.i18n.formats import NO_BREAK_SPACE
from spf_assess.i18n.groups import constituency_name
from spf_assess.i18n.words import Words
from spf_assess.model.constituency import Constituency

if TYPE_CHECKING:
    from spf_assess.model import Changes

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QActionGroup
    from PySide6.QtWidgets import QMenu

_LANGUAGES = (("en", "English"), ("fr", "Français"))
_LEAST_HEIGHT = 48
_BEFORE_SAVED = 32


class TopBar(Surface):
    """Title or bench at the left; what the person may set at the right.

    Signals:
        home_wanted(), reading_wanted(), help_wanted()
        put_away_wanted(): close the answer sheet that is open behind its PIN.
        language_wanted(language)
        content_wanted(language): for the questions; empty: as the interface.
    """

    home_wanted = Signal()
    put_away_wanted = Signal()
    reading_wanted = Signal()
    help_wanted = Signal()
    language_wanted = Signal(str)
    content_wanted = Signal(str)

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__("top", parent)
        self._hub = hub
        self._at_home = True
        self.setMinimumHeight(_LEAST_HEIGHT)
        left = self._build_left()
        edges = EdgesLayout(self, slack=lambda: slack_of(left))
        edges.setContentsMargins(16, 5, 16, 6)
        edges.addWidget(left)
        edges.addWidget(self._build_right())
        hub.changed.connect(self._note_changes)

    @property
    def saved_sign(self) -> SavedSign:
        """The sign that says when the last answer was saved."""
        return self._saved

    def show_place(self, *, home: bool) -> None:
        """Say which sort of page is shown: the start page or one of a consultation."""
        self._at_home = home
        self.speak(self._hub.words)

    def speak(self, words: Words) -> None:
        """Say every word of the bar anew."""
        self._home.say(words("Start page"))
        self._away.say(words("Close the sheet"))
        self._reading.say(words.context("page", "Read"))
        self._contrast.say(words("Contrast"))
        self._size.say(words("Text size"))
        self._help.say(words("Help"))
        self._language.say(dict(_LANGUAGES), words("Language"))
        self._language.select(words.language)
        held = self._hub.sheet is not None
        self._home.setVisible(not self._at_home and not held)
        self._away.setVisible(held)
        self._content.say(words("Language of the questions"))
        asking = self._hub.consultation is not None and not self._at_home
        self._content.setVisible(asking)
        self._tell_whose(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._saved.isVisible() and self._saved.x() > self._name.x():
            x = self._saved.mapTo(self, QPoint(_BEFORE_SAVED // 2, 0)).x()
            line = QColor(self._hub.look.tokens.line)
            QPainter(self).fillRect(x, 0, 1, self._left.geometry().bottom() + 7, line)

    def _build_left(self) -> QWidget:
        left = self._left = QWidget()
        row = FlowLayout(left, gap=9, line_gap=2)
        self._mark = BenchMark(Constituency.WORKERS)
        self._name = Label(role="heading")
        self._about = Label(role="small")
        self._saved = SavedSign()
        self._saved.setContentsMargins(_BEFORE_SAVED, 0, 0, 0)
        parts = (self._mark, self._name, self._about, self._saved)
        for part in parts:
            row.addWidget(part)
        row.let_give_way(parts.index(self._about))
        return left

    def _build_right(self) -> QWidget:
        right = QWidget()
        row = FlowLayout(right, gap=10)
        self._home, self._reading = Button(role="quiet"), Button(role="quiet")
        self._away = Button(role="quiet")
        self._contrast = Button(role="quiet")
        self._size, self._help = Button(role="quiet"), Button(role="quiet")
        self._content = Button(role="quiet")
        self._language = Segmented(_LANGUAGES)
        for part in (
            self._home,
            self._away,
            self._reading,
            self._contrast,
            self._size,
            self._help,
            self._content,
            self._language,
        ):
            row.addWidget(part)
        self._home.clicked.connect(self.home_wanted)
        self._away.clicked.connect(self.put_away_wanted)
        self._reading.clicked.connect(self.reading_wanted)
        self._contrast.clicked.connect(self._offer_themes)
        self._size.clicked.connect(self._offer_sizes)
        self._help.clicked.connect(self.help_wanted)
        self._content.clicked.connect(self._offer_content)
        self._language.chosen.connect(self.language_wanted)
        return right

    def _note_changes(self, changes: "Changes") -> None:
        if changes.rounds or changes.header:
            self._tell_whose(self._hub.words)

    def _tell_whose(self, words: Words) -> None:
        consultation = None if self._at_home else self._hub.consultation
        bench = consultation is not None and consultation.role.value == "respondent"
        self._mark.setVisible(bench)
        self._name.become("heading" if consultation is None else "strong")
        if consultation is None:
            self._name.say(words("Tripartite self-assessment"))
            self._about.say(
                words("Social Protection Floors Recommendation, 2012 (No. 202)")
            )
            return
        self._about.say(
            words(
                "{title}, round {number}",
                title=words.text(consultation.header.title),
                number=consultation.current_round,
            )
        )
        if consultation.role.value == "respondent":
            constituency = consultation.me().constituency
            name = constituency_name(words, constituency)
            self._mark.show_bench(constituency)
            self._name.say(name)
        else:
            self._name.say(words("Facilitator"))

    def _offer_themes(self) -> None:
        words, look = self._hub.words, self._hub.look
        names = {
            "light": words("Light"),
            "dark": words("Dark"),
            "high_contrast": words("High contrast"),
        }
        menu, group = self._menu()
        for theme, name in names.items():
            action = _choice(menu, group, name, chosen=theme == look.theme)
            action.triggered.connect(
                lambda _on=False, theme=theme: self._hub.choose_look(theme=theme)
            )
        _pop_up(menu, self._contrast)

    def _offer_content(self) -> None:
        words, consultation = self._hub.words, self._hub.consultation
        if consultation is None:
            return
        pack = consultation.questionnaire.pack
        names = {"": words("As the interface"), **dict(_LANGUAGES)}
        names |= {} if pack is None else dict(pack.languages)
        menu, group = self._menu()
        for code, name in names.items():
            action = _choice(menu, group, name, chosen=code == words.content)
            action.triggered.connect(
                lambda _on=False, code=code: self.content_wanted.emit(code)
            )
        _pop_up(menu, self._content)

    def _offer_sizes(self) -> None:
        menu, group = self._menu()
        for scale in SCALES:
            name = f"{scale:.0%}".replace("%", "")
            gap = NO_BREAK_SPACE if self._hub.words.language == "fr" else ""
            chosen = scale == self._hub.look.scale
            action = _choice(menu, group, f"{name}{gap}%", chosen=chosen)
            action.triggered.connect(
                lambda _on=False, scale=scale: self._hub.choose_look(scale=scale)
            )
        _pop_up(menu, self._size)

    def _menu(self) -> "tuple[QMenu, QActionGroup]":
        from PySide6.QtGui import QActionGroup
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        self._hub.look.wear(menu, "menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu, QActionGroup(menu)


def _choice(
    menu: "QMenu", group: "QActionGroup", name: str, *, chosen: bool
) -> "QAction":
    action = menu.addAction(name)
    action.setCheckable(True)
    action.setChecked(chosen)
    group.addAction(action)
    if chosen:
        menu.setActiveAction(action)
    return action


def _pop_up(menu: "QMenu", button: Button) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
