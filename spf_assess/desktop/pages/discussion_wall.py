"""What is on the wall, from the facilitator's side: screen, pages, time."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.models.projected import Step
from spf_assess.desktop.parts import Button, FlowLayout, Label, Surface
from spf_assess.i18n import Words

_SECOND_MS = 1000
_LONG = 10 * 60  # seconds: ten to twelve minutes a question is usual


class WallCard(Surface):
    """Buttons as a presenter remote has them, and a clock that counts up.

    ``screen_wanted(int)``: the place of a screen, -1 for a window.
    ``on()``, ``back()``, ``blank()``: as on a remote.
    """

    screen_wanted = Signal(int)
    on = Signal()
    back = Signal()
    blank = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._words: Words | None = None
        self._seconds = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        self._heading, self._told = Label(role="heading"), Label()
        row, time = QWidget(), QWidget()
        self._screens = QWidget()
        FlowLayout(self._screens)
        self._screen_buttons: list[Button] = []
        self._back, self._on, self._blank = Button(), Button(role="primary"), Button()
        flow = FlowLayout(row)
        for button in (self._back, self._on, self._blank):
            flow.addWidget(button)
        self._clock, self._run, self._anew = Label(role="strong"), Button(), Button()
        clock = FlowLayout(time)
        for widget in (self._clock, self._run, self._anew):
            clock.addWidget(widget)
        for part in (self._heading, self._screens, self._told, row, time):
            column.addWidget(part)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_SECOND_MS)
        self._ticking.timeout.connect(self._tick)
        self._back.clicked.connect(self.back)
        self._on.clicked.connect(self.on)
        self._blank.clicked.connect(self.blank)
        self._run.clicked.connect(self._start_or_stop)
        self._anew.clicked.connect(self.begin_anew)

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._words = words
        self._heading.say(words("On the wall"))
        self._back.say(words("Page back"))
        self._on.say(words("Page on"))
        self._blank.say(words("Blank"))
        self._anew.say(words("From zero"))
        self._offer_screens(words)
        self._say_time()

    def tell(self, text: str) -> None:
        """Say what the room sees."""
        self._told.say(text)

    def begin_anew(self) -> None:
        """Set the clock to zero."""
        self._seconds = 0
        self._say_time()

    def _offer_screens(self, words: Words) -> None:
        for button in self._screen_buttons:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._screen_buttons = []
        names = [one.name() for one in QGuiApplication.screens()]
        for place, name in enumerate(names):
            self._add_screen(place, words("Show on screen {name}", name=name))
        self._add_screen(-1, words("Show in a window"))

    def _add_screen(self, place: int, text: str) -> None:
        button = Button()
        button.say(text)
        button.clicked.connect(lambda: self.screen_wanted.emit(place))
        row = self._screens.layout()
        if row is not None:  # asked for anew: a layout that is kept outlives its items
            row.addWidget(button)
        self._screen_buttons.append(button)

    def _start_or_stop(self) -> None:
        if self._ticking.isActive():
            self._ticking.stop()
        else:
            self._ticking.start()
        self._say_time()

    def _tick(self) -> None:
        self._seconds += 1
        self._say_time()

    def _say_time(self) -> None:
        if self._words is None:
            return
        words, runs = self._words, self._ticking.isActive()
        time = f"{self._seconds // 60}:{self._seconds % 60:02}"
        long = self._seconds >= _LONG
        self._clock.say(words("{time}, longer than usual", time=time) if long else time)
        self._run.say(words("Stop the clock") if runs else words("Start the clock"))


def step_text(words: Words, step: Step) -> str:
    """Return what the room sees on a page."""
    return {
        Step.QUESTION: words("The room sees the question."),
        Step.LEVELS: words("The room sees what the levels mean."),
        Step.POSITIONS: words("The room sees the positions of all groups."),
        Step.RESULT: words("The room sees the positions and the result."),
        Step.OUTCOME: words("The room sees what became of it."),
    }[step]
