"""What can be wrong with merging files and taking imports back."""

from spf_assess.model import N_, Fault

not_a_facilitators = Fault(
    "C-220",
    N_(
        "{file} is a respondent's own file, not a facilitator's: it cannot be"
        " merged. Ask for its packet (.spfr) and bring that in."
    ),
)

another_consultation = Fault(
    "C-221",
    N_(
        "{file} belongs to another consultation and cannot be merged into this"
        " one. Two consultations can be compared side by side instead."
    ),
)

other_questions = Fault(
    "C-222",
    N_(
        "{file} was made with another version of the questionnaire or of its"
        " national questions. Merge files of one version only."
    ),
)

same_file = Fault(
    "C-223",
    N_("{file} is the very file that is open. Choose another region's file."),
)

name_missing = Fault(
    "C-224",
    N_(
        "A regional copy needs a name of its own, by which one sees later where"
        " something comes from. Enter one of up to {most} characters, for instance the"
        " region's."
    ),
)

damaged = Fault(
    "C-225",
    N_(
        "{file} is damaged and is not merged. Open it by itself: the program then"
        " says what is wrong and can save what is readable into a new file."
    ),
)

no_such_import = Fault(
    "C-226",
    N_(
        "There is no import number {number} that could be taken back, or it was"
        " taken back already. The list of imports shows which there are."
    ),
)

cancelled = Fault(
    "C-228",
    N_("Merging {file} was stopped. Nothing of it was brought in; merge it again."),
)

# why a packet waits
taken_back = Fault(
    "C-227",
    N_(
        "The import that brought this packet (number {number}) was taken back."
        " Bring the packet in again if it is to count."
    ),
)
