"""Beginning again from the last consultation, and what became of it (Paragraph 19)."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.analysis.meaning import fates, meanings
from spf_assess.analysis.trend import Trend, levels_of, reopened, trend
from spf_assess.consultation import renewing_faults as faults
from spf_assess.consultation.held import Held
from spf_assess.consultation.kept_meanings import (
    MEANINGS,
    meanings_from,
    meanings_to,
)
from spf_assess.consultation.proceedings import from_plain, to_plain
from spf_assess.files import spoken_name
from spf_assess.model import (
    Action,
    ActionStatus,
    Changes,
    Comparison,
    Constituency,
    Outcome,
    Plain,
    Preparation,
    Questionnaire,
    Role,
    Text,
)
from spf_assess.model.meaning import Fate, Meaning
from spf_assess.store import SETTINGS
from spf_assess.store.records import json_text

if TYPE_CHECKING:
    from spf_assess.consultation.opened import Consultation

BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Before:
    """What is kept of the consultation before.

    Attributes:
        id: of that consultation.
        round: its last round, from which everything here is.
        results_digest: of its results as they would be signed.
        meanings: what its questions meant, by item; empty where that is not known.
        levels: its positions by item, part and bench.
        outcomes: the rule's word by item and part.
        actions: its plan.
    """

    id: str
    title: Text
    created_at: str
    questionnaire_version: str
    round: int
    results_digest: str
    meanings: Mapping[str, Meaning]
    levels: Mapping[str, Mapping[str, Mapping[Constituency, float]]]
    outcomes: Mapping[str, Mapping[str, Outcome]]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """An action of the consultation before, and what is said of it now, if anything."""

    before: Action
    now: Action | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a consultation would take over from an earlier one.

    Attributes:
        title: of the earlier one.
        round: its last round.
        seats: how many would be invited anew.
        actions: how many there would be to follow up.
        fates: what became of every question, by item.
    """

    title: Text
    round: int
    seats: int
    actions: int
    fates: Mapping[str, Fate]


class Renewing(Held):
    """Commands on a consultation that follows another one."""

    def summary_for_next(self) -> Before:
        """Return what a later consultation keeps of this one.

        Raises:
            Problem: C-101 it is no facilitator's file.
        """
        self._check_facilitator()
        results = self.results()
        return Before(
            id=self.header.id,
            title=self.header.title,
            created_at=self.header.created_at,
            questionnaire_version=self.header.questionnaire_version,
            round=results.round,
            results_digest=self._results_digest(),
            meanings=self.kept_meanings(),
            levels=levels_of(results),
            outcomes={
                item: {part: one.outcome for part, one in by_part.items()}
                for item, by_part in results.comparisons.items()
            },
            actions=tuple(self.proceedings.standing(Action)),
        )

    def kept_meanings(self) -> dict[str, Meaning]:
        """Return what this file's questions meant when it was begun.

        Empty for a file begun before that was kept, unless its questionnaire is the one
        installed.
        """
        row = self._database.row(SETTINGS, MEANINGS)
        if row is not None:
            return meanings_from(json.loads(str(row[1])))
        if self.header.questionnaire_digest == self.questionnaire.digest:
            return meanings(self.questionnaire)
        return {}

    def keep_before(self, before: Before) -> None:
        """Keep what is needed of the consultation before.

        Raises:
            Problem: C-101, S-1xx.
        """
        self._check_facilitator()
        self._check_writable()
        text = json_text(_before_to(before))
        self._contents.write(lambda: self._database.put(SETTINGS, BEFORE, text))

    @property
    def before(self) -> Before | None:
        """What is kept of the consultation before; None where this is the first."""
        row = self._database.row(SETTINGS, BEFORE)
        return None if row is None else _before_from(json.loads(str(row[1])))

    def fates(self) -> dict[str, Fate]:
        """Return what became of every question since the consultation before.

        Raises:
            Problem: C-191 there is none before.
        """
        return fates(self._followed().meanings, meanings(self.questionnaire))

    def trend(self, round_number: int | None = None) -> tuple[Trend, ...]:
        """Return positions then and now, for questions that mean the same.

        Raises:
            Problem: C-115 there is no such round, C-191 there is none before.
        """
        followed, now = self._followed(), self.results(round_number)
        return trend(followed.levels, now, self._comparable())

    def reopened(self, round_number: int | None = None) -> tuple[Comparison, ...]:
        """Return what agreed or nearly agreed before and diverges now.

        Raises:
            Problem: C-115 there is no such round, C-191 there is none before.
        """
        followed, now = self._followed(), self.results(round_number)
        return reopened(followed.outcomes, now, self._comparable())

    def not_compared(self) -> tuple[str, ...]:
        """Return the questions that had or have positions and mean something else now.

        Raises:
            Problem: C-191 there is none before.
        """
        followed, now = self._followed(), self.results().comparisons
        return tuple(
            item
            for item, fate in self.fates().items()
            if not fate.comparable and (item in now or item in followed.levels)
        )

    def earlier_actions(self) -> tuple[FollowedUp, ...]:
        """Return each action decided before, with what is said of it now.

        Raises:
            Problem: C-191 there is none before.
        """
        now = {one.id: one for one in self.proceedings.standing(Action)}
        actions = sorted(
            self._followed().actions, key=lambda one: (one.sequence, one.id)
        )
        return tuple(FollowedUp(one, now.get(one.id)) for one in actions)

    def follow_up(
        self, action_id: str, status: ActionStatus, became: str, language: str = ""
    ) -> Changes:
        """Say what became of an action decided before.

        In another *language* than the action's own it is kept beside its words.

        Raises:
            Problem: C-101, C-191, C-192 no such action, C-121 too long, S-1xx.
        """
        self._check_facilitator()
        self._check_writable()
        found = {one.before.id: one for one in self.earlier_actions()}.get(action_id)
        if found is None:
            raise faults.no_earlier_action(action=action_id)
        present = found.now or found.before
        now = dataclasses.replace(present, status=status)
        if language and present.language and language != present.language:
            beside = {**present.translated, "became": became}
            now = dataclasses.replace(now, translated=beside)
        else:
            now = dataclasses.replace(now, became=became)
        return self.proceedings.record(now)

    def _comparable(self) -> frozenset[str]:
        return frozenset(item for item, one in self.fates().items() if one.comparable)

    def _followed(self) -> Before:
        found = self.before
        if found is None:
            raise faults.none_before()
        return found

    def _since(self) -> Plain | None:
        from spf_assess.consultation.export_decisions import since

        return None if self.before is None else since(self)

    def _results_digest(self) -> str:
        from spf_assess.consultation.signing import Signing
        from spf_assess.model import Signed

        if not isinstance(self, Signing):
            raise TypeError(type(self))
        return self.signed_digest(Signed.RESULTS)


