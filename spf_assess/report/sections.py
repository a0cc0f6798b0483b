"""The pages of one section, and its part of the annex of all answers."""

from collections.abc import Iterator, Mapping, Sequence

from spf_assess.i18n import national_question, schemes_text
from spf_assess.model import (
    LANGUAGES,
    Constituency,
    Item,
    ItemKind,
    Provision,
    Reference,
    Section,
    SectionResult,
)
from spf_assess.model.reference import references_label
from spf_assess.report import values
from spf_assess.report.comparisons import (
    compared,
    part_name,
    part_place,
)
from spf_assess.report.desk import Context, Desk
from spf_assess.report.figures import figure_rows
from spf_assess.report.items import item_context, stated_levels
from spf_assess.report.matrix import given_texts
from spf_assess.report.ratings import ratings_context
from spf_assess.report.remarks import remark_beside
from spf_assess.report.sentences import finding
from spf_assess.report.speakers import drawn_lines, settle

_PROFILED, _OTHERS = "5", "6"  # parts of the report


def sections_context(
    desk: Desk, sections: Sequence[Section], results: Mapping[str, SectionResult]
) -> list[Context]:
    """Return the pages of all sections; those in the profile are a part by itself."""
    titles = {
        _PROFILED: desk.words("Principles and guarantees"),
        _OTHERS: desk.words("The other paragraphs"),
    }
    found: list[Context] = []
    for section in sections:
        part = _OTHERS if section.headline is None else _PROFILED
        found.append(
            {
                **section_context(desk, section, results.get(section.id)),
                "part": part,
                "part_title": titles[part],
                "first": not found or found[-1]["part"] != part,
            }
        )
    return found


def section_context(
    desk: Desk, section: Section, result: SectionResult | None
) -> Context:
    """Return a section's pages: text in both languages, headline, further questions.

    Without *result* the headline was not asked, or there is none: principles and
    guarantees alone have one.
    """
    headline = section.headline if result is not None else None
    lines = [
        line
        for reference in section.references
        for line in _legal_lines(desk, reference)
    ]
    own = LANGUAGES[0] if desk.facing else desk.language
    languages = sorted(LANGUAGES, key=lambda one: one != own)
    further = [
        item_context(desk, item)
        for item in section.items
        if not item.headline and desk.given.selection.includes(item)
    ]
    first = None if headline is None else item_context(desk, headline)
    questions = further if first is None else [first, *further]
    return {
        "anchor": anchor(section),
        "group": desk.text(desk.questionnaire.groups[section.group]),
        "reference": section.label(desk.language),
        "title": desk.text(section.title),
        "schemes": schemes_text(
            desk.words, desk.questionnaire.schemes.get(section.id, ())
        ),
        "legal": [[line[language] for language in languages] for line in lines],
        "notes": _legal_notes(desk, lines),
        "findings": [
            finding(desk, one)
            for one in ((result.law, result.practice) if result else ())
        ],
        "remark": remark_beside(desk, section.id),
        "compared": any(
            item.id in desk.given.results.comparisons for item in section.items
        ),
        "headline": first,
        "rated": None if headline is None else ratings_context(desk, headline),
        "stated": [] if headline is None else stated_levels(desk, headline),
        "further": further,
        "speakers": settle(questions),
        "drawn": drawn_lines(desk, section, (*desk.order, Constituency.OBSERVERS)),
    }


def anchor(section: Section) -> str:
    """Return the address of a section within the report."""
    return f"s-{section.id}"


def _legal_notes(desk: Desk, lines: Sequence[Mapping[str, Context]]) -> list[str]:
    """Return what the record lacks, told once a language and called where it begins."""
    notes: list[str] = []
    for language in LANGUAGES:
        added = [line[language] for line in lines if line[language]["added"]]
        if added:
            places = [one["place"] for one in added]
            told = references_label(places, desk.language)
            notes.append(
                desk.words(
                    "In this language, what is printed of Paragraph {references} is"
                    " absent from the Provisional Record 14A; it was added from the"
                    " adopted Recommendation.",
                    references=told,
                )
            )
            added[0]["note"] = len(notes)
    return notes


def _legal_lines(desk: Desk, reference: Reference) -> Iterator[dict[str, Context]]:
    """Yield a clause with its introduction, or a whole paragraph piece by piece."""
    if reference.letter or reference.sub:
        yield {language: legal(desk, reference, language) for language in LANGUAGES}
        return
    for number, provision in enumerate(desk.given.recommendation.context(reference)):
        yield {
            language: _piece(provision, language, first=number == 0)
            for language in LANGUAGES
        }


