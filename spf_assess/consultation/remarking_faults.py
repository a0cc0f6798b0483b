"""What can be wrong with remarks and with sentences of one's own."""

from spf_assess.model import N_, Fault

no_such_section = Fault(
    "C-196",
    N_(
        "No section {section} is asked in this consultation. Name one that is asked by"
        " its id, as 3a, or leave it out for the summary."
    ),
)

broken_words = Fault(
    "C-197",
    N_(
        "The sentences have {number} faults, the first in {file}, line {line} ({rule})."
        " Nothing was taken over. See them all, each with its remedy, by"
        " “spf-assess forms check”, and correct them."
    ),
)