def outlook(last: Path) -> Outlook:
    """Return what a consultation would take over from the one in *last*.

    The file is only read.

    Raises:
        Problem: C-190 it is a respondent's own file; S-1xx it cannot be opened.
    """
    with _opened(last) as old:
        kept = old.summary_for_next()
        return Outlook(
            title=kept.title,
            round=kept.round,
            seats=len(old.respondents()),
            actions=len(kept.actions),
            fates=fates(kept.meanings, meanings(old.questionnaire)),
        )


def _opened(last: Path, questionnaire: Questionnaire | None = None) -> "Consultation":
    """Open the earlier file to read it, if it is a facilitator's."""
    from spf_assess.consultation.opened import Consultation

    old = Consultation.open(last, read_only=True, questionnaire=questionnaire)
    if old.role is not Role.FACILITATOR:
        old.close()
        raise faults.not_a_facilitators(file=spoken_name(last))
    return old


def renew(
    path: Path, last: Path, *, title: Text, questionnaire: Questionnaire | None = None
) -> "Consultation":
    """Begin a consultation that follows another one.

    Country, selection, place, organizations, languages, thresholds and consent texts
    are taken over, and everybody is invited anew. The earlier file is only read.

    Raises:
        Problem: C-190 *last* is a respondent's own file; S-1xx it cannot be opened; as
            ``Consultation.create``.
    """
    from spf_assess.consultation.opened import Consultation

    with _opened(last, questionnaire) as old:
        kept = old.summary_for_next()
        seats = old.respondents()
        prepared = next(iter(old.proceedings.standing(Preparation)), None)
        header, asked = old.header, old.questionnaire
        sections = {section.id for section in asked.sections}
        chosen = tuple(one for one in header.selection.sections if one in sections)
        fresh = Consultation.create(
            path,
            title=title,
            country=header.country,
            questionnaire=asked,
            selection=dataclasses.replace(header.selection, sections=chosen),
            place=header.place,
            fictitious=header.fictitious,
        )
    try:
        fresh.keep_before(kept)
        if prepared is not None:
            fresh.proceedings.record(
                dataclasses.replace(
                    prepared, begins_on="", ends_on="", started_at="", concluded_at=""
                )
            )
        for seat in seats:
            fresh.invite(
                constituency=seat.constituency,
                kind=seat.kind,
                organization=seat.organization,
                language=seat.language,
                members=seat.members,
                women=seat.women,
                men=seat.men,
            )
    except BaseException:
        fresh.close()
        path.unlink(missing_ok=True)
        raise
    return fresh


def _before_to(before: Before) -> Plain:
    return {
        "id": before.id,
        "title": dict(before.title.by_language),
        "created_at": before.created_at,
        "questionnaire_version": before.questionnaire_version,
        "round": before.round,
        "results_digest": before.results_digest,
        "meanings": meanings_to(before.meanings),
        "levels": {
            item: {
                part: {bench.value: f"{level:g}" for bench, level in benches.items()}
                for part, benches in parts.items()
            }
            for item, parts in before.levels.items()
        },
        "outcomes": {
            item: {part: one.value for part, one in parts.items()}
            for item, parts in before.outcomes.items()
        },
        "actions": [to_plain(one) for one in before.actions],
    }


def _before_from(plain: Plain) -> Before:
    return Before(
        id=plain["id"],
        title=Text.of(**plain["title"]),
        created_at=plain["created_at"],
        questionnaire_version=plain["questionnaire_version"],
        round=plain["round"],
        results_digest=plain["results_digest"],
        meanings=meanings_from(plain["meanings"]),
        levels={
            item: {
                part: {
                    Constituency(bench): float(level)
                    for bench, level in benches.items()
                }
                for part, benches in parts.items()
            }
            for item, parts in plain["levels"].items()
        },
        outcomes={
            item: {part: Outcome(one) for part, one in parts.items()}
            for item, parts in plain["outcomes"].items()
        },
        actions=tuple(from_plain(Action, one) for one in plain["actions"]),
    )
