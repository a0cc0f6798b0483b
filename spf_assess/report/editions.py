"""The editions of a report: which template and sheet each has, and what it is given."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spf_assess.i18n import Words
from spf_assess.i18n.editions import draft_name
from spf_assess.model import BOTH, Edition, PaperSize, ReportOptions, Results, Selection
from spf_assess.report import charts, faults
from spf_assess.report.actions import actions_context
from spf_assess.report.brief import brief_context
from spf_assess.report.constituency import constituency_context
from spf_assess.report.context import report_context
from spf_assess.report.desk import ROW_MM, Context, Desk
from spf_assess.report.facing import Facing
from spf_assess.report.given import RenderedReport, ReportInput
from spf_assess.report.html import Album, page, style
from spf_assess.report.participant import participant_context
from spf_assess.report.proof import proof_of
from spf_assess.report.render import Cancelled, Meanwhile, Progress, Sheets, typeset
from spf_assess.report.room import room_context

FOLDER = "report"
_PAGES_A_SECTION, _OTHER_PAGES = 3, 20
# The profile has 22 rows and one page.
_ROWS_MM = {
    (PaperSize.A4, False): ROW_MM,
    (PaperSize.LETTER, False): 7.4,
    (PaperSize.A4, True): 6.8,
    (PaperSize.LETTER, True): 5.9,
}
Build = Callable[[Desk, ReportOptions], Context]


@dataclass(frozen=True, slots=True)
class Layout:
    """How one edition is made.

    Attributes:
        template: in ``templates/report``.
        build: returns what the template prints.
        lies: whether its pages are wider than high.
    """

    template: str
    build: Build
    lies: bool = False


LAYOUTS: Mapping[Edition, Layout] = {
    Edition.FULL: Layout("report.html.j2", report_context),
    Edition.BRIEF: Layout("brief.html.j2", brief_context),
    Edition.CONSTITUENCY: Layout("constituency.html.j2", constituency_context),
    Edition.ACTIONS: Layout("actions.html.j2", actions_context, lies=True),
    Edition.PARTICIPANT: Layout("participant.html.j2", participant_context),
    Edition.MATRIX: Layout("room.html.j2", room_context, lies=True),
}


def render_report(
    given: ReportInput,
    options: ReportOptions | str,
    out: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    meanwhile: Meanwhile | None = None,
) -> RenderedReport:
    """Render the edition of *given* that *options* ask for to *out*.

    A language alone stands for the full report on A4. Equal input and equal options
    give equal bytes. The rest, and further problems, as in ``typeset``.

    Raises:
        Problem: R-106 to R-109 it is not told whose edition it is, or they did not
            agree; R-110 a section is not part of the consultation.
    """
    wanted = ReportOptions.of(options)
    return typeset(
        lambda: edition_sheets(given, wanted), out, progress, cancelled, meanwhile
    )


def edition_sheets(given: ReportInput, wanted: ReportOptions) -> Sheets:
    """Return the sheets of the edition of *given* that *wanted* asks for.

    Raises:
        Problem: as ``render_report``, which typesets them.
    """
    layout = LAYOUTS[wanted.edition]
    own = _narrowed(given, wanted.sections) if wanted.edition.narrows else given
    album = Album()
    html = edition_page(layout, own, wanted, album)
    mark_draft(wanted, album)
    proof = proof_of(given.prover, wanted)
    return Sheets(
        html=html,
        pictures=album.pictures,
        css=edition_style(wanted),
        moment=given.generated_at,
        identifier=f"{given.header.id}-{given.results.round}-{wanted.name}",
        expected=_PAGES_A_SECTION * len(own.results.sections) + _OTHER_PAGES,
        attached=() if proof is None else proof.files,
    )


def edition_page(
    layout: Layout, given: ReportInput, wanted: ReportOptions, album: Album
) -> str:
    """Return the page of an edition; of two languages, both in facing columns."""
    contexts = [layout.build(one, wanted) for one in desks(given, wanted)]
    return laid(layout.template, contexts, album)


def desks(given: ReportInput, wanted: ReportOptions) -> list[Desk]:
    """Return a desk for each language of an edition."""
    facing = wanted.language == BOTH
    row = _ROWS_MM[wanted.paper, facing]
    return [Desk.lay(given, one, facing=facing, row=row) for one in wanted.languages]


def laid(
    template: str, contexts: Sequence[Context], album: Album, folder: str = FOLDER
) -> str:
    """Return a template's page; from two contexts, English and French, both facing."""
    pages = [page(template, one, album, folder) for one in contexts]
    return pages[0] if len(pages) == 1 else Facing(album.pictures).page(*pages)


def mark_draft(wanted: ReportOptions, album: Album) -> None:
    """Lay the word for a draft on the table, where the style sheet looks for it."""
    if wanted.draft:
        words = [draft_name(Words(language)) for language in wanted.languages]
        picture = charts.watermark(tuple(dict.fromkeys(words)))
        album.pictures["draft.svg"] = picture.markup


def edition_style(wanted: ReportOptions, own: str = "") -> str:
    """Return the style sheet of an edition: the report's, its *own*, what differs."""
    lies = wanted.edition in LAYOUTS and LAYOUTS[wanted.edition].lies
    letter = wanted.paper is PaperSize.LETTER
    names = {
        FOLDER: True,
        "decisions": True,
        "editions": wanted.edition is not Edition.FULL,
        "letter": letter and not lies,
        "facing": wanted.language == BOTH,
        "letter-facing": letter and not lies and wanted.language == BOTH,
        "landscape": lies,
        "letter-landscape": letter and lies,
        "draft": wanted.draft,
    }
    sheets = [style(FOLDER, name) for name, used in names.items() if used]
    return "".join([sheets[0], own, *sheets[1:]])


def _narrowed(given: ReportInput, sections: tuple[str, ...]) -> ReportInput:
    """Return the input with some sections alone; all where none is named.

    Raises:
        Problem: R-110 one of them is not asked in this consultation.
    """
    if not sections:
        return given
    known = [
        section.id
        for section in given.questionnaire.sections
        if any(given.selection.includes(item) for item in section.items)
    ]
    for name in sections:
        if name not in known:
            raise faults.section_not_asked(section=name, known=", ".join(known))
    chosen = tuple(name for name in known if name in sections)
    return replace(
        given,
        selection=Selection(given.selection.form, chosen),
        results=_of(given.results, chosen),
    )


def _of(results: Results, chosen: Collection[str]) -> Results:
    """Return what *results* say of some sections; its counts stay those of all."""
    return replace(
        results,
        sections=tuple(one for one in results.sections if one.section in chosen),
        strongest_agreement=_those(results.strongest_agreement, chosen),
        widest_divergence=_those(results.widest_divergence, chosen),
    )


def _those(
    found: Mapping[str, tuple[str, ...]], chosen: Collection[str]
) -> dict[str, tuple[str, ...]]:
    return {
        dimension: tuple(one for one in ids if one in chosen)
        for dimension, ids in found.items()
    }
