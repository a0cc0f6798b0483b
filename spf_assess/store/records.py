"""Rows of the file to values of the domain and back."""

import dataclasses
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from spf_assess.model import (
    Constituency,
    Header,
    Respondent,
    RespondentKind,
    Role,
    Round,
    Selection,
    Text,
)
from spf_assess.store.hashes import Row, Stored

_MOST_TOLD = 16_384
_WRITER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def json_text(plain: object) -> str:
    """Return JSON in its canonical form (RFC 8785), as long as names are ASCII."""
    return _WRITER.encode(plain)


def header_row(header: Header, role: Role, me: str) -> Row:
    """Return the one row of table ``consultation``."""
    selection = {
        "form": header.selection.form,
        "sections": list(header.selection.sections),
    }
    return (
        1,
        role.value,
        me,
        header.id,
        json_text(dict(header.title.by_language)),
        json_text(dict(header.country.by_language)),
        header.questionnaire_id,
        header.questionnaire_version,
        header.questionnaire_digest,
        json_text(selection),
        header.created_at,
        header.public_key,
        header.place,
        int(header.fictitious),
    )


def header_of(row: Row) -> tuple[Header, Role, str]:
    """Read what ``header_row`` made: the header, the role and whose file it is."""
    (
        _one,
        role,
        me,
        identity,
        title,
        country,
        questionnaire_id,
        version,
        digest,
        selection,
        created_at,
        public_key,
        place,
        fictitious,
    ) = (_plain(value) for value in row)
    chosen = json.loads(selection)
    header = Header(
        id=identity,
        title=Text.of(**json.loads(title)),
        country=Text.of(**json.loads(country)),
        questionnaire_id=questionnaire_id,
        questionnaire_version=version,
        questionnaire_digest=digest,
        selection=Selection(chosen["form"], tuple(chosen["sections"])),
        created_at=created_at,
        public_key=public_key,
        place=place,
        fictitious=bool(fictitious),
    )
    return header, Role(role), me


def round_of(row: Row) -> Round:
    """Read a row of table ``rounds``."""
    number, opened_at, closed_at = (_plain(value) for value in row)
    return Round(number, opened_at, closed_at)


_RESPONDENT_NAMES = tuple(one.name for one in dataclasses.fields(Respondent))


def respondent_row(respondent: Respondent, position: int, trusted_key: str) -> Row:
    """Return a row of table ``respondents``; *position* is its place in lists."""
    return (
        respondent.id,
        position,
        respondent.constituency.value,
        respondent.kind.value,
        respondent.name,
        respondent.organization,
        respondent.language,
        respondent.members,
        respondent.women,
        respondent.men,
        int(respondent.consent_named),
        int(respondent.consent_quoted),
        trusted_key,
    )


def respondent_of(row: Row) -> tuple[Respondent, int, str]:
    """Read what ``respondent_row`` made."""
    values = [_plain(value) for value in row]
    respondent = Respondent(
        id=values[0],
        constituency=Constituency(values[2]),
        kind=RespondentKind(values[3]),
        name=values[4],
        organization=values[5],
        language=values[6],
        members=values[7],
        women=values[8],
        men=values[9],
        consent_named=bool(values[10]),
        consent_quoted=bool(values[11]),
    )
    return respondent, values[1], values[12]


def respondent_to_json(respondent: Respondent | None) -> str:
    """Return a respondent as JSON text, empty for None."""
    if respondent is None:
        return ""
    # what ``dataclasses.asdict`` does, in a tenth of the time
    return json_text({name: getattr(respondent, name) for name in _RESPONDENT_NAMES})


@lru_cache(_MOST_TOLD)
def respondent_from_json(text: str) -> Respondent | None:
    """Read what ``respondent_to_json`` made; a sheet and its packet say the same."""
    if not text:
        return None
    plain = json.loads(text)
    plain["constituency"] = Constituency(plain["constituency"])
    plain["kind"] = RespondentKind(plain["kind"])
    return Respondent(**plain)


def facts_to_json(facts: Mapping[str, object]) -> str:
    """Return a problem's facts as JSON text; a Text keeps its languages."""
    return json_text(
        {
            name: dict(fact.by_language) if isinstance(fact, Text) else str(fact)
            for name, fact in facts.items()
        }
    )


def facts_from_json(text: str) -> dict[str, Any]:
    """Read what ``facts_to_json`` made."""
    return {
        name: Text.of(**fact) if isinstance(fact, dict) else fact
        for name, fact in json.loads(text).items()
    }


def _plain(value: Stored) -> Any:
    return value


@dataclasses.dataclass(frozen=True, slots=True)
class PacketRow:
    """A row of table ``packets``; *told* and *facts* are JSON text."""

    number: int
    digest: str
    file_name: str
    received_at: str
    state: str
    respondent: str
    round: int
    seq: int
    public_key: str
    told: str
    reason: str = ""
    says: str = ""
    facts: str = "{}"

    def row(self) -> Row:
        """Return the values in the order of the table's columns."""
        return (
            self.number,
            self.digest,
            self.file_name,
            self.received_at,
            self.state,
            self.respondent,
            self.round,
            self.seq,
            self.public_key,
            self.told,
            self.reason,
            self.says,
            self.facts,
        )


def packet_of(row: Row) -> PacketRow:
    """Read a row of table ``packets``."""
    return PacketRow(*(_plain(value) for value in row))


def sheet_of(row: Row) -> tuple[str, int, int, str, str, str]:
    """Read a row of table ``responses``: respondent, round, seq, time, packet, told."""
    respondent, number, seq, at, packet, told = (_plain(value) for value in row)
    return respondent, number, seq, at, packet, told


def answer_of(row: Row) -> tuple[str, int, str, str]:
    """Read a row of table ``answers``: respondent, round, item, body."""
    respondent, number, item, body = (_plain(value) for value in row[:4])
    return respondent, number, item, body
