"""How far an action has come, in words."""

from spf_assess.i18n.words import Words
from spf_assess.model import ActionStatus


def action_status_name(words: Words, status: ActionStatus) -> str:
    """Return the name of a status."""
    return {
        ActionStatus.PLANNED: words.context("action", "planned"),
        ActionStatus.BEGUN: words.context("action", "begun"),
        ActionStatus.DONE: words.context("action", "done"),
        ActionStatus.DELAYED: words.context("action", "delayed"),
        ActionStatus.DROPPED: words.context("action", "dropped"),
    }[status]
