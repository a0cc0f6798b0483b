"""What can be wrong with rounds, reveals and what a meeting says of positions."""

from spf_assess.model import N_, Fault

round_still_open = Fault(
    "C-160",
    N_(
        "Round {number} is still open. Close it first: until then nothing of what was"
        " answered is shown, and no further round begins."
    ),
)

round_blind = Fault(
    "C-129",
    N_(
        "Round {number} is open and {in_} of {of} seats have handed in, so nothing of"
        " what was answered is told yet. Wait for the others, close the round, or ask"
        " with --early for what is provisional and says so."
    ),
)

# why a packet waits
round_closed = Fault(
    "C-161",
    N_(
        "Round {number} is closed. What comes in for it now waits here and does not"
        " count unless the round is opened again."
    ),
)

stated_too_late = Fault(
    "C-128",
    N_(
        "Round {number} is closed: nothing more can be recorded in it. Open it again,"
        " as long as none of its positions were shown, or record this in the next"
        " round."
    ),
)

not_to_be_opened_again = Fault(
    "C-162",
    N_(
        "Round {number} cannot be opened again: positions of it were shown, or a later"
        " round has begun. What a group has to add it states in the next round."
    ),
)

no_further_round = Fault(
    "C-198",
    N_(
        "Round {number} was the last, and from its closing on members may be told in"
        " numbers, so that no further answers come in. Take up what is left in a new"
        " consultation that starts from this one; a further round is planned while the"
        " last is open."
    ),
)

nothing_to_show = Fault(
    "C-163",
    N_(
        "Fewer than two groups have handed in, so there is nothing to lay side by side."
        " Bring in the packets of a second group, or answer here for it."
    ),
)

not_compared = Fault(
    "C-164",
    N_(
        "The question {item} is not compared between the groups in this consultation."
        " Choose one of the rated questions that are asked."
    ),
)

not_revealed = Fault(
    "C-165",
    N_(
        "The positions on {item} were not shown yet. Show them to everybody first; what"
        " a group makes of its position follows from the discussion."
    ),
)

not_a_bench_asked = Fault(
    "C-166",
    N_(
        "Only a group that is asked {item} has a position on it. Write what observers"
        " say as a note."
    ),
)

move_without_reason = Fault(
    "C-167",
    N_(
        "A group that moves says why, and to which level, other than its own so far."
        " Give the reason and a level, or record that it keeps its position."
    ),
)

wrong_level = Fault(
    "C-168",
    N_(
        "A level lies between 1 and 4 and belongs to a part of {item}. Give a level of"
        " one of: {parts}."
    ),
)

nothing_said = Fault(
    "C-169",
    N_(
        "Nothing is recorded yet: an agreement needs an agreed level or a statement,"
        " and at least two groups that agree; a note needs words."
    ),
)

stated_before = Fault(
    "C-122",
    N_(
        "Something else is recorded on {item} already. If it is to be corrected,"
        " say so; the earlier words stay in the journal."
    ),
)

no_round_for_it = Fault(
    "C-123",
    N_(
        "This belongs in a second round. Close the first round and open the second"
        " one; the first stays as it is."
    ),
)

nothing_to_keep = Fault(
    "C-124",
    N_(
        "This group has no position on {item} that it could keep. Record a level with"
        " its reason, or a reservation in its own words."
    ),
)

no_such_note = Fault(
    "C-125",
    N_("This note is not there any more. The list shows those that stand."),
)

not_asked = Fault(
    "C-126",
    N_("This consultation asks no question {item}. Choose one from the list."),
)
