"""Who is in the room: one day at a time, by group and sex."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.pages.preparation_card import Count, PreparationCard, flow
from spf_assess.desktop.parts import Entry, Label
from spf_assess.i18n import COLON, Words, constituency_name, date_text
from spf_assess.model import Attendance, Constituency, Plain

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_BOX = "attendance/"
_DAY, _MOST = 40, 9999
_SEXES = ("women", "men", "undeclared")


class AttendanceCard(PreparationCard):
    """Numbers for one day; the days recorded are listed below."""

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__(hub)
        self._order = order
        self._recorded: tuple[Attendance, ...] = ()
        self._region = ""  # whose room is counted here; merged ones are only listed
        self._filling = False
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
        for count in self.counts.values():
            count.number.valueChanged.connect(lambda _number: self._keep_counted())

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

    def state(self, consultation: "Consultation") -> object:
        began = consultation.preparation.begins_on
        return consultation.attendance(), began, consultation.region

    def fill(self, consultation: "Consultation") -> None:
        self._recorded = consultation.attendance()
        self._region = consultation.region
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
                women=self.counts[place, "women"].value,
                men=self.counts[place, "men"].value,
                undeclared=self.counts[place, "undeclared"].value,
            )
            for place, group in enumerate(self._order.everyone)
        ]
        if self.do(lambda open_: open_.attend(*present)):
            self.hub.unrecorded.put(f"{_BOX}{day}", None)

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
        """Show what was counted of the day that stands there, else what is recorded."""
        typed = self.hub.unrecorded.get(f"{_BOX}{self.day.text}")
        counted = self._recorded_counts() if typed is None else typed
        self._filling = True
        for place, group in enumerate(self._order.everyone):
            there = counted.get(group.value, {})
            for sex in _SEXES:
                self.counts[place, sex].number.setValue(int(there.get(sex, 0)))
        self._filling = False

    def _recorded_counts(self) -> Plain:
        return {
            one.constituency.value: {sex: getattr(one, sex) for sex in _SEXES}
            for one in self._recorded
            if (one.day, one.place) == (self.day.text, self._region)
        }

    def _keep_counted(self) -> None:
        """Keep what was counted and is not saved yet."""
        if self._filling:
            return
        counted = {
            group.value: {sex: self.counts[place, sex].value for sex in _SEXES}
            for place, group in enumerate(self._order.everyone)
        }
        same = _present(counted) == _present(self._recorded_counts())
        self.hub.unrecorded.put(f"{_BOX}{self.day.text}", None if same else counted)

    def _say_days(self) -> None:
        words, lines = self.words, []
        rooms = dict.fromkeys((one.day, one.place) for one in self._recorded)
        for day, place in sorted(rooms):
            told = [
                words(
                    "{group} {number} ({women} women, {men} men)",
                    group=constituency_name(words, one.constituency),
                    number=one.women + one.men + one.undeclared,
                    women=one.women,
                    men=one.men,
                )
                for one in self._recorded
                if (one.day, one.place) == (day, place)
            ]
            date = date_text(day, words.language)
            room = f"{date}, {place}" if place else date
            lines.append(f"{room}{words.text(COLON)}{', '.join(told)}")
        self._days.say("\n".join(lines))
        self._days.setVisible(bool(lines))
        self._list.setVisible(bool(lines))


def _present(counted: Plain) -> Plain:
    """Return the groups of which somebody was there."""
    return {group: found for group, found in counted.items() if any(found.values())}
