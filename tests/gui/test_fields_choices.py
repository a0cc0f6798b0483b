"""Options as people expect them of keyboard, pointer and screen reader."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from support.answering import item_of, item_of_kind, lay
from support.person import ROLE, name_of

from spf_assess.desktop.fields.option import Card, NoAnswerButton, TickCard
from spf_assess.desktop.look import current
from spf_assess.i18n import Words
from spf_assess.model import ItemKind, NoAnswer, PartAnswer

__all__ = ["lay"]

LAW, PRACTICE = "In law", "In practice"


def cards(table, kind=Card):
    return [card for card in table.window.findChildren(kind) if card.isVisible()]


def test_nothing_is_chosen_before_the_person_chooses(lay):
    for kind in ItemKind:
        table = lay(item_of_kind(kind))
        marked = [one for one in cards(table, QRadioButton) if one.isChecked()]
        marked += [one for one in cards(table, TickCard) if one.isChecked()]
        assert not marked, kind
        assert not table.given


def test_a_level_is_read_out_with_its_numeral_name_and_description(lay):
    table = lay(item_of("3e.1"))
    level = table.person.within(LAW, "3 Moderate", ROLE.RadioButton)
    item = item_of("3e.1")
    said = item.part("law").levels[2]["en"]
    assert name_of(level) == f"3 Moderate: {said}"


def test_choosing_tells_once_and_choosing_again_tells_nothing(lay):
    table = lay(item_of("3e.1"))
    table.person.picks(LAW, "3 Moderate")
    assert table.given == {"law": PartAnswer(value=3)}
    table.given.clear()
    table.person.picks(LAW, "3 Moderate")
    assert not table.given
    assert table.person.chosen(LAW)[0].startswith("3 Moderate")


@pytest.mark.parametrize("where", ["left", "middle", "right", "foot"])
def test_the_whole_card_is_the_target(lay, where):
    table = lay(item_of("3e.1"))
    card = cards(table)[1]
    aims = {
        "left": QPoint(3, card.height() // 2),
        "middle": card.rect().center(),
        "right": QPoint(card.width() - 4, 6),
        "foot": QPoint(card.width() // 2, card.height() - 3),
    }
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=aims[where])
    assert card.isChecked()
    assert table.given["law"].value == 2


def test_tab_lands_on_the_chosen_option_after_an_answer_was_restored(lay):
    table = lay(item_of("3e.1"))
    table.show(("law", PartAnswer(3)), ("practice", PartAnswer(2)))
    first = cards(table)[0]
    first.window().setFocus()
    seen = []
    for _step in range(12):
        table.person.keys("Tab")
        seen.append(table.person.focused().split(":")[0])
    assert "3 Moderate" in seen
    assert "2 Emerging" in seen
    assert "1 Latent" not in seen


def test_arrows_choose_even_when_nothing_is_chosen_yet(lay):
    table = lay(item_of("3e.1"))
    cards(table)[0].setFocus()
    table.person.keys("Down")
    assert table.given["law"].value == 2
    assert table.person.focused().startswith("2 Emerging")
    table.person.keys("Up", "Up")
    assert table.given["law"].value == 4


def test_arrows_with_ctrl_move_without_choosing(lay):
    table = lay(item_of("3e.1"))
    cards(table)[0].setFocus()
    table.person.keys("Ctrl+Down", "Ctrl+Down")
    assert table.person.focused().startswith("3 Moderate")
    assert not table.given
    table.person.keys("Space")
    assert table.given["law"].value == 3


def test_arrows_start_from_the_restored_answer(lay):
    table = lay(item_of("3e.1"))
    table.show(("law", PartAnswer(3)))
    table.field.go_to("law")
    table.person.keys("Up")
    assert table.given["law"].value == 2


def test_an_answer_can_be_cleared_by_button_and_by_key(lay):
    table = lay(item_of("3e.1"))
    for clear in (
        lambda: table.person.presses("Clear the answer: In law"),
        lambda: table.person.keys("Del"),
        lambda: table.person.keys("Backspace"),
    ):
        table.person.picks(LAW, "4 Advanced")
        clear()
        assert table.given["law"].empty
        assert not table.person.chosen(LAW)


def test_there_is_nothing_to_clear_where_nothing_is_chosen(lay):
    table = lay(item_of("3e.1"))
    assert "Clear the answer: In law" not in table.person.hears()


def test_showing_an_answer_tells_nobody(lay):
    table = lay(item_of("3e.1"))
    reason = PartAnswer(no_answer=NoAnswer.NOT_APPLICABLE, reason="No such scheme")
    table.show(("law", PartAnswer(4)), ("practice", reason))
    assert not table.given
    assert not table.typed
    assert table.person.chosen(PRACTICE) == ["Not applicable"]


def test_a_level_and_a_no_answer_exclude_each_other(lay):
    table = lay(item_of("3e.1"))
    table.person.picks(LAW, "2 Emerging")
    table.person.picks(LAW, "Don't know")
    assert table.given["law"] == PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    assert table.person.chosen(LAW) == ["Don't know"]
    table.person.picks(LAW, "1 Latent")
    assert table.given["law"] == PartAnswer(value=1)


def test_not_applicable_opens_its_reason_and_goes_there(lay):
    table = lay(item_of("3e.1"))
    table.person.picks(PRACTICE, "Not applicable")
    assert table.person.focused() == "Why is it not applicable? In practice"
    table.person.types("Why is it not applicable? In practice", "Pas de régime – œuvre")
    assert table.typed["practice"] == PartAnswer(
        no_answer=NoAnswer.NOT_APPLICABLE, reason="Pas de régime – œuvre"
    )
    table.person.picks(PRACTICE, "3 Moderate")
    assert "Why is it not applicable? In practice" not in table.person.hears()


def test_keys_rate_the_part_the_keyboard_is_in_else_the_first_open_one(lay):
    table = lay(item_of("3e.1"))
    table.field.press("3")
    assert table.given.pop("law").value == 3
    table.field.press("2")
    assert table.given.pop("law").value == 2
    table.field.go_to("practice")
    table.field.press("D")
    assert table.given["practice"].no_answer is NoAnswer.DONT_KNOW
    table.field.press("P")
    assert table.given["practice"].no_answer is NoAnswer.PREFERS_NOT
    assert not table.field.press("7")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("item_id", ["3e.1", "5a.2", "3b.1", "3b.3", "3o.2"])
def test_no_option_is_cut_however_long_its_words(lay, language, scale, item_id):
    current().choose(scale=scale)
    try:
        table = lay(item_of(item_id), size=(700, 900), words=Words(language))
        table.field.arrange(narrow=scale > 1)
        table.person.settle()
        for card in [*cards(table), *cards(table, TickCard)]:
            assert card.height() >= card.heightForWidth(card.width())
            assert card.width() >= card.minimumSizeHint().width()
    finally:
        current().choose(scale=1.0)


def test_level_three_stands_beside_level_three(lay):
    table = lay(item_of("3e.1"))
    levels = cards(table)
    for law, practice in zip(levels[:4], levels[4:], strict=True):
        top = [card.mapTo(table.window, QPoint()).y() for card in (law, practice)]
        assert top[0] == top[1]
        assert law.height() == practice.height()


def test_practice_stands_under_law_where_it_is_narrow(lay):
    table = lay(item_of("3e.1"), size=(500, 700))
    table.field.arrange(narrow=True)
    table.person.settle()
    levels = cards(table)
    bottom = levels[3].mapTo(table.window, QPoint()).y()
    assert levels[4].mapTo(table.window, QPoint()).y() > bottom


def test_the_language_changes_without_moving_keyboard_or_answer(lay):
    table = lay(item_of("3e.1"))
    table.person.picks(LAW, "3 Moderate")
    table.speak(Words("fr"))
    assert table.person.focused().startswith("3 Intermédiaire\u00a0: ")
    assert table.person.chosen("En droit")[0].startswith("3 Intermédiaire")


def test_yes_partly_no_tells_what_partly_means(lay):
    item = item_of("3b.3")
    table = lay(item)
    table.person.picks("Your answer", "Partly")
    assert table.given["value"].value == "partly"
    said = [name for name in table.person.hears() if name.startswith("Partly")]
    assert said == [f"Partly: {item.partly['en']}"]


def test_every_option_of_one_choice_can_be_chosen_by_number(lay):
    item = item_of("3b.1")
    table = lay(item)
    for place, choice in enumerate(item.choices, start=1):
        assert table.field.press(str(place))
        assert table.given["value"].value == choice.name


def test_none_takes_the_others_back_and_the_others_take_none_back(lay):
    item = item_of("3o.2")
    names = [choice.label["en"] for choice in item.choices]
    alone = next(one for one in item.choices if one.exclusive)
    table = lay(item)
    table.person.picks("Your answer", names[0])
    table.person.picks("Your answer", names[2])
    assert table.given["value"].value == (item.choices[0].name, item.choices[2].name)
    table.person.picks("Your answer", alone.label["en"])
    assert table.given["value"].value == (alone.name,)
    table.person.picks("Your answer", names[1])
    assert table.given["value"].value == (item.choices[1].name,)
    table.person.picks("Your answer", names[1])
    assert table.given["value"].empty


def test_other_asks_which(lay):
    item = item_of("3d.2")
    other = next(one for one in item.choices if one.specify)
    table = lay(item)
    assert "Please specify" not in table.person.hears()
    table.person.picks("Your answer", other.label["en"])
    table.person.types("Please specify", "saisonniers")
    assert table.specified[-1] == "saisonniers"
    table.person.picks("Your answer", "Don't know")
    assert "Please specify" not in table.person.hears()


def test_the_accessible_toggle_of_a_screen_reader_chooses(lay):
    table = lay(item_of("3e.1"))
    level = table.person.within(LAW, "4 Advanced", ROLE.RadioButton)
    level.actionInterface().doAction("Toggle")
    assert table.given["law"].value == 4


def test_no_answers_stand_apart_and_are_radio_buttons(lay):
    table = lay(item_of("3e.1"))
    buttons = cards(table, NoAnswerButton)
    assert len(buttons) == 6
    lowest = max(card.mapTo(table.window, QPoint()).y() for card in cards(table))
    for button in buttons:
        assert button.mapTo(table.window, QPoint()).y() > lowest
        assert min(button.width(), button.height()) >= 24


def test_letters_typed_into_a_reason_stay_letters(lay):
    table = lay(item_of("3e.1"))
    table.person.picks(LAW, "Not applicable")
    table.given.clear()
    table.person.types("Why is it not applicable? In law", "DNP 1234")
    assert not table.given
    assert QApplication.focusWidget() is not None
