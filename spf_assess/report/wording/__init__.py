"""The sentences that follow the numbers, in words that a person can edit.

Official sentences lie in ``templates/words/en.ftl`` and ``fr.ftl`` (Project Fluent);
a country may lay its own over them. A sentence that cannot be used gives way to the
official one, and that to a plain line from the catalogue: no report fails by its words.
"""

from spf_assess.report.wording.check import WordingFault, check_words, is_words
from spf_assess.report.wording.own import differing, read_words, write_words
from spf_assess.report.wording.sentences import SENTENCES
from spf_assess.report.wording.spoken import Wording, official

__all__ = [
    "SENTENCES",
    "Wording",
    "WordingFault",
    "check_words",
    "differing",
    "is_words",
    "official",
    "read_words",
    "write_words",
]
