"""Answering in the real window: going about, keys, what is told, what is kept."""

import pytest
from PySide6.QtWidgets import QApplication
from support.answering import seat
from support.person import ROLE, type_text

from spf_assess.analysis import asked_items
from spf_assess.desktop.pages.answering import WHOLE
from spf_assess.i18n import Words
from spf_assess.model import (
    Answer,
    Constituency,
    EvidenceKind,
    Grade,
    NoAnswer,
    PartAnswer,
    RespondentKind,
    Selection,
)
from spf_assess.questionnaire import load_questionnaire

__all__ = ["seat"]

LAW, PRACTICE = "In law", "In practice"
WORKERS_ASKED = asked_items(load_questionnaire(), Selection(), Constituency.WORKERS, {})
ASKED = len(WORKERS_ASKED)


@pytest.fixture
def at_work(seat, tmp_path):
    seat.begin(tmp_path / "réponses.spfa")
    return seat


def test_it_begins_at_the_first_question_and_says_which_of_how_many(at_work):
    assert at_work.window.page_name == "answering"
    assert at_work.page.here == "3a.1"
    assert at_work.person.perceives(f"Question 1 of {ASKED}")
    assert at_work.person.perceives(f"0 of {ASKED} answered")


def test_a_choice_is_on_disk_at_once_and_is_said_to_be(at_work):
    at_work.person.picks(LAW, "3 Moderate")
    assert at_work.answer("3a.1").part("law") == PartAnswer(value=3)
    assert at_work.window.bar.saved_sign.said.startswith("Saved at ")


def test_nothing_is_said_to_be_saved_before_something_was(at_work):
    assert at_work.window.bar.saved_sign.said == ""


def test_keys_rate_and_go_on(at_work):
    at_work.person.keys("3")
    assert at_work.answer("3a.1").part("law").value == 3
    at_work.page.sheet.panels["3a.1"].field.go_to("practice")
    at_work.person.keys("2", "PgDown")
    assert at_work.answer("3a.1").part("practice").value == 2
    assert at_work.page.here == "3a.2"
    at_work.person.keys("PgUp")
    assert at_work.page.here == "3a.1"
    at_work.person.keys("Ctrl+Return")
    assert at_work.page.here == "3a.2"


def test_keys_state_a_no_answer_and_mark_the_question(at_work):
    at_work.person.keys("D")
    assert at_work.answer("3a.1").part("law").no_answer is NoAnswer.DONT_KNOW
    at_work.person.keys("B")
    assert at_work.answer("3a.1").flagged
    assert at_work.person.perceives("Come back (1)")
    at_work.person.presses("Marked: come back to this")
    assert not at_work.answer("3a.1").flagged


def test_not_applicable_by_key_goes_to_the_reason_and_letters_stay_there(at_work):
    at_work.person.keys("N")
    type_text(QApplication.focusWidget(), "B, C, 1234 et N")
    at_work.page.pause()
    given = at_work.answer("3a.1")
    assert given.part("law").reason == "B, C, 1234 et N"
    assert not given.flagged
    assert given.part("practice").empty


def test_continue_is_never_disabled_and_ends_at_checking(at_work):
    last = WORKERS_ASKED[-1].id
    at_work.go(last)
    assert at_work.page.here == last
    button = at_work.person.find("Check your answers").object()
    assert button.isEnabled()
    at_work.person.presses("Check your answers")
    assert at_work.window.page_name == "check"


def test_undo_takes_the_last_answer_back_where_it_was_given(at_work):
    at_work.person.keys("3", "PgDown")
    assert at_work.page.here == "3a.2"
    at_work.person.keys("Ctrl+Z")
    assert at_work.page.here == "3a.1"
    assert at_work.answer("3a.1").empty
    assert not at_work.person.chosen(LAW)
    at_work.person.keys("Ctrl+Y")
    assert at_work.person.chosen(LAW)[0].startswith("3 Moderate")


