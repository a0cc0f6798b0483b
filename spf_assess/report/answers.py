"""What may be printed of people's own answers: by group, with consent, in threes.

A group's answer is public by its role. Of members who answered one by one only what at
least three of them said alike is told; their own words and sources are quoted only with
consent, and attributed to the group unless they consent to be named (R-401, R-402).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from spf_assess.i18n import Words, date_text, decimal_text, no_answer_name
from spf_assess.model import (
    Answer,
    Constituency,
    Evidence,
    Figure,
    Grade,
    Item,
    ItemKind,
    NoAnswer,
    Part,
    PartAnswer,
    RespondentKind,
    Response,
)
from spf_assess.report.given import ReportInput
from spf_assess.report.scribe import Scribe

LEAST = 3
Context = dict[str, Any]


class Answers:
    """Reads the responses of one report for its pages."""

    def __init__(self, given: ReportInput, words: Words, scribe: Scribe) -> None:
        self._given = given
        self._words = words
        self._scribe = scribe
        self._language = words.language

    # -- who ------------------------------------------------------------------------

    def organizations(self, bench: Constituency) -> list[str]:
        """Return the organizations of a group, each once, in order of appearance.

        Organizations are public by their role; persons' names are not.
        """
        told = (
            self._scribe.told(one.respondent.organization)
            for one in self._of(bench)
            if one.respondent.organization
        )
        return list(dict.fromkeys(told))

    def how(self, bench: Constituency) -> str:
        """Return whether a group answered as one, one by one, or both."""
        kinds = {one.respondent.kind for one in self._of(bench)}
        if not kinds:
            return self._words("did not hand in an answer")
        if kinds == {RespondentKind.BENCH}:
            return self._words("one agreed answer")
        if kinds == {RespondentKind.PERSON}:
            return self._words("members one by one")
        return self._words("one agreed answer, and members one by one")

    # -- own words --------------------------------------------------------------------

    def comments(self, item: Item, bench: Constituency) -> list[Context]:
        """Return comments that may be quoted, as they were written."""
        return [
            {
                "text": self._scribe.quoted(answer.comment),
                "language": response.respondent.language,
                "by": self._by(response),
            }
            for response, answer in self._said(item, bench)
            if answer.comment and response.respondent.consent_quoted
        ]

    def follow_ups(self, item: Item, bench: Constituency) -> list[Context]:
        """Return answers to follow-up questions that may be quoted."""
        asked = self._given.questionnaire.follow_ups
        return [
            {
                "question": asked[name].label[self._language],
                "text": self._scribe.quoted(words),
                "language": response.respondent.language,
            }
            for response, answer in self._said(item, bench)
            if response.respondent.consent_quoted
            for name, words in answer.follow_ups.items()
            if words and name in asked
        ]

    def evidence(self, item: Item, bench: Constituency) -> Context:
        """Return sources that may be quoted, and counts by grade of the others."""
        quoted, others = [], Counter[Grade]()
        for response, answer in self._said(item, bench):
            for source in answer.evidence:
                if response.respondent.consent_quoted:
                    quoted.append(self._source(source))
                else:
                    others[source.grade] += 1
        unique = {(one["grade"], one["text"]): one for one in quoted}
        return {
            "sources": list(unique.values()),
            "others": [
                self._words.plural(
                    "{number} source of grade {grade}, not quoted",
                    "{number} sources of grade {grade}, not quoted",
                    count,
                    grade=grade.value,
                )
                for grade, count in sorted(others.items())
            ],
        }

    def _source(self, source: Evidence) -> Context:
        told = self._scribe.told
        pieces = [told(source.title), told(source.place), told(source.who)]
        if source.date:
            pieces.append(date_text(told(source.date), self._language))
        if source.figure is not None:
            pieces.append(self._figure(source.figure, ""))
        return {
            "grade": source.grade.value,
            "text": ", ".join(piece for piece in pieces if piece)
            or self._words("statement only"),
        }

    def _by(self, response: Response) -> str:
        who = response.respondent
        if not who.consent_named:
            return ""
        pieces = [self._scribe.told(who.name), self._scribe.told(who.organization)]
        return ", ".join(piece for piece in pieces if piece)

    # -- answers that are not ratings -----------------------------------------------

    def plain(self, item: Item, bench: Constituency) -> list[str]:
        """Return a group's answer to an item that is not compared, line by line."""
        agreed = [
            (response, answer)
            for response, answer in self._said(item, bench)
            if response.respondent.kind is RespondentKind.BENCH
            and any(not part.empty for part in answer.parts.values())
        ]
        if agreed:
            return [
                line for _one, answer in agreed for line in self._lines(item, answer)
            ]
        return list(self._of_members(item, bench))

    def summary(self, item: Item, bench: Constituency) -> Context:
        """Return a group's answer for a cell of the annex."""
        if bench not in item.asked_of:
            mark = no_answer_name(self._words, NoAnswer.NOT_ASKED)
            return {"lines": [mark], "quiet": True}
        lines = self.plain(item, bench)
        return {"lines": lines, "quiet": False}

    def _lines(self, item: Item, answer: Answer) -> Iterator[str]:
        for part in item.parts:
            told = answer.part(part.name)
            if told.empty:
                continue
            label = part.label[self._language] if item.kind is ItemKind.FIGURES else ""
            text = self._value(item, part, told, answer)
            yield f"{label}{self._colon}{text}" if label else text

    @property
    def _colon(self) -> str:
        return "\u00a0: " if self._language == "fr" else ": "

    def _value(self, item: Item, part: Part, told: PartAnswer, answer: Answer) -> str:
        if told.no_answer is not None:
            name = no_answer_name(self._words, told.no_answer)
            reason = self._scribe.told(told.reason)
            return f"{name} ({reason})" if reason else name
        value = told.value
        if isinstance(value, Figure):
            return self._figure(value, part.unit[self._language])
        if isinstance(value, tuple):
            names = [self._choice(item, one, answer) for one in value]
            if item.kind is ItemKind.RANK:
                names = [f"{place}. {name}" for place, name in enumerate(names, 1)]
            return ("  " if item.kind is ItemKind.RANK else " ; ").join(names)
        if isinstance(value, int):
            level = self._given.questionnaire.level_names[value - 1][self._language]
            return f"{value} {level}"
        return self._single(item, str(value), answer)

    def _single(self, item: Item, value: str, answer: Answer) -> str:
        if item.kind in (ItemKind.SELECT_ONE, ItemKind.YES_PARTLY_NO):
            return self._choice(item, value, answer)
        if item.kind is ItemKind.DATE:
            note = self._scribe.told(answer.specify)
            day = date_text(self._scribe.told(value), self._language)
            return f"{day}. {note}" if note else day
        return self._scribe.quoted(value)

    def _choice(self, item: Item, name: str, answer: Answer) -> str:
        known = {one.name: one for one in item.choices}
        if name in known:
            label = known[name].label[self._language]
            if known[name].specify and answer.specify:
                return f"{label}{self._colon}{self._scribe.told(answer.specify)}"
            return label
        return {
            "yes": self._words("Yes"),
            "partly": self._words("Partly"),
            "no": self._words("No"),
        }.get(name, self._scribe.told(name))

    def _figure(self, figure: Figure, unit: str) -> str:
        told = self._scribe.told
        pieces = [
            self._words(text, number=decimal_text(value, self._language))
            for text, value in (
                ("women {number}", figure.women),
                ("men {number}", figure.men),
                ("total {number}", figure.total),
            )
            if value
        ]
        line = ", ".join(pieces)
        if unit and line:
            line = f"{line} ({unit})"
        rest = [told(one) for one in (figure.year, figure.source, figure.note) if one]
        if figure.no_sex_reason:
            rest.append(
                self._words(
                    "no figures by sex: {reason}", reason=told(figure.no_sex_reason)
                )
            )
        return "; ".join([one for one in [line, *rest] if one])

    # -- members one by one ----------------------------------------------------------

    def _of_members(self, item: Item, bench: Constituency) -> Iterator[str]:
        said = list(self._said(item, bench))
        answered = [
            (response, answer)
            for response, answer in said
            if any(not part.empty for part in answer.parts.values())
        ]
        if not answered:
            yield no_answer_name(self._words, NoAnswer.BLANK)
            return
        if item.kind is ItemKind.FIGURES:
            lines = [
                line for _one, answer in answered for line in self._lines(item, answer)
            ]
            yield from dict.fromkeys(lines)
            return
        if item.kind is ItemKind.TEXT:
            yield from self._texts(item, answered)
            return
        yield from self._alike(item, answered)

    def _texts(
        self, item: Item, answered: Sequence[tuple[Response, Answer]]
    ) -> Iterator[str]:
        shown = [
            line
            for response, answer in answered
            if response.respondent.consent_quoted
            for line in self._lines(item, answer)
        ]
        yield from shown
        if len(shown) < len(answered):
            yield self._words.plural(
                "{number} answer is not quoted.",
                "{number} answers are not quoted.",
                len(answered) - len(shown),
            )

    def _alike(
        self, item: Item, answered: Sequence[tuple[Response, Answer]]
    ) -> Iterator[str]:
        """Tell what at least three members said alike, and nothing finer."""
        counts: Counter[str] = Counter()
        for _response, answer in answered:
            for part in item.parts:
                counts.update(self._options(item, part, answer))
        told = [(name, count) for name, count in counts.most_common() if count >= LEAST]
        for name, count in told:
            yield self._words.plural(
                "{name} ({number} of {of})",
                "{name} ({number} of {of})",
                count,
                name=name,
                of=len(answered),
            )
        if not told:
            yield self._words.plural(
                "{number} member answered; single answers are not shown.",
                "{number} members answered; single answers are not shown.",
                len(answered),
            )

    def _options(self, item: Item, part: Part, answer: Answer) -> list[str]:
        told = answer.part(part.name)
        if told.no_answer is not None:
            return [no_answer_name(self._words, told.no_answer)]
        bare = Answer(item.id)
        if isinstance(told.value, tuple):
            if item.kind is ItemKind.RANK:
                return [
                    self._words(
                        "first: {name}", name=self._choice(item, told.value[0], bare)
                    )
                ]
            return [self._choice(item, one, bare) for one in told.value]
        if isinstance(told.value, str) and told.value:
            return [self._single(item, told.value, bare)]
        return []

    # -- reading ---------------------------------------------------------------------

    def _of(self, bench: Constituency) -> list[Response]:
        return [
            one
            for one in self._given.responses
            if one.respondent.constituency is bench
            and one.round == self._given.results.round
        ]

    def _said(
        self, item: Item, bench: Constituency
    ) -> Iterator[tuple[Response, Answer]]:
        for response in self._of(bench):
            answer = response.answers.get(item.id)
            if answer is not None and self._asked(item, response):
                yield response, answer

    def _asked(self, item: Item, response: Response) -> bool:
        if not response.respondent.constituency.rates:
            return True
        return item.id in self._given.asked.get(response.respondent.id, frozenset())
