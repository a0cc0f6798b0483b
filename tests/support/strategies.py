"""Hypothesis strategies for the domain's values, shared by every property test.

Texts are as wild as a person's clipboard but clean, as the store and the packets keep
them; ``wild_texts`` are what a clipboard really holds.
"""

from hypothesis import strategies as st

from spf_assess.exchange import clean_line, clean_text
from spf_assess.model import (
    LANGUAGES,
    NAME_LIMIT,
    STATED,
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    Header,
    PartAnswer,
    Respondent,
    RespondentKind,
    Response,
    Selection,
    Text,
)

# Lone surrogates are refused with a sentence; tests of that name them one by one.
wild_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def hexadecimal(digits: int) -> st.SearchStrategy[str]:
    return st.text("0123456789abcdef", min_size=digits, max_size=digits)


def texts(most: int = 60) -> st.SearchStrategy[str]:
    """Clean texts of several lines."""
    return (
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=most)
        .map(clean_text)
        .filter(lambda text: len(text) <= most)
    )


def lines(most: int = NAME_LIMIT, least: int = 0) -> st.SearchStrategy[str]:
    """Clean texts of one line: names, titles."""
    return (
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=min(most, 40))
        .map(clean_line)
        .filter(lambda text: least <= len(text) <= most)
    )


decimals = st.one_of(
    st.just(""),
    st.integers(-999, 10**9).map(str),
    st.decimals(0, 10**6, places=2, allow_nan=False).map(str),
)
figures = st.builds(
    Figure,
    women=decimals,
    men=decimals,
    total=decimals,
    year=st.sampled_from(["", "2024", "2023/24"]),
    source=texts(20),
    note=texts(20),
    no_sex_reason=texts(20),
)
names = st.from_regex(r"[a-z]{1,10}(_[a-z]{1,8})?", fullmatch=True)
values = st.one_of(
    st.integers(1, 4),
    texts().filter(bool),
    st.lists(names, min_size=1, max_size=6, unique=True).map(tuple),
    figures.filter(lambda figure: figure != Figure()),
)
part_answers = st.one_of(
    st.builds(PartAnswer, value=values, reason=texts(20)),
    st.builds(
        PartAnswer, value=st.none(), no_answer=st.sampled_from(STATED), reason=texts(20)
    ),
)
sources = st.builds(
    Evidence,
    kind=st.sampled_from(EvidenceKind),
    grade=st.sampled_from(Grade),
    title=texts(30),
    place=texts(10),
    date=st.sampled_from(["", "2024", "2024-05-01"]),
    who=texts(20),
    figure=st.none() | figures,
)
item_ids = st.from_regex(r"[1-9][0-9]?[a-r]\.[0-9]{1,2}", fullmatch=True)


def answers(items: st.SearchStrategy[str] = item_ids) -> st.SearchStrategy[Answer]:
    """Answers to any item, not empty; whether they fit a questionnaire is open."""
    return st.builds(
        Answer,
        item=items,
        parts=st.dictionaries(names, part_answers, max_size=4),
        specify=texts(20),
        comment=texts(),
        evidence=st.lists(sources, max_size=3).map(tuple),
        follow_ups=st.dictionaries(
            st.sampled_from([f"F{number}" for number in range(1, 11)]),
            texts(20).filter(bool),
            max_size=3,
        ),
        flagged=st.booleans(),
        minority=texts(20),
    ).filter(lambda answer: not answer.empty)


@st.composite
def respondents(draw: st.DrawFn) -> Respondent:
    kind = draw(st.sampled_from(RespondentKind))
    members = 1 if kind is RespondentKind.PERSON else draw(st.integers(1, 40))
    women = draw(st.integers(0, members))
    return Respondent(
        id=draw(hexadecimal(32)),
        constituency=draw(st.sampled_from(Constituency)),
        kind=kind,
        name=draw(lines()),
        organization=draw(lines()),
        language=draw(st.sampled_from(LANGUAGES)),
        members=members,
        women=women,
        men=draw(st.integers(0, members - women)),
        consent_named=draw(st.booleans()),
        consent_quoted=draw(st.booleans()),
    )


moments = st.datetimes().map(
    lambda moment: f"{moment.replace(microsecond=0).isoformat()}Z"
)
responses = st.builds(
    Response,
    respondent=respondents(),
    round=st.integers(1, 99),
    answers=st.lists(answers(), max_size=4).map(
        lambda given: {answer.item: answer for answer in given}
    ),
    seq=st.integers(1, 1000),
    handed_in_at=moments,
)
selections = st.builds(
    Selection,
    form=st.sampled_from(["core", "full"]),
    sections=st.lists(names, max_size=5, unique=True).map(tuple),
)
headers = st.builds(
    Header,
    id=hexadecimal(32),
    title=st.builds(Text.of, en=lines(least=1), fr=lines()),
    country=st.builds(Text.of, en=lines(), fr=lines(least=1)),
    questionnaire_id=st.just("r202"),
    questionnaire_version=st.sampled_from(["1", "1.2", "2026-11"]),
    questionnaire_digest=hexadecimal(64),
    selection=selections,
    created_at=moments,
    public_key=st.just(""),  # the test puts in the key it signs with
    place=lines(),
    fictitious=st.booleans(),
)

__all__ = [
    "answers",
    "decimals",
    "figures",
    "headers",
    "hexadecimal",
    "item_ids",
    "lines",
    "moments",
    "names",
    "part_answers",
    "respondents",
    "responses",
    "selections",
    "sources",
    "texts",
    "values",
    "wild_texts",
]
