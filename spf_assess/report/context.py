"""From results and answers to what the templates print: texts, figures, pictures.

All numbers come from ``model.Results``; this module words and arranges them. Every
text that a person wrote passes through ``Scribe.told``: it keeps what can be printed.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from spf_assess.i18n import (
    Words,
    constituency_letter,
    constituency_name,
    date_text,
    grade_name,
    level_text,
    no_answer_mark,
    no_answer_name,
    no_joint_level_reason,
    outcome_name,
    pattern_name,
    position_source_name,
)
from spf_assess.model import (
    BENCHES,
    LAW,
    PRACTICE,
    Comparison,
    Constituency,
    Grade,
    Item,
    NoAnswer,
    Outcome,
    Part,
    Position,
    Reference,
    Section,
    SectionResult,
)
from spf_assess.report import charts
from spf_assess.report.answers import Answers
from spf_assess.report.given import ReportInput
from spf_assess.report.glossary import glossary
from spf_assess.report.scribe import Scribe
from spf_assess.report.sentences import (
    gap_sentence,
    headline_sentence,
    outcomes_sentence,
    strip_title,
)

Context = dict[str, Any]


def build(given: ReportInput, language: str) -> Context:
    """Return the context of the whole report in one language."""
    return Composer(given, language).whole()


class Composer:
    """Arranges one report in one language."""

    def __init__(self, given: ReportInput, language: str) -> None:
        self.given = given
        self.words = Words(language)
        self.language = language
        self.scribe = Scribe(language)
        self.order = BENCHES
        self.answers = Answers(given, self.words, self.scribe)
        self.questionnaire = given.questionnaire

    def whole(self) -> Context:
        """Return everything the templates ask for."""
        sections = [
            section
            for section in self.questionnaire.sections
            if any(self.given.selection.includes(item) for item in section.items)
        ]
        results = {one.section: one for one in self.given.results.sections}
        shown = [(one, results[one.id]) for one in sections if one.id in results]
        context: Context = {
            "words": self.words,
            "language": self.language,
            "other": "en" if self.language == "fr" else "fr",
            "header": self._header(),
            "benches": [self._bench(bench) for bench in self.order],
            "participation": self._participation(),
            "observers": self._observers(),
            "missing_benches": self._missing_benches(),
            "ornament": charts.ornament(
                [result.practice for _section, result in shown],
                self.order,
                self.words(
                    "Positions in practice on {number} sections; the figures stand in"
                    " annex B",
                    number=len(shown),
                ),
            ),
            "summary": self._summary({one.id: (one, result) for one, result in shown}),
            "levels": self._levels(),
            "grades": [(grade.value, grade_name(self.words, grade)) for grade in Grade],
            "no_answers": [
                (no_answer_mark(self.words, kind), no_answer_name(self.words, kind))
                for kind in NoAnswer
            ],
            "profile": [self._profile_row(one, result) for one, result in shown],
            "sections": [self._section(one, result) for one, result in shown],
            "annex": [self._annex(one) for one in sections],
            "counted": len(shown),
            "glossary": glossary(self.words),
        }
        context["replaced"] = sorted(self.scribe.replaced)
        return context

    # -- cover and participation --------------------------------------------------

    def _header(self) -> Context:
        header, told = self.given.header, self.scribe.told
        return {
            "title": told(header.title[self.language]),
            "country": told(header.country[self.language]),
            "place": told(header.place),
            "fictitious": header.fictitious,
            "id": header.id,
            "questionnaire": self.questionnaire.title[self.language],
            "version": self.questionnaire.version,
            "core": self.given.selection.form == "core",
            "date": date_text(self.given.generated_at, self.language),
            "iso_date": self.given.generated_at,
            "round": self.given.results.round,
            "rounds": [
                {
                    "number": one.number,
                    "opened": date_text(one.opened_at, self.language),
                    "closed": date_text(one.closed_at, self.language),
                }
                for one in self.given.rounds
            ],
        }

    def _bench(self, bench: Constituency) -> Context:
        name = constituency_name(self.words, bench)
        return {
            "id": bench.value,
            "name": name,
            "letter": constituency_letter(self.words, bench),
            "mark": charts.mark(bench, name),
        }

    def _participation(self) -> list[Context]:
        return [
            {
                **self._bench(one.constituency),
                "organizations": self.answers.organizations(one.constituency),
                "respondents": one.respondents,
                "members": one.members,
                "women": one.women,
                "men": one.men,
                "unknown": max(one.members - one.women - one.men, 0),
                "how": self.answers.how(one.constituency),
            }
            for one in self.given.results.participation
            if one.constituency.rates
        ]

    def _observers(self) -> Context:
        found = next(
            one
            for one in self.given.results.participation
            if not one.constituency.rates
        )
        return {
            "number": found.respondents,
            "organizations": self.answers.organizations(Constituency.OBSERVERS),
        }

    def _missing_benches(self) -> list[str]:
        return [
            constituency_name(self.words, one.constituency)
            for one in self.given.results.participation
            if one.constituency.rates and not one.respondents
        ]

    # -- summary and method ---------------------------------------------------------

    def _summary(self, by_id: dict[str, tuple[Section, SectionResult]]) -> Context:
        results = self.given.results

        def rows(ids: Sequence[str], dimension: str) -> list[Context]:
            return [
                self._line(by_id[one][0], self._of(by_id[one][1], dimension))
                for one in ids
            ]

        return {
            "sentence": outcomes_sentence(self.words, results),
            "bars": [
                {
                    "name": self.words("In practice")
                    if dimension == PRACTICE
                    else self.words("In law"),
                    "picture": charts.outcome_bar(
                        results.outcomes[dimension], self._bar_title(dimension)
                    ),
                    "counts": [
                        (outcome_name(self.words, outcome), count)
                        for outcome, count in results.outcomes[dimension].items()
                    ],
                }
                for dimension in (PRACTICE, LAW)
            ],
            "key": [
                (
                    charts.swatch(outcome, outcome_name(self.words, outcome)),
                    outcome_name(self.words, outcome),
                )
                for outcome in Outcome
            ],
            "agreement": [
                {"dimension": dimension, "rows": rows(ids, dimension)}
                for dimension in (PRACTICE, LAW)
                if (ids := results.strongest_agreement[dimension][:_SUMMARY_ROWS])
            ],
            "divergence": [
                {"dimension": dimension, "rows": rows(ids, dimension)}
                for dimension in (PRACTICE, LAW)
                if (ids := results.widest_divergence[dimension][:_SUMMARY_ROWS])
            ],
            "gaps": [
                gap_sentence(self.words, self.questionnaire, gap)
                for gap in results.gaps[:_SUMMARY_GAPS]
            ],
        }

    def _bar_title(self, dimension: str) -> str:
        counts = self.given.results.outcomes[dimension]
        told = ", ".join(
            f"{outcome_name(self.words, outcome)} {count}"
            for outcome, count in counts.items()
        )
        where = (
            self.words("In practice") if dimension == PRACTICE else self.words("In law")
        )
        return f"{where}, {told}"

    def _levels(self) -> list[Context]:
        rules = self.questionnaire.rules_of_thumb
        return [
            {
                "number": number,
                "name": name[self.language],
                "law": rules[LAW][number - 1][self.language],
                "practice": rules[PRACTICE][number - 1][self.language],
            }
            for number, name in enumerate(self.questionnaire.level_names, start=1)
        ]

    # -- comparisons ------------------------------------------------------------------

    @staticmethod
    def _of(result: SectionResult, dimension: str) -> Comparison:
        return result.law if dimension == LAW else result.practice

    def _line(self, section: Section, comparison: Comparison) -> Context:
        return {
            "anchor": f"s-{section.id}",
            "reference": section.reference.label(self.language),
            "short": section.short[self.language],
            **self._compared(comparison, height=_SUMMARY_ROW),
        }

    def _compared(
        self, comparison: Comparison, width: float = 36, height: float = 8.2
    ) -> Context:
        """Return what is printed of one comparison, in words, figures and a strip."""
        return {
            "strip": charts.strip(
                comparison,
                self.order,
                strip_title(self.words, comparison),
                width=width,
                height=height,
            ),
            "range": level_text(comparison.range)
            if comparison.range is not None
            else self.words.context("sign in a table", "n/c"),
            "wide": comparison.outcome.diverges,
            "outcome": outcome_name(self.words, comparison.outcome),
            "differ": comparison.verdicts_differ,
            "pattern": pattern_name(self.words, comparison),
            "joint": comparison.joint_level,
            "joint_name": self.questionnaire.level_names[comparison.joint_level - 1][
                self.language
            ]
            if comparison.joint_level
            else "",
            "no_joint": no_joint_level_reason(self.words, comparison.no_joint_level),
            "cells": [self._cell(comparison, bench) for bench in self.order],
        }

    def _cell(self, comparison: Comparison, bench: Constituency) -> Context:
        try:
            found = comparison.position(bench)
        except KeyError:
            return {
                "text": no_answer_mark(self.words, NoAnswer.NOT_ASKED),
                "title": no_answer_name(self.words, NoAnswer.NOT_ASKED),
                "rated": False,
            }
        return {
            "text": self._level(found),
            "title": self._position_title(found),
            "rated": found.level is not None,
        }

    def _level(self, position: Position) -> str:
        if position.level is None:
            return no_answer_mark(self.words, position.no_answer or NoAnswer.BLANK)
        return level_text(position.level) + ("*" if position.unsupported else "")

    def _position_title(self, position: Position) -> str:
        if position.level is None:
            return no_answer_name(self.words, position.no_answer or NoAnswer.BLANK)
        return position_source_name(self.words, position.source)

    # -- profile and sections ---------------------------------------------------------

    def _profile_row(self, section: Section, result: SectionResult) -> Context:
        return {
            "anchor": f"s-{section.id}",
            "group": section.group,
            "reference": section.reference.label(self.language),
            "short": section.short[self.language],
            "law": self._compared(result.law, width=_PROFILE_STRIP),
            "practice": self._compared(result.practice, width=_PROFILE_STRIP),
            "others": self.words(
                "{diverging} of {compared}",
                diverging=result.others_diverging,
                compared=result.others_compared,
            )
            if result.others_compared
            else self.words.context("sign in a table", "n/c"),
        }

    def _section(self, section: Section, result: SectionResult) -> Context:
        headline = section.headline
        return {
            "anchor": f"s-{section.id}",
            "group": self.questionnaire.groups[section.group][self.language],
            "reference": section.reference.label(self.language),
            "title": section.title[self.language],
            "short": section.short[self.language],
            "legal": [self._legal(section.reference, one) for one in self._both()],
            "sentences": [
                headline_sentence(self.words, result.law, LAW),
                headline_sentence(self.words, result.practice, PRACTICE),
            ],
            "headline": self._item(headline),
            "others": [
                self._item(item)
                for item in section.items
                if not item.headline and self.given.selection.includes(item)
            ],
        }

    def _both(self) -> tuple[str, str]:
        return ("fr", "en") if self.language == "fr" else ("en", "fr")

    def _legal(self, reference: Reference, language: str) -> Context:
        provisions = self.given.recommendation.context(reference)
        intro = provisions[0] if len(provisions) > 1 else None
        clause = provisions[-1]
        letter = f"{reference.letter})" if language == "fr" else f"({reference.letter})"
        return {
            "language": language,
            "number": reference.number,
            "intro": intro.text[language] if intro else "",
            "letter": letter if reference.letter else "",
            "clause": clause.text[language],
            "added": language in clause.not_from_record,
        }

    def _item(self, item: Item) -> Context:
        comparisons = self.given.results.comparisons.get(item.id, {})
        positions = [
            self._bench_says(item, bench)
            for bench in self.order
            if bench in item.asked_of
        ]
        return {
            "positions": positions,
            "long": max(_weight(one) for one in positions) > _WHOLE_UP_TO,
            "spoken": any(_weight(one) for one in positions),
            "id": item.id,
            "label": item.label[self.language],
            "short": item.short[self.language],
            "kind": item.kind.value,
            "rated": bool(comparisons),
            "asked_of": [
                constituency_name(self.words, bench)
                for bench in self.order
                if bench in item.asked_of
            ],
            "everyone": all(bench in item.asked_of for bench in self.order),
            "references": ", ".join(
                one.label(self.language) for one in item.references
            ),
            "rows": [
                {
                    "name": self.part_name(item, part),
                    **self._compared(comparisons[part.name]),
                }
                for part in item.parts
                if part.name in comparisons
            ],
            "observers": self.answers.comments(item, Constituency.OBSERVERS),
            "own_experience": item.own_experience,
        }

    def part_name(self, item: Item, part: Part) -> str:
        """Return what a row of an item is called."""
        if part.name == LAW:
            return self.words("In law")
        if part.name == PRACTICE:
            return self.words("In practice")
        return part.label[self.language] or item.short[self.language]

    def _bench_says(self, item: Item, bench: Constituency) -> Context:
        comparisons = self.given.results.comparisons.get(item.id, {})
        positions = [
            (part, comparisons[part.name].position(bench))
            for part in item.parts
            if part.name in comparisons
        ]
        return {
            **self._bench(bench),
            "levels": [self._told(item, part, found) for part, found in positions],
            "source": position_source_name(self.words, positions[0][1].source)
            if positions and positions[0][1].level is not None
            else "",
            "divided": self._divided(positions),
            "answers": [] if comparisons else self.answers.plain(item, bench),
            "comments": self.answers.comments(item, bench),
            "evidence": self.answers.evidence(item, bench),
            "follow_ups": self.answers.follow_ups(item, bench),
        }

    def _told(self, item: Item, part: Part, found: Position) -> Context:
        whole = found.level is not None and found.level == int(found.level)
        names = self.questionnaire.level_names
        if found.level is None:
            name = no_answer_name(self.words, found.no_answer or NoAnswer.BLANK)
        elif whole:
            name = names[int(found.level) - 1][self.language]
        else:
            low = int(found.level)
            name = self.words(
                "between {low} and {high}",
                low=names[low - 1][self.language],
                high=names[low][self.language],
            )
        return {
            "part": self.part_name(item, part),
            "text": level_text(found.level) if found.level is not None else "",
            "chip": int(found.level) if found.level is not None else 0,
            "name": name,
            "star": found.unsupported,
            "mark": no_answer_mark(self.words, found.no_answer or NoAnswer.BLANK)
            if found.level is None
            else "",
        }

    def _divided(self, positions: Sequence[tuple[Part, Position]]) -> list[str]:
        return [
            self.words(
                "This group was itself divided ({part}): {members} members, spread"
                " {spread}.",
                part=self.words("law") if part.name == LAW else self.words("practice"),
                members=sum(
                    1
                    for response in self.given.responses
                    if response.respondent.constituency is found.constituency
                    and response.respondent.kind.value == "person"
                ),
                spread=found.spread,
            )
            for part, found in positions
            if found.divided
        ]

    # -- annex ------------------------------------------------------------------------

    def _annex(self, section: Section) -> Context:
        return {
            "reference": section.reference.label(self.language),
            "short": section.short[self.language],
            "rows": list(self._annex_rows(section)),
        }

    def _annex_rows(self, section: Section) -> Iterator[Context]:
        for item in section.items:
            if not self.given.selection.includes(item):
                continue
            comparisons = self.given.results.comparisons.get(item.id, {})
            if not comparisons:
                yield {
                    "id": item.id,
                    "name": item.short[self.language],
                    "rated": False,
                    "cells": [
                        self.answers.summary(item, bench) for bench in self.order
                    ],
                }
                continue
            for part in item.parts:
                compared = self._compared(comparisons[part.name])
                yield {
                    "id": item.id,
                    "name": f"{item.short[self.language]}, "
                    f"{self.part_name(item, part).lower()}"
                    if item.kind.value != "ratings"
                    else self.part_name(item, part),
                    "rated": True,
                    "cells": compared["cells"],
                    "range": compared["range"],
                    "outcome": compared["outcome"],
                }


_SUMMARY_ROWS = 3
_SUMMARY_GAPS = 4
_SUMMARY_ROW, _PROFILE_STRIP = 6.4, 32.0
# More words than fit beside one another on a page must be allowed to go over to the next.
_WHOLE_UP_TO = 350


def _weight(says: Context) -> int:
    """Return how many characters a group has to say on an item beside its levels."""
    quoted = [*says["comments"], *says["follow_ups"], *says["evidence"]["sources"]]
    lines = [*says["answers"], *says["divided"], *says["evidence"]["others"]]
    return sum(len(one["text"]) for one in quoted) + sum(len(line) for line in lines)
