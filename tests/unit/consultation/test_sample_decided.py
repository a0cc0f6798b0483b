"""What the sample prepares, decides and signs: with everything there is to fill in."""

from dataclasses import fields

from spf_assess.consultation.checklist import Weight
from spf_assess.model import (
    BENCHES,
    LANGUAGES,
    Action,
    Constituency,
    NoteKind,
    Signed,
    Standing,
)

GOVERNMENT, EMPLOYERS, WORKERS = BENCHES
WORDS = (
    "objective",
    "barrier",
    "what",
    "responsible",
    "support",
    "resources",
    "financing",
    "indicator",
    "baseline",
    "target",
)


def test_the_rules_were_fixed_before_the_answers_and_nothing_is_amiss(sample):
    prepared = sample.preparation
    opened = sample.rounds[0].opened_at
    handed_in = min(one.handed_in_at for one in sample.responses(1))
    assert opened <= prepared.started_at <= handed_in
    assert prepared.begins_on == prepared.ends_on == opened[:10]
    assert sample.seats_due() == ()
    assert {one.weight for one in sample.checklist()} == {Weight.SHOULD}
    assert len(prepared.organizations) == 10


def test_everybody_in_the_room_is_counted_by_sex(sample):
    present = {one.constituency: one for one in sample.attendance()}
    assert set(present) == set(Constituency)
    assert all(one.women and one.men for one in present.values())
    assert sum(one.undeclared for one in present.values()) == 1


def test_the_groups_differ_on_what_is_urgent_and_share_two_sections(sample):
    found = sample.priorities()
    assert found.ranked_by == BENCHES
    assert [row.section for row in found.rows][:2] == ["3o", "3e"]
    assert found.low_and_high == ("3o", "3e")
    firsts = {
        bench: row.section
        for row in found.rows
        for bench in BENCHES
        if row.ranks.get(bench) == 1
    }
    assert len(set(firsts.values())) == 3
    assert 0 < found.concordance < 0.7
    named_by_one = [row for row in found.rows if len(row.ranks) == 1]
    assert len(named_by_one) >= 3


def test_six_actions_fill_every_field_in_both_languages(sample):
    actions = sample.actions()
    assert len(actions) == 6
    assert [one.sequence for one in actions] == [1, 2, 3, 4, 5, 6]
    for name in (one.name for one in fields(Action)):
        if name != "became":
            assert any(getattr(one, name) for one in actions), name
    for one in actions:
        for name in WORDS:
            told = [one.told(name, language) for language in LANGUAGES]
            assert bool(told[0][0]) == bool(told[1][0]), (one.sequence, name)
            if told[0][0]:
                assert [language for _text, language in told] == list(LANGUAGES)
    assert {len(one.agreed_by) for one in actions} == {2, 3}
    assert len({len(one.ends_on) for one in actions}) == 4  # none, year, month, day


def test_the_rules_are_signed_by_all_and_the_results_by_two(sample):
    rules = sample.signatures(Signed.RULES)
    assert {one.standing for one in rules} == {Standing.HOLDS}
    results = {
        one.constituency: one.standing for one in sample.signatures(Signed.RESULTS)
    }
    assert results == {
        GOVERNMENT: Standing.HOLDS,
        EMPLOYERS: Standing.MISSING,
        WORKERS: Standing.HOLDS,
    }


def test_notes_tell_their_language(sample):
    parked = sample.notes(kind=NoteKind.PARKED)
    assert {one.language for one in parked} == set(LANGUAGES)
