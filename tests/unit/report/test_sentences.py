"""Sentences about results: the count first, neutral, right in both languages."""

import re
from types import MappingProxyType

import pytest
from support.spoken import REASONS, desk, findings, numbered, position
from support.standing import standing

from spf_assess.analysis.positions import compare
from spf_assess.model import BENCHES, Gap, NoAnswer, Outcome, Results
from spf_assess.questionnaire import load_questionnaire
from spf_assess.report.sentences import (
    finding,
    gap_sentence,
    outcomes_sentences,
    unsupported_sentence,
)

GOVERNMENT, EMPLOYERS, WORKERS = BENCHES
COUNTS = [(0, 0, 2), (1, 0, 0), (22, 0, 0), (0, 1, 0), (15, 6, 0), (0, 0, 1)]
COUNTS += [(0, 5, 3), (1, 1, 1), (15, 6, 1), (2, 0, 1)]
# What no sentence may hold, whatever is put into it.
WRONG = {
    "en": re.compile(
        r"  | [,.;:)]|\( |\b(a|an) (employers|all)\b|[{}$]|\.\.|\b1 sections"
    ),
    "fr": re.compile(
        r"  | [,.)]|\( |[^\u00a0][;:?!]|[{}$]|\.\.|\b(de les|de le|à les|à le|que ils?"
        r"|que elles?|de un|si ils?|le un|ne a|ne ont|se es)\b|\b[01] sections\b"
    ),
}
GOVERNMENT_ALONE = re.compile(
    r"\b[Ll]e gouvernement"
    r" (indiquent|se situent|n'ont|ne savent|jugent|préfèrent|étaient)"
    r"|\b[Ll]es (employeurs|travailleurs)"
    r" (indique|se situe|n'a|ne sait|juge|préfère|était)\b"
    r"|\bGovernment (state|place|do|find|prefer|were)\b"
    r"|(?<!and )\b(Employers|Workers) (states|places|does|finds|prefers|was)\b"
)


# A noun after a number that does not fit it; French counts 0 as one.
NOUNS = {
    "en": (
        "sections?|positions?|actions?|figures?|questions?|levels?|women|woman|men"
        "|man|people|person|parts? of"
    ),
    "fr": (
        "sections?|positions?|actions?|chiffres?|questions?|niveaux?|femmes?|hommes?"
        "|personnes?|parties?|basses?|hautes?|inchangées?"
    ),
}
SINGULAR = {"woman", "man", "person", "part of", "niveau"}
PLURAL = {"women", "men", "people", "parts of"}


@pytest.fixture(scope="module")
def tables():
    return {one: desk(one) for one in ("en", "fr")}


@pytest.mark.parametrize(
    ("levels", "english", "french"),
    [
        (
            (3, 3, 3),
            "In law, the three groups agree on level 3 (convergence).",
            "En droit, les trois groupes concordent sur le niveau 3 (convergence).",
        ),
        (
            (3, 3, 1.5),
            (
                "In law, two of three groups agree on level 3; Workers place it a level"
                " and a half lower, at 1½ (divergence)."
            ),
            (
                "En droit, deux groupes sur trois concordent sur le niveau 3 ; les"
                " travailleurs se situent un niveau et demi plus bas, au niveau 1½"
                " (divergence)."
            ),
        ),
        (
            (4, 1, 1),
            (
                "In law, two of three groups agree on level 1; Government places it"
                " three levels higher, at 4 (strong divergence)."
            ),
            (
                "En droit, deux groupes sur trois concordent sur le niveau 1 ; le"
                " gouvernement se situe trois niveaux plus haut, au niveau 4 (forte"
                " divergence)."
            ),
        ),
        (
            (2, 3, 1),
            (
                "In law, the three groups state different levels, from 1 for Workers to"
                " 3 for Employers (divergence)."
            ),
            (
                "En droit, les trois groupes indiquent des niveaux différents, du"
                " niveau 1 pour les travailleurs au niveau 3 pour les employeurs"
                " (divergence)."
            ),
        ),
        (
            (None, 3, 2),
            (
                "In law, Workers state level 2 and Employers level 3; Government gave"
                " no level (near convergence of two groups)."
            ),
            (
                "En droit, les travailleurs indiquent le niveau 2 et les employeurs le"
                " niveau 3 ; le gouvernement n'a pas indiqué de niveau"
                " (quasi-convergence entre deux groupes)."
            ),
        ),
        (
            (None, None, 3),
            "In law, Workers alone gave a level, 3; nothing is compared.",
            (
                "En droit, seuls les travailleurs ont indiqué un niveau, 3 ; rien n'est"
                " comparé."
            ),
        ),
        (
            (None, None, None),
            "In law, no group gave a level; nothing is compared.",
            "En droit, aucun groupe n'a indiqué de niveau ; rien n'est comparé.",
        ),
    ],
)
def test_a_finding_names_who_stands_where(tables, levels, english, french):
    one = standing(*levels)
    assert finding(tables["en"], one) == english
    assert finding(tables["fr"], one).replace("\u00a0", " ") == french


@pytest.mark.parametrize(
    ("reason", "english", "french"),
    [
        (NoAnswer.DONT_KNOW, "Workers do not know (", "les travailleurs ne savent pas"),
        (None, "Workers handed in no answers (", "n'ont remis aucune réponse"),
        (NoAnswer.BLANK, "Workers gave no level (", "n'ont pas indiqué de niveau"),
    ],
)
def test_a_group_without_level_is_told_with_its_reason(tables, reason, english, french):
    given = [position(who, 2) for who in BENCHES[:2]]
    one = compare("3a.1", "law", [*given, position(WORKERS, None, reason)])
    assert english in finding(tables["en"], one)
    assert french in finding(tables["fr"], one)


