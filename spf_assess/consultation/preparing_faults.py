"""What can be wrong with the preparation of a consultation."""

from spf_assess.files import FileFault
from spf_assess.model import N_, Fault

frozen = Fault(
    "C-130",
    N_(
        "The rules of this consultation are fixed since its start: sections, rounds,"
        " thresholds, languages, title and consent texts can no longer change. Dates,"
        " place, organizations and attendance can, and a further round can be planned"
        " while the last is open."
    ),
)

too_low = Fault(
    "C-131",
    N_(
        "Counts are shown of {counted} people or more, spreads of {spread} or more;"
        " higher numbers can be chosen, lower ones cannot, and a spread never needs"
        " fewer people than a count."
    ),
)

no_date = Fault(
    "C-132",
    N_("“{text}” is not a date. Write year, month and day: 2027-03-31."),
)

ends_before = Fault(
    "C-133",
    N_("The last day ({ends}) lies before the first ({begins}). Correct one of them."),
)

organization_wrong = Fault(
    "C-134",
    N_(
        "The organization “{name}” cannot be kept like this: it needs a name that no"
        " other of its group has, and between 1 and {most} seats."
    ),
)

not_ready = Fault(
    "C-135",
    N_(
        "The consultation cannot start yet, for this could not be mended afterwards:"
        " {points}"
    ),
)

numbers_wrong = Fault(
    "C-136",
    N_("{number} does not fit here: between {least} and {most} is possible."),
)

no_languages = Fault(
    "C-137",
    N_("Choose at least one language in which the consultation is held."),
)

seat_in_use = Fault(
    "C-138",
    N_(
        "This seat stays: its invitation went out or answers came in for it. Leave it:"
        " a seat that nobody uses is shown as missing, which is true."
    ),
)

other_file_there = FileFault(
    "C-139",
    N_(
        "There is already a file {file}, and it is not the invitation of this seat. It"
        " is not overwritten; choose another folder or take it away."
    ),
)
