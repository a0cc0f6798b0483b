"""The pages of the window. Each is imported and built when it is first shown."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from spf_assess.desktop.hub import Hub
    from spf_assess.desktop.pages.page import Page

Factory = Callable[["Hub"], "Page"]

# name: module and class; a page takes the hub and nothing else
PAGES: Mapping[str, tuple[str, str]] = {
    "start": ("start", "StartPage"),
    "create": ("create", "CreatePage"),
    "alone": ("alone", "AlonePage"),
    "paper": ("paper", "PaperPage"),
    "verify": ("verify", "VerifyPage"),
    "help": ("help", "HelpPage"),
    "read": ("read", "ReadPage"),
    "answering": ("answering", "AnsweringPage"),
    "check": ("check", "CheckPage"),
    "handed_in": ("handed_in", "HandedInPage"),
    "own": ("own_copy", "OwnCopyPage"),
    "preview": ("preview", "PreviewPage"),
    "facilitator": ("facilitator", "FacilitatorPage"),
    "sheet": ("collect_sheet", "SheetPage"),
    "turn": ("collect_turn", "TurnPage"),
    "regions": ("merging", "RegionsPage"),
    "keying": ("collect_keying", "KeyingPage"),
}


def factory(name: str) -> Factory:
    """Return what builds a page.

    Raises:
        KeyError: there is no page of this name.
    """
    module, page = PAGES[name]

    def build(hub: "Hub") -> "Page":
        found = import_module(f"spf_assess.desktop.pages.{module}")
        return cast("Page", getattr(found, page)(hub))

    return build
