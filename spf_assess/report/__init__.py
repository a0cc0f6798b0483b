"""From results to pages: frozen context, charts, templates, PDF in a child process."""

from spf_assess.report.editions import render_report
from spf_assess.report.given import Definition, RenderedReport, ReportInput

__all__ = ["Definition", "RenderedReport", "ReportInput", "render_report"]