def test_a_group_that_was_itself_divided_is_named(tables):
    given = [position(who, 2, divided=who is GOVERNMENT) for who in BENCHES]
    one = compare("3a.1", "practice", given)
    assert finding(tables["en"], one).endswith(" Government was itself divided.")
    told = finding(tables["fr"], one)
    assert told.endswith(" Le gouvernement était lui-même partagé.")
    two = compare(
        "3a.1", "law", [position(who, 2, divided=True) for who in BENCHES[:2]]
    )
    assert "each divided among themselves." in finding(tables["en"], two)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_sentence_about_every_combination_is_grammatical(tables, language):
    told = list(findings(tables[language]))
    told += [one for counts in COUNTS for one in outcomes(tables[language], counts)]
    told += [unsupported_sentence(tables[language], one) for one in (1, 2, 22)]
    assert len(told) > 1000
    for one in told:
        assert not WRONG[language].search(one), one
        assert not GOVERNMENT_ALONE.search(one), one
        assert one.endswith("."), one
        assert one.count("(") == one.count(")"), one
        sentences = one[:-1].split(". ")
        assert all(part[0].isupper() or part[0].isdigit() for part in sentences), one
        if language == "fr":  # one capital a sentence, and no other
            assert all(
                part[1:] == part[1:].lower() or "cote D" in part for part in sentences
            ), one


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_count_fits_its_noun_in_captions_pictures_and_movement(tables, language):
    told = list(numbered(tables[language]))
    names = {name for name, _said, _facts in told}
    assert {"caption-people", "levels-since", "positions-moved"} <= names
    assert len(told) > 300
    single = {"0", "1"} if language == "fr" else {"1"}
    for name, said, facts in told:
        assert said, (name, facts)
        assert not WRONG[language].search(said), said
        assert said[0].isupper() or said[0].isdigit(), said
        ends = name.startswith(("caption", "picture", "course"))
        assert said.endswith(".") != ends, said
        for number, noun in re.findall(
            rf"\b(\d+) (?:plus )?({NOUNS[language]})\b", said
        ):
            one = noun in SINGULAR or not (noun in PLURAL or noun.endswith(("s", "x")))
            assert one == (number in single), said


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_two_cases_are_told_in_the_same_words(tables, language):
    """Each reason and each group makes a sentence of its own."""
    told = []
    for missing in BENCHES:
        for reason in REASONS:
            given = [
                position(who, None, reason) if who is missing else position(who, 2)
                for who in BENCHES
            ]
            told.append(finding(tables[language], compare("3a.1", "law", given)))
    assert len(set(told)) == len(BENCHES) * len(REASONS)


def results(close: int, apart: int, none: int) -> Results:
    counts = dict.fromkeys(Outcome, 0)
    counts |= {
        Outcome.NEAR_CONVERGENCE: close,
        Outcome.STRONG_DIVERGENCE: apart,
        Outcome.NO_COMPARISON: none,
    }
    frozen = MappingProxyType(counts)
    empty = MappingProxyType({})
    return Results(
        1, (), empty, {"law": frozen, "practice": frozen}, empty, empty, (), ()
    )


def outcomes(table, counts):
    return outcomes_sentences(table, results(*counts))


@pytest.mark.parametrize(
    ("counts", "english", "french"),
    [
        (
            (15, 6, 1),
            (
                "In practice, positions converge or nearly converge on"
                " 15 of 22 sections,"
                " diverge on 6 and cannot be compared on 1."
            ),
            (
                "En pratique, sur 22 sections, les positions convergent ou"
                " sont proches pour"
                " 15, divergent pour 6 et ne peuvent pas être comparées pour 1."
            ),
        ),
        (
            (22, 0, 0),
            "In practice, positions converge or nearly converge on all 22 sections.",
            (
                "En pratique, les positions convergent ou sont proches pour"
                " l'ensemble des 22"
                " sections."
            ),
        ),
        (
            (1, 0, 0),
            "In practice, positions converge or nearly converge on the only section.",
            (
                "En pratique, les positions convergent ou sont proches pour la seule"
                " section."
            ),
        ),
        (
            (0, 1, 0),
            (
                "In practice, positions converge or nearly converge on none of 1"
                " section and diverge on 1."
            ),
            (
                "En pratique, sur 1 section, les positions ne convergent ni ne sont"
                " proches pour aucune et divergent pour 1."
            ),
        ),
        (
            (0, 0, 3),
            "In practice, no section can be compared.",
            "En pratique, aucune section ne peut être comparée.",
        ),
    ],
)
def test_counts_come_first_and_agreement_before_divergence(
    tables, counts, english, french
):
    assert outcomes(tables["en"], counts)[0] == english
    assert outcomes(tables["fr"], counts)[0] == french


def test_a_gap_tells_the_place_the_question_and_the_groups(tables):
    gap = Gap("3a.1", "law", NoAnswer.DONT_KNOW.value, (GOVERNMENT, WORKERS))
    told = gap_sentence(tables["en"], load_questionnaire(), gap)
    assert told.startswith("3(a), ")
    assert told.endswith(", in law: not known (Government and Workers).")
    told = gap_sentence(tables["fr"], load_questionnaire(), gap)
    assert told.startswith("3\u00a0a), ")
    assert "\u00a0: information inconnue (Gouvernement et Travailleurs)." in told


def test_no_sentence_praises_or_blames(tables):
    for levels in ((4, 4, 4), (1, 1, 1), (1, 4, 4), (4, 1, 1)):
        told = finding(tables["en"], standing(*levels)).lower()
        assert not {"good", "bad", "better", "worse", "only", "fail", "late"} & set(
            told.replace(";", "").replace(",", "").split()
        )
