"""One round's results: sections, others, gaps, participation."""

from dataclasses import replace
from types import MappingProxyType

from spf_assess.analysis import compute
from spf_assess.model import (
    BENCHES,
    EMPTY,
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    Item,
    ItemKind,
    NoAnswer,
    Outcome,
    Part,
    PartAnswer,
    Questionnaire,
    Reference,
    Respondent,
    RespondentKind,
    Response,
    Section,
    Selection,
    Tally,
    Text,
)

G, E, W = BENCHES
EVERYONE = frozenset(BENCHES)


def item(section, number, kind, **more):
    parts = {
        ItemKind.LAW_PRACTICE: (Part("law"), Part("practice")),
        ItemKind.PRACTICE: (Part("practice"),),
        ItemKind.FIGURES: (Part("value", by_sex=True),),
        ItemKind.RATINGS: (),
    }[kind]
    given = {"asked_of": EVERYONE, "parts": parts, "core": True, **more}
    return Item(
        id=f"{section}.{number}",
        section=section,
        kind=kind,
        label=EMPTY,
        short=EMPTY,
        references=(Reference(3, 0, section[1]),),
        **given,
    )


def section(name, *items):
    return Section(name, Reference(3, 0, name[1]), "principles", EMPTY, EMPTY, items)


SECTIONS = (
    section(
        "3a",
        item("3a", 1, ItemKind.LAW_PRACTICE, headline=True),
        item("3a", 2, ItemKind.PRACTICE),
        item("3a", 3, ItemKind.FIGURES, asked_of=frozenset({G})),
        item("3a", 4, ItemKind.PRACTICE, own_experience=True),
        item("3a", 5, ItemKind.PRACTICE, relevant="${3a.1.practice} <= 2"),
    ),
    section(
        "3b",
        item("3b", 1, ItemKind.LAW_PRACTICE, headline=True),
        item("3b", 2, ItemKind.PRACTICE, core=False),
    ),
)
QUESTIONNAIRE = Questionnaire(
    id="test",
    version="1",
    digest="0" * 64,
    title=Text.of(en="Test", fr="Essai"),
    level_names=(EMPTY,) * 4,
    rules_of_thumb=MappingProxyType({}),
    groups=MappingProxyType({"principles": EMPTY}),
    sections=SECTIONS,
    follow_ups=MappingProxyType({}),
)


def answer(item_id, *, grade=None, **values):
    parts = {
        name: PartAnswer(no_answer=value)
        if isinstance(value, NoAnswer)
        else PartAnswer(value=value)
        for name, value in values.items()
    }
    sources = (Evidence(EvidenceKind.LAW, grade),) if grade else ()
    return Answer(item_id, parts=parts, evidence=sources)


def response(bench, *answers, kind=RespondentKind.BENCH, round_number=1, **people):
    number = len(answers)
    who = Respondent(f"{bench}{kind}{number}{people}", bench, kind, **people)
    return Response(who, round_number, {one.item: one for one in answers})


def results(*responses, selection=None):
    return compute(QUESTIONNAIRE, selection or Selection(), responses)


PARAGRAPHS = section(
    "3p",
    item("3p", 1, ItemKind.LAW_PRACTICE),
    item("3p", 2, ItemKind.PRACTICE),
    item("3p", 3, ItemKind.RATINGS, parts=(Part("audit"), Part("law")), core=False),
    item("3p", 4, ItemKind.PRACTICE, own_experience=True),
)


def of_paragraphs(*responses, selection=None):
    """Return the results of the section without a headline."""
    whole = replace(QUESTIONNAIRE, sections=(*SECTIONS, PARAGRAPHS))
    found = compute(whole, selection or Selection(), responses)
    assert [one.section for one in found.sections] == ["3a", "3b"]
    return next(one for one in found.paragraphs if one.section == "3p")


def test_a_section_shows_its_headline_and_counts_the_others_that_diverge():
    found = results(
        response(G, answer("3a.1", law=4, practice=3), answer("3a.2", practice=4)),
        response(E, answer("3a.1", law=3, practice=3), answer("3a.2", practice=1)),
        response(W, answer("3a.1", law=4, practice=1), answer("3a.2", practice=1)),
    ).section("3a")
    assert found.law.outcome is Outcome.NEAR_CONVERGENCE
    assert found.practice.outcome is Outcome.DIVERGENCE
    assert (found.others_diverging, found.others_compared) == (1, 1)


def test_a_section_without_a_headline_counts_all_its_questions():
    found = of_paragraphs(
        response(G, answer("3p.1", law=4, practice=1), answer("3p.2", practice=4)),
        response(E, answer("3p.1", law=1, practice=1), answer("3p.2", practice=4)),
        response(W, answer("3p.1", law=1, practice=1), answer("3p.2", practice=4)),
    )
    assert (found.compared, found.diverging) == (2, 1)
    law, practice = found.by_dimension["law"], found.by_dimension["practice"]
    assert law == Tally(compared=1, diverging=1, verdicts_differ=1, incomplete=1)
    assert practice == Tally(compared=2, diverging=0, verdicts_differ=0, incomplete=1)


def test_parts_that_are_neither_law_nor_practice_count_as_practice():
    found = of_paragraphs(
        response(G, answer("3p.3", audit=4, law=2)),
        response(E, answer("3p.3", audit=2, law=2)),
    )
    assert found.by_dimension["practice"].diverging == 1
    assert found.by_dimension["law"].diverging == 0
    assert (found.compared, found.diverging) == (1, 1)


