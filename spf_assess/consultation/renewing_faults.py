"""What can be wrong with beginning again and with comparing consultations."""

from spf_assess.model import N_, Fault

not_a_facilitators = Fault(
    "C-190",
    N_(
        "{file} is a respondent's own file. Choose the facilitator's file of that"
        " consultation."
    ),
)

none_before = Fault(
    "C-191",
    N_(
        "This consultation follows no other one, so there is nothing to compare it"
        " with. Begin the next one from this file."
    ),
)

no_earlier_action = Fault(
    "C-192",
    N_(
        "The consultation before decided no action {action}. The list of earlier"
        " actions shows which it decided."
    ),
)

nothing_seen_yet = Fault(
    "C-193",
    N_(
        "In {file} round {number} is open and answers are awaited, so nothing of what"
        " was answered is laid beside others yet. Wait for the answers or close the"
        " round."
    ),
)
