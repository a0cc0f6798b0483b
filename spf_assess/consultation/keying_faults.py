"""What is told when an answer cannot be keyed from paper."""

from spf_assess.model import N_, Fault

still_differ = Fault(
    "C-151",
    N_(
        "The two passes still differ (boxes: {number}). Look at the paper and choose"
        " what stands there; only then a packet is made."
    ),
)

nothing_keyed = Fault(
    "C-152",
    N_("Nothing was keyed for this seat yet. Key the paper, twice."),
)

no_such_number = Fault(
    "C-153",
    N_(
        "Question {item}: “{typed}” does not fit. Type a number from 1 to {most}, or D"
        " (don't know), N (not applicable), P (prefers not to answer)."
    ),
)

no_number = Fault(
    "C-154",
    N_("Question {item}: “{typed}” is no number. Type digits, such as 12.5."),
)

no_date = Fault(
    "C-155",
    N_(
        "Question {item}: “{typed}” is no date. Type a year, or a date such as"
        " 2024-05-31."
    ),
)

number_twice = Fault(
    "C-156",
    N_("Question {item}: “{typed}” names a number twice. Type each number once."),
)

stands_alone = Fault(
    "C-157",
    N_(
        "Question {item}: number {number} excludes the others. Type it alone, or the"
        " others without it."
    ),
)

no_such_cell = Fault(
    "C-158",
    N_(
        "The paper of this seat has no box {name} in question {item}. Check the number"
        " on the paper and the seat that was chosen."
    ),
)

no_table = Fault(
    "C-159",
    N_(
        "Line {number} does not fit a table of keyed answers: its first line must be"
        " item,part,value, and every line must have three columns."
    ),
)

too_long = Fault(
    "C-290",
    N_("Question {item}: the text is longer than {most} characters. Shorten it."),
)
