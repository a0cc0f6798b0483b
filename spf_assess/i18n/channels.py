"""The ways in which answers come into a consultation, in words."""

from spf_assess.i18n.groups import constituency_name
from spf_assess.i18n.words import Words
from spf_assess.model import Channel
from spf_assess.model.left_sheet import LeftSheet


def channel_name(words: Words, channel: Channel) -> str:
    """Return the way in which a packet came, in a few words."""
    return {
        Channel.PACKET: words.context("channel", "file from another computer"),
        Channel.HERE: words.context("channel", "answered on this computer"),
        Channel.IN_TURN: words.context("channel", "answered here in turn"),
        Channel.PAPER: words.context("channel", "keyed from paper"),
    }[channel]


def left_sheet_text(words: Words, left: LeftSheet) -> str:
    """Return whose sheet is not finished, and how complete it is, in a line."""
    who = left.respondent
    named = ", ".join(one for one in (who.organization, who.name) if one)
    named = named or constituency_name(words, who.constituency)
    if not left.asked:
        far = words("begun, and never closed")
    elif left.channel is Channel.PAPER:
        far = words(
            "keyed {answered} of {asked}", answered=left.answered, asked=left.asked
        )
    else:
        far = words(
            "answered {answered} of {asked}", answered=left.answered, asked=left.asked
        )
    if left.handed_in:
        far = words("{far}, changed since it was handed in", far=far)
    way = channel_name(words, left.channel)
    return words("{seat} ({way}): {far}", seat=named, way=way, far=far)
