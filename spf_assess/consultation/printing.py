"""What is to be printed of an open consultation, read so that it can be closed."""

from functools import partial
from typing import TYPE_CHECKING

from spf_assess.model import Edition, ReportOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from spf_assess.consultation.opened import Consultation
    from spf_assess.report import RenderedReport


def edition_printer(
    consultation: "Consultation", options: ReportOptions
) -> "Callable[..., RenderedReport]":
    """Return what prints an edition; the consultation may be closed before.

    It takes the path, and ``progress`` and ``cancelled`` as ``render_report`` does. The
    record of the meeting tells more than the report is given and has its own input.
    """
    if options.edition is Edition.RECORD:
        from spf_assess.consultation.recording import record_input
        from spf_assess.report.record import render_record

        return partial(render_record, record_input(consultation), options)
    from spf_assess.consultation.reporting import report_input
    from spf_assess.report import render_report

    return partial(render_report, report_input(consultation), options)
