"""The response packet (``.spfr``): one respondent's answers in one round, signed."""

import dataclasses
import itertools
import secrets
from dataclasses import dataclass, field
from typing import TypeGuard

from spf_assess.exchange import keys
from spf_assess.exchange.canonical import shown, written_apart
from spf_assess.exchange.clean import clean_answer, clean_respondent
from spf_assess.exchange.envelope import RESPONSE, seal, unseal_listed
from spf_assess.exchange.fields import Fields, malformed
from spf_assess.exchange.people import (
    ID_DIGITS,
    RESPONDENT_NAMES,
    read_respondent,
    respondent_to_plain,
)
from spf_assess.model import (
    COMMENT_LIMIT,
    N_,
    Answer,
    Evidence,
    Figure,
    Header,
    Plain,
    Problem,
    Respondent,
    Response,
    answer_from_plain,
    answer_to_plain,
)

PACKET_LIMIT = RESPONSE.most
NONCE_BYTES = 16
DIGEST_DIGITS = 64
MOST_ROUNDS = 99
ID_LIMIT = 40
_MOST_SEQ = 1_000_000
_MOST_ANSWERS = 2_000
_SHORT, _SHORT_SOURCES, _MOST_KNOWN = 120, 600, 10_000
_known: dict[str, Answer] = {}  # answers that were read, by the only way to write them
_rated: dict[str, Answer] = {}  # ratings without comment and sources
_sources: dict[str, tuple[Evidence, ...]] = {}
_APART = frozenset({"comment", "evidence"})
_NAMES = frozenset(
    {
        "consultation",
        "questionnaire",
        "round",
        "respondent",
        "seq",
        "prev",
        "nonce",
        "claimed_at",
        "answers",
        "public_key",
    }
)
_QUESTIONNAIRE_NAMES = frozenset({"id", "version", "digest"})


@dataclass(frozen=True, slots=True)
class Packet:
    """What a response packet says.

    Attributes:
        seq: 1 for the first packet of this respondent, then greater than the one
            before; numbers may be skipped.
        prev: digest of the packet before, empty for the first.
        nonce: 32 lower-case hex digits, so that the digest leaks no answer.
        claimed_at: when the respondent's computer says it was handed in (UTC).
        answers: by item id, ascending; none is empty.
        public_key: the respondent's key; the signature was checked against it.
        digest: domain-tagged SHA-256 of the body, 64 lower-case hex digits.
        written: each answer as it is kept: its JSON, as ``model.plain`` has it.
    """

    consultation_id: str
    questionnaire_id: str
    questionnaire_version: str
    questionnaire_digest: str
    round: int
    respondent: Respondent
    seq: int
    prev: str
    nonce: str
    claimed_at: str
    answers: tuple[Answer, ...]
    public_key: str
    digest: str
    written: tuple[str, ...] = field(default=(), compare=False, repr=False)


def build_packet(
    header: Header, response: Response, *, prev: str, seed: str, nonce: str = ""
) -> bytes:
    """Return the bytes of a packet, signed with the respondent's key.

    Texts are cleaned, empty answers left out. What is returned has been read back, so
    that no packet leaves that would be refused.

    Args:
        header: of the consultation.
        response: the answers; its ``seq`` is the packet's number, its
            ``handed_in_at`` the claimed time.
        prev: digest of this respondent's packet before, empty for the first.
        seed: the respondent's private key.
        nonce: 32 hex digits; drawn at random when left empty.

    Raises:
        Problem: X-126 the packet would be too large, X-127 an answer cannot be handed
            in, X-12x a field of the respondent has not the form it must have, X-130
            half a character.
    """
    body: Plain = {
        "consultation": header.id,
        "questionnaire": {
            "id": header.questionnaire_id,
            "version": header.questionnaire_version,
            "digest": header.questionnaire_digest,
        },
        "round": response.round,
        "respondent": respondent_to_plain(clean_respondent(response.respondent)),
        "seq": response.seq,
        "prev": prev,
        "nonce": nonce or secrets.token_hex(NONCE_BYTES),
        "claimed_at": response.handed_in_at,
        "answers": _said(response),
        "public_key": keys.public_key(seed),
    }
    data = seal(RESPONSE, body, seed)
    if len(data) > PACKET_LIMIT:
        raise Problem(
            "X-126",
            N_(
                "All answers together are larger than the {most} kilobytes that a"
                " packet can hold. Shorten the longest comments and hand in again."
            ),
            most=PACKET_LIMIT // 1024,
        )
    read_packet(data)
    return data


def _said(response: Response) -> list[Plain]:
    """Return what was said, cleaned, in order, and certain to be read again."""
    cleaned = [clean_answer(answer) for answer in response.answers.values()]
    said = [
        answer_to_plain(answer)
        for answer in sorted(cleaned, key=lambda answer: answer.item)
        if not answer.empty
    ]
    for number, plain in enumerate(said):
        try:
            _answer(plain, number)
        except Problem as unreadable:
            raise Problem(
                "X-127",
                N_(
                    "The answer at {place} cannot be handed in: a text in it is longer"
                    " than {most} characters, or a number is not written as a decimal."
                    " Correct it and hand in again."
                ),
                place=unreadable.facts["place"],
                most=COMMENT_LIMIT,
            ) from unreadable
    return said


