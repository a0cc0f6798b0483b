"""What is told when answers cannot be collected on the facilitator's computer."""

from spf_assess.files import FileFault
from spf_assess.model import N_, Fault

too_early = Fault(
    "C-142",
    N_(
        "The PIN was wrong several times. Wait {seconds} seconds, then try again;"
        " nothing is lost meanwhile."
    ),
)

wrong_pin = Fault(
    "C-143",
    N_(
        "This is not the PIN of this answer sheet. Type it again, or use the recovery"
        " words; nothing is lost."
    ),
)

sheet_handed_in = Fault(
    "C-144",
    N_(
        "This answer sheet was handed in and closed for good. Who wants to correct"
        " something asks the facilitator for a new invitation."
    ),
)

answered_elsewhere = Fault(
    "C-145",
    N_(
        "Answers of this seat are here already, given another way. Go on in the same"
        " way: answers of one seat from two sources would not count until somebody"
        " chooses between them."
    ),
)

sheet_exists = Fault(
    "C-146",
    N_("An answer sheet of this seat was begun here. Open it with its PIN."),
)

no_sheet = Fault(
    "C-147",
    N_(
        "No answer sheet of this seat was begun here in this round. Begin one, or"
        " choose another seat."
    ),
)

wrong_words = Fault(
    "C-148",
    N_(
        "These are not the recovery words of this answer sheet. There are {number} of"
        " them, in English or in French, in their order."
    ),
)

held_sheet = FileFault(
    "C-149",
    N_(
        "{file} is an answer sheet that is kept in a consultation behind a PIN. Open"
        " the consultation and choose the seat there."
    ),
)

sheet_damaged = Fault(
    "C-150",
    N_(
        "The answer sheet is damaged and was not closed over the copy that is kept."
        " Save what is readable of it, then open it again with its PIN: the copy from"
        " the last closing comes back."
    ),
)

still_open = Fault(
    "C-127",
    N_(
        "Answer sheets of round {number} are not finished: {seats}. What stands in"
        " them would not count. Finish and hand them in first, or close the round all"
        " the same with --anyway."
    ),
)
