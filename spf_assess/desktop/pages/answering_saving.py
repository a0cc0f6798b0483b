"""Brings answers to the disk: choices at once, typed words within a second."""

from PySide6.QtCore import QObject, QTimer, Signal

from spf_assess.desktop.hub import Hub
from spf_assess.model import COMMENT_LIMIT, Answer, Figure

SOON_MS = 600


class Keeper(QObject):
    """Holds what is not on disk yet and writes it.

    The clock starts with the first unsaved letter and is not wound up again by the
    next, so nothing waits longer than ``SOON_MS`` however fast one types. What could
    not be written stays here, and is tried again with the next answer, on leaving the
    page, and when the person asks.

    Signals: ``kept(item)`` it is on disk, ``failed(item)`` it is not.
    """

    kept = Signal(str)
    failed = Signal(str)

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._waiting: dict[str, Answer] = {}
        self._unsaved: set[str] = set()
        self._writing = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SOON_MS)
        self._clock.timeout.connect(self.flush)

    @property
    def writing(self) -> bool:
        """Whether a change that is told at this moment is one of our own."""
        return self._writing

    def now(self, answer: Answer) -> bool:
        """Write *answer* at once; whether it is on disk."""
        self._waiting[answer.item] = answer
        return self.flush()

    def soon(self, answer: Answer) -> None:
        """Write *answer* within a second."""
        self._waiting[answer.item] = answer
        if not self._clock.isActive():
            self._clock.start()

    def flush(self) -> bool:
        """Write everything that waits; whether all of it is on disk."""
        self._clock.stop()
        for item, answer in list(self._waiting.items()):
            if fits(answer) and self._write(answer):
                del self._waiting[item]
                self._unsaved.discard(item)
                self.kept.emit(item)
            else:
                self._unsaved.add(item)
                self.failed.emit(item)
        return not self._waiting

    def answer(self, item: str) -> Answer:
        """Return the answer as the person gave it, on disk or not."""
        if item in self._waiting:
            return self._waiting[item]
        open_ = self._hub.consultation
        if open_ is None:
            return Answer(item)
        return open_.response(open_.me().id).answers.get(item, Answer(item))

    def is_unsaved(self, item: str) -> bool:
        """Whether writing this answer failed."""
        return item in self._unsaved

    def forget(self) -> None:
        """Let go of everything: another file was opened."""
        self._clock.stop()
        self._waiting.clear()
        self._unsaved.clear()

    def _write(self, answer: Answer) -> bool:
        self._writing = True
        try:
            return self._hub.answer(answer)
        finally:
            self._writing = False


def fits(answer: Answer) -> bool:
    """Whether no text is longer than what can be handed in."""
    texts = [answer.specify, answer.comment, answer.minority]
    texts += answer.follow_ups.values()
    for part in answer.parts.values():
        texts.append(part.reason)
        if isinstance(part.value, str):
            texts.append(part.value)
        elif isinstance(part.value, Figure):
            texts += [part.value.note, part.value.no_sex_reason]
    return all(len(text) <= COMMENT_LIMIT for text in texts)
