"""What is to be printed of an open consultation, read so that it can be closed."""

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from spf_assess.model import Edition, Problem, ReportOptions

_WITHOUT_ANSWERS = frozenset({Edition.MATRIX, Edition.RECORD})

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from spf_assess.consultation.opened import Consultation
    from spf_assess.report import RenderedReport
    from spf_assess.report.document import WrittenDocument
    from spf_assess.report.render import Progress


def rehearse(path: "Path", options: ReportOptions) -> None:
    """Go through all that precedes typesetting, for nothing but the practice.

    What is loaded and worked out once a process need not be waited for afterwards. A
    file that tells nothing now, or cannot be read, is left alone: whoever prints it
    later is told why.
    """
    from spf_assess.consultation.opened import Consultation
    from spf_assess.consultation.reporting import report_input
    from spf_assess.report.editions import edition_sheets

    with suppress(Problem), Consultation.open(path, read_only=True) as consultation:
        asked = consultation.questionnaire.sections[:1]
        sections = options.sections or tuple(one.id for one in asked)
        given = report_input(consultation)
        edition_sheets(given, replace(options, sections=sections))


def print_edition(
    path: "Path",
    options: ReportOptions,
    out: "Path",
    tell: "Callable[[Consultation], None]",
    progress: "Callable[[], AbstractContextManager[Progress]]",
) -> "RenderedReport":
    """Print an edition of the consultation at *path* to *out*.

    A large file is checked while its pages are made; if it is damaged, they are made
    anew without what is. *tell* is given the consultation before, to tell of damage;
    *progress* shows how far the work is.

    Raises:
        Problem: as ``Consultation.open``, ``edition_printer`` and what that returns.
    """
    from spf_assess.consultation.opened import Consultation
    from spf_assess.store.checking import UnsoundError, deciding

    def printed(*, later: bool) -> "RenderedReport":
        with (
            Consultation.open(path, read_only=True, later=later) as consultation,
            deciding(consultation.checking),
        ):
            tell(consultation)
            make = edition_printer(consultation, options)
            with progress() as told:
                return make(out, progress=told, meanwhile=consultation.checking)

    if not options.early:  # that is noted in the file, which has to be sound for it
        with suppress(UnsoundError):
            return printed(later=True)
    return printed(later=False)


def edition_printer(
    consultation: "Consultation", options: ReportOptions
) -> "Callable[..., RenderedReport]":
    """Return what prints an edition; the consultation may be closed before.

    It takes the path, and ``progress``, ``cancelled`` and ``meanwhile`` as ``typeset``
    does. The record of the meeting tells more than the report is given and has its own
    input.

    Raises:
        Problem: C-129 the round is open and answers are awaited.
    """
    _check_shown(consultation, options)
    if options.edition is Edition.RECORD:
        from spf_assess.consultation.recording import record_input
        from spf_assess.report.record import render_record

        return partial(render_record, record_input(consultation), options)
    from spf_assess.consultation.reporting import report_input
    from spf_assess.report import render_report

    return partial(render_report, report_input(consultation), options)


def document_printer(
    consultation: "Consultation", options: ReportOptions
) -> "Callable[..., WrittenDocument]":
    """Return what writes an edition as a document to edit, as ``edition_printer`` does.

    A document that anybody can change carries no proof: neither files nor eight words.

    Raises:
        Problem: C-129 the round is open and answers are awaited.
    """
    _check_shown(consultation, options)
    from spf_assess.report.document import render_document
    from spf_assess.report.editions import LAYOUTS, edition_sheets
    from spf_assess.report.record import record_sheets

    if options.edition is Edition.RECORD:
        from spf_assess.consultation.recording import record_input

        make = partial(record_sheets, record_input(consultation), options)
        return partial(render_document, make, options.paper)
    from spf_assess.consultation.reporting import report_input

    given = replace(report_input(consultation), prover=None)
    made = partial(edition_sheets, given, options)
    lies = LAYOUTS[options.edition].lies
    return partial(render_document, made, options.paper, lies=lies)


def _check_shown(consultation: "Consultation", options: ReportOptions) -> None:
    if options.edition not in _WITHOUT_ANSWERS:
        consultation.check_shown(early=options.early)
