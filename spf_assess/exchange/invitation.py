"""The invitation (``.spfi``): one seat in a consultation, signed by its key."""

import dataclasses
import json
from dataclasses import dataclass

from spf_assess.exchange.canonical import canonical
from spf_assess.exchange.clean import clean_line, clean_respondent, clean_title
from spf_assess.exchange.envelope import INVITATION, seal, unseal
from spf_assess.exchange.fields import Fields, malformed
from spf_assess.exchange.keys import digest
from spf_assess.exchange.packet import DIGEST_DIGITS, ID_LIMIT, MOST_ROUNDS
from spf_assess.exchange.people import (
    ID_DIGITS,
    RESPONDENT_NAMES,
    read_respondent,
    respondent_to_plain,
)
from spf_assess.model import (
    EMPTY,
    LANGUAGES,
    NAME_LIMIT,
    Header,
    Plain,
    Respondent,
    Selection,
    Text,
)

INVITATION_LIMIT = INVITATION.most
_MOST_SECTIONS = 200
CONSENT_LIMIT = 1000
PACK, CONSENT, RECORD = "pack", "consent", "open_record"
_CONSENT_NAMES = frozenset({"named", "quoted"})
_NAMES = frozenset({"consultation", "round", "respondent", "languages"})
_HEADER_NAMES = frozenset(
    {
        "id",
        "title",
        "country",
        "place",
        "questionnaire",
        "selection",
        "created_at",
        "public_key",
        "fictitious",
    }
)
_QUESTIONNAIRE_NAMES = frozenset({"id", "version", "digest"})
_SELECTION_NAMES = frozenset({"form", "sections"})


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation says: the consultation, and whose seat this is.

    Attributes:
        round: the round that was open when it was written.
        respondent: the seat: id, constituency, kind, organization.
        languages: languages the questionnaire can be answered in.
        pack: the national pack as a document (``.spfq``); empty where there is none.
        consent_named: what is agreed to who is named; empty for the program's words.
        consent_quoted: what is agreed to who is quoted; empty likewise.
        open_record: the published report carries all answers.
        digest: domain-tagged SHA-256 of the body; empty before it is built.
    """

    header: Header
    round: int
    respondent: Respondent
    languages: tuple[str, ...] = LANGUAGES
    digest: str = ""
    pack: bytes = b""
    consent_named: Text = EMPTY
    consent_quoted: Text = EMPTY
    open_record: bool = False


def build_invitation(invitation: Invitation, seed: str) -> bytes:
    """Return the bytes of an invitation, signed with the consultation's key.

    Raises:
        Problem: X-114 *seed* does not belong to the header's key, X-12x or X-130: the
            invitation cannot be written like this.
    """
    data = seal(INVITATION, _body(invitation), seed)
    read_invitation(data)
    return data


def invitation_digest(invitation: Invitation) -> str:
    """Return the digest that an invitation has once it is built."""
    return digest(INVITATION.domain, canonical(_body(invitation)))


def _body(invitation: Invitation) -> Plain:
    body: Plain = {
        "consultation": header_to_plain(invitation.header),
        "round": invitation.round,
        "respondent": respondent_to_plain(_asking_consent(invitation.respondent)),
        "languages": list(invitation.languages),
    }
    if invitation.pack:
        body[PACK] = json.loads(invitation.pack)
    consents = invitation.consent_named, invitation.consent_quoted
    if any(any(text.by_language.values()) for text in consents):
        named, quoted = map(_text_to_plain, consents)
        body[CONSENT] = {"named": named, "quoted": quoted}
    if invitation.open_record:
        body[RECORD] = True
    return body


def _asking_consent(respondent: Respondent) -> Respondent:
    """Return the seat with both consents off: its holder alone gives them (R-402)."""
    return dataclasses.replace(
        clean_respondent(respondent), consent_named=False, consent_quoted=False
    )


def read_invitation(data: bytes) -> Invitation:
    """Read an invitation, or refuse it with the reason.

    Raises:
        Problem: X-101 to X-115 (see ``envelope.unseal``), X-120 to X-123 a field is
            missing, unknown, malformed or too long.
    """
    body, found = unseal(INVITATION, data)
    fields = Fields(body, "", _NAMES | ({PACK, CONSENT, RECORD} & body.keys()))
    languages = fields.names("languages", len(LANGUAGES), ID_LIMIT)
    if not languages or not set(languages) <= set(LANGUAGES):
        raise malformed("languages")
    respondent = read_respondent(fields.inner("respondent", RESPONDENT_NAMES))
    if respondent.consent_named or respondent.consent_quoted:
        raise malformed("respondent.consent_named")
    named, quoted = _consents(fields, body)
    return Invitation(
        header=read_header(fields.inner("consultation", _HEADER_NAMES)),
        round=fields.integer("round", 1, MOST_ROUNDS),
        respondent=respondent,
        languages=languages,
        digest=found,
        pack=_pack(body),
        consent_named=named,
        consent_quoted=quoted,
        open_record=_open_record(body),
    )


def _open_record(body: Plain) -> bool:
    if RECORD in body and body[RECORD] is not True:  # left out where there is none
        raise malformed(RECORD)
    return RECORD in body


def _consents(fields: Fields, body: Plain) -> tuple[Text, Text]:
    if CONSENT not in body:
        return EMPTY, EMPTY
    consent = fields.inner(CONSENT, _CONSENT_NAMES)
    named, quoted = (
        consent.inner(name, frozenset(LANGUAGES)) for name in ("named", "quoted")
    )
    return _spoken(named), _spoken(quoted)


def _spoken(fields: Fields) -> Text:
    return Text.of(**{one: fields.line(one, CONSENT_LIMIT) for one in LANGUAGES})


def _pack(body: Plain) -> bytes:
    """Return the document of the pack, which is for others to read."""
    if PACK not in body:
        return b""
    if not isinstance(body[PACK], dict):
        raise malformed(PACK)
    return canonical(body[PACK])


def header_to_plain(header: Header) -> Plain:
    """Return a consultation's header as JSON values, its titles cleaned."""
    return {
        "id": header.id,
        "title": _text_to_plain(header.title),
        "country": _text_to_plain(header.country),
        "place": clean_line(header.place),
        "questionnaire": {
            "id": header.questionnaire_id,
            "version": header.questionnaire_version,
            "digest": header.questionnaire_digest,
        },
        "selection": {
            "form": header.selection.form,
            "sections": list(header.selection.sections),
        },
        "created_at": header.created_at,
        "public_key": header.public_key,
        "fictitious": header.fictitious,
    }


