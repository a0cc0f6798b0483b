"""What can be wrong with merging files and taking imports back."""

from spf_assess.model import N_, Problem


def not_a_facilitators(file: str) -> Problem:
    """C-220."""
    return Problem(
        "C-220",
        N_(
            "{file} is a respondent's own file, not a facilitator's: it cannot be"
            " merged. Ask for its packet (.spfr) and bring that in."
        ),
        file=file,
    )


def another_consultation(file: str) -> Problem:
    """C-221."""
    return Problem(
        "C-221",
        N_(
            "{file} belongs to another consultation and cannot be merged into this"
            " one. Two consultations can be compared side by side instead."
        ),
        file=file,
    )


def other_questions(file: str) -> Problem:
    """C-222."""
    return Problem(
        "C-222",
        N_(
            "{file} was made with another version of the questionnaire or of its"
            " national questions. Merge files of one version only."
        ),
        file=file,
    )


def same_file(file: str) -> Problem:
    """C-223."""
    return Problem(
        "C-223",
        N_("{file} is the very file that is open. Choose another region's file."),
        file=file,
    )


def name_missing(most: int) -> Problem:
    """C-224."""
    return Problem(
        "C-224",
        N_(
            "A regional copy needs a name of its own, for instance of the region (up"
            " to {most} characters): by it one sees later where something comes from."
        ),
        most=most,
    )


def damaged(file: str) -> Problem:
    """C-225."""
    return Problem(
        "C-225",
        N_(
            "{file} is damaged and is not merged. Open it by itself: the program then"
            " says what is wrong and can save what is readable into a new file."
        ),
        file=file,
    )


def no_such_import(number: int) -> Problem:
    """C-226."""
    return Problem(
        "C-226",
        N_(
            "There is no import number {number} that could be taken back, or it was"
            " taken back already. The list of imports shows which there are."
        ),
        number=number,
    )


def taken_back(number: int) -> Problem:
    """C-227: why a packet waits."""
    return Problem(
        "C-227",
        N_(
            "The import that brought this packet (number {number}) was taken back."
            " Bring the packet in again if it is to count."
        ),
        number=number,
    )
