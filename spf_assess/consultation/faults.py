"""What is told when something cannot be done with a consultation."""

from spf_assess.files import FileFault
from spf_assess.model import N_, Fault

# how much is shown of an id or a digest, and of a text that is too long
ID_SHOWN, TEXT_SHOWN = 8, 40

facilitator_only = FileFault(
    "C-101",
    N_(
        "{file} is a respondent's own file. Only the facilitator's file of the"
        " consultation can do this; open that one."
    ),
)

respondent_only = FileFault(
    "C-102",
    N_(
        "{file} is the facilitator's file. Answers are given by respondents in"
        " files of their own, made from an invitation, and come in as packets."
    ),
)

unknown_respondent = Fault(
    "C-103",
    N_("This file knows no respondent {respondent}. Choose one from the list."),
)

somebody_else = FileFault(
    "C-104",
    N_(
        "{file} belongs to one respondent; nobody else's answers can be given in it."
        " Open the file of the person who answers, or accept an invitation of their"
        " own."
    ),
)

not_storable = Fault(
    "C-105",
    N_(
        "The answer to {item} cannot be saved like this ({place}). Shorten or"
        " correct it; the text is still in the field."
    ),
)

wrong_members = Fault(
    "C-106",
    N_(
        "The numbers do not fit: a person is one member, and women and men together are"
        " at most as many as the members. Correct the numbers."
    ),
)

consent_not_ours = Fault(
    "C-107",
    N_(
        "Whether someone may be named or quoted is decided by that respondent and comes"
        " with the packet; it cannot be set here. Ask the respondent to choose it and"
        " to hand in again."
    ),
)

nothing_to_hand_in = Fault(
    "C-108",
    N_(
        "No question is answered yet, so there is nothing to hand in. Answer at least"
        " one question first."
    ),
)

no_packet_there = FileFault(
    "C-109",
    N_(
        "There is already a file {file}, and it is no packet (.spfr). It is not"
        " overwritten; choose another name."
    ),
)

written_differently = FileFault(
    "C-110",
    N_(
        "{file} was written, but what stands in it is not what was handed in: the"
        " disk or USB stick is failing. Hand in again to another place."
    ),
)

# why the file was opened for reading only
other_forms = FileFault(
    "C-111",
    N_(
        "{file} was begun with another version of the questionnaire than the one"
        " installed here. It is shown for reading only; install the version it was"
        " begun with to go on answering."
    ),
)

invited_to_other_forms = Fault(
    "C-112",
    N_(
        "This invitation is for the questionnaire in version {version}; installed"
        " here is version {installed}, or a changed one. Ask the facilitator for"
        " the program that made the invitation."
    ),
)

seat_is_fixed = Fault(
    "C-113",
    N_(
        "The group a respondent belongs to, and whether a person or a whole group"
        " answers, stand in the invitation and cannot be changed. Make a new"
        " invitation instead."
    ),
)

told_by_packet = Fault(
    "C-114",
    N_(
        "What this respondent said about itself came with its signed packet and"
        " cannot be changed here. Ask for a new packet."
    ),
)

unknown_round = Fault(
    "C-115",
    N_(
        "This file has no round {number}. Choose one of the rounds that were opened in"
        " it."
    ),
)

no_such_packet = Fault(
    "C-116",
    N_(
        "This file holds no packet {digest} that this can be done with. Choose one from"
        " the list of packets; one that could not be read has to be handed in again."
    ),
)

name_too_long = Fault(
    "C-117",
    N_(
        "“{text}…” is too long: titles, countries, places, organizations and names"
        " hold at most {most} characters. Shorten it; nothing was saved yet."
    ),
)

name_missing = Fault(
    "C-118",
    N_(
        "A consultation needs a title and a country, in at least one language. Enter"
        " both; nothing was saved yet."
    ),
)

pack_not_usable = Fault(
    "C-119",
    N_(
        "The national questions in this invitation cannot be used here. {detail}"
        " Ask the facilitator to mend the pack and to send a new invitation."
    ),
)

other_consultation = Fault(
    "C-201",
    N_(
        "This packet belongs to another consultation. Check that it was sent for"
        " this one, and open the consultation it belongs to."
    ),
)

other_questionnaire = Fault(
    "C-202",
    N_(
        "This packet answers another questionnaire (version {version}; this"
        " consultation asks version {expected}, and not a word may differ). Ask for"
        " a packet made with the right program."
    ),
)

unknown_seat = Fault(
    "C-203",
    N_(
        "This packet comes from someone whom this consultation never invited. Check"
        " that the invitation was made in this very file."
    ),
)

other_constituency = Fault(
    "C-204",
    N_(
        "This packet speaks for another group than its invitation was made out to."
        " Ask the respondent, and make a new invitation if the group was wrong."
    ),
)

other_kind = Fault(
    "C-205",
    N_(
        "This packet says that a group answers where a person was invited, or the"
        " other way round. Ask the respondent, and make a new invitation."
    ),
)

round_not_open = Fault(
    "C-206",
    N_(
        "This packet is for round {number}, which this consultation does not have."
        " It waits here until that round is opened."
    ),
)

other_national_questions = Fault(
    "C-207",
    N_(
        "This packet does not answer the national questions of this consultation"
        " (“{pack}”, version {version}, and not a word may differ). Ask for a"
        " packet made from an invitation to this consultation."
    ),
)

same_number = Fault(
    "C-211",
    N_(
        "Different packets from one respondent carry the same number {seq}"
        " ({files}), so none of them counts. Ask the respondent which is right, and"
        " to hand in once more."
    ),
)

two_keys = Fault(
    "C-212",
    N_(
        "Packets signed with different keys came for one invitation ({files}):"
        " somebody else may have answered in this place, or the respondent began"
        " anew. None counts until you choose the right one; compare the eight words"
        " of the receipt with the respondent."
    ),
)

other_key = Fault(
    "C-213",
    N_(
        "This packet is signed with another key than the one you chose for this"
        " respondent. It counts only if you choose its key; compare the eight words"
        " with the respondent first."
    ),
)
