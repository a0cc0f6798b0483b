"""Counts of what was said, kept in the file in the same transaction as the answers.

So positions and the board cost the same with nine respondents and with ten thousand.
The counts follow from the answers and can be made again from them at any time; a file
that has none yet (of the first version), or is damaged, is counted from its answers.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from spf_assess.consultation.contents import Contents, Place
from spf_assess.model import (
    Constituency,
    Questionnaire,
    RespondentKind,
    Response,
    Selection,
    answer_from_plain,
)
from spf_assess.store import (
    ANSWERS,
    COUNTS,
    RESPONSES,
    SETTINGS,
    STANDINGS,
    Database,
    records,
)

if TYPE_CHECKING:
    from spf_assess.analysis.counts import Count, Counting, Gathered
    from spf_assess.analysis.relevance import Asking
    from spf_assess.model import Item

COUNTED = "counted"  # the setting that says that a file's counts are whole
_MOST_DONE = 10_000
_WAY, _RATINGS_ALONE = "2", "1"  # the way of counting, and what an earlier one lacks


def begin_counting(database: Database) -> None:
    """Say in a new file that its counts are whole; only within a transaction."""
    database.put(SETTINGS, COUNTED, _WAY)


class Tallies:
    """The counts of one file."""

    def __init__(self, contents: Contents, questionnaire: Questionnaire) -> None:
        self._contents = contents
        self._database = contents.database
        self._questionnaire = questionnaire
        self._counts: dict[int, Counter[Count]] = {}
        self._standings: dict[Place, tuple[int, int]] | None = None
        self._version = -1
        # Whether parts answer a question; the parts are kept, that none takes their id.
        self._done: dict[tuple[str, int], tuple[object, bool]] = {}
        self._made: tuple[Counting, Asking] | None = None
        self._made_for: Selection | None = None
        # By round, what is less and what is more than there was.
        self._delta: dict[int, tuple[Gathered, Gathered]] = {}
        self._unsure = False  # counts were written in a transaction that may fail yet
        self._changed: dict[Place, tuple[int, int] | None] = {}

    @property
    def whole(self) -> bool:
        """Whether the file's counts can be relied upon for positions."""
        return self._way in (_WAY, _RATINGS_ALONE)

    @property
    def full(self) -> bool:
        """Whether everything is counted that is told of members as numbers."""
        return self._way == _WAY

    @property
    def _way(self) -> str:
        if self._database.damaged:
            return ""
        row = self._database.row(SETTINGS, COUNTED)
        return "" if row is None else str(row[1])

    def counts(self, round_number: int) -> "Counter[Count]":
        """Return how many said what in one round."""
        self._renew()
        if round_number not in self._counts:
            self._counts[round_number] = self._read(round_number)
        return self._counts[round_number]

    def standings(self) -> Mapping[Place, tuple[int, int]]:
        """Return of each response how many questions it answered, of how many."""
        return self._read_standings()

    def _read_standings(self) -> dict[Place, tuple[int, int]]:
        self._renew()
        if self._standings is None:
            rows = cast(
                "Iterator[tuple[str, int, int, int]]", self._database.rows(STANDINGS)
            )
            self._standings = {
                (who, number): (answered, asked)
                for who, number, answered, asked in rows
            }
        return self._standings

    def note(self, place: Place, old: Response | None, new: Response | None) -> None:
        """Take a response in place of another one; written by ``flush``."""
        from spf_assess.analysis.counts import Gathered

        if place[1] not in self._delta:
            self._delta[place[1]] = Gathered(), Gathered()
        less, more = self._delta[place[1]]
        if old is not None:
            self._counting.gather(old, less)
        if new is None:
            self._changed[place] = None
            return
        asked = self._asked(new)
        self._counting.gather(new, more, asked=asked)
        self._changed[place] = self._standing_of(new, asked)

    def start(self) -> None:
        """Begin within a transaction; what one that failed had noted is forgotten."""
        self._delta, self._changed = {}, {}
        if self._unsure:
            self._counts, self._standings = {}, None
        self._unsure = False

    def take_over(self) -> None:
        """Rely on what was written: the transaction went through."""
        self._unsure = False

    def flush(self) -> None:
        """Write what was noted; only within a transaction."""
        noted, changed = self._delta, self._changed
        self._delta, self._changed = {}, {}
        if not noted and not changed:
            return
        self._unsure = True
        if not self.full:
            self._count_anew()
            return
        for number, (less, more) in noted.items():
            delta, present = more.counts(), self.counts(number)
            delta.subtract(less.counts())
            for one, by in delta.items():
                if by:
                    self._database.give_turn()
                    present[one] += by
                    self._put(number, one, present[one])
        self._put_standings(changed)

    # inside

    @property
    def _counting(self) -> "Counting":
        return self._ways()[0]

    def _asked(self, response: Response) -> "tuple[Item, ...]":
        who = response.respondent
        return self._ways()[1].asked(who.constituency, response.answers)

    def _ways(self) -> "tuple[Counting, Asking]":
        """Return what counts and what asks; others, once something else is asked."""
        from spf_assess.analysis.counts import Counting
        from spf_assess.analysis.relevance import Asking

        selection = self._contents.header.selection
        if self._made is None or self._made_for != selection:
            self._made_for = selection
            self._made = (
                Counting(self._questionnaire, selection),
                Asking(self._questionnaire, selection),
            )
        return self._made

    def _put_standings(self, changed: Mapping[Place, tuple[int, int] | None]) -> None:
        known, fresh = self._read_standings(), []
        for place, standing in changed.items():
            if standing is None:
                self._database.remove(STANDINGS, *place)
                known.pop(place, None)
                continue
            if place in known:
                self._database.put(STANDINGS, *place, *standing)
            else:
                fresh.append((*place, *standing))
            known[place] = standing
        self._database.put_new(STANDINGS, fresh)

    def _renew(self) -> None:
        """Let go of what was read before the file was read anew."""
        if self._version != self._contents.version:
            self._version = self._contents.version
            self._counts, self._standings = {}, None

    def _read(self, round_number: int) -> "Counter[Count]":
        from spf_assess.analysis.counts import Count, Counted

        what = {one.value: one for one in Counted}
        benches = {one.value: one for one in Constituency}
        kinds = {one.value: one for one in RespondentKind}
        return Counter(
            {
                Count(
                    what[str(row[1])],
                    str(row[2]),
                    str(row[3]),
                    benches[str(row[4])],
                    kinds[str(row[5])],
                    str(row[6]),
                    str(row[7]),
                ): int(row[8])
                for row in self._database.rows(COUNTS, round_number)
            }
        )

    def _put(self, number: int, one: "Count", times: int) -> None:
        key = (
            number,
            one.what.value,
            one.item,
            one.part,
            one.constituency.value,
            one.kind.value,
            one.said,
            one.grade,
        )
        if times:
            self._database.put(COUNTS, *key, times)
        else:
            self._database.remove(COUNTS, *key)

    def _count_anew(self) -> None:
        """Count every response as it stands in the file, within a transaction."""
        self._counts, self._standings = {}, None
        for row in list(self._database.rows(COUNTS)):
            self._database.remove(COUNTS, *row[: COUNTS.key])
        for row in list(self._database.rows(STANDINGS)):
            self._database.remove(STANDINGS, *row[: STANDINGS.key])
        found: dict[int, Counter[Count]] = {}
        for row in list(self._database.rows(RESPONSES)):
            who, number, seq, at, packet, told = records.sheet_of(row)
            respondent = records.respondent_from_json(told)
            if not packet or respondent is None:
                continue
            answers = {
                item: answer_from_plain(json.loads(body))
                for _, _, item, body in (
                    records.answer_of(line)
                    for line in self._database.rows(ANSWERS, who, number)
                )
            }
            response = Response(respondent, number, answers, seq, at)
            asked = self._asked(response)
            counted = self._counting.of(response, asked=asked)
            found.setdefault(number, Counter()).update(counted)
            standing = self._standing_of(response, asked)
            self._database.put(STANDINGS, who, number, *standing)
        for number, counted in found.items():
            for one, times in counted.items():
                self._put(number, one, times)
        begin_counting(self._database)

    def _standing_of(
        self, response: Response, asked: "tuple[Item, ...]"
    ) -> tuple[int, int]:
        """Return how many questions are answered, of how many that are asked."""
        from spf_assess.analysis import answered

        answers, bench = response.answers, response.respondent.constituency
        done = 0
        for item in asked:
            answer = answers.get(item.id)
            if answer is None:
                continue
            if not bench.rates:
                done += answered(item, answer, bench)
                continue
            key = (item.id, id(answer.parts))  # packets share what they say alike
            if key not in self._done:
                if len(self._done) >= _MOST_DONE:
                    self._done.clear()
                self._done[key] = (answer.parts, answered(item, answer, bench))
            done += self._done[key][1]
        return done, len(asked)
