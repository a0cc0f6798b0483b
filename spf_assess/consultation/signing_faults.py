"""What can be wrong with reading pages and signing."""

from spf_assess.model import N_, Fault

no_key = Fault(
    "C-180",
    N_(
        "{file} is not a respondent's own file, so there is no key in it to sign with."
        " Choose the file in which the group answered."
    ),
)

key_of_another = Fault(
    "C-181",
    N_(
        "{file} belongs to another consultation. Its key cannot sign here. Choose the"
        " file in which the group answered this one."
    ),
)

key_without_seat = Fault(
    "C-182",
    N_(
        "The seat of {file} is not among the participants of this consultation, so its"
        " key speaks for nobody here. Choose the file in which the group answered this"
        " consultation."
    ),
)

another_key = Fault(
    "C-183",
    N_(
        "The key in {file} is not the one with which this seat's packet was signed. Use"
        " the very file from which the packet was handed in, or sign on paper."
    ),
)

key_changed = Fault(
    "C-189",
    N_(
        "This seat has signed here before with another key than the one in {file}. Use"
        " the very file it signed with then, or sign on paper."
    ),
)

observers_do_not_sign = Fault(
    "C-184",
    N_(
        "Observers comment and do not sign. The government, the employers and the"
        " workers do."
    ),
)

other_words = Fault(
    "C-185",
    N_(
        "These are not the eight words of what stands now. Either one of them was"
        " mistyped, or something was changed after the sheet was printed: print it"
        " again, let it be signed again, and type the words that stand on it."
    ),
)

nobody_saw_it = Fault(
    "C-186",
    N_("Say who saw the signature on paper: a name or an office."),
)

no_pages = Fault(
    "C-187",
    N_(
        "Nothing of section {section} is compared here, so there are no pages to read."
        " Choose another section."
    ),
)

no_remark = Fault(
    "C-188",
    N_("Say in a sentence what is wrong on these pages, so that it can be mended."),
)

results_not_final = Fault(
    "C-194",
    N_(
        "Round {number} is open and {in_} of {of} seats have handed in: these are no"
        " results to be signed yet. Wait for the others or close the round. The rules"
        " can be signed before."
    ),
)

no_results = Fault(
    "C-195",
    N_(
        "Nobody has handed in, so there are no results to sign. Bring the packets in"
        " first."
    ),
)
