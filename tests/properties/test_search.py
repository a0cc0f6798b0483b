"""Whatever is typed, searching never raises and never leads astray."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spf_assess.questionnaire import load_questionnaire, load_recommendation
from spf_assess.reading import Search, load_glossary

WORDS = st.sampled_from(
    [
        "floor",
        "socle",
        "pérennité",
        "OR",
        "AND",
        "NOT",
        "NEAR(",
        '"',
        "*",
        "^",
        ":",
        "3(",
    ]
)


@pytest.fixture(scope="module")
def search():
    with Search(load_questionnaire(), load_recommendation(), load_glossary()) as opened:
        yield opened


@given(text=st.text() | st.lists(WORDS | st.text(max_size=4)).map(" ".join))
def test_any_text_can_be_asked_for(search, text):
    for language in ("en", "fr"):
        hits = search.find(text, language).hits
        assert len({(hit.kind, hit.id) for hit in hits}) == len(hits)
        for hit in hits:
            assert all(run.text for run in (*hit.title, *hit.snippet))


@given(data=st.data())
def test_every_word_of_the_recommendation_leads_to_where_it_stands(search, data):
    provisions = [
        one for one in load_recommendation().provisions if one.reference is not None
    ]
    provision = data.draw(st.sampled_from(provisions))
    language = data.draw(st.sampled_from(["en", "fr"]))
    words = [word for word in provision.text[language].split() if len(word) > 5]
    word = data.draw(st.sampled_from(words))
    ids = {hit.id for hit in search.find(word, language).hits}
    assert str(provision.reference) in ids
