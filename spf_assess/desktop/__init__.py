"""The window: everything that imports PySide6 lives in this room."""

from spf_assess.desktop.start import run

__all__ = ["run"]
