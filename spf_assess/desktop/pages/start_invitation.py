"""Before an invitation is accepted: whose it is, and the eight words of its sheet."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from spf_assess.consultation.clocks import own_clock
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.signing_words import eight_words
from spf_assess.desktop.parts.dialogs import Ask
from spf_assess.exchange import Invitation, read_invitation
from spf_assess.i18n import COLON, Words, constituency_name, now_iso
from spf_assess.model import LANGUAGES, Problem

_NATIVE = {"en": "English", "fr": "Français"}


def ask_whether_it_is(
    page: QWidget, hub: Hub, data: bytes, then: Callable[[], None]
) -> Ask | None:
    """Show whose an invitation is and its eight words; go on if the person agrees.

    Returns:
        The question; None where the invitation could not be read, which is told.
    """
    try:
        found = read_invitation(data)
    except Problem as problem:
        hub.tell(problem)
        return None
    words = hub.words
    dialog = Ask(
        page,
        words("Is this your invitation?"),
        _told(words, found),
        yes=words("Yes, accept it"),
        no=words("No, leave it"),
    )
    dialog.accepted.connect(then)
    dialog.open()
    dialog.yes_button.setFocus()
    return dialog


def _told(words: Words, found: Invitation) -> str:
    seat, colon = found.respondent, words.text(COLON)
    who = (
        constituency_name(words, seat.constituency),
        seat.organization,
        seat.name,
    )
    lines = [
        words.text(found.header.title),
        ", ".join(one for one in who if one),
        "",
        words(
            "Its eight words. If a sheet came with it, the same words stand there in"
            " one language or both:"
        ),
        *(
            f"{_NATIVE[one]}{colon}{eight_words(found.digest, one)}"
            for one in LANGUAGES
        ),
    ]
    clock = own_clock(found.header, now_iso())
    if clock is not None:
        lines += ["", f"{words.tell(clock)} [{clock.code}]"]
    return "\n".join(lines)
