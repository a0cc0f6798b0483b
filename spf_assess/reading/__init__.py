"""Reading aids: search, glossary, and which question asks about which paragraph."""

from spf_assess.reading.glossary import Glossary, Term, Usage, Word, load_glossary
from spf_assess.reading.glossary_check import check_glossary
from spf_assess.reading.index import IndexRow, ParagraphIndex
from spf_assess.reading.search import Found, Hit, How, Kind, Run, Search
from spf_assess.reading.whole_check import check_folder

__all__ = [
    "Found",
    "Glossary",
    "Hit",
    "How",
    "IndexRow",
    "Kind",
    "ParagraphIndex",
    "Run",
    "Search",
    "Term",
    "Usage",
    "Word",
    "check_folder",
    "check_glossary",
    "load_glossary",
]
