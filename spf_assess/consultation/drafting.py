"""The first draft of the assessment matrix, in words a respondent goes on with."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from spf_assess.analysis import asked_items
from spf_assess.analysis.matrix import Column, Piece, filled, sorted_pieces
from spf_assess.i18n import COLON, Words, decimal_text
from spf_assess.model import (
    COMMENT_LIMIT,
    LAW,
    NO,
    PARTLY,
    PRACTICE,
    YES,
    Answer,
    Evidence,
    Figure,
    Item,
    ItemKind,
    Part,
    Questionnaire,
)

if TYPE_CHECKING:
    from spf_assess.consultation.opened import Consultation


def draft(
    questionnaire: Questionnaire,
    item: Item,
    asked: Iterable[Item],
    answers: Mapping[str, Answer],
    words: Words,
) -> Mapping[str, str]:
    """Return a text for each part of *item* to which the answers bring anything.

    Empty where *item* is no matrix, or nothing was answered on its guarantee. Texts
    end before they grow too long to be handed in, at the end of a line.
    """
    found = sorted_pieces(questionnaire, item, asked, answers)
    scribe = _Scribe(questionnaire, words)
    texts = {column: _fitting(scribe.lines(found[column])) for column in Column}
    return {column.value: text for column, text in texts.items() if text}


def take_over(consultation: "Consultation", words: Words) -> int:
    """Fill what is empty in every matrix put to the file's own respondent.

    Returns how many texts were filled. Each matrix is one step that can be undone.

    Raises:
        Problem: S-1xx, X-15x as for any answer.
    """
    me, questionnaire = consultation.me(), consultation.questionnaire
    answers = consultation.response(me.id).answers
    asked = asked_items(questionnaire, consultation.selection, me.constituency, answers)
    number = 0
    for item in asked if me.constituency.rates else ():
        before = answers.get(item.id, Answer(item.id))
        after = filled(before, draft(questionnaire, item, asked, answers, words))
        if after != before:
            consultation.answer(me.id, after)
            number += sum(
                part != before.parts.get(name) for name, part in after.parts.items()
            )
    return number


def _fitting(lines: Iterable[str]) -> str:
    text = ""
    for line in lines:
        longer = f"{text}\n{line}" if text else line
        if len(longer) > COMMENT_LIMIT:
            break
        text = longer
    return text


class _Scribe:
    """Says pieces of answers in one language, a line each."""

    def __init__(self, questionnaire: Questionnaire, words: Words) -> None:
        self._questionnaire, self._words = questionnaire, words

    def lines(self, pieces: Iterable[Piece]) -> Iterator[str]:
        """Yield a line for each piece; sources share the last one."""
        sources = []
        for piece in pieces:
            if piece.source is not None:
                sources.append(_source(piece.source))
            elif piece.part is not None:
                yield self._value(piece.item, piece.part, piece.value)
            else:
                yield piece.words
        if sources:
            colon = COLON[self._words.language]
            yield self._words("Sources") + colon + "; ".join(sources)

    def _value(self, item: Item, part: Part, value: object) -> str:
        words, place = self._words, self._place(item, part)
        if isinstance(value, int):
            name = words.text(self._questionnaire.level_names[value - 1])
            described = self._questionnaire.levels(item, part)[value - 1]
            return words(
                "{what}: level {level}, {name}. {described}",
                what=place,
                level=value,
                name=name,
                described=words.text(described),
            )
        said = (
            self._figure(value, part)
            if isinstance(value, Figure)
            else self._chosen(item, value)
        )
        return f"{place}{COLON[words.language]}{said}"

    def _place(self, item: Item, part: Part) -> str:
        words = self._words
        short = words.text(item.short)
        if part.name == LAW and item.kind is ItemKind.LAW_PRACTICE:
            return words("{question}, in law", question=short)
        if part.name == PRACTICE and item.kind is not ItemKind.RATINGS:
            return words("{question}, in practice", question=short)
        label = words.text(part.label) if len(item.parts) > 1 else ""
        if label and item.kind is ItemKind.RATINGS:
            return label  # the question's short name lists them all
        return f"{short}, {label}" if label else short

    def _figure(self, figure: Figure, part: Part) -> str:
        words = self._words
        shown = {
            name: decimal_text(getattr(figure, name), words.language)
            for name in ("women", "men", "total")
        }
        numbers = filter(
            None,
            (
                shown["women"] and words("women {number}", number=shown["women"]),
                shown["men"] and words("men {number}", number=shown["men"]),
                shown["total"] and words("total {number}", number=shown["total"]),
            ),
        )
        unit = words.text(part.unit) if any(part.unit.by_language.values()) else ""
        from_where = ", ".join(filter(None, (figure.source, figure.year)))
        text = ", ".join(numbers) + (f" ({unit})" if unit else "")
        return f"{text}; {from_where}" if from_where else text

    def _chosen(self, item: Item, value: object) -> str:
        words = self._words
        names = map(str, value) if isinstance(value, tuple) else (str(value),)
        labels = {
            YES: words("Yes"),
            PARTLY: words("Partly"),
            NO: words("No"),
            **{choice.name: words.text(choice.label) for choice in item.choices},
        }
        return ", ".join(labels.get(name, name) for name in names)


def _source(source: Evidence) -> str:
    named = ", ".join(filter(None, (source.title or source.who, source.place)))
    return f"{named} ({source.date})" if source.date else named
