"""The questionnaire with the national pack that a file or an invitation carries.

The whole pack is kept in the file and travels inside each invitation, so that those who
answer need nothing but their invitation, and a file is read as it was begun, whatever
becomes of the pack's folder.
"""

from typing import TYPE_CHECKING

from spf_assess.consultation import faults
from spf_assess.model import LANGUAGES, Problem, Questionnaire, Text
from spf_assess.store import SETTINGS, Database

if TYPE_CHECKING:
    from spf_assess.exchange import Invitation

PACK = "pack"


def keep_pack(database: Database, questionnaire: Questionnaire) -> None:
    """Put the pack of *questionnaire* into a new file, if it has one."""
    if questionnaire.pack is not None:
        document = questionnaire.pack.document.decode()
        database.put(SETTINGS, PACK, document)


def kept_pack(database: Database) -> bytes:
    """Return the document of the pack in a file; empty where there is none."""
    row = database.row(SETTINGS, PACK)
    return b"" if row is None else str(row[1]).encode("utf-8", "replace")


def with_kept_pack(database: Database, questionnaire: Questionnaire) -> Questionnaire:
    """Return *questionnaire* with the pack in a file.

    Where the pack cannot be laid over the questionnaire that is installed, that one
    comes back as it is; its digest then shows that the file asks something else.
    """
    document = kept_pack(database)
    if not document or questionnaire.pack is not None:
        return questionnaire
    try:
        return _laid_over(questionnaire, document, database.path.name)
    except Problem:
        return questionnaire


def with_sent_pack(
    invitation: "Invitation", questionnaire: Questionnaire
) -> Questionnaire:
    """Return *questionnaire* with the pack that an invitation carries.

    Raises:
        Problem: C-112 the invitation is for another questionnaire, C-119 its pack
            cannot be used.
    """
    header = invitation.header
    if header.questionnaire_digest == questionnaire.digest:
        return questionnaire
    asked = header.questionnaire_id, header.questionnaire_version
    adapted = questionnaire
    if asked == (questionnaire.id, questionnaire.version) and invitation.pack:
        try:
            adapted = _laid_over(questionnaire, invitation.pack, PACK)
        except Problem as problem:
            raise faults.pack_not_usable(
                detail=_in_every_language(problem)
            ) from problem
    if header.questionnaire_digest != adapted.digest:
        raise faults.invited_to_other_forms(
            version=header.questionnaire_version, installed=questionnaire.version
        )
    return adapted


def _laid_over(
    questionnaire: Questionnaire, document: bytes, name: str
) -> Questionnaire:
    from spf_assess.questionnaire.packs import read_document, with_pack

    return with_pack(questionnaire, read_document(document, name))


def _in_every_language(problem: Problem) -> Text:
    from spf_assess.i18n import Words

    return Text.of(
        **{language: Words(language).tell(problem) for language in LANGUAGES}
    )
