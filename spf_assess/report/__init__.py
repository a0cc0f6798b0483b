"""From results to pages: frozen context, charts, templates, PDF in a child process."""

from spf_assess.report.given import Definition, RenderedReport, ReportInput
from spf_assess.report.render import render_report

__all__ = ["Definition", "RenderedReport", "ReportInput", "render_report"]
