"""The consent texts that an invitation brought, kept in the respondent's own file."""

import json

from spf_assess.exchange import Invitation
from spf_assess.model import EMPTY, Text
from spf_assess.store import SETTINGS, Database
from spf_assess.store.records import json_text

CONSENTS, RECORD = "consents", "open_record"


def keep_consents(database: Database, invitation: Invitation) -> None:
    """Put what an invitation says of being named and quoted into a new file."""
    texts = invitation.consent_named, invitation.consent_quoted
    if any(any(one.by_language.values()) for one in texts):
        named, quoted = (dict(one.by_language) for one in texts)
        database.put(SETTINGS, CONSENTS, json_text({"named": named, "quoted": quoted}))
    if invitation.open_record:
        database.put(SETTINGS, RECORD, "1")


def kept_record(database: Database) -> bool:
    """Return whether the invitation told of an open record."""
    return database.row(SETTINGS, RECORD) is not None


def kept_consents(database: Database) -> tuple[Text, Text]:
    """Return the texts on being named and quoted; empty for the program's own."""
    row = database.row(SETTINGS, CONSENTS)
    if row is None:
        return EMPTY, EMPTY
    plain = json.loads(str(row[1]))
    return Text.of(**plain["named"]), Text.of(**plain["quoted"])
