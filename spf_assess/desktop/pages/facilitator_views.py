"""The views of the facilitator's page, in the order of their tabs.

Each is imported and built when it is first looked at. To add one, write a class that
keeps to ``View`` and put one line into ``TABS``.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtWidgets import QWidget

from spf_assess.i18n import Words
from spf_assess.model import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spf_assess.consultation import BoardRow
    from spf_assess.desktop.hub import Hub
    from spf_assess.desktop.models.board import BenchOrder


class View(Protocol):
    """What the page asks of a view, which is also a widget.

    A view that sends people to another tab has a signal ``tab_wanted(str)`` with the
    name of that tab.
    """

    def speak(self, words: Words) -> None:
        """Say every word anew; what was chosen or typed stays."""

    def refresh(self, rows: "Sequence[BoardRow]") -> None:
        """Show what the file holds now; *rows* are its seats."""

    def forget(self) -> None:
        """Begin anew: another consultation is open, or none."""

    def take_focus(self) -> None:
        """Go to what one works with here."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab.

    Attributes:
        name: how the program calls it.
        title: its words.
        module: where its view is, among the pages.
        view: the view's class; it takes the hub and the order of the groups.
    """

    name: str
    title: str
    module: str
    view: str

    def build(self, hub: "Hub", order: "BenchOrder") -> QWidget:
        """Make the view."""
        found = import_module(f"spf_assess.desktop.pages.{self.module}")
        return cast("QWidget", getattr(found, self.view)(hub, order))


TABS: tuple[Tab, ...] = (
    Tab("preparation", N_("Preparation"), "preparation", "PreparationView"),
    Tab("participants", N_("Participants"), "participants", "ParticipantsView"),
    Tab("packets", N_("Packets"), "packets", "PacketsView"),
    Tab("positions", N_("Positions"), "positions", "PositionsView"),
    Tab("discussion", N_("Discussion"), "discussion", "DiscussionView"),
    Tab("decisions", N_("Decisions"), "decisions", "DecisionsView"),
    Tab("signing", N_("Sign-off"), "signing", "SigningView"),
    Tab("report", N_("Report"), "report", "ReportView"),
)


def place_of(name: str) -> int:
    """Return the place of a tab, counted from 0.

    Raises:
        ValueError: there is no tab of this name.
    """
    return [tab.name for tab in TABS].index(name)
