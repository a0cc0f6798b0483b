"""Closing a round: it asks first while answer sheets on this computer are open."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.parts.dialogs import Ask, confirm
from spf_assess.i18n.channels import left_sheet_text

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_MOST = 8


def close_round(page: QWidget, hub: Hub) -> Ask | None:
    """Close the latest round; ask first where sheets are not finished.

    Returns:
        The question that is asked; None where there was nothing to ask.
    """
    file = hub.consultation
    if file is None:
        return None
    if not file.left_open():
        _close(hub)
        return None
    words = hub.words
    return confirm(
        page,
        words("Some answer sheets are not finished"),
        _told(hub, file),
        yes=words("Close round {number} all the same", number=file.current_round),
        no=words("Leave it open"),
        then=lambda: _close(hub),
    )


def _told(hub: Hub, file: "Consultation") -> str:
    words, left = hub.words, file.left_open()
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
    return "\n".join(lines)


def _close(hub: Hub) -> None:
    hub.do(lambda file: file.close_round())
