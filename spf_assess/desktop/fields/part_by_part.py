"""Items answered part by part: what is shown, told and pressed goes to one of them."""

from collections.abc import Mapping

from PySide6.QtWidgets import QApplication, QWidget

from spf_assess.desktop.fields.field import Field
from spf_assess.desktop.fields.part_row import PartRow
from spf_assess.desktop.fields.rating import Rating
from spf_assess.model import Answer


class PartByPart(Field):
    """Holds what each part is answered in; a subclass lays it out and says its words.

    A key is meant for the part the keyboard is in, else for the first one without an
    answer.
    """

    def hold(self, parts: Mapping[str, PartRow | Rating]) -> None:
        """Take in what the parts are answered in, by name, as laid out."""
        self._parts = parts
        for name, one in parts.items():
            one.given.connect(lambda part, name=name: self.given.emit(name, part))
            one.typed.connect(lambda part, name=name: self.typed.emit(name, part))
            one.left.connect(self.left)

    def show_answer(self, answer: Answer) -> None:
        for name, one in self._parts.items():
            one.show_answer(answer.part(name))

    def press(self, key: str) -> bool:
        return self._meant().press(key)

    def first(self) -> QWidget:
        return self._first_open().stop()

    def go_to(self, part: str) -> None:
        self._parts.get(part, self._first_open()).stop().setFocus()

    def _first_open(self) -> PartRow | Rating:
        parts = list(self._parts.values())
        return next((one for one in parts if one.answer().empty), parts[0])

    def _meant(self) -> PartRow | Rating:
        focus = QApplication.focusWidget()
        for one in self._parts.values():
            if focus is not None and one.isAncestorOf(focus):
                return one
        return self._first_open()
