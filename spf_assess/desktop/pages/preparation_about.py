"""The consultation itself: title, country, place, days, languages, what is asked."""

import dataclasses
from typing import TYPE_CHECKING

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.create_selection import SelectionChoice
from spf_assess.desktop.pages.preparation_card import PreparationCard, pair
from spf_assess.desktop.parts import Entry, Label, Segmented
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, NAME_LIMIT, Changes, Text

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_DAY, _BOTH = 40, "both"


class AboutCard(PreparationCard):
    """What stands on every invitation and in the report."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.title_en, self.title_fr = Entry(NAME_LIMIT), Entry(NAME_LIMIT)
        self.country_en, self.country_fr = Entry(NAME_LIMIT), Entry(NAME_LIMIT)
        self.place = Entry(NAME_LIMIT)
        self.begins, self.ends = Entry(_DAY), Entry(_DAY)
        self._languages_label, self._rounds_label = (
            Label(role="strong"),
            Label(role="strong"),
        )
        choices = [(one, "") for one in (*LANGUAGES, _BOTH)]
        self.languages = Segmented(choices, _BOTH)
        self.rounds = Segmented([(str(one), "") for one in (1, 2, 3)], "2")
        self.selection = SelectionChoice(hub)
        self._fixed = (
            self.title_en,
            self.title_fr,
            self.country_en,
            self.country_fr,
            self.languages,
            self.selection,
        )
        for widget in (
            pair(self.title_en, self.title_fr),
            pair(self.country_en, self.country_fr),
            self.place,
            pair(self.begins, self.ends),
            self._languages_label,
            self.languages,
            self._rounds_label,
            self.rounds,
            self.selection,
        ):
            self.column.addWidget(widget)
        for name, entry in (
            ("title_en", self.title_en),
            ("title_fr", self.title_fr),
            ("country_en", self.country_en),
            ("country_fr", self.country_fr),
            ("place", self.place),
            ("begins", self.begins),
            ("ends", self.ends),
        ):
            self.watch(name, entry.field)

    def say_fields(self, words: Words) -> None:
        self.heading.say(words("The consultation"))
        self.title_en.say(words("Title in English"))
        self.title_fr.say(words("Title in French"))
        self.country_en.say(words("Country in English"))
        self.country_fr.say(words("Country in French"))
        self.place.say(words("Place of the workshop"))
        hint = words("Year, month and day: 2027-03-30.")
        self.begins.say(words("First day"), hint)
        self.ends.say(words("Last day"), hint)
        spoken = words("Languages of the meeting")
        self._languages_label.say(spoken)
        named = {"en": "English", "fr": "Français", _BOTH: words("Both")}
        self.languages.say(named, spoken)
        rounds = words("Rounds planned")
        self._rounds_label.say(rounds)
        named = {
            "1": words("One round"),
            "2": words("Two rounds"),
            "3": words("Three rounds"),
        }
        self.rounds.say(named, rounds)
        self.selection.speak(words)

    def state(self, consultation: "Consultation") -> object:
        prepared, header = consultation.preparation, consultation.header
        return (
            header,
            prepared.begins_on,
            prepared.ends_on,
            prepared.languages,
            prepared.rounds_planned,
        )

    def fill(self, consultation: "Consultation") -> None:
        prepared, header = consultation.preparation, consultation.header
        title, country = header.title.by_language, header.country.by_language
        for entry, text in (
            (self.title_en, title.get("en", "")),
            (self.title_fr, title.get("fr", "")),
            (self.country_en, country.get("en", "")),
            (self.country_fr, country.get("fr", "")),
            (self.place, header.place),
            (self.begins, prepared.begins_on),
            (self.ends, prepared.ends_on),
        ):
            entry.field.setText(text)
        both = len(prepared.languages) > 1
        self.languages.select(_BOTH if both else prepared.languages[0])
        self.rounds.select(str(prepared.rounds_planned))
        self.selection.show_selection(header.selection, consultation.questionnaire)

    def allow(self, consultation: "Consultation") -> None:
        for widget in self._fixed:
            widget.setEnabled(not consultation.frozen)
        more = consultation.may_plan_more
        self.rounds.setEnabled(not consultation.frozen or more)
        told = ""
        if consultation.frozen and more:
            told = self.words(
                "Fixed since the start; place and days can still change, and a further"
                " round can be planned while the last is open."
            )
        elif consultation.frozen:
            told = self.words("Fixed since the start; place and days can still change.")
        self.about.say(told)
        self.about.setVisible(bool(self.about.said))

    def keep(self) -> None:
        chosen = self.languages.selected
        self.selection.tell_error(self.selection.wrong)
        if self.selection.wrong:
            self.selection.first().setFocus()
            return

        def work(consultation: "Consultation") -> Changes:
            prepared = consultation.prepare(
                dataclasses.replace(
                    consultation.preparation,
                    begins_on=self.begins.text,
                    ends_on=self.ends.text,
                    languages=LANGUAGES if chosen == _BOTH else (chosen,),
                    rounds_planned=int(self.rounds.selected),
                )
            )
            described = consultation.describe(
                title=Text.of(en=self.title_en.text, fr=self.title_fr.text),
                country=Text.of(en=self.country_en.text, fr=self.country_fr.text),
                place=self.place.text,
                selection=self.selection.selection,
            )
            return dataclasses.replace(prepared, header=described.header)

        self.do(work)