def test_a_comment_is_saved_when_the_keyboard_leaves_it(at_work):
    at_work.person.keys("C")
    assert at_work.person.focused() == "Comment"
    type_text(QApplication.focusWidget(), "Très « lent » – & <b>non</b>\nœuvre")
    at_work.person.keys("Tab")
    assert at_work.answer("3a.1").comment == "Très « lent » – & <b>non</b>\nœuvre"
    assert at_work.person.perceives("Comment, Très « lent » – & <b>non</b> œuvre")
    assert at_work.person.perceives("Commented (1)")


def test_words_are_saved_within_a_second_while_one_goes_on_typing(at_work, qtbot):
    at_work.person.keys("C")
    box = QApplication.focusWidget()
    type_text(box, "half a")
    qtbot.waitUntil(lambda: at_work.answer("3a.1").comment == "half a", timeout=1000)
    type_text(box, " sentence")
    qtbot.waitUntil(
        lambda: at_work.answer("3a.1").comment == "half a sentence", timeout=1000
    )
    assert box.toPlainText() == "half a sentence"


def test_evidence_is_added_graded_and_removed(at_work):
    at_work.person.keys("3", "E")
    at_work.person.presses("Add a source: Legal reference")
    title = "Title of the act or regulation, Source 1: Legal reference"
    assert at_work.person.focused() == title
    at_work.person.types(title, "Loi n° 12")
    at_work.page.pause()
    source = at_work.answer("3a.1").evidence[0]
    assert (source.kind, source.title) == (EvidenceKind.LAW, "Loi n° 12")
    assert source.grade is Grade.D
    at_work.person.picks("Source 1: Legal reference", "A:")
    assert at_work.answer("3a.1").evidence[0].grade is Grade.A
    assert at_work.person.perceives("Evidence, 1 source, grade A: Loi n° 12")
    at_work.person.presses("Remove Source 1: Legal reference")
    assert at_work.answer("3a.1").evidence == ()
    assert at_work.person.perceives("Evidence, none yet")


def test_a_source_of_which_nothing_is_said_is_no_source(at_work):
    at_work.person.keys("E")
    at_work.person.presses("Add a source: Document")
    at_work.person.keys("PgDown")
    assert at_work.answer("3a.1").evidence == ()


def test_a_statistic_takes_figures_by_sex(at_work):
    at_work.person.keys("E")
    at_work.person.presses("Add a source: Statistic")
    at_work.person.types("Women, Source 1: Statistic", "41.5")
    at_work.person.types("Total, Source 1: Statistic", "47")
    at_work.page.pause()
    figure = at_work.answer("3a.1").evidence[0].figure
    assert (figure.women, figure.total) == ("41.5", "47")


def test_a_low_rating_asks_what_is_left_out_and_why_it_asks(at_work):
    assert not at_work.person.perceives("Follow-up questions")
    at_work.page.sheet.panels["3a.1"].field.go_to("practice")
    at_work.person.keys("2")
    told = "asked because practice is 2 or lower; 1 to be answered"
    assert at_work.person.perceives(told)
    at_work.person.keys("G")
    type_text(QApplication.focusWidget(), "Rural areas")
    at_work.page.pause()
    assert at_work.answer("3a.1").follow_ups["F1"] == "Rural areas"
    assert at_work.person.perceives("asked because practice is 2 or lower; answered")


def test_an_answer_no_longer_asked_for_is_kept(at_work):
    at_work.page.sheet.panels["3a.1"].field.go_to("practice")
    at_work.person.keys("2", "G")
    type_text(QApplication.focusWidget(), "Rural areas")
    at_work.page.sheet.panels["3a.1"].field.go_to("practice")
    at_work.person.keys("4")
    assert not at_work.person.perceives("asked because practice is 2 or lower")
    at_work.person.keys("1")
    assert at_work.answer("3a.1").follow_ups["F1"] == "Rural areas"
    assert at_work.person.perceives("asked because practice is 2 or lower; answered")


