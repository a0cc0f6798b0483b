"""The one-file verifier says what the program says: its French is the catalogue's."""

import pytest

from spf_assess.exchange import verify_report
from spf_assess.exchange.verify_report import Finding, sentence
from spf_assess.i18n import Words

FACTS = {
    "detail": "PDF",
    "title": {"en": "Coresia", "fr": "Corésie"},
    "round": 2,
    "at": "2027-03-30T09:00:00Z",
    "tool": "1.0",
    "digest": "0" * 64,
    "file": "results.json",
    "place": "3a.1 (law)",
    "number": 2,
    "group": "workers",
}


@pytest.mark.parametrize("code", verify_report.ENGLISH)
def test_both_say_the_same(code):
    one = Finding(code, "told", FACTS)
    for language in ("en", "fr"):
        facts = verify_report.facts(one, language)
        said = Words(language)(verify_report.ENGLISH[code], **facts)
        assert said == sentence(one, language)
