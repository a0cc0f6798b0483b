"""A sheet on the facilitator's computer of which not all was handed in."""

from dataclasses import dataclass

from spf_assess.model.consultation import Respondent
from spf_assess.model.proceedings import Channel


@dataclass(frozen=True, slots=True)
class LeftSheet:
    """A sheet of the current round that is not finished; nothing of its contents.

    Attributes:
        answered: questions answered as the sheet was last closed, or keyed by the
            person who is further; of *asked*. Both are 0 where it never was closed.
        handed_in: a packet of the seat counts already; what was changed since does not.
    """

    respondent: Respondent
    channel: Channel
    answered: int
    asked: int
    handed_in: bool
