"""Holding the counts kept in a file against its answers."""

from spf_assess.analysis import compute, progress
from spf_assess.analysis.counts import Counting
from spf_assess.consultation import Consultation
from spf_assess.store import COUNTS


def check(file: Consultation) -> None:
    """Hold what is counted against the answers themselves."""
    assert file._tallies.whole
    assert file.results() == compute(
        file.questionnaire, file.selection, file.responses()
    )
    counting = Counting(file.questionnaire, file.selection)
    assert +file._tallies.counts(1) == counting.of_all(file.responses(1))
    for row in file.board():
        found = progress(
            file.questionnaire,
            file.selection,
            row.respondent.constituency,
            file.response(row.respondent.id).answers,
        )
        assert (row.answered, row.asked) == (found.answered, found.asked)
    rows = list(file._database.rows(COUNTS))
    assert all(row[-1] > 0 for row in rows)