def read_header(fields: Fields) -> Header:
    """Read what ``header_to_plain`` wrote.

    Raises:
        Problem: X-120 to X-123 with the place.
    """
    questionnaire = fields.inner("questionnaire", _QUESTIONNAIRE_NAMES)
    selection = fields.inner("selection", _SELECTION_NAMES)
    return Header(
        id=fields.hexadecimal("id", ID_DIGITS),
        title=_text(fields, "title"),
        country=_text(fields, "country"),
        questionnaire_id=questionnaire.line("id", ID_LIMIT, blank=False),
        questionnaire_version=questionnaire.line("version", ID_LIMIT, blank=False),
        questionnaire_digest=questionnaire.hexadecimal("digest", DIGEST_DIGITS),
        selection=Selection(
            form=selection.one_of("form", ("core", "full")),
            sections=selection.names("sections", _MOST_SECTIONS, ID_LIMIT),
        ),
        created_at=fields.moment("created_at"),
        public_key=fields.hexadecimal("public_key", DIGEST_DIGITS),
        place=fields.line("place", NAME_LIMIT),
        fictitious=fields.truth("fictitious"),
    )


def _text_to_plain(text: Text) -> Plain:
    clean = clean_title(text)
    return {language: clean[language] for language in LANGUAGES}


def _text(fields: Fields, name: str) -> Text:
    """Read a text in both languages; one of them may be blank, not both."""
    inner = fields.inner(name, frozenset(LANGUAGES))
    said = {language: inner.line(language, NAME_LIMIT) for language in LANGUAGES}
    if not any(said.values()):
        raise malformed(fields.at(name))
    return Text.of(**said)
