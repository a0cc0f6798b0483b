"""Closing a round: it asks first while answer sheets on this computer are open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.discussion_agreement import AGREEMENTS
from spf_assess.desktop.pages.discussion_stance import STANCES
from spf_assess.desktop.parts.dialogs import Ask, confirm
from spf_assess.i18n.channels import left_sheet_text

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_MOST = 8


def close_round(page: QWidget, hub: Hub, then: Callable[[], None]) -> Ask | None:
    """Close the latest round, *then* go on; ask first where sheets are not finished.

    Returns:
        The question that is asked; None where there was nothing to ask.
    """
    file = hub.consultation
    if file is None:
        return None
    left, typed = _sheets(hub, file), _typed(hub, file)
    if not (left or typed):
        _close(hub, then)
        return None
    words = hub.words
    return confirm(
        page,
        words("Some answer sheets are not finished")
        if left
        else words("Something typed is not recorded"),
        "\n".join((*left, *typed)),
        yes=words("Close round {number} all the same", number=file.current_round),
        no=words("Leave it open"),
        then=lambda: _close(hub, then),
    )


def conclude(page: QWidget, hub: Hub, then: Callable[[], None]) -> Ask | None:
    """Ask whether no further round comes; record it, *then* go on."""
    file = hub.consultation
    if file is None:
        return None
    words, number = hub.words, file.current_round
    return confirm(
        page,
        words("No further round"),
        words(
            "Another round was planned. If round {number} stays the last, members may"
            " be told in numbers from now on, where enough of them answered. Then no"
            " answers come in any more, and this cannot be taken back.",
            number=number,
        ),
        yes=words("Round {number} is the last", number=number),
        no=words("Cancel"),
        then=lambda: _conclude(hub, then),
    )


def _conclude(hub: Hub, then: Callable[[], None]) -> None:
    if hub.do(lambda file: file.conclude()):
        then()


def _sheets(hub: Hub, file: "Consultation") -> list[str]:
    words, left = hub.words, file.left_open()
    if not left:
        return []
    lines = [
        words(
            "These sheets were begun on this computer and are not handed in as they"
            " stand:"
        ),
        *(f"–\u00a0{left_sheet_text(words, one)}" for one in left[:_MOST]),
    ]
    if len(left) > _MOST:
        more = len(left) - _MOST
        lines.append(words.plural("and {number} more", "and {number} more", more))
    lines.append(
        words(
            "Once the round is closed, what they hand in waits and does not count. The"
            " round can be opened again while nothing of it was shown."
        )
    )
    return lines


def _typed(hub: Hub, file: "Consultation") -> list[str]:
    """Return on which questions groups' words were typed and not recorded."""
    found = dict.fromkeys(typed_on(hub, file.current_round))
    if not found:
        return []
    return [
        hub.words(
            "Typed on these questions and not recorded, so that it does not count:"
            " {items}. It stays where it was typed.",
            items=", ".join(found),
        )
    ]


def typed_on(hub: Hub, number: int) -> tuple[str, ...]:
    """Return the items on which something was typed in a round and not recorded."""
    beginnings = (f"{STANCES}{number}/", f"{AGREEMENTS}{number}/")
    return tuple(
        name.removeprefix(beginning).split("/")[0]
        for beginning in beginnings
        for name in hub.unrecorded.names(beginning)
    )


def _close(hub: Hub, then: Callable[[], None]) -> None:
    if hub.do(lambda file: file.close_round()):
        then()