def test_a_question_hidden_by_logic_comes_back_with_its_answer(at_work):
    at_work.hub.answer(Answer("3g.1", parts={"value": PartAnswer("all_guarantees")}))
    at_work.go("3g.2")
    at_work.person.keys("3")
    assert at_work.page.here == "3g.2"
    at_work.hub.answer(Answer("3g.1", parts={"value": PartAnswer("none")}))
    at_work.go("3g.1")
    at_work.person.keys("PgDown")
    assert at_work.page.here != "3g.2"
    at_work.hub.answer(Answer("3g.1", parts={"value": PartAnswer("all_guarantees")}))
    at_work.go("3g.2")
    assert at_work.person.chosen(PRACTICE)[0].startswith("3 ")


def test_the_outline_tells_each_section_in_words(at_work):
    lines = [name for name in at_work.person.hears() if name.startswith("3(a), ")]
    assert lines == ["3(a), Universality, to do"]
    at_work.person.keys("3")
    assert at_work.person.perceives("3(a), Universality, 0 of 3")


def test_the_outline_shows_what_is_flagged_and_goes_there(at_work):
    at_work.go("3c.1")
    at_work.person.keys("B")
    at_work.go("3a.1")
    at_work.person.presses("Come back (1)")
    flagged = "3c.1, Benefits and life in dignity, come back"
    assert at_work.person.perceives(flagged)
    assert not at_work.person.perceives("3(a), Universality")
    list_ = at_work.person.find("Sections", ROLE.List).object()
    list_.setFocus()
    at_work.person.keys("Home", "Down", "Down", "Return")
    assert at_work.page.here == "3c.1"


def test_a_word_is_found_in_the_questions(at_work):
    at_work.person.keys("Ctrl+F")
    assert at_work.person.focused() == "Find a section or a word"
    type_text(QApplication.focusWidget(), "late")
    at_work.settle()
    assert at_work.person.perceives("3c.4, ")
    assert not at_work.person.perceives("3(b), ")


@pytest.mark.parametrize("sought", ["24", "paragraphs 19 to 24", "19–24"])
def test_a_section_is_found_by_each_of_its_paragraphs(at_work, sought):
    at_work.person.keys("Ctrl+F")
    type_text(QApplication.focusWidget(), sought)
    at_work.settle()
    assert at_work.person.perceives("19–24, ")
    assert not at_work.person.perceives("13–18, ")


def test_the_whole_section_can_be_seen_and_answered(at_work):
    at_work.person.presses("Whole section")
    at_work.settle()
    assert set(at_work.page.sheet.panels) == {"3a.1", "3a.2", "3a.5"}
    at_work.person.picks("How far are risks pooled", "4 Advanced")
    assert at_work.page.here == "3a.2"
    assert at_work.answer("3a.2").part("practice").value == 4
    at_work.person.presses("Next section")
    assert at_work.page.here == "3b.0"
    at_work.person.keys("F4")
    assert set(at_work.page.sheet.panels) == {"3b.0"}


def test_a_question_can_be_marked_in_the_whole_section(at_work):
    at_work.page.choose_layout(WHOLE)
    at_work.settle()
    group = "How far are risks pooled"
    at_work.person.picks(group, "Come back to this")
    assert at_work.answer("3a.2").flagged
    assert at_work.person.within(group, "Unmark") is not None


def test_the_language_changes_where_one_is(at_work):
    at_work.person.keys("C")
    box = QApplication.focusWidget()
    type_text(box, "unfinished")
    at_work.speak(Words("fr"))
    assert QApplication.focusWidget() is box
    assert box.toPlainText() == "unfinished"
    assert at_work.page.here == "3a.1"
    assert at_work.person.focused() == "Commentaire"
    assert at_work.person.perceives(f"Question 1 sur {ASKED}")
    type_text(box, " encore")
    at_work.page.pause()
    assert at_work.answer("3a.1").comment == "unfinished encore"


def test_the_text_of_the_recommendation_stands_beside_in_both_languages(at_work):
    at_work.go("3e.1")
    assert at_work.person.perceives("(e) social inclusion, including of persons in")
    assert at_work.person.perceives("e) inclusion sociale, y compris des personnes")
    at_work.person.keys("F2")
    assert not at_work.person.perceives("(e) social inclusion")
    at_work.person.keys("F2")
    assert at_work.person.perceives("(e) social inclusion")
    assert at_work.person.focused() == "Text of the Recommendation"