def read_packet(data: bytes) -> Packet:
    """Read a packet, or refuse it with the reason.

    Everything is checked that can be checked without the consultation and the
    questionnaire; see ``fit.check_against`` for the rest.

    Raises:
        Problem: X-101 to X-115 (see ``envelope.unseal``), X-120 to X-123 a field is
            missing, unknown, malformed, too long; X-124 an item twice or out of order,
            X-125 an answer that cannot be read.
    """
    body, digest, written = unseal_listed(RESPONSE, data, "answers")
    fields = Fields(body, "", _NAMES)
    questionnaire = fields.inner("questionnaire", _QUESTIONNAIRE_NAMES)
    plain = fields.items("answers", _MOST_ANSWERS)
    written = written_apart(plain) if written is None else written
    answers = _answers(plain, written)
    packet = Packet(
        consultation_id=fields.hexadecimal("consultation", ID_DIGITS),
        questionnaire_id=questionnaire.line("id", ID_LIMIT, blank=False),
        questionnaire_version=questionnaire.line("version", ID_LIMIT, blank=False),
        questionnaire_digest=questionnaire.hexadecimal("digest", DIGEST_DIGITS),
        round=fields.integer("round", 1, MOST_ROUNDS),
        respondent=read_respondent(fields.inner("respondent", RESPONDENT_NAMES)),
        seq=fields.integer("seq", 1, _MOST_SEQ),
        prev=fields.hexadecimal("prev", DIGEST_DIGITS, blank=True),
        nonce=fields.hexadecimal("nonce", 2 * NONCE_BYTES),
        claimed_at=fields.moment("claimed_at"),
        answers=answers,
        public_key=fields.hexadecimal("public_key", DIGEST_DIGITS),
        digest=digest,
        written=written,
    )
    if (packet.seq == 1) != (not packet.prev):
        raise malformed("prev")
    return packet


def _answers(plain: list[object], written: tuple[str, ...]) -> tuple[Answer, ...]:
    """Return the answers; *written* is how each is kept."""
    answers = tuple(
        _known.get(text) or _remembered(text, _answer(one, number))
        for number, (text, one) in enumerate(zip(written, plain, strict=True))
    )
    for before, after in itertools.pairwise(answers):
        if before.item >= after.item:
            raise Problem(
                "X-124",
                N_(
                    "The question {item} stands twice or out of order in this packet."
                    " The program that made it is at fault; ask for the packet to be"
                    " made again."
                ),
                item=shown(after.item),
            )
    return answers


def _remembered(text: str, answer: Answer) -> Answer:
    """Keep a short answer, which many others give in the same words: a mere rating."""
    if len(text) <= _SHORT:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[text] = answer
    return answer


def _answer(plain: object, number: int) -> Answer:
    """Read one answer; only its one shortest form is accepted."""
    known = _from_known(plain)
    if known is not None:
        return known
    try:
        answer = answer_from_plain(plain)
    except ValueError as error:
        place, _, _ = str(error).partition(":")
        raise _unreadable(place, number) from error
    except TypeError as error:  # a list or an object where a word is expected
        raise _unreadable(_item(plain), number) from error
    if answer.empty or answer_to_plain(answer) != plain or not _plain_digits(answer):
        raise _unreadable(answer.item, number)
    _remember_pieces(plain, answer)
    return answer


def _from_known(plain: object) -> Answer | None:
    """Return an answer of which all but the comment was read before, else None.

    Ratings and sources are said again and again, comments are not. What was read was
    compared with its shortest form, so what equals it to the letter is in it too.
    """
    if not isinstance(plain, dict) or "parts" not in plain:
        return None
    rated = _rated.get(_rating(plain))
    comment, sources = plain.get("comment"), plain.get("evidence")
    if rated is None or not (comment is None or _is_comment(comment)):
        return None
    evidence = None if sources is None else _sources.get(repr(sources))
    if sources is not None and evidence is None:
        return None
    return Answer(  # what ``dataclasses.replace`` does, in a third of the time
        item=rated.item,
        parts=rated.parts,
        specify=rated.specify,
        comment=comment or "",
        evidence=evidence or (),
        follow_ups=rated.follow_ups,
        flagged=rated.flagged,
        minority=rated.minority,
    )


def _is_comment(found: object) -> TypeGuard[str]:
    return isinstance(found, str) and 0 < len(found) <= COMMENT_LIMIT


def _rating(plain: Plain) -> str:
    return repr([pair for pair in plain.items() if pair[0] not in _APART])


def _remember_pieces(plain: object, answer: Answer) -> None:
    """Keep what the next answer may say in the same words; long texts are not kept."""
    if not isinstance(plain, dict) or not answer.parts:
        return
    rating, sources = _rating(plain), repr(plain.get("evidence"))
    if len(_rated) + len(_sources) >= _MOST_KNOWN:
        _rated.clear()
        _sources.clear()
    bare = dataclasses.replace(answer, comment="", evidence=())
    if len(rating) <= _SHORT:
        _rated[rating] = bare
    if answer.evidence and len(sources) <= _SHORT_SOURCES:
        _sources[sources] = answer.evidence


def _item(plain: object) -> str:
    item = plain.get("item") if isinstance(plain, dict) else None
    return item if isinstance(item, str) else "?"


def _plain_digits(answer: Answer) -> bool:
    """Whether every figure is written with the digits 0 to 9, not another script's."""
    told = [part.value for part in answer.parts.values()]
    told += [source.figure for source in answer.evidence]
    return all(
        (figure.women + figure.men + figure.total).isascii()
        for figure in told
        if isinstance(figure, Figure)
    )


def _unreadable(place: str, number: int) -> Problem:
    return Problem(
        "X-125",
        N_(
            "The answer number {number} in this packet cannot be read (at {place}). The"
            " program that made it is at fault; ask for the packet to be made again."
        ),
        number=number + 1,
        place=shown(place),
    )
