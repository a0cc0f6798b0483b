"""The official questionnaire: without fault, and holding what the design asks of it."""

import re
from functools import cache

import pytest

from spf_assess.analysis import asked_items, open_follow_ups, prepare
from spf_assess.analysis.expressions import expression
from spf_assess.model import (
    BENCHES,
    LANGUAGES,
    LAW,
    PRACTICE,
    VALUE,
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    ItemKind,
    NoAnswer,
    PartAnswer,
    Selection,
)
from spf_assess.paths import forms_folder
from spf_assess.questionnaire import check_forms, load_questionnaire

LEADING = [f"3{letter}" for letter in "abcdefghijklmnopqr"] + ["5a", "5b", "5c", "5d"]
OTHERS = ["p1", "p7", "p9", "p10", "p11", "p13", "p19"]
CORE, DRAFTED = 47, 136


@cache
def official():
    return load_questionnaire()


def test_it_has_no_fault():
    assert [
        f"{fault.code} {fault.file}:{fault.line} {fault.facts}"
        for fault in check_forms(forms_folder())
    ] == []


def test_it_asks_about_principles_guarantees_and_the_rest_in_their_order():
    ids = [section.id for section in official().sections]
    assert ids[: len(LEADING)] == LEADING
    assert ids[len(LEADING) : len(LEADING) + len(OTHERS)] == OTHERS
    for section in official().sections[: len(LEADING)]:
        assert str(section.reference) == f"{section.id[0]}({section.id[1]})"


def test_the_sections_together_are_about_every_paragraph_once():
    numbers = [
        reference.number
        for section in official().sections
        if section.group != "tools"
        for reference in section.references
    ]
    assert set(numbers) == set(range(1, 25))
    assert len(numbers) - len(set(numbers)) == len(LEADING) - 2


def test_the_core_form_has_as_many_items_as_two_days_allow():
    items = list(official().items())
    assert sum(item.core for item in items) == CORE
    added = [item for item in items if item.headline and item.id.endswith(".0")]
    asked = [item for item in items if item.section in (*LEADING, *OTHERS)]
    assert len(asked) == DRAFTED + len(added)


def test_every_section_says_what_each_group_is_best_placed_to_bring():
    for section in official().sections:
        assert set(section.brings) == set(BENCHES)


def test_every_headline_rates_law_and_practice_in_four_levels_of_its_own():
    for section in official().sections:
        headline = section.headline
        assert (headline is not None) == (section.id in LEADING)
        if headline is None:
            continue
        assert headline is section.items[0]
        assert [part.name for part in headline.parts] == [LAW, PRACTICE]
        assert all(len(part.levels) == 4 for part in headline.parts)


def test_every_rating_has_levels_if_need_be_the_rules_of_thumb():
    for item in official().items():
        for part in item.parts:
            levels = official().levels(item, part)
            assert len(levels) == (4 if item.kind.rated else 0)
            assert all(level[language] for level in levels for language in LANGUAGES)


def test_an_extended_rating_without_levels_falls_back_by_dimension():
    form = official()
    item = next(form.items())
    law, practice = (part.__class__(name=part.name) for part in item.parts)
    assert form.levels(item, law) == form.rules_of_thumb[LAW]
    assert form.levels(item, practice) == form.rules_of_thumb[PRACTICE]


def test_every_rated_item_asks_for_a_source_and_every_compared_one_is_discussed():
    for item in official().items():
        assert ("F4" in item.follow_ups) == item.kind.rated
        if item.compared:
            assert "F6" in item.follow_ups
        order = list(official().follow_ups)
        assert list(item.follow_ups) == sorted(item.follow_ups, key=order.index)


def test_the_core_form_asks_every_group_in_every_section():
    for bench in BENCHES:
        core = asked_items(official(), Selection(form="core"), bench, {})
        assert {item.section for item in core} >= set(LEADING)


def test_organizations_own_experience_is_never_compared():
    own = [item for item in official().items() if item.own_experience]
    assert own
    assert not any(item.compared for item in own)


def test_french_is_written_with_its_own_typography_and_glossary():
    wrong = []
    for item in official().items():
        texts = [item.label, item.short, item.hint, item.definition, item.partly]
        texts += [choice.label for choice in item.choices]
        texts += [level for part in item.parts for level in part.levels]
        for text in texts:
            french = text["fr"]
            if re.search(r"\b(seuils? de protection|planchers? de|Etat\b)", french):
                wrong.append((item.id, french))
    assert wrong == []


def opened(item_id, *, parts, **more):
    item = official().item(item_id)
    answer = Answer(item_id, parts, **more)
    return {one.name for one in open_follow_ups(official(), item, answer)}


def rated(law, practice):
    return {LAW: PartAnswer(law), PRACTICE: PartAnswer(practice)}


SOURCE = (Evidence(EvidenceKind.LAW, Grade.A, title="Act"),)


