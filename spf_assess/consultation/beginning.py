"""Beginning a file: a consultation, a response to an invitation, a self-assessment."""

import dataclasses
import secrets
from pathlib import Path

from spf_assess.consultation import faults
from spf_assess.consultation.adapting import keep_pack, with_sent_pack
from spf_assess.consultation.consents import keep_consents
from spf_assess.consultation.handing_in import OWN_KEY
from spf_assess.consultation.kept_meanings import keep_meanings
from spf_assess.consultation.tallies import begin_counting
from spf_assess.exchange import (
    Invitation,
    clean_line,
    clean_respondent,
    clean_title,
    new_key,
    public_key,
    read_invitation,
)
from spf_assess.i18n import now_iso
from spf_assess.model import (
    NAME_LIMIT,
    Header,
    Questionnaire,
    Respondent,
    RespondentKind,
    Role,
)
from spf_assess.store import (
    CONSULTATION,
    KEYS,
    RESPONDENTS,
    RESPONSES,
    ROUNDS,
    SETTINGS,
    Database,
    create,
)
from spf_assess.store.records import header_row, respondent_row

FACILITATOR_KEY = "facilitator"
HELD = "held"  # a sheet behind a PIN, of the consultation with this id
FILE_ID = "file_id"  # of this very file; a regional copy has another one
REGION = "region"  # what a regional copy is called
ID_BYTES = 16


def new_id() -> str:
    """Return 32 random lower-case hex digits."""
    return secrets.token_hex(ID_BYTES)


def begin_consultation(
    path: Path, header: Header, questionnaire: Questionnaire
) -> Database:
    """Make the facilitator's file; id, key and time of *header* are given here.

    Raises:
        Problem: S-1xx the file cannot be made, C-117 title, country or place is too
            long, C-118 title or country is blank, X-130 half a character.
    """
    seed = new_key()
    whole = _whole(header, questionnaire, seed)
    if not any(whole.title.by_language.values()) or not any(
        whole.country.by_language.values()
    ):
        raise faults.name_missing()

    def fill(database: Database) -> None:
        database.put(CONSULTATION, *header_row(whole, Role.FACILITATOR, ""))
        database.put(ROUNDS, 1, whole.created_at, "")
        database.put(KEYS, FACILITATOR_KEY, seed)
        database.put(SETTINGS, FILE_ID, new_id())
        keep_pack(database, questionnaire)
        keep_meanings(database, questionnaire)
        begin_counting(database)
        database.note(whole.created_at, "created")

    return create(path, fill)


def begin_response(
    path: Path,
    invitation: bytes,
    questionnaire: Questionnaire,
    *,
    seed: str = "",
    held: bool = False,
) -> tuple[Database, Questionnaire]:
    """Make a respondent's own file from an invitation, with a key of its own.

    Args:
        path: where.
        invitation: its bytes.
        questionnaire: the one installed here.
        seed: the key, where the seat has signed before.
        held: it is a sheet kept behind a PIN; it is opened only from there.

    Returns:
        The file, and *questionnaire* with the national pack that came along.

    Raises:
        Problem: X-1xx the invitation cannot be read, C-112 it is for another
            questionnaire, C-119 its national pack cannot be used, S-120 *path* exists,
            S-1xx the file cannot be made.
    """
    found = read_invitation(invitation)
    adapted = with_sent_pack(found, questionnaire)

    def fill(database: Database) -> None:
        _fill(database, found, seed or new_key(), adapted)
        if held:
            database.put(SETTINGS, HELD, found.header.id)

    return create(path, fill), adapted


def begin_alone(
    path: Path, header: Header, respondent: Respondent, questionnaire: Questionnaire
) -> Database:
    """Make a self-assessment: a respondent's file that no facilitator waits for.

    Raises:
        Problem: S-1xx the file cannot be made, C-106 the members do not fit.
    """
    seed = new_key()
    invitation = Invitation(
        header=_whole(header, questionnaire, seed),
        round=1,
        respondent=seated(respondent),
    )
    return create(
        path, lambda database: _fill(database, invitation, seed, questionnaire)
    )


def seated(respondent: Respondent) -> Respondent:
    """Return a new respondent with an id and clean names.

    Raises:
        Problem: C-106 the numbers of members do not fit, C-117 a name is too long.
    """
    check_members(respondent)
    return described(dataclasses.replace(respondent, id=new_id()))


def described(respondent: Respondent) -> Respondent:
    """Return a respondent whose names are clean and fit into a packet.

    Raises:
        Problem: C-117 a name is too long, X-130 half a character.
    """
    clean = clean_respondent(respondent)
    _check_length(clean.name, clean.organization)
    return clean


def check_members(respondent: Respondent) -> None:
    """Refuse numbers of members that cannot be.

    Raises:
        Problem: C-106.
    """
    alone = respondent.kind is RespondentKind.PERSON
    counted = respondent.women + respondent.men
    if (
        min(respondent.women, respondent.men) < 0
        or respondent.members < max(1, counted)
        or (alone and respondent.members != 1)
    ):
        raise faults.wrong_members()


def _whole(header: Header, questionnaire: Questionnaire, seed: str) -> Header:
    title, country = clean_title(header.title), clean_title(header.country)
    place = clean_line(header.place)
    _check_length(*title.by_language.values(), *country.by_language.values(), place)
    return dataclasses.replace(
        header,
        id=new_id(),
        title=title,
        country=country,
        place=place,
        questionnaire_id=questionnaire.id,
        questionnaire_version=questionnaire.version,
        questionnaire_digest=questionnaire.digest,
        created_at=now_iso(),
        public_key=public_key(seed),
    )


def _check_length(*texts: str) -> None:
    """Refuse what no invitation could carry.

    Raises:
        Problem: C-117.
    """
    for text in texts:
        if len(text) > NAME_LIMIT:
            shown = text[: faults.TEXT_SHOWN]
            raise faults.name_too_long(text=shown, most=NAME_LIMIT)


def _fill(
    database: Database, invitation: Invitation, seed: str, questionnaire: Questionnaire
) -> None:
    seat, at = invitation.respondent, now_iso()
    row = header_row(invitation.header, Role.RESPONDENT, seat.id)
    database.put(CONSULTATION, *row)
    database.put(ROUNDS, invitation.round, at, "")
    database.put(RESPONDENTS, *respondent_row(seat, 1, ""))
    database.put(RESPONSES, seat.id, invitation.round, 0, "", "", "")
    database.put(KEYS, OWN_KEY, seed)
    database.put(SETTINGS, "invitation", invitation.digest)
    keep_pack(database, questionnaire)
    keep_consents(database, invitation)
    database.note(at, "created", respondent=seat.id, round_number=invitation.round)


def is_held(database: Database) -> bool:
    """Whether a file is an answer sheet that is kept behind a PIN."""
    return database.row(SETTINGS, HELD) is not None


def was_invited(database: Database) -> bool:
    """Whether a respondent's file was made from an invitation."""
    row = database.row(SETTINGS, "invitation")
    return row is not None and bool(row[1])
