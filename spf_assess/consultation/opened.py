"""The open consultation: how it is begun and opened, with all its commands."""

import dataclasses
from functools import partial
from pathlib import Path
from typing import Unpack

from spf_assess.consultation import faults
from spf_assess.consultation.collecting_faults import held_sheet
from spf_assess.consultation.commands import Facilitating, Responding
from spf_assess.consultation.deciding import Deciding
from spf_assess.consultation.discussing import Discussing
from spf_assess.consultation.exporting import Exporting
from spf_assess.consultation.left_open import LeftOpen
from spf_assess.consultation.merging import Merging
from spf_assess.consultation.preparing import Preparing
from spf_assess.consultation.remarking import Remarking
from spf_assess.consultation.renewing import Renewing
from spf_assess.consultation.safekeeping import Safekeeping
from spf_assess.consultation.signing import Signing
from spf_assess.consultation.unrecorded import Unrecorded
from spf_assess.model import (
    About,
    Constituency,
    Header,
    Questionnaire,
    Respondent,
    RespondentKind,
    Selection,
    Text,
)
from spf_assess.store import Database, Watch, backups, open_file, read_file
from spf_assess.store.checking import deciding

SELF_ASSESSMENT = Text.of(en="Self-assessment", fr="Auto-évaluation")
UNNAMED = Text.of(en="Country not named", fr="Pays non nommé")


class Consultation(
    Responding,
    Facilitating,
    Preparing,
    LeftOpen,
    Discussing,
    Deciding,
    Signing,
    Remarking,
    Renewing,
    Merging,
    Unrecorded,
    Safekeeping,
    Exporting,
):
    """One open file: a facilitator's consultation or a respondent's own response.

    Every command is written to the file before it returns, or raises a Problem and has
    changed nothing.
    """

    @classmethod
    def create(  # noqa: PLR0913 - each says one thing about the consultation
        cls,
        path: Path,
        *,
        title: Text,
        country: Text,
        questionnaire: Questionnaire | None = None,
        selection: Selection = Selection(),  # noqa: B008 - frozen
        place: str = "",
        fictitious: bool = False,
    ) -> "Consultation":
        """Make a facilitator's file with an id, a key and an open first round.

        Raises:
            Problem: S-120 *path* exists, S-1xx or F-111 it cannot be made, C-117 and
                C-118 title, country or place is too long or blank.
        """
        from spf_assess.consultation.beginning import begin_consultation

        asked = questionnaire or _installed()
        header = dataclasses.replace(
            _blank_header(title, country),
            selection=selection,
            place=place,
            fictitious=fictitious,
        )
        return cls(begin_consultation(path, header, asked), asked)

    @classmethod
    def open(  # noqa: PLR0913 - each says one thing about how
        cls,
        path: Path,
        *,
        read_only: bool = False,
        questionnaire: Questionnaire | None = None,
        held: bool = False,
        back_up: bool = True,
        watch: Watch | None = None,
        later: bool = False,
    ) -> "Consultation":
        """Open a file; a damaged, newer or unfitting one for reading only.

        *read_only* takes no lock: another process may have the file open. *held* opens
        an answer sheet that is kept behind a PIN; its consultation alone does that.
        With *back_up* a backup is made first if one is due; it may take a while.
        *watch* is told how far the checking of a large file is, and may raise to leave
        off. With *later* a large file that is read only is not checked yet: nothing of
        it may be shown or written before ``checking`` has done that.

        Raises:
            Problem: C-149 it is such a sheet, S-101 to S-109, S-111, S-127 it cannot be
                opened.
        """
        asked = questionnaire or _installed()
        if read_only:
            found = read_file(path, watch, later=later)
        else:
            found = open_file(path, watch)
        opened = cls._over(found, asked, watch)
        if opened.held and not held:
            opened.close()
            raise held_sheet(path)
        if opened.header.questionnaire_digest == opened.questionnaire.digest:
            if back_up and opened.backup_is_due():
                opened.back_up(backups.OPENED)
            return opened
        if not opened.read_only:
            opened.close()
            opened = cls._over(read_file(path, watch), asked, watch)
        opened.read_only_because = opened.read_only_because or faults.other_forms(path)
        return opened

    @classmethod
    def _over(
        cls,
        database: Database,
        questionnaire: Questionnaire,
        watch: Watch | None = None,
    ) -> "Consultation":
        """Return the consultation in an open file, which is closed if there is none."""
        from spf_assess.consultation.adapting import with_kept_pack

        try:
            # everything is checked by now, but there are thousands of seats to read
            with (
                deciding(database.checking),
                database.giving_turns(watch and partial(watch, 1, 1)),
            ):
                return cls(database, with_kept_pack(database, questionnaire))
        except (LookupError, TypeError, ValueError) as error:
            # Rows whose hashes hold are as written; only a newer file can say what
            # this program does not understand.
            database.close()
            if database.read_only_because is None:
                raise
            raise database.read_only_because.told() from error
        except BaseException:
            database.close()
            raise

    @classmethod
    def accept(
        cls,
        path: Path,
        invitation: bytes,
        *,
        questionnaire: Questionnaire | None = None,
    ) -> "Consultation":
        """Make a respondent's own file from the bytes of an invitation.

        Raises:
            Problem: X-1xx the invitation cannot be read, C-112 it is for another
                questionnaire, C-119 its national pack cannot be used, S-120 *path*
                exists, S-1xx the file cannot be made.
        """
        from spf_assess.consultation.beginning import begin_response

        asked = questionnaire or _installed()
        return cls(*begin_response(path, invitation, asked))

    @classmethod
    def alone(  # noqa: PLR0913 - each says one thing about the consultation
        cls,
        path: Path,
        *,
        constituency: Constituency,
        kind: RespondentKind = RespondentKind.PERSON,
        title: Text = SELF_ASSESSMENT,
        country: Text = UNNAMED,
        selection: Selection = Selection(),  # noqa: B008 - frozen
        questionnaire: Questionnaire | None = None,
        **about: Unpack[About],
    ) -> "Consultation":
        """Make the file of a self-assessment that nobody invited to.

        Raises:
            Problem: S-120 *path* exists, S-1xx it cannot be made, C-106.
        """
        from spf_assess.consultation.beginning import begin_alone

        asked = questionnaire or _installed()
        header = dataclasses.replace(_blank_header(title, country), selection=selection)
        respondent = Respondent("", constituency, kind, **about)
        return cls(begin_alone(path, header, respondent, asked), asked)


def _installed() -> Questionnaire:
    from spf_assess.questionnaire import load_questionnaire

    return load_questionnaire()


def _blank_header(title: Text, country: Text) -> Header:
    return Header(
        id="",
        title=title,
        country=country,
        questionnaire_id="",
        questionnaire_version="",
        questionnaire_digest="",
        selection=Selection(),
        created_at="",
        public_key="",
    )
