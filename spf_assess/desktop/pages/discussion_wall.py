"""What is on the wall, from the facilitator's side: screen, pages, speakers, time."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.models.projected import Step
from spf_assess.desktop.pages.discussion_showing import AS_HERE
from spf_assess.desktop.pages.discussion_words import Changing
from spf_assess.desktop.parts import (
    BenchMark,
    Button,
    FlowLayout,
    Label,
    Segmented,
    Surface,
)
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.settings import BOTH
from spf_assess.i18n import Words, constituency_name
from spf_assess.model import LANGUAGES, Constituency

_NATIVE = {"en": "English", "fr": "Français"}
_SECOND_MS, _MINUTE = 1000, 60
_LONG = 10  # minutes: ten to twelve a question is usual


class WallCard(Surface):
    """Buttons as a presenter remote has them, and a clock that counts up.

    Signals:
        screen_wanted(int): the place of a screen, -1 for a window.
        shown(): this question is to be shown in place of the one on the wall.
        on(), back(), blank(), ended(): as on a remote.
        tongue_chosen(str): the language of the wall.
        minute(str): the time as the room reads it; empty where nothing is counted.
    """

    screen_wanted = Signal(int)
    shown = Signal()
    on = Signal()
    back = Signal()
    blank = Signal()
    ended = Signal()
    minute = Signal(str)
    tongue_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._words: Words | None = None
        self._seconds = 0
        self._speaking: tuple[Constituency, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        self._heading, self._told = Label(role="heading"), Label()
        self._pages, time = QWidget(), QWidget()
        self._screens, self._order = Changing(), Changing()
        self._screen_buttons: list[Button] = []
        self._show = Button(role="primary")
        self._on, self._back = Button(role="primary"), Button()
        self._blank, self._end = Button(), Button(role="quiet")
        flow = FlowLayout(self._pages)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self._show, self._back, self._on, self._blank, self._end):
            flow.addWidget(button)
        self._clock, self._run, self._anew = Label(role="strong"), Button(), Button()
        clock = FlowLayout(time)
        clock.setContentsMargins(0, 0, 0, 0)
        for widget in (self._clock, self._run, self._anew):
            clock.addWidget(widget)
        for part in (
            self._heading,
            self._told,
            self._screens,
            self._pages,
            self._order,
            time,
        ):
            column.addWidget(part)
        self._tongue_label = Label(role="strong")
        self.tongue = Segmented(
            [(one, "") for one in (AS_HERE, *LANGUAGES, BOTH)], AS_HERE
        )
        column.addWidget(self._tongue_label)
        column.addWidget(self.tongue)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_SECOND_MS)
        self._ticking.timeout.connect(self._tick)
        self._connect()

    @property
    def told(self) -> str:
        """What the room sees, in words."""
        return self._told.said

    @property
    def time(self) -> str:
        """How long the talk has been going on."""
        return self._clock.said

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._words = words
        self._heading.say(words("For the room"))
        self._show.say(words("Show this question"))
        self._back.say(words("Page back"))
        self._on.say(words("Page on"))
        self._blank.say(words("Black, and back"))
        self._end.say(words("End showing"))
        self._anew.say(words("From zero"))
        name = words("Language for the room")
        self._tongue_label.say(name)
        said = {AS_HERE: words("As this window"), BOTH: words("Both"), **_NATIVE}
        self.tongue.say(said, name)
        self._offer_screens()
        self._say_order()
        self._say_time()

    def tell(self, text: str, *, open_: bool, here: bool) -> None:
        """Say what the room sees; *here*: it is the question beside the list."""
        self._told.say(text)
        self._screens.setVisible(not open_)
        self._pages.setVisible(open_)
        self._show.setVisible(not here)
        for button in (self._on, self._back):
            button.setVisible(here)

    def tell_order(self, speaking: tuple[Constituency, ...]) -> None:
        """Say in which order the groups speak."""
        if speaking != self._speaking:
            self._speaking = speaking
            self._say_order()

    def take_focus(self) -> None:
        """Go to what comes next: show it, or the next page."""
        buttons = (self._show, self._on, *self._screen_buttons)
        next(one for one in buttons if one.isVisible()).setFocus()

    def begin_anew(self) -> None:
        """Set the clock to zero; it goes on or stands still as before."""
        self._seconds = 0
        self._say_time()

    def run_clock(self) -> None:
        """Let the clock run."""
        self._ticking.start()
        self._say_time()

    def stop_clock(self) -> None:
        """Let the clock stand still, at zero."""
        self._ticking.stop()
        self.begin_anew()

    # -- inside -------------------------------------------------------------------

    def _connect(self) -> None:
        self._show.clicked.connect(self.shown)
        self._back.clicked.connect(self.back)
        self._on.clicked.connect(self.on)
        self._blank.clicked.connect(self.blank)
        self._end.clicked.connect(self.ended)
        self._run.clicked.connect(self._start_or_stop)
        self._anew.clicked.connect(self.begin_anew)
        self.tongue.chosen.connect(self.tongue_chosen)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._offer_later)
            application.screenRemoved.connect(self._offer_later)

    def _offer_later(self, _screen: object) -> None:
        QTimer.singleShot(0, self, self._offer_screens)  # it is still in Qt's list

    def _offer_screens(self) -> None:
        """Offer every screen there is, and a window."""
        words, row = self._words, QWidget()
        if words is None:
            return
        flow, own = FlowLayout(row), self.screen()
        self._screen_buttons = []
        for place, screen in enumerate(QGuiApplication.screens()):
            here = screen is own
            size = f"{screen.geometry().width()} × {screen.geometry().height()}"
            number = place + 1
            text = (
                words("Show on this screen ({size})", size=size)
                if here
                else words("Show on screen {number} ({size})", number=number, size=size)
            )
            self._add_screen(flow, place, text, "plain" if here else "primary")
        self._add_screen(flow, -1, words("Show in a window"), "plain")
        self._screens.put(row)

    def _add_screen(self, flow: FlowLayout, place: int, text: str, role: str) -> None:
        button = Button(text, role)
        button.clicked.connect(lambda: self.screen_wanted.emit(place))
        flow.addWidget(button)
        self._screen_buttons.append(button)

    def _say_order(self) -> None:
        words, row = self._words, QWidget()
        if words is None:
            return
        flow = FlowLayout(row, gap=10)
        flow.addWidget(Label(words("Speaking:"), "second", wraps=False))
        for place, bench in enumerate(self._speaking, start=1):
            flow.addWidget(BenchMark(bench))
            name = f"{place}. {constituency_name(words, bench)}"
            role = "strong" if place == 1 else "text"
            flow.addWidget(Label(name, role, wraps=False))
        self._order.put(row)
        self._order.setVisible(bool(self._speaking))

    def _start_or_stop(self) -> None:
        if self._ticking.isActive():
            self._ticking.stop()
        else:
            self._ticking.start()
        self._say_time()

    def _tick(self) -> None:
        self._seconds += 1
        self._say_time()
        if self._seconds == _LONG * _MINUTE:
            announce(self, self._clock.said)

    def _say_time(self) -> None:
        if self._words is None:
            return
        words, runs = self._words, self._ticking.isActive()
        minutes = self._seconds // _MINUTE
        time = f"{minutes}:{self._seconds % _MINUTE:02}"
        long = minutes >= _LONG
        self._clock.say(words("{time}, longer than usual", time=time) if long else time)
        self._run.say(words("Stop the clock") if runs else words("Start the clock"))
        told = words("{number} min", number=minutes)
        self.minute.emit(told if minutes else "")


def step_text(words: Words, step: Step) -> str:
    """Return what the room sees on a page."""
    return {
        Step.QUESTION: words("The room sees the question."),
        Step.LEVELS: words("The room sees what the levels mean."),
        Step.POSITIONS: words("The room sees the positions of all groups."),
        Step.RESULT: words("The room sees the positions and the result."),
        Step.OUTCOME: words("The room sees what became of it."),
    }[step]
