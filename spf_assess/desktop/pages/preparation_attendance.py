"""Who is in the room: one day at a time, by group and sex."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.pages.preparation_card import Count, PreparationCard, flow
from spf_assess.desktop.parts import Entry, Label
from spf_assess.i18n import COLON, Words, constituency_name, date_text
from spf_assess.model import Attendance, Constituency

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_DAY, _MOST = 40, 9999
_SEXES = ("women", "men", "undeclared")


class AttendanceCard(PreparationCard):
    """Numbers for one day; the days recorded are listed below."""

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__(hub)
        self._order = order
        self._recorded: tuple[Attendance, ...] = ()
        self.day = Entry(_DAY)
        self.column.addWidget(self.day)
        self.counts: dict[tuple[int, str], Count] = {}
        self._names: list[Label] = []
        for place, _group in enumerate(Constituency):
            self.column.addWidget(self._build(place))
        self._list, self._days = Label(role="strong"), Label(role="small_text")
        self.column.addWidget(self._list)
        self.column.addWidget(self._days)
        self.day.field.textChanged.connect(lambda _text: self._show_day())

    def say_fields(self, words: Words) -> None:
        self.heading.say(words("Attendance"))
        self.day.say(words("Day"), words("Year, month and day: 2027-03-30."))
        named = {
            "women": words("Women"),
            "men": words("Men"),
            "undeclared": words("Not stated"),
        }
        for place, group in enumerate(self._order.everyone):
            name = constituency_name(words, group)
            self._names[place].say(name)
            for sex in _SEXES:
                self.counts[place, sex].say(named[sex], f"{name}, {named[sex]}")
        self._list.say(words("Recorded"))
        self._say_days()
        self._show_day()

    def state(self, consultation: "Consultation") -> object:
        return consultation.attendance(), consultation.preparation.begins_on

    def fill(self, consultation: "Consultation") -> None:
        self._recorded = consultation.attendance()
        if not self.day.text:
            self.day.field.setText(consultation.preparation.begins_on)
        self._say_days()
        self._show_day()

    def keep(self) -> None:
        day = self.day.text
        present = [
            Attendance(
                day,
                group,
                **{sex: self.counts[place, sex].value for sex in _SEXES},
            )
            for place, group in enumerate(self._order.everyone)
        ]
        self.do(lambda open_: open_.attend(*present))

    def forget(self) -> None:
        super().forget()
        self.day.field.clear()

    def _build(self, place: int) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        name = Label(role="label")
        self._names.append(name)
        column.addWidget(name)
        counts = [Count(0, _MOST) for _sex in _SEXES]
        for sex, count in zip(_SEXES, counts, strict=True):
            self.counts[place, sex] = count
        column.addWidget(flow(*counts))
        return box

    def _show_day(self) -> None:
        """Show what is recorded of the day that stands there."""
        found = {
            one.constituency: one for one in self._recorded if one.day == self.day.text
        }
        for place, group in enumerate(self._order.everyone):
            there = found.get(group)
            for sex in _SEXES:
                number = 0 if there is None else getattr(there, sex)
                self.counts[place, sex].number.setValue(number)

    def _say_days(self) -> None:
        words, lines = self.words, []
        for day in dict.fromkeys(one.day for one in self._recorded):
            told = [
                words(
                    "{group} {number} ({women} women, {men} men)",
                    group=constituency_name(words, one.constituency),
                    number=one.women + one.men + one.undeclared,
                    women=one.women,
                    men=one.men,
                )
                for one in self._recorded
                if one.day == day
            ]
            date = date_text(day, words.language)
            lines.append(f"{date}{words.text(COLON)}{', '.join(told)}")
        self._days.say("\n".join(lines))
        self._days.setVisible(bool(lines))
        self._list.setVisible(bool(lines))
