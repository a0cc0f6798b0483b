"""What is told when something cannot be done with a consultation."""

from spf_assess.files import FileFault
from spf_assess.model import N_, Problem, Text

_SHOWN = 40


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


def unknown_respondent(respondent: str) -> Problem:
    """C-103."""
    return Problem(
        "C-103",
        N_("This file knows no respondent {respondent}. Choose one from the list."),
        respondent=respondent[:8],
    )


somebody_else = FileFault(
    "C-104",
    N_("{file} belongs to one respondent; nobody else's answers can be given in it."),
)


def not_storable(item: str, place: str) -> Problem:
    """C-105."""
    return Problem(
        "C-105",
        N_(
            "The answer to {item} cannot be saved like this ({place}). Shorten or"
            " correct it; the text is still in the field."
        ),
        item=item,
        place=place,
    )


def wrong_members() -> Problem:
    """C-106."""
    return Problem(
        "C-106",
        N_(
            "The numbers do not fit: a person is one member, and women and men together"
            " are at most as many as the members."
        ),
    )


def consent_not_ours() -> Problem:
    """C-107."""
    return Problem(
        "C-107",
        N_(
            "Whether someone may be named or quoted is decided by that respondent and"
            " comes with the packet; it cannot be set here."
        ),
    )


def nothing_to_hand_in() -> Problem:
    """C-108."""
    return Problem(
        "C-108",
        N_("No question is answered yet, so there is nothing to hand in."),
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


def invited_to_other_forms(version: str, installed: str) -> Problem:
    """C-112."""
    return Problem(
        "C-112",
        N_(
            "This invitation is for the questionnaire in version {version}; installed"
            " here is version {installed}, or a changed one. Ask the facilitator for"
            " the program that made the invitation."
        ),
        version=version,
        installed=installed,
    )


def seat_is_fixed() -> Problem:
    """C-113."""
    return Problem(
        "C-113",
        N_(
            "The group a respondent belongs to, and whether a person or a whole group"
            " answers, stand in the invitation and cannot be changed. Make a new"
            " invitation instead."
        ),
    )


def told_by_packet() -> Problem:
    """C-114."""
    return Problem(
        "C-114",
        N_(
            "What this respondent said about itself came with its signed packet and"
            " cannot be changed here. Ask for a new packet."
        ),
    )


def unknown_round(number: int) -> Problem:
    """C-115."""
    return Problem(
        "C-115",
        N_("This file has no round {number}."),
        number=number,
    )


def no_such_packet(digest: str) -> Problem:
    """C-116."""
    return Problem(
        "C-116",
        N_("This file holds no packet {digest} that this can be done with."),
        digest=digest[:8],
    )


def name_too_long(text: str, most: int) -> Problem:
    """C-117."""
    return Problem(
        "C-117",
        N_(
            "“{text}…” is too long: titles, countries, places, organizations and names"
            " hold at most {most} characters. Shorten it; nothing was saved yet."
        ),
        text=text[:_SHOWN],
        most=most,
    )


def name_missing() -> Problem:
    """C-118."""
    return Problem(
        "C-118",
        N_(
            "A consultation needs a title and a country, in at least one language."
            " Nothing was saved yet."
        ),
    )


def pack_not_usable(detail: Text) -> Problem:
    """C-119."""
    return Problem(
        "C-119",
        N_(
            "The national questions in this invitation cannot be used here. {detail}"
            " Ask the facilitator to mend the pack and to send a new invitation."
        ),
        detail=detail,
    )


def other_consultation() -> Problem:
    """C-201."""
    return Problem(
        "C-201",
        N_(
            "This packet belongs to another consultation. Check that it was sent for"
            " this one, and open the consultation it belongs to."
        ),
    )


def other_questionnaire(version: str, expected: str) -> Problem:
    """C-202."""
    return Problem(
        "C-202",
        N_(
            "This packet answers another questionnaire (version {version}; this"
            " consultation asks version {expected}, and not a word may differ). Ask for"
            " a packet made with the right program."
        ),
        version=version,
        expected=expected,
    )


def unknown_seat() -> Problem:
    """C-203."""
    return Problem(
        "C-203",
        N_(
            "This packet comes from someone whom this consultation never invited. Check"
            " that the invitation was made in this very file."
        ),
    )


def other_constituency() -> Problem:
    """C-204."""
    return Problem(
        "C-204",
        N_(
            "This packet speaks for another group than its invitation was made out to."
            " Ask the respondent, and make a new invitation if the group was wrong."
        ),
    )


def other_kind() -> Problem:
    """C-205."""
    return Problem(
        "C-205",
        N_(
            "This packet says that a group answers where a person was invited, or the"
            " other way round. Ask the respondent, and make a new invitation."
        ),
    )


def round_not_open(number: int) -> Problem:
    """C-206."""
    return Problem(
        "C-206",
        N_(
            "This packet is for round {number}, which this consultation does not have."
            " It waits here until that round is opened."
        ),
        number=number,
    )


def other_national_questions(pack: Text, version: str) -> Problem:
    """C-207."""
    return Problem(
        "C-207",
        N_(
            "This packet does not answer the national questions of this consultation"
            " (“{pack}”, version {version}, and not a word may differ). Ask for a"
            " packet made from an invitation to this consultation."
        ),
        pack=pack,
        version=version,
    )


def same_number(seq: int, files: str) -> Problem:
    """C-211."""
    return Problem(
        "C-211",
        N_(
            "Different packets from one respondent carry the same number {seq}"
            " ({files}), so none of them counts. Ask the respondent which is right, and"
            " to hand in once more."
        ),
        seq=seq,
        files=files,
    )


def two_keys(files: str) -> Problem:
    """C-212."""
    return Problem(
        "C-212",
        N_(
            "Packets signed with different keys came for one invitation ({files}):"
            " somebody else may have answered in this place, or the respondent began"
            " anew. None counts until you choose the right one; compare the eight words"
            " of the receipt with the respondent."
        ),
        files=files,
    )


def other_key() -> Problem:
    """C-213."""
    return Problem(
        "C-213",
        N_(
            "This packet is signed with another key than the one you chose for this"
            " respondent."
        ),
    )
