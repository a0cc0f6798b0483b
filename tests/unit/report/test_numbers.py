"""What is printed equals what was computed, number by number."""

import re

import pytest
from support.coresia_results import coresia

from spf_assess.i18n import Words, level_text, outcome_name, pattern_name
from spf_assess.model import BENCHES, Outcome


@pytest.mark.parametrize("language", ["en", "fr"])
def test_annex_b_prints_every_position_range_result_and_pattern(papers, language):
    words = Words(language)
    printed = next(
        text
        for text in papers(language).pages
        if {"en": "Figures of the profile", "fr": "Chiffres du profil"}[language]
        in text
        and "\n3" in text
        and "Annex" in text
    )
    flat = " ".join(printed.split())
    names = {
        "law": {"en": "law", "fr": "droit"}[language],
        "practice": {"en": "practice", "fr": "pratique"}[language],
    }
    for section in coresia().results.sections:
        for dimension in ("law", "practice"):
            found = getattr(section, dimension)
            cells = [
                level_text(found.position(who).level)
                + ("*" if found.position(who).unsupported else "")
                for who in BENCHES
            ]
            row = " ".join(
                [
                    names[dimension],
                    *cells,
                    level_text(found.range),
                    outcome_name(words, found.outcome),
                ]
            )
            assert row in flat, row
            assert pattern_name(words, found) in flat


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_summary_counts_what_the_results_count(papers, language):
    counts = coresia().results.outcomes
    summary = papers(language).pages[3]
    for dimension in ("law", "practice"):
        for outcome in Outcome:
            if counts[dimension][outcome]:
                name = outcome_name(Words(language), outcome)
                assert re.search(rf"{counts[dimension][outcome]} {name}", summary)


def test_joint_levels_stand_where_the_rule_gives_them_and_nowhere_else(papers):
    text = papers("en").text
    for section in coresia().results.sections:
        for found in (section.law, section.practice):
            if found.joint_level is None:
                assert "none: positions more than one level apart" in text
