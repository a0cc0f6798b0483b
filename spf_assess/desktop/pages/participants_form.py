"""Adding a seat: who is invited, for whom they speak, and how they answer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from spf_assess.desktop.pages.participants_groups import GroupChoice
from spf_assess.desktop.parts import (
    Button,
    Entry,
    FlowLayout,
    Label,
    QuietScroll,
    Segmented,
)
from spf_assess.desktop.parts.announce import announce
from spf_assess.i18n import Words
from spf_assess.model import (
    LANGUAGES,
    NAME_LIMIT,
    Constituency,
    Respondent,
    RespondentKind,
)

_MOST_MEMBERS = 999
_SEXES = ("woman", "man", "unsaid")


class SeatForm(QWidget):
    """Fields in one column; nothing is chosen for the person where it matters.

    Signals:
        filled_in(Respondent): everything needed is there.
        given_up(): the person does not want a seat after all.
    """

    filled_in = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Words | None = None
        self._changing = ""  # id of the seat that is changed; empty for a new one
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._build_fields()
        scroll = self._scroll = QuietScroll(content)
        content.setAutoFillBackground(False)
        outer.addWidget(scroll, 1)
        outer.addWidget(self._build_foot())

    def speak(self, words: Words, order: Sequence[Constituency]) -> None:
        """Say everything anew; what was filled in stays."""
        self._words = words
        self._group_label.say(words("For which group"))
        self._group.speak(words, order)
        kinds = {
            RespondentKind.BENCH.value: words("The group together"),
            RespondentKind.PERSON.value: words("One person"),
        }
        self._kind_label.say(words("Who answers"))
        self._kind.say(kinds, words("Who answers"))
        self._organization.say(words("Organization"))
        self._name.say(words("Name of the person or group"), words("May be left out."))
        self._language_label.say(words("Language of the invitation"))
        self._language.say(
            {"en": "English", "fr": "Français"}, words("Language of the invitation")
        )
        for field, text in (
            (self._members, words("Members")),
            (self._women, words("Women")),
            (self._men, words("Men")),
        ):
            field.say(text)
        sexes = {
            "woman": words("Woman"),
            "man": words("Man"),
            "unsaid": words("Not stated"),
        }
        self._sex_label.say(words("This person is a"))
        self._sex.say(sexes, words("This person is a"))
        self._give_up.say(words("Cancel"))
        self._say_what(words)
        if self._shown_errors:
            self._tell_errors(self._check(words))

    def begin(self, language: str) -> None:
        """Clear the form for another seat and go to its first field."""
        self._changing = ""
        self._let_choose(on=True)
        self._language.select(language)
        self._organization.field.clear()
        self._name.field.clear()
        self._members.number.setValue(1)
        self._women.number.setValue(0)
        self._men.number.setValue(0)
        self._sex.select("unsaid")
        self._group.clear()
        self._tell_errors({})
        self._group.setFocus()

    def begin_change(self, seat: Respondent) -> None:
        """Show a seat to be changed; group and kind stay, for its packet names them."""
        self.begin(seat.language)
        self._changing = seat.id
        self._group.select(seat.constituency)
        self._kind.select(seat.kind.value)
        self._organization.field.setText(seat.organization)
        self._name.field.setText(seat.name)
        self._members.number.setValue(seat.members)
        self._women.number.setValue(seat.women)
        self._men.number.setValue(seat.men)
        sex = "woman" if seat.women else "man" if seat.men else "unsaid"
        self._sex.select(sex)
        self._show_people()
        self._let_choose(on=False)
        self._organization.setFocus()

    def _let_choose(self, *, on: bool) -> None:
        for widget in (self._group, self._kind):
            widget.setEnabled(on)
        if self._words is not None:
            self._say_what(self._words)

    def _say_what(self, words: Words) -> None:
        changing = bool(self._changing)
        title = words("Change the seat") if changing else words("Add a seat")
        self._title.say(title)
        self._add.say(words("Save") if changing else words("Add the seat"))

    def _build_fields(self) -> None:
        add = self._column.addWidget
        self._shown_errors = False
        self._title = Label(role="heading")
        self._group_label, self._group = Label(role="strong"), GroupChoice()
        self._group_error = Label(role="warn")
        self._kind_label = Label(role="strong")
        bench, person = RespondentKind.BENCH.value, RespondentKind.PERSON.value
        self._kind = Segmented([(bench, ""), (person, "")], bench)
        self._organization, self._name = Entry(NAME_LIMIT), Entry(NAME_LIMIT)
        self._language_label = Label(role="strong")
        self._language = Segmented([(one, "") for one in LANGUAGES], LANGUAGES[0])
        for widget in (
            self._title,
            self._group_label,
            self._group,
            self._group_error,
            self._kind_label,
            self._kind,
            self._organization,
            self._name,
            self._language_label,
            self._language,
        ):
            add(widget)
        self._group_error.hide()
        add(self._build_people())
        self._kind.chosen.connect(lambda _key: self._show_people())
        self._group.chosen.connect(lambda _key: self._mended())
        self._show_people()

    def _build_people(self) -> QWidget:
        people = QWidget()
        column = QVBoxLayout(people)
        column.setContentsMargins(0, 0, 0, 0)
        self._counts = QWidget()
        flow = FlowLayout(self._counts, gap=12)
        self._members, self._women, self._men = _Count(1), _Count(0), _Count(0)
        for count in (self._members, self._women, self._men):
            flow.addWidget(count)
        self._counts_error = Label(role="warn")
        self._counts_error.hide()
        self._sex_label = Label(role="strong")
        self._sex = Segmented([(one, "") for one in _SEXES], "unsaid")
        for widget in (self._counts, self._counts_error, self._sex_label, self._sex):
            column.addWidget(widget)
        return people

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        row = FlowLayout(foot)
        row.setContentsMargins(16, 8, 16, 12)
        self._give_up, self._add = Button(), Button(role="primary")
        row.addWidget(self._add)
        row.addWidget(self._give_up)
        self._add.clicked.connect(self._try)
        self._give_up.clicked.connect(self.given_up)
        return foot

    def _show_people(self) -> None:
        person = self._kind.selected == RespondentKind.PERSON.value
        self._counts.setVisible(not person)
        self._sex_label.setVisible(person)
        self._sex.setVisible(person)
        self._mended()

    def _try(self) -> None:
        if self._words is None:
            return
        found = self._check(self._words)
        self._tell_errors(found)
        if found:
            next(iter(found)).setFocus()
            self._scroll.show_focus_soon()
            announce(self, " ".join(found.values()), at_once=True)
            return
        self.filled_in.emit(self._wanted())

    def _check(self, words: Words) -> Mapping[QWidget, str]:
        found: dict[QWidget, str] = {}
        if self._group.selected is None:
            found[self._group] = words("Choose the group this seat speaks for.")
        if not self._organization.text and not self._name.text:
            found[self._organization] = words(
                "Write the organization or the name, so that the seat can be told from"
                " others."
            )
        members, women, men = self._people()
        if women + men > members:
            found[self._women] = words(
                "Women and men together exceed the number of members. Correct one of"
                " the numbers."
            )
        return found

    def _tell_errors(self, found: Mapping[QWidget, str]) -> None:
        self._shown_errors = bool(found)
        self._organization.tell_error(found.get(self._organization, ""))
        for label, field in (
            (self._group_error, self._group),
            (self._counts_error, self._women),
        ):
            told = found.get(field, "")
            label.say(told)
            label.setVisible(bool(told))
            field.setAccessibleDescription(told)

    def _mended(self) -> None:
        if self._shown_errors and self._words is not None:
            self._tell_errors(self._check(self._words))

    def _people(self) -> tuple[int, int, int]:
        """Return members, women, men."""
        if self._kind.selected == RespondentKind.PERSON.value:
            sex = self._sex.selected
            return 1, int(sex == "woman"), int(sex == "man")
        return self._members.value, self._women.value, self._men.value

    def _wanted(self) -> Respondent:
        members, women, men = self._people()
        group = self._group.selected
        if group is None:
            raise LookupError("group")
        return Respondent(
            id=self._changing,
            constituency=group,
            kind=RespondentKind(self._kind.selected),
            organization=self._organization.text,
            name=self._name.text,
            language=self._language.selected,
            members=members,
            women=women,
            men=men,
        )


class _Count(QWidget):
    """A number of people with its label above."""

    def __init__(self, least: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._label, self.number = Label(role="strong", wraps=False), QSpinBox()
        self.number.setRange(least, _MOST_MEMBERS)
        self._label.setBuddy(self.number)
        column.addWidget(self._label)
        row = QHBoxLayout()
        row.addWidget(self.number)
        column.addLayout(row)
        self.setFocusProxy(self.number)

    @property
    def value(self) -> int:
        """The number that stands there."""
        return self.number.value()

    def say(self, text: str) -> None:
        """Say what is counted."""
        self._label.say(text)
        self.number.setAccessibleName(text)
