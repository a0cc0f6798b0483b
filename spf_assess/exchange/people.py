"""The plain form of a respondent, the same in invitations and in packets."""

from spf_assess.exchange.fields import Fields, malformed
from spf_assess.model import (
    LANGUAGES,
    NAME_LIMIT,
    Constituency,
    Plain,
    Respondent,
    RespondentKind,
)

ID_DIGITS = 32
RESPONDENT_NAMES = frozenset(
    {
        "id",
        "constituency",
        "kind",
        "name",
        "organization",
        "language",
        "members",
        "women",
        "men",
        "consent_named",
        "consent_quoted",
    }
)
_MOST_MEMBERS = 100_000


def respondent_to_plain(respondent: Respondent) -> Plain:
    """Return every field of *respondent* as JSON values."""
    return {
        "id": respondent.id,
        "constituency": respondent.constituency.value,
        "kind": respondent.kind.value,
        "name": respondent.name,
        "organization": respondent.organization,
        "language": respondent.language,
        "members": respondent.members,
        "women": respondent.women,
        "men": respondent.men,
        "consent_named": respondent.consent_named,
        "consent_quoted": respondent.consent_quoted,
    }


def read_respondent(fields: Fields) -> Respondent:
    """Read what ``respondent_to_plain`` wrote.

    Raises:
        Problem: X-122 or X-123 with the place.
    """
    respondent = Respondent(
        id=fields.hexadecimal("id", ID_DIGITS),
        constituency=Constituency(fields.one_of("constituency", tuple(Constituency))),
        kind=RespondentKind(fields.one_of("kind", tuple(RespondentKind))),
        name=fields.line("name", NAME_LIMIT),
        organization=fields.line("organization", NAME_LIMIT),
        language=fields.one_of("language", LANGUAGES),
        members=fields.integer("members", 1, _MOST_MEMBERS),
        women=fields.integer("women", 0, _MOST_MEMBERS),
        men=fields.integer("men", 0, _MOST_MEMBERS),
        consent_named=fields.truth("consent_named"),
        consent_quoted=fields.truth("consent_quoted"),
    )
    alone = respondent.kind is RespondentKind.PERSON
    if (alone and respondent.members != 1) or (
        respondent.women + respondent.men > respondent.members
    ):
        raise malformed(fields.at("members"))
    return respondent
