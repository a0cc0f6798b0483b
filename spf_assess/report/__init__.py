"""From results to pages: frozen context, charts, templates, PDF in a child process."""

from spf_assess.report.given import RenderedReport, ReportInput
from spf_assess.report.render import render_report

__all__ = ["RenderedReport", "ReportInput", "render_report"]