def test_a_question_that_no_two_groups_answered_is_not_compared():
    unknown = NoAnswer.DONT_KNOW
    found = of_paragraphs(
        response(G, answer("3p.2", practice=4), answer("3p.4", practice=1)),
        response(E, answer("3p.2", practice=unknown), answer("3p.4", practice=4)),
    )
    assert (found.compared, found.diverging) == (0, 0)
    assert found.by_dimension["practice"].incomplete == 3


def test_a_section_of_which_nothing_rated_is_asked_has_no_result():
    whole = replace(QUESTIONNAIRE, sections=(*SECTIONS, PARAGRAPHS))
    none = Selection("full", ("3a",))
    assert compute(whole, none, ()).paragraphs == ()
    core = of_paragraphs(selection=Selection("core"))
    assert core.by_dimension["practice"].incomplete == 2


def test_own_experience_and_questions_to_one_bench_are_not_compared():
    found = results(response(G, answer("3a.4", practice=4)))
    assert set(found.comparisons) == {"3a.1", "3a.2", "3a.5", "3b.1", "3b.2"}


def test_an_answer_that_logic_hides_leaves_results_though_it_is_kept():
    hidden = response(G, answer("3a.1", law=4, practice=4), answer("3a.5", practice=3))
    shown = response(E, answer("3a.1", law=1, practice=1), answer("3a.5", practice=2))
    found = results(hidden, shown).comparisons["3a.5"]["practice"]
    assert found.position(G).no_answer is NoAnswer.NOT_ASKED
    assert found.position(E).level == 2


def test_observers_never_enter_a_position():
    found = results(
        response(Constituency.OBSERVERS, answer("3a.1", law=1, practice=1)),
        response(G, answer("3a.1", law=3, practice=3)),
    ).section("3a")
    assert found.law.outcome is Outcome.NO_COMPARISON
    assert found.law.position(G).level == 3


def test_another_round_is_another_story():
    found = results(
        response(G, answer("3a.1", law=3, practice=3)),
        response(E, answer("3a.1", law=3, practice=3), round_number=2),
    ).section("3a")
    assert found.law.missing == (E, W)


def test_the_core_form_leaves_extended_items_out():
    found = results(selection=Selection("core"))
    assert "3b.2" not in found.comparisons
    assert "3b.1" in found.comparisons


def test_the_summary_counts_outcomes_and_names_agreement_and_divergence():
    found = results(
        response(
            G, answer("3a.1", law=4, practice=4), answer("3b.1", law=3, practice=2)
        ),
        response(
            E, answer("3a.1", law=4, practice=1), answer("3b.1", law=3, practice=2)
        ),
        response(
            W, answer("3a.1", law=4, practice=2), answer("3b.1", law=3, practice=2)
        ),
    )
    assert found.outcomes["law"][Outcome.CONVERGENCE] == 2
    assert found.outcomes["practice"][Outcome.STRONG_DIVERGENCE] == 1
    assert sum(found.outcomes["practice"].values()) == len(SECTIONS)
    assert found.widest_divergence["practice"] == ("3a",)
    assert found.strongest_agreement["practice"] == ("3b",)


def test_agreement_with_sources_comes_before_agreement_on_mere_statements():
    def all_say(item_id, grade):
        return {
            bench: answer(item_id, law=3, practice=3, grade=grade) for bench in BENCHES
        }

    weak, strong = all_say("3a.1", Grade.D), all_say("3b.1", Grade.A)
    found = results(*(response(b, weak[b], strong[b]) for b in BENCHES))
    assert found.strongest_agreement["law"] == ("3b", "3a")


def test_agreement_of_two_is_not_put_forward_as_agreement():
    found = results(
        response(G, answer("3a.1", law=3, practice=3)),
        response(E, answer("3a.1", law=3, practice=3)),
    )
    assert found.strongest_agreement["law"] == ()


def test_a_bench_that_does_not_know_is_a_gap_in_information():
    unknown = NoAnswer.DONT_KNOW
    found = results(
        response(G, answer("3b.1", law=3, practice=3)),
        response(E, answer("3b.1", law=unknown, practice=unknown)),
        response(W, answer("3b.1", law=2, practice=unknown)),
    )
    gaps = [
        (gap.item, gap.part, gap.benches)
        for gap in found.gaps
        if gap.kind == "dont_know"
    ]
    assert gaps == [("3b.1", "practice", (E, W)), ("3b.1", "law", (E,))]


def test_a_total_without_women_and_men_is_a_gap_too():
    figure = Figure(total="25", year="2025")
    found = results(response(G, answer("3a.3", value=figure)))
    assert [gap.kind for gap in found.gaps if gap.item == "3a.3"] == ["sex_missing"]
    told = Figure(total="25", women="21", men="28", year="2025")
    found = results(response(G, answer("3a.3", value=told)))
    assert [gap for gap in found.gaps if gap.item == "3a.3"] == []


def test_a_bench_that_handed_in_nothing_is_missing_but_no_gap():
    found = results(response(G, answer("3a.1", law=3, practice=3)))
    assert all(W not in gap.benches for gap in found.gaps)


def test_people_are_counted_once():
    persons = [
        response(W, answer("3a.1", law=1), kind=RespondentKind.PERSON, women=1, name=n)
        for n in "abc"
    ]
    bench = response(W, members=7, women=4, men=3)
    found = {one.constituency: one for one in results(*persons, bench).participation}
    told = found[W]
    assert (told.respondents, told.members, told.women, told.men) == (4, 7, 4, 3)


def test_an_empty_consultation_has_results_that_say_so():
    found = results()
    assert found.outcomes["law"][Outcome.NO_COMPARISON] == len(SECTIONS)
    assert found.gaps == ()
    assert found.widest_divergence["law"] == ()
