"""The questionnaire on paper: a booklet to fill in, and cards to lay on a table.

Both hold what one constituency is asked, in one language or in two side by side, and
neither holds anybody's answer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spf_assess.analysis import offered
from spf_assess.i18n import (
    COLON,
    constituency_name,
    grade_name,
    schemes_text,
    section_place,
)
from spf_assess.model import (
    Constituency,
    Grade,
    Item,
    Provision,
    Questionnaire,
    Recommendation,
    Section,
    Selection,
)
from spf_assess.report import charts
from spf_assess.report.booklet_items import paper_item
from spf_assess.report.desk import Context
from spf_assess.report.given import RenderedReport
from spf_assess.report.html import Album, page, style
from spf_assess.report.render import Cancelled, Progress, Sheets, typeset
from spf_assess.report.voices import Said, Telling, Voice, Voices

FOLDER = "booklet"
_PAGES_A_SECTION, _OTHER_PAGES = 5, 4
_BETWEEN_TAGS = re.compile(r">[^<]+<")
_JOINED = re.compile(
    r"\b(?:\w+(?:-t)?-(?:elles?|ils?|on|ce)|[Aa]u-(?:delà|dessus|dessous)|c'est-à-dire)\b"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be printed.

    Attributes:
        constituency: whose copy it is; it holds the items put to them.
        languages: one, or two that stand side by side.
        made_at: ISO 8601, UTC; the date of making that the file tells.
        questions_in: code of a national pack's language, in which the questions stand
            as far as it has words for them; only with one of *languages*, which the
            instructions and the Recommendation keep. Empty: as these.
    """

    questionnaire: Questionnaire
    recommendation: Recommendation
    selection: Selection
    constituency: Constituency
    languages: tuple[str, ...]
    made_at: str
    questions_in: str = ""

    def sections(self) -> Iterator[tuple[Section, tuple[Item, ...]]]:
        """Yield the sections in which something is asked, with what is asked."""
        for section in self.questionnaire.sections:
            asked = tuple(
                item
                for item in section.items
                if self.selection.includes(item) and offered(item, self.constituency)
            )
            if asked:
                yield section, asked


def print_booklet(
    paper: Paper,
    out: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> RenderedReport:
    """Print the questionnaire to fill in by hand, A4.

    Progress, cancelling and problems as in ``render.typeset``.
    """
    return _print(paper, "booklet", out, progress, cancelled)


def print_cards(
    paper: Paper,
    out: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> RenderedReport:
    """Print a card for each item, two on an A4 page to be cut apart, for a workshop.

    Progress, cancelling and problems as in ``render.typeset``.
    """
    return _print(paper, "cards", out, progress, cancelled)


def _print(
    paper: Paper,
    kind: str,
    out: Path,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> RenderedReport:
    def sheets() -> Sheets:
        album, context = Album(), paper_context(paper)
        form = paper.questionnaire
        return Sheets(
            html=_held_together(page(f"{kind}.html.j2", context, album, FOLDER)),
            pictures=album.pictures,
            css=style(FOLDER),
            moment=paper.made_at,
            identifier="-".join(
                (kind, form.digest[:32], paper.constituency.value, *_tongues(paper))
            ),
            expected=_PAGES_A_SECTION * len(context["sections"]) + _OTHER_PAGES,
        )

    return typeset(sheets, out, progress, cancelled)


def _tongues(paper: Paper) -> tuple[str, ...]:
    """Return the languages of what is printed, the questions' own one last."""
    further = (paper.questions_in,) if paper.questions_in else ()
    return (*paper.languages, *further)


def _held_together(html: str) -> str:
    """Keep on one line what French joins: ``couvre-t-elle``, ``au-delà``."""
    return _BETWEEN_TAGS.sub(
        lambda said: _JOINED.sub(r'<span class="whole">\g<0></span>', said[0]), html
    )


def paper_context(paper: Paper) -> Context:
    """Return what the templates print."""
    words = Voices(paper.languages, paper.questions_in)
    colon = {one: COLON[one].rstrip() for one in paper.languages}
    if paper.questions_in:
        colon[paper.questions_in] = colon[paper.languages[0]]
    sections = [_section(paper, words, *one) for one in paper.sections()]
    form, who = paper.questionnaire, paper.constituency
    name = words.each(lambda one: constituency_name(one, who))
    count = sum(len(section["items"]) for section in sections)
    return {
        "words": words,
        "plural": words.plural,
        "languages": paper.languages,
        "language": paper.languages[0],
        "colon": colon,
        "title": words.text(form.title),
        "form": f"{form.id} {form.version}",
        "digest": form.digest[:12],
        "group": name,
        "mark": charts.mark(who, name[0].text),
        "rates": who.rates,
        "which": _which(words, paper, count),
        "iso_date": paper.made_at,
        "sections": sections,
        "levels": [
            {"number": number, "name": words.text(level)}
            for number, level in enumerate(form.level_names, start=1)
        ],
        "grades": [
            {"letter": grade.value, "meaning": words.each(_grade(grade))}
            for grade in Grade
        ],
    }


def _which(words: Voices, paper: Paper, count: int) -> Voice:
    if paper.selection.form == "core":
        return words.plural(
            "Core form, {number} question", "Core form, {number} questions", count
        )
    return words.plural(
        "Full form, {number} question", "Full form, {number} questions", count
    )


def _grade(grade: Grade) -> Telling:
    return lambda one: grade_name(one, grade)


def _section(
    paper: Paper, words: Voices, section: Section, asked: tuple[Item, ...]
) -> Context:
    brings = section.brings.get(paper.constituency)
    schemes = paper.questionnaire.schemes.get(section.id, ())
    return {
        "anchor": f"s-{section.id}",
        "place": words.each(lambda one: section_place(one, section)),
        "title": words.text(section.title),
        "legal": [
            _legal(paper, provision, words, first=place == 0)
            for reference in section.references
            for place, provision in enumerate(paper.recommendation.context(reference))
        ],
        "schemes": words.each(lambda one: schemes_text(one, schemes))
        if schemes
        else (),
        "brings": words.text(brings) if brings is not None else (),
        "items": [paper_item(paper.questionnaire, words, item) for item in asked],
    }


def _legal(
    paper: Paper, provision: Provision, words: Voices, *, first: bool
) -> Context:
    reference = provision.reference
    said = tuple(
        Said(one.language, f"{_mark(provision, one.language, first=first)}{one.text}")
        for one in words.text(provision.text)
    )
    return {
        "said": said,
        "clause": bool(
            reference and (reference.letter or (reference.sub and not first))
        ),
        "added": tuple(one in provision.not_from_record for one in paper.languages),
    }


def _mark(provision: Provision, language: str, *, first: bool) -> str:
    """Return what stands before a piece of a paragraph; the first has its number."""
    reference = provision.reference
    if reference is None:
        return ""
    if reference.letter:
        return f"{reference.letter}) " if language == "fr" else f"({reference.letter}) "
    if reference.sub:
        number = f"{reference.number}. " if first else ""
        return f"{number}({reference.sub}) "
    return f"{reference.number}. "
