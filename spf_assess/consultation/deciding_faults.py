"""What can be wrong with priorities and actions."""

from spf_assess.model import N_, Fault

observers_do_not_rank = Fault(
    "C-170",
    N_(
        "Observers comment and do not rank. Choose the government, the employers or"
        " the workers."
    ),
)

not_rankable = Fault(
    "C-171",
    N_(
        "Section {section} is not among those that can be ranked. Choose a principle or"
        " a guarantee that this consultation asks about."
    ),
)

named_twice = Fault(
    "C-172",
    N_("Section {section} is named twice. Name each section once."),
)

action_without_words = Fault(
    "C-173",
    N_(
        "An action needs an objective and a sentence that says what is done. The rest"
        " can follow later."
    ),
)

no_date = Fault(
    "C-174",
    N_(
        "“{text}” is not a date. Write a year, a month or a day: 2027, 2027-03 or"
        " 2027-03-31."
    ),
)

ends_before = Fault(
    "C-175",
    N_("The action ends ({ends}) before it begins ({begins}). Correct one of the two."),
)

unknown_place = Fault(
    "C-176",
    N_(
        "{place} is neither a section of this questionnaire nor a paragraph of the"
        " Recommendation. Write it as in 3(e), 5(b) or 13(2)."
    ),
)

no_such_action = Fault(
    "C-177",
    N_("This file records no action {action}. The list of actions shows which it has."),
)

neither_workbook_nor_calendar = Fault(
    "C-178",
    N_(
        "{file}: actions are written as a workbook (.xlsx) or as a calendar (.ics)."
        " Let the name of the file end in one of the two."
    ),
)