def _piece(provision: Provision, language: str, *, first: bool) -> Context:
    reference = provision.reference
    return {
        "language": language,
        "number": reference.number if reference is not None and first else "",
        "intro": "",
        "letter": _clause_mark(reference, language),
        "clause": provision.text[language],
        "place": reference,
        "added": language in provision.not_from_record,
        "note": 0,
    }


def legal(desk: Desk, reference: Reference, language: str) -> Context:
    """Return the paragraph as printed: introduction and clause, in one language."""
    provisions = desk.given.recommendation.context(reference)
    intro = provisions[0] if len(provisions) > 1 else None
    clause = provisions[-1]
    return {
        "language": language,
        "number": reference.number,
        "intro": intro.text[language] if intro else "",
        "letter": _clause_mark(reference, language) if reference.letter else "",
        "clause": clause.text[language],
        "place": reference,
        "added": _added(provisions, language),
        "note": 0,
    }


def _clause_mark(reference: Reference | None, language: str) -> str:
    """Return the letter or number as printed; only letters differ: ``(a)``, ``a)``."""
    if reference is None or not (reference.letter or reference.sub):
        return ""
    if reference.letter and language == "fr":
        return f"{reference.letter})"
    return f"({reference.letter or reference.sub})"


def _added(provisions: tuple[Provision, ...], language: str) -> bool:
    return any(language in provision.not_from_record for provision in provisions)


def annex_context(desk: Desk, section: Section) -> Context:
    """Return all answers of one section, a row a question or part."""
    return {
        "anchor": anchor(section),
        "reference": section.label(desk.language),
        "short": desk.text(section.short),
        "rows": [
            row
            for item in section.items
            if desk.given.selection.includes(item)
            for row in _rows(desk, item)
        ],
    }


def _rows(desk: Desk, item: Item) -> Iterator[Context]:
    comparisons = desk.given.results.comparisons.get(item.id, {})
    if not comparisons:
        yield {
            "id": item.id,
            "name": _name(desk, item),
            "rated": False,
            "groups": [
                {**desk.bench(group), "lines": _plain(desk, item, group)}
                for group in desk.order
                if group in item.asked_of
            ],
        }
        return
    for index, part in enumerate(item.parts):
        found = compared(desk, comparisons[part.name])
        name = part_name(desk, item, part)
        short = _name(desk, item)
        yield {
            "id": item.id if index == 0 else "",
            "name": name
            if item.kind is ItemKind.RATINGS
            else short
            if len(item.parts) == 1
            else f"{short}, {part_place(desk, item, part)}",
            "rated": True,
            "cells": found["cells"],
            "range": found["range"],
        }


def _name(desk: Desk, item: Item) -> str:
    """Return a question's short name, marked where a country added it."""
    short = desk.text(item.short)
    return f"{short} ({national_question(desk.words)})" if item.national else short


def _plain(desk: Desk, item: Item, group: Constituency) -> list[str]:
    """Return a group's answer in lines, as it is known from the section's pages."""
    if item.kind.rated:
        columns = item_context(desk, item)["columns"]
        own = next(one for one in columns if one["id"] == group.value)
        return [
            f"{level['chip']} {level['name']}{' *' if level['star'] else ''}"
            for level in own["levels"]
        ]
    found: list[str] = []
    if item.kind is ItemKind.FIGURES:
        found = [
            f"{row['name']}{_figures(desk, row)}"
            for row in figure_rows(desk, item, group)
        ]
    if item.kind is ItemKind.TEXT:
        found = [one["text"] for one in values.texts(desk, item, group)]
    if item.kind is ItemKind.TEXTS and (number := given_texts(desk, item, group)):
        told = {"given": number, "all": len(item.parts)}
        found = [desk.words("texts: {given} of {all}", **told)]
    return found or values.plain(desk, item, group, brief=True)


def _figures(desk: Desk, row: Context) -> str:
    numbers = desk.words(
        "women {women}, men {men}, total {total}",
        women=row["women"],
        men=row["men"],
        total=row["total"],
    )
    told = numbers if row["by_sex"] else row["total"]
    year = f" ({row['year']})" if row["year"] else ""
    return desk.named("", f"{told}{year}") if row["name"] else f"{told}{year}"
