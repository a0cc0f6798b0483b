"""Nothing is cut, small or out of reach: both sizes, 100 % and 200 %, longer words."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from support.answering import Seat, seat
from support.person import name_of, walk
from support.reading import Pseudo, clipped_texts, small_targets

from spf_assess.i18n import Words
from spf_assess.model import (
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    NoAnswer,
    PartAnswer,
)

__all__ = ["seat"]

ITEMS = ("3a.1", "3b.1", "3b.3", "3d.2", "3e.2", "3o.3", "5a.2")
WORDS = {"en": lambda: Words("en"), "fr": lambda: Words("fr"), "pseudo": Pseudo}
PLACES = [
    (size, scale, language)
    for size in ((1366, 768), (1024, 768))
    for scale in (1.0, 2.0)
    for language in WORDS
]


def fill(seat: Seat) -> None:
    """Answer so that everything that may unfold is there."""
    law = Evidence(
        EvidenceKind.LAW, Grade.B, "Act on social security", "art. 2", "2019"
    )
    figures = Evidence(EvidenceKind.STATISTIC, Grade.D, figure=Figure(total="5"))
    not_applicable = PartAnswer(no_answer=NoAnswer.NOT_APPLICABLE)
    for answer in (
        Answer(
            "3a.1",
            parts={"law": PartAnswer(4), "practice": PartAnswer(1)},
            evidence=(law, figures),
            comment="Words",
            flagged=True,
        ),
        Answer("3b.1", parts={"value": not_applicable}),
        Answer("3d.2", parts={"value": PartAnswer(("other",))}),
        Answer("3e.2", parts={"value": PartAnswer(("cost", "trust"))}),
        Answer(
            "3o.3", parts={"upheld": PartAnswer(Figure(total="120", note="Estimate"))}
        ),
    ):
        assert seat.hub.answer(answer)


def unfold(seat: Seat) -> None:
    """Open everything that folds."""
    panel = seat.page.sheet.panels[seat.page.here]
    for fold in panel.folds.by_key.values():
        if not fold.isHidden():
            fold.open()
    seat.settle()


def faults(seat: Seat) -> list[str]:
    """Return what cannot be read, reached or hit."""
    found = [f"cut: {text!r}" for text in clipped_texts(seat.window)]
    found += [f"small: {text!r}" for text in small_targets(seat.window)]
    for scroll in seat.window.findChildren(QScrollArea):
        if scroll.isVisible() and scroll.widget() is not None:
            beyond = scroll.widget().width() - scroll.viewport().width()
            if beyond > 0:
                found.append(f"{beyond} px beyond the right edge in {scroll}")
    return found


@pytest.fixture
def full(seat, tmp_path):
    seat.begin(tmp_path / "a.spfa", Constituency.GOVERNMENT)
    fill(seat)
    return seat


@pytest.mark.parametrize(("size", "scale", "language"), PLACES)
def test_every_kind_of_question_can_be_read_whole(full, size, scale, language):
    full.window.resize(*size)
    full.hub.look.choose(scale=scale)
    full.speak(WORDS[language]())
    wrong = {}
    for item in ITEMS:
        full.go(item)
        unfold(full)
        if found := faults(full):
            wrong[item] = found
    assert not wrong


@pytest.mark.parametrize(("size", "scale", "language"), PLACES)
def test_checking_and_handing_in_can_be_read_whole(full, size, scale, language):
    full.window.resize(*size)
    full.hub.look.choose(scale=scale)
    full.speak(WORDS[language]())
    wrong = {}
    for page in ("check", "handed_in"):
        full.window.show_page(page)
        full.settle()
        if found := faults(full):
            wrong[page] = found
    assert not wrong


@pytest.mark.parametrize(("size", "scale"), [((1024, 768), 1.0), ((1024, 768), 2.0)])
def test_what_has_no_room_is_one_key_away_and_so_is_the_way_back(full, size, scale):
    full.window.resize(*size)
    full.hub.look.choose(scale=scale)
    full.go("3e.2")
    assert not full.person.perceives("(e) social inclusion")
    full.person.keys("F2")
    assert full.person.perceives("(e) social inclusion")
    assert not faults(full)
    full.person.keys("Esc")
    assert not full.person.perceives("(e) social inclusion")
    assert full.page.here == "3e.2"


def test_the_outline_is_behind_a_button_where_it_is_narrow(full):
    full.window.resize(1024, 768)
    full.hub.look.choose(scale=2.0)
    full.go("3e.2")
    assert not full.person.perceives("Find a section or a word")
    full.person.presses("Sections")
    assert full.person.perceives("Find a section or a word")
    assert not faults(full)
    full.person.keys("Home", "Down", "Return")
    assert full.page.here == "3b.0"


@pytest.mark.parametrize("page", ["answering", "check", "handed_in"])
def test_everything_that_takes_the_keyboard_has_a_name(full, page):
    if page == "answering":
        for item in ITEMS:
            full.go(item)
            unfold(full)
            assert not nameless(full)
    else:
        full.window.show_page(page)
        full.settle()
        assert not nameless(full)


def nameless(seat: Seat) -> list[str]:
    return [
        str(node.object())
        for node in seat.person.tree()
        if node.state().focusable and not name_of(node)
    ]


def test_tab_comes_by_everything_in_the_order_in_which_it_is_seen(full):
    full.go("3a.1")
    unfold(full)
    panel = full.page.sheet.panels["3a.1"]
    panel.field.go_to("law")
    seen = []
    for _step in range(130):
        seen.append(QApplication.focusWidget())
        full.person.keys("Tab")
    names = [full.person_name(widget) for widget in seen]
    wanted = [
        "4 Advanced",
        "Don't know",
        "Clear the answer: In law",
        "1 Latent",
        "Don't know",
        "Clear the answer: In practice",
        "Follow-up questions",
        "Which groups",
        "What stops",
        "Evidence, ",
        "Remove Source 1",
        "Title of the act",
        "B: ",
        "Add a source: Legal",
        "Comment, ",
        "Comment",
        "Back",
        "Continue",
        "Both",
        "Text of the Recommendation",
        "Start page",
        "Find a section",
        "Check and hand in",
    ]
    at = -1
    for start in wanted:
        later = names[at + 1 :]
        places = [place for place, name in enumerate(later) if name.startswith(start)]
        assert places, f"{start!r} does not come after {names[at]!r}: {later}"
        at += 1 + places[0]


def test_tab_leaves_the_question_for_the_foot_and_never_gets_stuck(full):
    full.go("3e.2")
    first = QApplication.focusWidget()
    seen = []
    for _step in range(200):
        full.person.keys("Tab")
        seen.append(QApplication.focusWidget())
        if seen[-1] is first:
            break
    assert seen[-1] is first, "Tab never comes round"
    names = [full.person_name(widget) for widget in seen]
    for name in ("Continue", "Back", "Find a section or a word", "Both", "Help"):
        assert name in names, names


def test_the_words_of_the_page_are_told_once(full):
    full.go("3a.1")
    root = full.person.tree()[0]
    said = [name_of(node) for node in walk(root) if name_of(node)]
    question = full.hub.consultation.questionnaire.item("3a.1").label["en"]
    assert said.count(question) == 2  # the group, and the words that are seen


def test_tab_goes_through_a_whole_section_from_top_to_bottom(full):
    full.go("3b.2")
    full.page.choose_layout("whole")
    full.settle()
    full.page.sheet.panels["3b.0"].field.go_to("law")
    order = list(full.page.sheet.panels)
    assert sorted(order) == ["3b.0", "3b.1", "3b.2", "3b.3"]
    seen = []
    for _step in range(80):
        focus = QApplication.focusWidget()
        here = [
            item
            for item, panel in full.page.sheet.panels.items()
            if panel.isAncestorOf(focus)
        ]
        seen.append(here[0] if here else full.person_name(focus))
        full.person.keys("Tab")
    stations = [name for place, name in enumerate(seen) if name != seen[place - 1]]
    wanted = ["3b.0", "3b.1", "3b.2", "3b.3", "Back", "Next section", "Both"]
    assert [name for name in stations if name in wanted][: len(wanted)] == wanted


@pytest.mark.parametrize("key", ["E", "C"])
def test_what_is_unfolded_by_key_is_in_view(full, key):
    full.go("3b.2")
    full.person.keys(key)
    full.settle()
    focus = QApplication.focusWidget()
    assert focus.visibleRegion().boundingRect().height() == focus.height()
