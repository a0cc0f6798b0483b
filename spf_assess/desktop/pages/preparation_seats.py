"""Organizations and how many people each sends; seats are made from them."""

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.pages.participants_groups import GroupChoice
from spf_assess.desktop.pages.preparation_card import Count, PreparationCard, flow
from spf_assess.desktop.parts import BenchMark, Button, Entry, Label, Segmented
from spf_assess.i18n import COLON, Words, constituency_name
from spf_assess.model import (
    LANGUAGES,
    NAME_LIMIT,
    Changes,
    Constituency,
    Organization,
)

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_MOST = 99
_APART, _TOGETHER = "apart", "together"


class SeatsCard(PreparationCard):
    """The list of organizations, a form for one of them, and the making of seats."""

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__(hub)
        self._order, self._chosen = order, ""
        self._organizations: tuple[Organization, ...] = ()
        self._due = 0
        self.make = Button()
        lines = QWidget()
        self._lines = QVBoxLayout(lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._rows: list[_Line] = []
        self._none, self._form_title = Label(role="small"), Label(role="strong")
        self.group, self.name = GroupChoice(), Entry(NAME_LIMIT)
        self._error = Label(role="warn")
        self._error.hide()
        self.people = Count(1, _MOST)
        self._answers, self._language_label = Label(role="strong"), Label(role="strong")
        self.together = Segmented([(_APART, ""), (_TOGETHER, "")], _APART)
        self.language = Segmented([(one, "") for one in LANGUAGES], LANGUAGES[0])
        for widget in (
            lines,
            self._none,
            flow(self.make),
            self._form_title,
            self.name,
            self.group,
            self._error,
            flow(self.people),
            self._answers,
            self.together,
            self._language_label,
            self.language,
        ):
            self.column.addWidget(widget)
        self.drop, self.cancel = Button(), Button(role="quiet")
        for button in (self.drop, self.cancel):
            self.add_button(button)
        self.drop.clicked.connect(self._drop)
        self.cancel.clicked.connect(lambda: self._begin(None))
        self.make.clicked.connect(self._make)
        self._begin(None)
        self.watch("organization", self.name.field)

    def say_fields(self, words: Words) -> None:
        self.heading.say(words("Organizations and seats"))
        self.about.say(
            words(
                "A seat is one invitation. Equal numbers are usual; each group weighs"
                " the same whatever its number."
            )
        )
        self.name.say(words("Organization"))
        self.group.speak(words, self._order.everyone)
        self.people.say(words("People it sends"))
        how, language = words("How they answer"), words("Language of the invitation")
        self._answers.say(how)
        named = {_APART: words("Each person"), _TOGETHER: words("Together, once")}
        self.together.say(named, how)
        self._language_label.say(language)
        self.language.say({"en": "English", "fr": "Français"}, language)
        self._none.say(words("No organization yet."))
        self.drop.say(words("Take it out"))
        self.cancel.say(words("Another one"))
        self._say_form()
        self._say_due()
        self._say_lines()

    def state(self, consultation: "Consultation") -> object:
        return consultation.preparation.organizations, len(consultation.seats_due())

    def fill(self, consultation: "Consultation") -> None:
        self._organizations = consultation.preparation.organizations
        self._due = len(consultation.seats_due())
        if self._chosen not in {one.id for one in self._organizations}:
            self._chosen = ""
        self._say_lines()
        self._say_due()
        self._say_form()

    def forget(self) -> None:
        super().forget()
        self._chosen = ""
        self.name.field.clear()

    def filled(self) -> dict[str, str]:
        names = {one.id: one.name for one in self._organizations}
        return {"organization": names.get(self._chosen, "")}

    def allow(self, consultation: "Consultation") -> None:
        self.make.setVisible(bool(self._due) and not consultation.read_only)

    def keep(self) -> None:
        group, words = self.group.selected, self.words
        wrong = (
            words("Write the organization's name.")
            if not self.name.text
            else words("Choose the group it belongs to.")
            if group is None
            else ""
        )
        self._error.say(wrong)
        self._error.setVisible(bool(wrong))
        if group is None or wrong:
            (self.group if self.name.text else self.name).setFocus()
            return
        from spf_assess.consultation.beginning import new_id

        wanted = Organization(
            self._chosen or new_id(),
            group,
            self.name.text,
            self.people.value,
            self.language.selected,
            together=self.together.selected == _TOGETHER,
        )
        others = [one for one in self._organizations if one.id != wanted.id]
        places = [one.id for one in self._organizations]
        at = places.index(wanted.id) if wanted.id in places else len(others)
        if self._record([*others[:at], wanted, *others[at:]]):
            self._begin(None)
            self.name.setFocus()

    def _drop(self) -> None:
        kept = [one for one in self._organizations if one.id != self._chosen]
        if self._record(kept):
            self._begin(None)

    def _record(self, organizations: Sequence[Organization]) -> bool:
        return self.do(
            lambda open_: open_.prepare(
                dataclasses.replace(
                    open_.preparation, organizations=tuple(organizations)
                )
            )
        )

    def _make(self) -> None:
        def work(consultation: "Consultation") -> Changes:
            made = consultation.seat_organizations()
            return Changes(respondents=frozenset(one.id for one in made))

        if self.do(work):
            self.keep_typed("organization")  # its form was not saved with the seats
            self.name.setFocus()

    def _begin(self, organization: Organization | None) -> None:
        """Show one in the form, or an empty form for another."""
        self._chosen = organization.id if organization else ""
        shown = organization or Organization("", Constituency.GOVERNMENT, "")
        self.name.field.setText(shown.name)
        self.keep_typed("organization")
        self.people.number.setValue(shown.seats)
        self.together.select(_TOGETHER if shown.together else _APART)
        self.language.select(shown.language)
        if organization is None:
            self.group.clear()
        else:
            self.group.select(organization.constituency)
        self._error.hide()
        self._say_form()

    def _change(self, organization: Organization) -> None:
        self._begin(organization)
        self.name.setFocus()

    def _say_form(self) -> None:
        words, changing = self.words, bool(self._chosen)
        self._form_title.say(
            words("Change the organization")
            if changing
            else words("Add an organization")
        )
        self.save.say(words("Save") if changing else words("Add"))
        self.save.setAccessibleName(f"{self.save.said}, {self.heading.said}")
        self.drop.setVisible(changing)
        self.cancel.setVisible(changing)

    def _say_due(self) -> None:
        self.make.say(
            self.words.plural("Make {number} seat", "Make {number} seats", self._due)
        )

    def _say_lines(self) -> None:
        while self._rows:
            row = self._rows.pop()
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        groups = list(self._order.everyone)
        for one in sorted(
            self._organizations, key=lambda one: groups.index(one.constituency)
        ):
            row = _Line(one, self.words)
            row.change.clicked.connect(lambda _on=False, one=one: self._change(one))
            self._lines.addWidget(row)
            self._rows.append(row)
        self._none.setVisible(not self._rows)


class _Line(QWidget):
    """One organization and the way to change it."""

    def __init__(self, organization: Organization, words: Words) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        group = constituency_name(words, organization.constituency)
        people = words.plural("{number} person", "{number} people", organization.seats)
        how = words("together") if organization.together else words("one by one")
        row.addWidget(BenchMark(organization.constituency))
        colon = words.text(COLON)
        told = f"{organization.name} ({group}){colon}{people}, {how}"
        row.addWidget(Label(told), 1)
        self.change = Button(words("Change"), "quiet")
        self.change.setAccessibleName(f"{words('Change')}, {organization.name}")
        row.addWidget(self.change)
