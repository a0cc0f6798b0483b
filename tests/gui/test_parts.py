"""The small widgets every page is built of, as a person meets them."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from support.person import ROLE, Person, name_of
from support.reading import clipped_texts, overlapping, settle, small_targets

from spf_assess.desktop.look import PALETTES
from spf_assess.desktop.parts import (
    Bar,
    BenchMark,
    Button,
    ColumnsLayout,
    EdgesLayout,
    Entry,
    ErrorSummary,
    FlowLayout,
    Fold,
    KeyCap,
    Label,
    LevelChip,
    Notice,
    QuietScroll,
    RangeStrip,
    SavedSign,
    Segmented,
    State,
    StateIcon,
)
from spf_assess.desktop.parts.button import SHAPES
from spf_assess.desktop.parts.dialogs import confirm, tell
from spf_assess.desktop.parts.strip import level_x, mark_boxes
from spf_assess.model import (
    BENCHES,
    Comparison,
    NoJointLevel,
    Outcome,
    Pattern,
    Position,
    PositionSource,
)

CANARY = 'Tom & Jerry <img src="file:///x"> <b>bold</b> &amp; &nbsp;'
LONG = "Remettre la réponse au secrétariat de la commission nationale tripartite…"
GOVERNMENT, EMPLOYERS, WORKERS = BENCHES


@pytest.fixture
def page(qtbot):
    """A page with a column to put parts in."""
    page = QWidget()
    page.setLayout(QVBoxLayout())
    qtbot.addWidget(page)
    page.resize(500, 400)
    return page


def put(page: QWidget, *parts: QWidget) -> None:
    for part in parts:
        page.layout().addWidget(part)
    page.show()
    page.activateWindow()
    settle()


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def comparison(*levels: float | None) -> Comparison:
    return Comparison(
        item="3a.1",
        part="law",
        positions=tuple(
            Position(
                constituency=bench,
                level=level,
                source=PositionSource.MEDIAN,
                rated=1,
                respondents=1,
                spread=0,
                divided=False,
                no_answers={},
                no_answer=None,
                grade=None,
                unsupported=False,
            )
            for bench, level in zip(BENCHES, levels, strict=True)
        ),
        missing=(),
        range=None,
        outcome=Outcome.NO_COMPARISON,
        verdicts_differ=False,
        pattern=Pattern.NONE,
        apart=None,
        joint_level=None,
        no_joint_level=NoJointLevel.SHOWN,
    )


# -- words -----------------------------------------------------------------------------


def test_markup_in_a_label_is_shown_as_it_was_written(page):
    label = Label(CANARY)
    put(page, label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert Person(page).hears() == [CANARY]
    plain = Label(CANARY.replace("<b>", "(b)").replace("</b>", "(/b)"))
    assert abs(label.sizeHint().width() - plain.sizeHint().width()) < 40


def test_an_ampersand_in_a_label_with_a_buddy_is_no_mnemonic(page):
    label, field = Label("Food & Health"), QLineEdit()
    label.setBuddy(field)
    put(page, label, field)
    assert label.said == "Food & Health"
    assert name_of(QAccessible.queryAccessibleInterface(field)) == "Food & Health"


@pytest.mark.parametrize("role", sorted(SHAPES))
def test_markup_in_a_button_is_shown_as_it_was_written(page, role):
    button = Button(CANARY, role)
    put(page, button)
    node = QAccessible.queryAccessibleInterface(button)
    assert name_of(node) == CANARY
    assert button.shortcut().isEmpty()


def test_a_long_label_wraps_and_grows_instead_of_being_cut(page):
    label = Label(LONG * 4)
    put(page, label)
    assert label.height() > 3 * label.fontMetrics().height()
    assert clipped_texts(page) == []


def test_a_short_label_asks_for_one_line(page):
    label = Label("Answer of the Workers' group")
    put(page, label)
    assert label.sizeHint().height() == label.fontMetrics().height()
    assert label.heightForWidth(label.sizeHint().width()) == label.sizeHint().height()


def test_a_button_wraps_its_words_where_there_is_no_room(page):
    button = Button(LONG, "primary")
    put(page, button)
    one_line = button.height()
    page.resize(180, 400)
    settle()
    assert button.width() <= 180
    assert button.height() > 2 * one_line
    assert clipped_texts(page) == []


def test_a_button_does_not_move_its_neighbours_when_chosen(page):
    button = Button("All (60)", "filter")
    put(page, button)
    before = button.sizeHint()
    button.click()
    assert button.isChecked()
    assert button.sizeHint() == before


def test_every_button_is_large_enough_to_hit(page):
    put(page, *(Button("i", role) for role in SHAPES))
    assert small_targets(page) == []


@pytest.mark.parametrize("key", ["Space", "Return"])
def test_a_button_with_the_keyboard_answers_to_space(page, key):
    button, heard = Button("Go on"), []
    button.clicked.connect(lambda: heard.append(1))
    put(page, button)
    button.setFocus()
    Person(page).keys("Space")
    assert heard == [1]


# -- drawings --------------------------------------------------------------------------


def test_four_levels_differ_in_grey_as_well_because_of_their_numerals(qapp):
    pictures = []
    for level in (1, 2, 3, 4):
        grey = picture(LevelChip(level)).convertToFormat(QImage.Format.Format_Mono)
        pictures.append(bytes(grey.constBits()))
    assert len(set(pictures)) == 4


def test_a_chip_is_outlined_in_every_palette(qapp):
    from spf_assess.desktop.look import current

    try:
        for theme, tokens in PALETTES.items():
            current().choose(theme=theme)
            edge = picture(LevelChip(4)).pixelColor(0, 9)
            assert edge.name() == tokens.outline.lower()
    finally:
        current().choose(theme="light")


def test_three_benches_have_three_shapes_of_like_weight(qapp):
    weights = {}
    for bench in BENCHES:
        image = picture(BenchMark(bench, side=60))
        ground = image.pixelColor(0, 0)
        weights[bench] = sum(
            image.pixelColor(x, y) != ground
            for x in range(image.width())
            for y in range(image.height())
        )
    assert max(weights.values()) < 1.5 * min(weights.values())
    assert (
        len(
            {
                picture(BenchMark(one)).text()
                or hash(
                    bytes(
                        picture(BenchMark(one))
                        .convertToFormat(QImage.Format.Format_Mono)
                        .constBits()
                    )
                )
                for one in BENCHES
            }
        )
        == 3
    )


def test_marks_on_one_level_stand_side_by_side_and_inside_the_strip():
    rect = QRectF(0, 0, 170, 24)
    for level in (1, 1.5, 2.5, 4):
        boxes = mark_boxes(rect, dict.fromkeys(BENCHES, level), 14)
        ordered = sorted(boxes.values(), key=QRectF.left)
        assert all(one.right() <= other.left() for one, other in pairwise(ordered))
        assert all(rect.contains(box) for box in ordered)
        middle = (ordered[0].left() + ordered[-1].right()) / 2
        assert middle == pytest.approx(level_x(rect, level, 14))


def test_marks_follow_the_order_of_the_room():
    rect = QRectF(0, 0, 170, 24)
    levels = dict.fromkeys(BENCHES, 2.0)
    boxes = mark_boxes(rect, levels, 14, (WORKERS, GOVERNMENT, EMPLOYERS))
    assert boxes[WORKERS].left() < boxes[GOVERNMENT].left() < boxes[EMPLOYERS].left()


def test_a_half_level_stands_between_its_ticks():
    rect = QRectF(0, 0, 170, 24)
    two, half, three = (level_x(rect, level) for level in (2, 2.5, 3))
    assert half - two == pytest.approx(three - half)


def test_a_bench_without_a_level_is_not_drawn(qapp):
    boxes = mark_boxes(QRectF(0, 0, 170, 24), {EMPLOYERS: 2.0}, 14)
    assert list(boxes) == [EMPLOYERS]
    without, full = RangeStrip(comparison(None, 2, 3)), RangeStrip(comparison(1, 2, 3))
    assert picture(without) != picture(full)
    assert picture(RangeStrip(comparison(None, None, None))) is not None


def test_every_state_has_a_sign_of_its_own(qapp):
    signs = {
        bytes(
            picture(StateIcon(state))
            .convertToFormat(QImage.Format.Format_Mono)
            .constBits()
        )
        for state in State
    }
    assert len(signs) == len(State)


def test_drawings_that_stand_alone_can_be_named(page):
    put(
        page,
        LevelChip(3, "3, Moderate"),
        BenchMark(WORKERS, "Workers"),
        StateIcon(State.FLAG, "come back to this"),
        RangeStrip(comparison(1, 2, 3), "Range 2, all differ"),
        KeyCap("F2"),
        Bar(),
    )
    heard = Person(page).hears()
    assert {"3, Moderate", "Workers", "come back to this", "F2"} <= set(heard)
    assert "Range 2, all differ" in heard


# -- folds, choices, notices -----------------------------------------------------------


def test_a_fold_builds_what_it_holds_when_it_is_opened_and_only_once(page):
    built = []

    def build() -> QWidget:
        built.append(Label("Social Security Act, art. 14"))
        return built[-1]

    fold = Fold("Evidence", "1 source, grade B", "E", build=build)
    put(page, fold)
    person = Person(page)
    assert built == []
    person.presses("Evidence, 1 source, grade B")
    assert person.perceives("Social Security Act, art. 14")
    person.presses("Evidence, 1 source, grade B")
    assert not person.perceives("Social Security Act, art. 14")
    person.keys("Space")
    assert person.perceives("Social Security Act, art. 14")
    assert len(built) == 1


def test_a_fold_says_anew_what_it_holds(page):
    fold = Fold("Comment", "none yet", "C", build=QWidget)
    put(page, fold)
    fold.tell("Commentaire", "trois lignes")
    assert Person(page).find("Commentaire, trois lignes", ROLE.Button)
    page.resize(150, 400)
    settle()
    assert clipped_texts(page) == []


def test_the_arrow_keys_choose_among_segments_and_tab_leaves_them(page):
    heard = []
    choice = Segmented((("en", "English"), ("fr", "Français")), "fr", name="Language")
    choice.chosen.connect(heard.append)
    put(page, QLineEdit(), choice, QLineEdit())
    person = Person(page)
    page.findChildren(QLineEdit)[0].setFocus()
    person.keys("Tab")
    assert person.focused() == "Français"
    person.keys("Left")
    assert heard == ["en"]
    assert person.focused() == "English"
    assert person.is_chosen("English")
    assert not person.is_chosen("Français")
    person.keys("Tab")
    assert person.focused() == ""


def test_a_segment_chosen_in_code_is_not_told_and_is_where_tab_lands(page):
    heard = []
    choice = Segmented((("law", "Law"), ("practice", "Practice")))
    choice.chosen.connect(heard.append)
    put(page, QLineEdit(), choice)
    choice.select("practice")
    page.findChildren(QLineEdit)[0].setFocus()
    Person(page).keys("Tab")
    assert Person(page).focused() == "Practice"
    assert heard == []


def test_segments_are_read_out_as_radio_buttons_in_the_order_they_are_seen(page):
    choice = Segmented((("a", "One"), ("b", "Two"), ("c", "Three")), "b", name="Which")
    put(page, choice)
    person = Person(page)
    radios = [node for node in person.tree() if node.role() == ROLE.RadioButton]
    assert [name_of(node) for node in radios] == ["One", "Two", "Three"]
    assert [bool(node.state().checked) for node in radios] == [False, True, False]
    choice.select("c")
    assert [bool(node.state().checked) for node in radios] == [False, False, True]


def test_clicking_the_chosen_segment_keeps_it_chosen(page):
    choice = Segmented((("law", "Law"), ("practice", "Practice")))
    put(page, choice)
    person = Person(page)
    person.presses("Law")
    assert person.is_chosen("Law")
    person.presses("Practice")
    person.presses("Practice")
    assert choice.selected == "practice"


def test_the_summary_of_errors_leads_to_the_field(page):
    summary, heard = ErrorSummary(), []
    summary.chosen.connect(heard.append)
    put(page, summary)
    assert not summary.isVisible()
    summary.tell("Two things to mend", [("3e.3 No answer", "3e.3"), (CANARY, "3c.2")])
    person = Person(page)
    person.presses("3e.3 No answer")
    person.presses(CANARY)
    assert heard == ["3e.3", "3c.2"]
    summary.tell("", [])
    assert not summary.isVisible()


def test_lines_of_the_summary_that_wrap_begin_at_the_left(page):
    summary = ErrorSummary()
    put(page, summary)
    page.resize(260, 400)
    summary.tell("One thing to mend", [(f"{LONG} no", "3e.3")])
    settle()
    line = next(one for one in summary.findChildren(Button) if one.said.endswith("no"))
    image = picture(line)
    ground = image.pixelColor(1, 1)
    tall = image.height() // line.fontMetrics().lineSpacing()
    assert tall > 1
    begins = [
        next(
            x
            for x in range(image.width())
            for y in range(
                part * image.height() // tall, (part + 1) * image.height() // tall
            )
            if image.pixelColor(x, y) != ground
        )
        for part in range(tall)
    ]
    assert max(begins) - min(begins) < 6


def test_a_notice_can_be_put_away(page):
    notice, heard = Notice("error", CANARY, close="Close"), []
    notice.closed.connect(lambda: heard.append(1))
    put(page, notice)
    person = Person(page)
    assert person.perceives(CANARY)
    person.presses("Close")
    assert heard == [1]
    assert not notice.isVisible()


def test_the_saved_sign_warns_in_words_when_something_is_not_saved(page):
    sign = SavedSign()
    put(page, sign)
    assert not sign.isVisible()
    sign.tell("Saved at 10:42")
    assert Person(page).perceives("Saved at 10:42")
    before = picture(sign)
    sign.tell("Not saved", saved=False)
    assert Person(page).perceives("Not saved")
    assert picture(sign) != before


def test_a_line_to_write_in_says_what_is_wrong_with_it(page):
    entry = Entry(5)
    entry.say("Title & place", "For example: Ici")
    put(page, entry)
    person = Person(page)
    person.types("Title & place", "éçœ–toolong")
    assert entry.text == "éçœ–t"
    entry.tell_error("Write the title.")
    about = person.find("Title & place", ROLE.EditableText).text(
        QAccessible.Text.Description
    )
    assert "Write the title." in about
    assert "For example" in about
    entry.tell_error("")
    assert not person.perceives("Write the title.")


# -- layouts ---------------------------------------------------------------------------


@pytest.mark.parametrize("width", [160, 300, 700, 1300])
def test_a_flow_sets_its_items_in_lines_and_never_over_each_other(page, width):
    holder = QWidget()
    flow = FlowLayout(holder)
    for number in range(7):
        flow.addWidget(Button(f"Button number {number}"))
    put(page, holder)
    page.resize(width, 600)
    settle()
    assert overlapping(page) == []
    assert clipped_texts(page) == []


def test_a_label_has_the_first_line_of_a_flow_to_itself(page):
    holder, label = QWidget(), Label("Or no rating", role="label")
    flow = FlowLayout(holder, line_gap=4)
    flow.begin_with(label)
    buttons = [Button("One"), Button("Two")]
    for button in buttons:
        flow.addWidget(button)
    put(page, holder)
    page.resize(700, 600)
    settle()
    assert label.width() == holder.width()
    below = label.y() + label.height() + 4
    assert {button.y() for button in buttons} == {below}
    assert overlapping(page) == []


@pytest.mark.parametrize("width", [160, 420, 1300])
def test_edges_and_columns_give_way_where_there_is_no_room(page, width):
    edge, columns = QWidget(), QWidget()
    edges = EdgesLayout(edge)
    edges.addWidget(Label(LONG))
    edges.addWidget(Label("Outil indépendant, ni produit ni approuvé par l'OIT"))
    row = ColumnsLayout(columns, least=400)
    for number in range(3):
        row.addWidget(Label(f"{number} {LONG}"))
    put(page, edge, columns)
    page.resize(width, 900)
    settle()
    assert overlapping(page) == []
    assert clipped_texts(page) == []
    tops = {label.y() for label in columns.findChildren(Label)}
    assert len(tops) == (1 if width == 1300 else 3)


def test_a_hidden_column_leaves_its_room_to_the_others(page):
    columns = QWidget()
    row = ColumnsLayout(columns, least=100)
    first, second = Label("first"), Label("second")
    row.addWidget(first)
    row.addWidget(second)
    put(page, columns)
    half = first.width()
    second.hide()
    settle()
    assert first.width() > 1.8 * half


def test_the_keyboard_pulls_its_field_into_view(page):
    inside = QWidget()
    column = QVBoxLayout(inside)
    for number in range(60):
        field = QLineEdit()
        field.setAccessibleName(f"field {number}")
        column.addWidget(field)
    area = QuietScroll(inside)
    put(page, area)
    inside.findChildren(QLineEdit)[0].setFocus()
    Person(page).tabs_to("field 40")
    seen = inside.findChildren(QLineEdit)[40].visibleRegion().boundingRect()
    assert seen.height() == inside.findChildren(QLineEdit)[40].height()


def test_nothing_has_to_be_scrolled_sideways(page):
    inside = QWidget()
    row = QHBoxLayout(inside)
    row.addWidget(Button("Unbreakablylongwordonabutton"))
    row.addWidget(Button("Anotherunbreakablylongword"))
    area = QuietScroll(inside)
    put(page, area)
    page.resize(100, 100)
    settle()
    assert area.viewport().width() >= inside.minimumSizeHint().width()


# -- dialogs ---------------------------------------------------------------------------


def test_a_question_does_nothing_until_it_is_answered(page):
    done = []
    put(page, Label("behind"))
    dialog = confirm(
        page, "Close?", CANARY, yes="Close", no="Stay", then=lambda: done.append(1)
    )
    person = Person(dialog)
    assert person.perceives(CANARY)
    assert person.focused() == "Stay"
    person.keys("Escape")
    assert done == []
    dialog = confirm(
        page, "Close?", CANARY, yes="Close", no="Stay", then=lambda: done.append(1)
    )
    Person(dialog).presses("Close")
    assert done == [1]


def test_a_message_is_plain_words_and_one_button(page):
    put(page, Label("behind"))
    dialog = tell(page, "Done", CANARY, close="Close")
    person = Person(dialog)
    assert person.perceives(CANARY)
    person.presses("Close")
    assert QApplication.activeModalWidget() is None
