"""Merging the files of several facilitators of one consultation (R-304).

Regional workshops work on regional copies of one file. Merging keeps every party's
every answer and word with the file it comes from; it picks nothing and joins nothing.
What is brought in stands in one batch and can be taken back as a whole.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.consultation import merging_faults as faults
from spf_assess.consultation.contents import Contents
from spf_assess.consultation.held import Held
from spf_assess.consultation.merging_plan import Batch, MergePlan, Side, plan_between
from spf_assess.consultation.merging_run import MergeRun
from spf_assess.consultation.proceedings import CLASSES, Conflict, Entry
from spf_assess.files import spoken_name
from spf_assess.i18n import now_iso
from spf_assess.model import Changes, Problem, Recorded, Reveal
from spf_assess.store import (
    ARRIVALS,
    BATCHES,
    PROCEEDINGS,
    RESPONDENTS,
    Database,
    read_file,
)
from spf_assess.store.records import json_text, respondent_row, respondent_to_json

if TYPE_CHECKING:
    from spf_assess.consultation.importing import Importing
    from spf_assess.consultation.incoming import Incoming

MERGE = "merge"


class Merging(Held):
    """A facilitator's commands on regional copies and whole imports."""

    _importing: "Importing"

    def branch(self, path: Path, name: str) -> None:
        """Save a regional copy under another name, for a workshop elsewhere.

        The copy can invite, collect and record like this file; what it brings is told
        apart when it is merged.

        Raises:
            Problem: C-101, C-224 no name, S-120 *path* exists, F-11x, S-1xx.
        """
        from spf_assess.consultation.regional import save_branch

        self._check_facilitator()
        save_branch(self._database, path, name)

    def batches(self) -> tuple[Batch, ...]:
        """Return every import that was done as a whole, oldest first."""
        return self._side().batches()

    def origin_names(self) -> dict[str, str]:
        """Return what the files are called that something here came from, by origin."""
        return self._side().names()

    def packet_origins(self) -> dict[str, str]:
        """Return of which file each packet was merged that did not come in here.

        By digest, as ids of files; ``origin_names`` has what they are called.
        """
        merged = {
            row[0]: str(row[3]) for row in self._database.rows(ARRIVALS) if row[3]
        }
        return {
            digest: merged[one.number]
            for digest, one in self._contents.packets.items()
            if one.number in merged
        }

    def entry_origins(self) -> Counter[str]:
        """Return how many entries of the meeting each file recorded, by its id."""
        return Counter(
            entry.origin
            for kind in CLASSES.values()
            for entry in self.proceedings.entries(kind)
        )

    def contradictions(self) -> tuple[Conflict[Recorded], ...]:
        """Return what files recorded differently, also where this file's word counts.

        Two moments at which something was shown do not contradict each other.
        ``Proceedings.conflicts`` has those of them that nobody settled here.
        """
        found: dict[tuple[str, str], list[Entry[Recorded]]] = {}
        for kind in CLASSES.values():
            if kind is Reveal:
                continue
            for entry in self.proceedings.entries(kind):
                found.setdefault((kind.KIND, entry.value.id), []).append(entry)
        return tuple(
            Conflict(tuple(group))
            for group in found.values()
            if any(one.value != group[0].value for one in group)
        )

    def is_region(self, path: Path) -> bool:
        """Whether a file is another facilitator's of this very consultation."""
        try:
            with self._other(path):
                return True
        except Problem:
            return False

    def plan_merge(self, path: Path) -> MergePlan:
        """Say what another facilitator's file would bring, and change nothing.

        Raises:
            Problem: C-101; C-220 a respondent's file, C-221 another consultation, C-222
                other questions, C-223 this very file, C-225 damaged; S-1xx it cannot be
                read.
        """
        self._check_facilitator()
        self._contents.refresh()
        with self._other(path) as other:
            return plan_between(self._side(), other)

    def begin_merge(self, path: Path) -> MergeRun:
        """Begin to bring another facilitator's file in; the caller closes what it gets.

        Raises:
            Problem: as ``plan_merge``.
        """
        self._check_facilitator()
        self._check_writable()
        self._contents.refresh()
        return MergeRun(self._side(), self._region(path), self._bring)

    def merge(
        self,
        path: Path,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[MergePlan, Changes]:
        """Bring everything of another facilitator's file in, in one transaction.

        *progress* is told how many of how many packets are read; when *cancelled* says
        so, nothing is brought in at all.

        Raises:
            Problem: as ``plan_merge``; C-228 it was cancelled, S-1xx this file could
                not be written. Nothing was changed then.
        """
        with self.begin_merge(path) as run:
            progress(0, run.of)
            more = bool(run.of)
            while more and not cancelled():
                more = run.step()
                progress(run.done, run.of)
            if cancelled():
                raise faults.cancelled(file=run.plan.file_name)
            return run.plan, run.finish()

    def undo_import(self, number: int) -> Changes:
        """Take a whole import back; what it brought stays in the journal.

        Its packets are kept aside and can be brought in again.

        Raises:
            Problem: C-101, C-226 there is no such import or it was taken back, S-1xx.
        """
        from spf_assess.consultation.regional import take_back

        self._check_facilitator()
        self._check_writable()
        self._contents.refresh()
        batch = next((one for one in self.batches() if one.number == number), None)
        if batch is None or batch.undone_at:
            raise faults.no_such_import(number=number)
        try:
            take_back(self._contents, self._importing, batch)
        finally:
            self.proceedings.forget()
        return Changes(
            respondents=frozenset(self._contents.seats),
            packets=True,
            recorded=frozenset(CLASSES),
        )

    # inside

    def _side(self) -> Side:
        return Side(self._database, self._contents)

    @contextmanager
    def _other(self, path: Path) -> Iterator[Side]:
        other = self._region(path)
        try:
            yield other
        finally:
            other.database.close()

    def _region(self, path: Path) -> Side:
        """Return another facilitator's file, open; it can be merged."""
        database = read_file(path)
        try:
            _check_readable(database, spoken_name(path))
            other = Side(database, Contents(database))
            self._check_other(other, spoken_name(path))
        except BaseException:
            database.close()
            raise
        return other

    def _check_other(self, other: Side, name: str) -> None:
        ours, theirs = self.header, other.contents.header
        if other.contents.role is not self.role:
            raise faults.not_a_facilitators(file=name)
        if theirs.id != ours.id:
            raise faults.another_consultation(file=name)
        if theirs.questionnaire_digest != ours.questionnaire_digest:
            raise faults.other_questions(file=name)
        if self.path.exists() and self.path.samefile(other.path):
            raise faults.same_file(file=name)

    def _bring(self, plan: MergePlan, incoming: "list[Incoming]") -> Changes:
        from spf_assess.consultation.importing import next_batch

        contents, database, at = self._contents, self._database, now_iso()
        number = next_batch(database)
        last = max((seat.position for seat in contents.seats.values()), default=0)
        here = self._side().stands()

        def work() -> None:
            database.put(BATCHES, number, at, MERGE, json_text(_told(plan)), "")
            for place, seat in enumerate(plan.seats, start=last + 1):
                database.put(RESPONDENTS, *respondent_row(seat, place, ""))
                after = respondent_to_json(seat)
                database.note(at, "merged", respondent=seat.id, after=after)
            for one in plan.statements:
                before = here.get(one.key)
                database.put(PROCEEDINGS, *one.key, one.body, one.changed_at, number)
                database.note(
                    at,
                    "merged",
                    before="" if before is None else json_text([*one.key, *before]),
                    after=json_text([*one.key, one.body, one.changed_at]),
                    entry=number,
                )
            contents.reload()  # the packets of new seats find their places
            self._importing.take_together(incoming, number, plan.origin)

        try:
            contents.write(work)
        finally:
            contents.reload()
            contents.forget_all()
            self.proceedings.forget()
        return Changes(
            respondents=frozenset(contents.seats),
            packets=bool(plan.packets),
            recorded=frozenset(one.kind for one in plan.statements),
        )


def _check_readable(database: Database, name: str) -> None:
    if database.damaged:
        raise faults.damaged(file=name)
    if database.read_only_because is not None:  # of a newer version
        raise database.read_only_because.told()


def _told(plan: MergePlan) -> dict[str, object]:
    return {
        "file": plan.file_name,
        "origin": plan.origin,
        "name": plan.name,
        "names": dict(plan.names),
        "seats": [one.id for one in plan.seats],
        "packets": list(plan.packets),
    }
