"""Small widgets that every page is built of; each file is one of them.

Nothing in here knows the consultation. Words come in as text, already in the person's
language; whoever gave them says them again when the language changes.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spf_assess.desktop.parts.button import Button
    from spf_assess.desktop.parts.chip import LevelChip, paint_chip
    from spf_assess.desktop.parts.columns import ColumnsLayout
    from spf_assess.desktop.parts.edges import EdgesLayout
    from spf_assess.desktop.parts.entry import Entry
    from spf_assess.desktop.parts.finding import FindField
    from spf_assess.desktop.parts.flow import FlowLayout
    from spf_assess.desktop.parts.fold import Fold, FoldHead
    from spf_assess.desktop.parts.keycap import KeyCap
    from spf_assess.desktop.parts.label import Label
    from spf_assess.desktop.parts.mark import BenchMark, paint_mark
    from spf_assess.desktop.parts.measure import Measure
    from spf_assess.desktop.parts.notice import ErrorSummary, Notice
    from spf_assess.desktop.parts.saved import SavedSign
    from spf_assess.desktop.parts.scroll import QuietScroll
    from spf_assess.desktop.parts.segmented import Segmented
    from spf_assess.desktop.parts.state import State, StateIcon, paint_state
    from spf_assess.desktop.parts.strip import RangeStrip, paint_strip
    from spf_assess.desktop.parts.surface import Bar, Rule, Surface

__all__ = [
    "Bar",
    "BenchMark",
    "Button",
    "ColumnsLayout",
    "EdgesLayout",
    "Entry",
    "ErrorSummary",
    "FindField",
    "FlowLayout",
    "Fold",
    "FoldHead",
    "KeyCap",
    "Label",
    "LevelChip",
    "Measure",
    "Notice",
    "QuietScroll",
    "RangeStrip",
    "Rule",
    "SavedSign",
    "Segmented",
    "State",
    "StateIcon",
    "Surface",
    "paint_chip",
    "paint_mark",
    "paint_state",
    "paint_strip",
]

if not TYPE_CHECKING:
    from spf_assess.late import on_demand

    __getattr__ = on_demand(
        __name__,
        (
            "label",
            "button",
            "surface",
            "flow",
            "columns",
            "edges",
            "state",
            "mark",
            "chip",
            "segmented",
            "scroll",
            "saved",
            "entry",
            "finding",
            "keycap",
            "measure",
            "fold",
            "notice",
            "strip",
        ),
        __all__,
    )
