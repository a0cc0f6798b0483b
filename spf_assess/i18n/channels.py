"""The ways in which answers come into a consultation, in words."""

from spf_assess.i18n.words import Words
from spf_assess.model import Channel


def channel_name(words: Words, channel: Channel) -> str:
    """Return the way in which a packet came, in a few words."""
    return {
        Channel.PACKET: words.context("channel", "file from another computer"),
        Channel.HERE: words.context("channel", "answered on this computer"),
        Channel.IN_TURN: words.context("channel", "answered here in turn"),
        Channel.PAPER: words.context("channel", "keyed from paper"),
    }[channel]
