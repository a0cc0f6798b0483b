"""Sentences about results: the count first, neutral, right in both languages."""

from types import MappingProxyType

import pytest
from support.standing import standing

from spf_assess.i18n import Words
from spf_assess.model import (
    BENCHES,
    Gap,
    NoAnswer,
    Outcome,
    Results,
)
from spf_assess.questionnaire import load_questionnaire
from spf_assess.report.sentences import finding, gap_sentence, outcomes_sentences

EN, FR = Words("en"), Words("fr")
GOVERNMENT, EMPLOYERS, WORKERS = BENCHES


@pytest.mark.parametrize(
    ("levels", "english", "french"),
    [
        (
            (3, 3, 3),
            "convergence; the three groups state level 3.",
            "convergence ; les trois groupes indiquent le niveau 3.",
        ),
        (
            (3, 3, 1.5),
            "divergence; Government and Employers state level 3, Workers level 1½.",
            (
                "divergence ; le gouvernement et les employeurs"
                " indiquent le niveau 3, les"
                " travailleurs le niveau 1½."
            ),
        ),
        (
            (1, 4, 4),
            (
                "strong divergence; Employers and Workers state level 4,"
                " Government level 1."
            ),
            (
                "forte divergence ; les employeurs et les travailleurs"
                " indiquent le niveau"
                " 4, le gouvernement le niveau 1."
            ),
        ),
        (
            (2, 1, 2),
            (
                "near convergence; Government and Workers state level 2,"
                " Employers level 1."
            ),
            (
                "quasi-convergence ; le gouvernement et les travailleurs"
                " indiquent le niveau"
                " 2, les employeurs le niveau 1."
            ),
        ),
        (
            (1, 2, 3),
            "divergence; the groups state different levels, from 1 to 3.",
            "divergence ; les groupes indiquent des niveaux différents, de 1 à 3.",
        ),
        (
            (None, 2, 3),
            "near convergence of two groups, from 2 to 3; Government gave no level.",
            (
                "quasi-convergence entre deux groupes, de 2 à 3 ; le"
                " gouvernement n'a pas"
                " indiqué de niveau."
            ),
        ),
        (
            (2, 2, None),
            (
                "convergence of two groups; Government and Employers state level 2,"
                " Workers gave no level."
            ),
            (
                "convergence entre deux groupes ; le gouvernement et les employeurs"
                " indiquent le niveau 2, les travailleurs n'ont pas indiqué de niveau."
            ),
        ),
        (
            (None, None, 3),
            (
                "fewer than two groups gave a level, so nothing is compared"
                " (Workers only)."
            ),
            (
                "moins de deux groupes ont indiqué un niveau : rien n'est comparé"
                " (Travailleurs seuls)."
            ),
        ),
    ],
)
def test_a_finding_names_who_stands_where(levels, english, french):
    one = standing(*levels)
    assert finding(EN, one) == english
    assert finding(FR, one).replace("\u00a0", " ") == french


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
            (0, 0, 3),
            "In practice, no section can be compared.",
            "En pratique, aucune section ne peut être comparée.",
        ),
    ],
)
def test_counts_come_first_and_agreement_before_divergence(counts, english, french):
    assert outcomes_sentences(EN, results(*counts))[0] == english
    assert outcomes_sentences(FR, results(*counts))[0] == french


def test_a_gap_tells_the_place_the_question_and_the_groups():
    gap = Gap("3a.1", "law", NoAnswer.DONT_KNOW.value, (GOVERNMENT, WORKERS))
    told = gap_sentence(EN, load_questionnaire(), gap)
    assert told.startswith("3(a), ")
    assert told.endswith(", in law: not known (Government and Workers).")
    told = gap_sentence(FR, load_questionnaire(), gap)
    assert told.startswith("3\u00a0a), ")
    assert "(Gouvernement et Travailleurs)" in told


def test_no_sentence_praises_or_blames():
    for levels in ((4, 4, 4), (1, 1, 1), (1, 4, 4), (4, 1, 1)):
        told = finding(EN, standing(*levels)).lower()
        assert not {"good", "bad", "better", "worse", "only", "fail", "late"} & set(
            told.replace(";", "").replace(",", "").split()
        )
