"""Why an edition cannot be printed as it is asked for."""

from spf_assess.model import N_, Fault

group_missing = Fault(
    "R-106",
    N_(
        "The edition of one group needs to know which: give government, employers or"
        " workers. No file was written."
    ),
)
respondent_missing = Fault(
    "R-107",
    N_(
        "The edition of a participant's own answers needs to know whose: give the"
        " respondent, as the list of seats names them, or make it from the"
        " participant's own file. No file was written."
    ),
)
respondent_unknown = Fault(
    "R-108",
    N_(
        "No answers of “{respondent}” are in this file. Look the respondent up in the"
        " list of seats, or bring in their response first. No file was written."
    ),
)
respondent_unwilling = Fault(
    "R-109",
    N_(
        "This file prints the answers of a group that agreed to be quoted; those of an"
        " observer, and in an open record of any person, who agreed to be named and"
        " quoted. Ask the participant to print these from their own file. No file was"
        " written."
    ),
)
section_not_asked = Fault(
    "R-110",
    N_(
        "Section “{section}” is not part of this consultation. Use one of: {known}. No"
        " file was written."
    ),
)