def test_the_text_can_be_read_in_one_language(at_work):
    at_work.go("3e.1")
    at_work.person.chooses("Both")
    legal = at_work.page.findChildren(type(at_work.page._legal))[0]
    legal._languages.select("fr")
    legal._languages.chosen.emit("fr")
    at_work.settle()
    assert not at_work.person.perceives("(e) social inclusion, including of persons in")
    assert at_work.person.perceives("e) inclusion sociale, y compris des personnes")


def test_what_the_own_group_can_bring_is_told(at_work):
    at_work.go("3e.1")
    assert at_work.person.perceives("Workers can describe the obstacles met by their")


def test_observers_comment_and_are_not_asked_to_rate(seat, tmp_path):
    seat.begin(tmp_path / "o.spfa", Constituency.OBSERVERS)
    assert not seat.person.perceives("1 Latent")
    assert seat.person.perceives("Observers comment; the three groups rate.")
    assert seat.person.focused() == "Comment"
    type_text(QApplication.focusWidget(), "Seen from outside")
    seat.page.pause()
    assert seat.answer(seat.page.here).comment == "Seen from outside"


def test_what_is_no_number_is_still_there_when_one_comes_back(seat, tmp_path):
    seat.begin(tmp_path / "g.spfa", Constituency.GOVERNMENT)
    seat.go("3o.3")
    seat.person.types("Total, Number received", "many")
    seat.person.keys("Ctrl+Return", "PgUp")
    assert seat.page.here == "3o.3"
    assert seat.person.value_of("Total, Number received") == "many"


def test_another_file_starts_with_nothing_of_the_first(seat, tmp_path):
    seat.begin(tmp_path / "a.spfa")
    seat.person.keys("3", "PgDown")
    seat.begin(tmp_path / "b.spfa")
    assert seat.page.here == "3a.1"
    assert not seat.person.chosen(LAW)


def test_leaving_the_page_saves_what_was_typed(at_work):
    at_work.person.keys("C")
    type_text(QApplication.focusWidget(), "last words")
    at_work.window.show_page("check")
    assert at_work.answer("3a.1").comment == "last words"
    assert at_work.window.page_name == "check"


def test_the_language_reaches_questions_further_down(at_work):
    at_work.page.choose_layout(WHOLE)
    at_work.settle()
    at_work.speak(Words("fr"))
    at_work.settle()
    assert at_work.page.sheet.complete
    assert at_work.person.perceives("Dans quelle mesure les risques")
    assert not at_work.person.perceives("How far")
    assert not at_work.person.perceives("Emerging")


def test_a_group_keeps_a_minority_note_beside_its_answer_by_one_key(seat, tmp_path):
    seat.begin(tmp_path / "b.spfa", kind=RespondentKind.BENCH)
    seat.go("3a.1")
    seat.person.keys("3", "M")
    type_text(QApplication.focusWidget(), "Deux d'entre nous voient « 2 »")
    seat.person.keys("Tab")
    kept = seat.answer("3a.1")
    assert kept.minority == "Deux d'entre nous voient « 2 »"
    assert kept.part("law").value == 3
    assert not kept.comment
    assert seat.person.perceives("Minority note")


def test_a_person_alone_has_no_minority_note(at_work):
    panel = at_work.page.sheet.panels[at_work.page.here]
    assert panel.folds.shown("M") is None
    assert not panel.open_fold("M")


def test_a_file_closed_while_a_long_section_is_built_builds_no_more_of_it(at_work):
    form = at_work.hub.consultation.questionnaire
    at_work.go(form.section("c102").items[0].id)
    at_work.page.choose_layout(WHOLE)
    assert not at_work.page.sheet.complete
    built = len(at_work.page.sheet.panels)
    at_work.page.leave()
    at_work.hub.close()
    at_work.settle()  # a panel of what is closed would raise here
    assert len(at_work.page.sheet.panels) == built
