"""What the columns of the tables are called."""

from functools import cache

from spf_assess.i18n import Words
from spf_assess.model import HIGHEST_LEVEL, LANGUAGES, LOWEST_LEVEL, Text
from spf_assess.report.data.codes import words_in


@cache
def label(name: str) -> Text:
    """Return what a column is called, in both languages.

    Raises:
        KeyError: no column has this name.
    """
    return Text.of(**{one: _labels(one)[name] for one in LANGUAGES})


@cache
def _labels(language: str) -> dict[str, str]:
    words = words_in(language)
    return {
        **_people(words),
        **_questions(words),
        **_answers(words),
        **_results(words),
        **_decisions(words),
    }


def _people(words: Words) -> dict[str, str]:
    return {
        "respondent": words("Respondent"),
        "constituency": words("Group"),
        "kind": words("How it answers"),
        "organization": words("Organization"),
        "name": words("Name"),
        "language": words("Language"),
        "members": words("Members"),
        "women": words("Women"),
        "men": words("Men"),
        "respondents": words("Responses"),
        "consent_named": words("May be named"),
        "consent_quoted": words("May be quoted"),
    }


def _questions(words: Words) -> dict[str, str]:
    return {
        "section": words("Section"),
        "item": words("Question no."),
        "item_kind": words("Kind of question"),
        "part": words("Part"),
        "variable": words("Variable"),
        "headline": words("Headline question"),
        "core": words("In the core form"),
        "national": words("National question"),
        "asked_of": words("Asked of"),
        "label_en": words("Question in English"),
        "label_fr": words("Question in French"),
        "part_en": words("Part in English"),
        "part_fr": words("Part in French"),
        "unit_en": words("Unit in English"),
        "unit_fr": words("Unit in French"),
        "list": words("List"),
        "code": words("Code"),
        "meaning_en": words("Meaning in English"),
        "meaning_fr": words("Meaning in French"),
    }


def _answers(words: Words) -> dict[str, str]:
    return {
        "round": words("Round"),
        "value": words("Value"),
        "value_en": words("Value in English"),
        "value_fr": words("Value in French"),
        "no_answer": words("No answer"),
        "reason": words("Reason"),
        "specify": words("Specified"),
        "comment": words("Comment"),
        "minority": words("Minority note"),
        "follow_up": words("Follow-up question"),
        "text": words("Text"),
        "text_en": words("Text in English"),
        "text_fr": words("Text in French"),
        "evidence_kind": words("Kind of source"),
        "grade": words("Grade of evidence"),
        "title": words("Title"),
        "place": words("Place in the source"),
        "date": words("Date"),
        "figure_women": words("Figure, women"),
        "figure_men": words("Figure, men"),
        "figure_total": words("Figure, total"),
        "who": words("Whose experience"),
        "year": words("Year"),
        "source_text": words("Source"),
        "note": words("Note"),
        "no_sex_reason": words("Why figures by sex are missing"),
    }


def _results(words: Words) -> dict[str, str]:
    return {
        "level": words("Level"),
        "source": words("Where the position comes from"),
        "rated": words("Rated"),
        **{
            f"rated_{level}": words("Rated level {level}", level=level)
            for level in range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)
        },
        "rated_1_2": words("Rated level 1 or 2"),
        "rated_3_4": words("Rated level 3 or 4"),
        "spread": words("Spread"),
        "divided": words("Divided in itself"),
        "unsupported": words("High level without evidence"),
        "range": words("Range"),
        "outcome": words("Result"),
        "verdicts_differ": words("Verdicts differ"),
        "pattern": words("Pattern"),
        "apart": words("Stands apart"),
        "joint_level": words("Joint level"),
        "joint_agreed": words("Joint level agreed by all"),
        "before": words("Level before"),
        "after": words("Level after"),
        "course": words("Change"),
        "outcome_law": words("Result in law"),
        "outcome_practice": words("Result in practice"),
    }


def _decisions(words: Words) -> dict[str, str]:
    return {
        "decision": words("Decision"),
        "levels": words("Levels"),
        "reservation": words("Reservation"),
        "agreed_by": words("Agreed by"),
        "statement_en": words("Statement in English"),
        "statement_fr": words("Statement in French"),
        "why": words("Why"),
        "note_kind": words("Kind of note"),
        "settled": words("Settled"),
        "rank": words("Rank"),
        "id": words("Number"),
        "sequence": words("Step"),
        "objective": words("Objective"),
        "barrier": words("Gap or barrier"),
        "what": words("What is done"),
        "responsible": words("Responsible body"),
        "support": words("Support"),
        "resources": words("Resources"),
        "financing": words("Financing"),
        "begins_on": words("Start"),
        "ends_on": words("End"),
        "indicator": words("Indicator"),
        "baseline": words("Baseline"),
        "target": words("Target"),
        "sections": words("Sections"),
        "paragraphs": words("Paragraphs"),
        "status": words("Status"),
        "became": words("What became of it"),
    }
