"""From results to pages: frozen context, charts, templates, PDF in a child process.

The names below are loaded when first asked for: the renderer's process is a module of
this room and needs none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spf_assess.report.editions import render_report
    from spf_assess.report.given import Definition, RenderedReport, ReportInput

__all__ = ["Definition", "RenderedReport", "ReportInput", "render_report"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    where = "editions" if name == "render_report" else "given"
    return getattr(import_module(f"{__name__}.{where}"), name)