@pytest.mark.parametrize(
    ("law", "practice", "expected"),
    [
        (1, 1, {"F1"}),
        (4, 2, {"F1", "F2"}),
        (3, 2, {"F1"}),
        (4, 3, set()),
        (1, 3, set()),
    ],
)
def test_a_rating_opens_its_follow_ups(law, practice, expected):
    assert opened("3a.1", parts=rated(law, practice), evidence=SOURCE) == expected


def test_a_high_rating_without_source_asks_for_one():
    statement = (Evidence(EvidenceKind.EXPERIENCE, Grade.D),)
    assert opened("3a.1", parts=rated(4, 4)) == {"F4"}
    assert opened("3a.1", parts=rated(4, 4), evidence=statement) == {"F4"}
    assert opened("3a.1", parts=rated(4, 4), evidence=SOURCE) == set()


def test_a_weak_legal_basis_asks_what_would_protect_people():
    for choice in ("none", "project", "administrative_decision"):
        assert "F3" in opened("3b.1", parts={VALUE: PartAnswer(choice)})
    for choice in ("regulation", "act", "constitution_and_act"):
        assert "F3" not in opened("3b.1", parts={VALUE: PartAnswer(choice)})


@pytest.mark.parametrize(
    ("item_id", "value", "expected"),
    [
        ("3b.3", "yes", {"F7"}),
        ("3b.3", "no", set()),
        ("3f.2", "partly", {"F8"}),
        ("3f.2", "no", {"F8"}),
        ("3f.2", "yes", set()),
        ("3g.3", "partly", {"F9"}),
        ("3g.3", "no", set()),
        ("3g.1", "none", {"F8"}),
        ("3g.1", "aims_only", {"F7", "F8"}),
        ("3g.1", "all_guarantees", {"F7"}),
        ("3m.1", "case_by_case", {"F1"}),
        ("3m.1", "mandated_body", set()),
        ("3r.3", ("none",), {"F8"}),
        ("3r.3", ("women", "youth"), set()),
        ("5b.4", ("migrant",), {"F1"}),
        ("5b.4", ("none",), set()),
    ],
)
def test_a_choice_opens_its_follow_ups(item_id, value, expected):
    assert opened(item_id, parts={VALUE: PartAnswer(value)}) == expected


def test_what_nobody_knows_asks_who_holds_it():
    unknown = PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    kept = PartAnswer(no_answer=NoAnswer.PREFERS_NOT)
    assert opened("3a.4", parts={VALUE: unknown}) == {"F5"}
    assert opened("3a.4", parts={VALUE: kept}) == set()
    assert opened("3a.3", parts={VALUE: unknown}) == {"F5"}


def test_a_figure_without_women_and_men_asks_why():
    total = PartAnswer(Figure(total="40"))
    whole = PartAnswer(Figure(women="41", men="39", total="40"))
    year_only = PartAnswer(Figure(year="2024"))
    assert opened("3a.3", parts={VALUE: total}) == {"F10"}
    assert opened("3a.3", parts={VALUE: whole}) == set()
    assert opened("3a.3", parts={VALUE: year_only}) == {"F5"}


def test_equal_protection_asks_for_a_statistic_by_sex():
    by_sex = Evidence(EvidenceKind.STATISTIC, Grade.A, figure=Figure("41", "39"))
    parts = {PRACTICE: PartAnswer(4)}
    assert opened("5d.4", parts=parts, evidence=SOURCE) == {"F10"}
    assert opened("5d.4", parts=parts, evidence=(by_sex,)) == set()


def test_an_untouched_item_asks_nothing_further():
    for item in official().items():
        assert open_follow_ups(official(), item, None) == ()
        commented = Answer(item.id, comment="Later.")
        assert open_follow_ups(official(), item, commented) == ()


def test_progress_on_targets_is_asked_only_where_there_are_targets():
    def ids(value):
        answers = {"3g.1": Answer("3g.1", {VALUE: PartAnswer(value)})}
        found = asked_items(official(), Selection(), Constituency.WORKERS, answers)
        return {item.id for item in found}

    assert "3g.2" in ids("some_guarantees")
    assert "3g.2" not in ids("aims_only")
    assert "3g.2" not in ids(None)


def test_every_expression_can_be_parsed_ahead_of_the_first_answer():
    expression.cache_clear()
    prepare(official())
    ready = expression.cache_info().currsize
    for item in official().items():
        parts = {part.name: PartAnswer(1) for part in item.parts}
        open_follow_ups(official(), item, Answer(item.id, parts))
    asked_items(official(), Selection(), Constituency.WORKERS, {})
    assert expression.cache_info().currsize == ready > 5


def test_every_kind_of_item_is_there():
    kinds = {item.kind for item in official().items()}
    assert set(ItemKind) - kinds <= {ItemKind.TEXTS}
