"""The rule of comparison in words, the thresholds, and the consent texts."""

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.face import Wording
from spf_assess.desktop.fields.option import TickCard
from spf_assess.desktop.fields.writing import Writing
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.preparation_card import (
    Count,
    PreparationCard,
    flow,
    pair,
)
from spf_assess.desktop.parts import Label
from spf_assess.exchange import CONSENT_LIMIT
from spf_assess.i18n import (
    Words,
    convergence_rule,
    named_consent,
    privacy_rule,
    quoted_consent,
)
from spf_assess.model import COUNTED_FROM, LANGUAGES, SPREAD_FROM, Text

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_MOST = 99
_KINDS = ("named", "quoted")


class RulesCard(PreparationCard):
    """The rule as the report prints it; the thresholds can be raised."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._rule = [Label() for _line in convergence_rule(hub.words)]
        for label in self._rule:
            self.column.addWidget(label)
        self.counted = Count(COUNTED_FROM, _MOST)
        self.spread = Count(SPREAD_FROM, _MOST)
        self._privacy = Label(role="small_text")
        self.column.addSpacing(6)
        self.column.addWidget(flow(self.counted, self.spread))
        self.column.addWidget(self._privacy)
        for count in (self.counted, self.spread):
            count.number.valueChanged.connect(lambda _number: self._say_privacy())

    def say_fields(self, words: Words) -> None:
        self.heading.say(words("Rule and thresholds"))
        sentences = enumerate(convergence_rule(words), start=1)
        for label, (number, sentence) in zip(self._rule, sentences, strict=True):
            label.say(f"{number}. {sentence}")
        self.counted.say(words("Counts are told from"))
        self.spread.say(words("Spreads are told from"))
        self._say_privacy()

    def state(self, consultation: "Consultation") -> object:
        prepared = consultation.preparation
        return prepared.counted_from, prepared.spread_from

    def fill(self, consultation: "Consultation") -> None:
        prepared = consultation.preparation
        self.counted.number.setValue(prepared.counted_from)
        self.spread.number.setValue(prepared.spread_from)

    def allow(self, consultation: "Consultation") -> None:
        frozen = consultation.frozen
        for widget in (self.counted, self.spread, self.save):
            widget.setEnabled(not frozen)
        words = self.words
        self.about.say(
            words("Fixed since the start.")
            if frozen
            else words("The rule is fixed at the start; thresholds only go upwards.")
        )
        self.about.show()

    def keep(self) -> None:
        self.do(
            lambda open_: open_.prepare(
                dataclasses.replace(
                    open_.preparation,
                    counted_from=self.counted.value,
                    spread_from=self.spread.value,
                )
            )
        )

    def _say_privacy(self) -> None:
        told = privacy_rule(self.words, self.counted.value, self.spread.value)
        self._privacy.say(told)


class ConsentCard(PreparationCard):
    """What people agree to who are named, and who are quoted."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._labels: dict[tuple[str, str], Label] = {}
        self.texts: dict[tuple[str, str], Writing] = {}
        for kind in _KINDS:
            boxes = [self._build(kind, language) for language in LANGUAGES]
            self.column.addWidget(pair(*boxes))
        for (kind, language), writing in self.texts.items():
            self.watch(f"{kind}_{language}", writing)
        self.open_record = TickCard()
        self.column.addWidget(self.open_record)

    def say_fields(self, words: Words) -> None:
        self.heading.say(words("Consent texts"))
        languages = {"en": words("in English"), "fr": words("in French")}
        what = {
            "named": words("On being named"),
            "quoted": words("On being quoted"),
        }
        own = {"named": named_consent, "quoted": quoted_consent}
        for (kind, language), label in self._labels.items():
            text = f"{what[kind]}, {languages[language]}"
            label.say(text)
            writing = self.texts[kind, language]
            writing.setAccessibleName(text)
            writing.setPlaceholderText(own[kind](Words(language)))
        wording = Wording(
            words("Open record: the published report carries all answers"),
            words(
                "Anyone can then compute the results anew. Names and words stand there"
                " with consent alone. Everybody who is invited is told before handing"
                " in."
            ),
            chosen=words("Chosen"),
            square=True,
        )
        self.open_record.say(wording, words.language)

    def state(self, consultation: "Consultation") -> object:
        prepared = consultation.preparation
        return (
            prepared.consent_named,
            prepared.consent_quoted,
            prepared.open_record,
        )

    def fill(self, consultation: "Consultation") -> None:
        prepared = consultation.preparation
        both = {"named": prepared.consent_named, "quoted": prepared.consent_quoted}
        for (kind, language), writing in self.texts.items():
            writing.show_text(both[kind].by_language.get(language, ""))
        self.open_record.setChecked(prepared.open_record)

    def allow(self, consultation: "Consultation") -> None:
        frozen = consultation.frozen
        for widget in (*self.texts.values(), self.open_record, self.save):
            widget.setEnabled(not frozen)
        words = self.words
        self.about.say(
            words("Fixed since the start.")
            if frozen
            else words(
                "These sentences go out with the invitations. Where a text is left"
                " blank, the words shown in grey stand."
            )
        )
        self.about.show()

    def keep(self) -> None:
        said = {
            kind: Text.of(**{one: self.texts[kind, one].text for one in LANGUAGES})
            for kind in _KINDS
        }
        self.do(
            lambda open_: open_.prepare(
                dataclasses.replace(
                    open_.preparation,
                    consent_named=said["named"],
                    consent_quoted=said["quoted"],
                    open_record=self.open_record.isChecked(),
                )
            )
        )

    def _build(self, kind: str, language: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        label = self._labels[kind, language] = Label(role="strong")
        writing = self.texts[kind, language] = Writing(2, CONSENT_LIMIT)
        column.addWidget(label)
        column.addWidget(writing)
        return box
