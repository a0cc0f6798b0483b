"""A question keeps its id for as long as it means the same; otherwise it shows."""

import dataclasses

import pytest

from spf_assess.analysis.meaning import fates, meanings
from spf_assess.model import Constituency, Text
from spf_assess.model.meaning import Fate
from spf_assess.questionnaire import load_questionnaire

ITEM = "3a.1"


@pytest.fixture(scope="module")
def asked():
    return load_questionnaire()


def changed(questionnaire, change, item_id=ITEM):
    """Return the questionnaire with one item changed, or left out for None."""
    sections = []
    for section in questionnaire.sections:
        items = []
        for item in section.items:
            one = change(item) if item.id == item_id else item
            if one is not None:
                items.append(one)
        sections.append(dataclasses.replace(section, items=tuple(items)))
    return dataclasses.replace(questionnaire, sections=tuple(sections))


def fate(asked, change):
    return fates(meanings(asked), meanings(changed(asked, change)))


def test_the_same_questionnaire_means_the_same(asked):
    assert set(fate(asked, lambda item: item).values()) == {Fate.SAME}


def test_other_words_are_told_and_stay_comparable(asked):
    def reword(item):
        return dataclasses.replace(item, label=Text.of(en="Otherwise?", fr="Autrement"))

    found = fate(asked, reword)
    assert found.pop(ITEM) is Fate.REWORDED
    assert Fate.REWORDED.comparable
    assert set(found.values()) == {Fate.SAME}


def lower_bar(item):
    part = item.parts[0]
    levels = (*part.levels[:3], Text.of(en="Less is enough.", fr="Moins suffit."))
    parts = (dataclasses.replace(part, levels=levels), *item.parts[1:])
    return dataclasses.replace(item, parts=parts)


@pytest.mark.parametrize(
    "change",
    [
        lower_bar,
        lambda item: dataclasses.replace(item, parts=item.parts[:1]),
        lambda item: dataclasses.replace(item, own_experience=True),
        lambda item: dataclasses.replace(item, reversed=not item.reversed),
        lambda item: dataclasses.replace(
            item, asked_of=frozenset({Constituency.WORKERS})
        ),
        lambda item: dataclasses.replace(
            item, definition=Text.of(en="Only cash.", fr="En espèces seulement.")
        ),
    ],
)
def test_what_is_judged_otherwise_is_another_question(asked, change):
    found = fate(asked, change)[ITEM]
    assert found is Fate.REDEFINED
    assert not found.comparable


def test_a_question_that_was_dropped_or_added_is_told(asked):
    less = changed(asked, lambda _item: None)
    assert fates(meanings(asked), meanings(less))[ITEM] is Fate.DROPPED
    assert fates(meanings(less), meanings(asked))[ITEM] is Fate.ADDED
