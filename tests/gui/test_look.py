"""The palettes can be read, and a change of palette or size reaches what is shown."""

from collections import Counter
from itertools import product

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QStyle, QStyleOptionSlider, QVBoxLayout, QWidget

from spf_assess.desktop.look import PALETTES, SCALES, Look, Tokens, current
from spf_assess.desktop.look.sheet import style_sheet
from spf_assess.desktop.look.type import ROLES
from spf_assess.desktop.parts import Button, Label, LevelChip, QuietScroll
from spf_assess.desktop.parts.fold import FoldHead
from spf_assess.model import BENCHES

THEMES = sorted(PALETTES)
GROUNDS = ("canvas", "surface", "surface2", "accent_soft")
WORDS = ("text", "text2", "link")


@pytest.fixture
def look(qapp):
    look = current()
    yield look
    look.choose("light", 1.0)


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    red, green, blue, _ = QColor(colour).getRgbF()
    parts = [
        one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4
        for one in (red, green, blue)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_of_contrast_agrees_with_the_known_ends():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("role", ["primary", "plain"])
@pytest.mark.parametrize("enabled", [True, False], ids=["enabled", "disabled"])
def test_a_button_can_be_read_whether_it_can_be_pressed_or_not(
    look, qtbot, theme, role, enabled
):
    look.choose(theme)
    button = Button("Make the report", role)
    qtbot.addWidget(button)
    button.setEnabled(enabled)
    image = button.grab().toImage()
    seen = Counter(
        image.pixelColor(x, y).name()
        for x in range(8, image.width() - 8)
        for y in range(6, image.height() - 6)
    )
    ground = seen.most_common(1)[0][0]
    assert max(contrast(ink, ground) for ink in seen) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_words_stand_out_from_every_ground_they_stand_on(theme):
    tokens = PALETTES[theme]
    weak = [
        (ink, ground)
        for ink, ground in product(WORDS, GROUNDS)
        if contrast(getattr(tokens, ink), getattr(tokens, ground)) < 4.5
    ]
    pairs = (
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("accent", "accent_soft"),
        ("warn", "warn_soft"),
        ("warn", "canvas"),
        ("warn", "surface"),
        ("text", "warn_soft"),
        ("link", "warn_soft"),
    )
    weak += [
        (ink, ground)
        for ink, ground in pairs
        if contrast(getattr(tokens, ink), getattr(tokens, ground)) < 4.5
    ]
    assert not weak


@pytest.mark.parametrize("theme", THEMES)
def test_borders_focus_and_outlines_are_seen_on_every_ground(theme):
    tokens = PALETTES[theme]
    weak = [
        (edge, ground)
        for edge, ground in product(("control", "focus", "outline", "accent"), GROUNDS)
        if contrast(getattr(tokens, edge), getattr(tokens, ground)) < 3
    ]
    weak += [("focus", "warn_soft")] * (contrast(tokens.focus, tokens.warn_soft) < 3)
    assert not weak


@pytest.mark.parametrize("theme", THEMES)
def test_numerals_and_letters_are_read_on_their_fills(theme):
    tokens = PALETTES[theme]
    levels = zip(tokens.level_fills, tokens.level_inks, strict=True)
    benches = ((tokens.bench_fills[b], tokens.bench_inks[b]) for b in BENCHES)
    assert all(contrast(*pair) >= 4.4 for pair in (*levels, *benches))


def test_no_bench_and_no_level_shares_the_accent():
    for tokens in PALETTES.values():
        fills = (*tokens.level_fills, *tokens.bench_fills.values())
        assert tokens.accent not in fills


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", ["field", "table", "menu"])
def test_no_style_sheet_keeps_an_unfilled_token_or_a_pixel_font(kind, theme):
    sheet = style_sheet(kind, PALETTES[theme], 1.5)
    assert "$" not in sheet
    assert "font-size: 15px" not in sheet
    assert ("14.25pt" in sheet) == (kind == "table")


def test_another_text_size_reaches_labels_and_buttons_that_are_shown(qtbot, look):
    window = QWidget()
    column = QVBoxLayout(window)
    labels = {role: Label("Words", role) for role in ROLES}
    button = Button("Go on")
    for part in (*labels.values(), button, chip := LevelChip(3)):
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    before = button.sizeHint()
    look.choose(scale=2.0)
    for role, label in labels.items():
        assert label.font().pointSizeF() == ROLES[role][1] * 2, role
    assert button.sizeHint().width() > 1.7 * before.width()
    assert chip.sizeHint().width() == 36
    look.choose(scale=1.0)
    assert button.sizeHint() == before


def test_another_palette_repaints_what_is_shown(qtbot, look):
    button = Button("Go on", "primary")
    qtbot.addWidget(button)
    button.show()
    pictures = []
    for theme in THEMES:
        look.choose(theme=theme)
        middle = button.grab().toImage().pixelColor(6, button.height() // 2)
        assert middle.name() == PALETTES[theme].accent.lower()
        pictures.append(middle.name())
    assert len(set(pictures)) == len(THEMES)


def test_an_odd_size_or_palette_in_the_settings_becomes_the_nearest_there_is():
    assert Look("no such theme", 1.1).theme == "light"
    assert Look("dark", 1.1).scale == 1.0
    assert Look("dark", 99).scale == max(SCALES)
    assert Look("dark", -3).scale == min(SCALES)


def test_tokens_cannot_be_changed():
    with pytest.raises(AttributeError):
        PALETTES["light"].text = "#000000"
    assert isinstance(PALETTES["light"], Tokens)


@pytest.mark.parametrize("height", [200, 333, 801])
@pytest.mark.parametrize("content", [900, 4000, 90_000])
def test_the_painted_handle_lies_where_a_click_finds_it(qtbot, height, content):
    inside = QWidget()
    inside.setFixedHeight(content)
    area = QuietScroll(inside)
    qtbot.addWidget(area)
    area.resize(300, height)
    area.show()
    bar = area.verticalScrollBar()
    for place in (0, bar.maximum() // 3, bar.maximum()):
        bar.setValue(place)
        option = QStyleOptionSlider()
        bar.initStyleOption(option)
        box = bar.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar,
            option,
            QStyle.SubControl.SC_ScrollBarSlider,
            bar,
        )
        start, long = bar.handle()
        assert abs(start - box.y()) <= 1
        assert abs(long - box.height()) <= 1


def test_words_on_every_question_are_measured_once_for_each_font_and_width(
    qtbot, look, monkeypatch
):
    asked: Counter[str] = Counter()

    class Counted(QFontMetrics):
        def horizontalAdvance(self, text: str) -> int:  # noqa: N802 - Qt's name
            asked[text] += 1
            return super().horizontalAdvance(text)

        def boundingRect(  # noqa: N802 - Qt's name
            self, box: QRect, flags: int, text: str
        ) -> QRect:
            asked[f"{text} in {box.width()}"] += 1
            return super().boundingRect(box, flags, text)

    monkeypatch.setattr("spf_assess.desktop.look.letters.QFontMetrics", Counted)
    look.choose(scale=1.25)
    page = QWidget()
    qtbot.addWidget(page)
    heads = [FoldHead(page) for _ in range(12)]
    for head in heads:
        head.tell("Remarks", "what others should know of this, in your own words", "M")
        assert head.heightForWidth(160) > head.heightForWidth(900)
        assert head.minimumSizeHint().width() < head.sizeHint().width()
    assert asked
    assert set(asked.values()) == {1}
    small = heads[0].heightForWidth(160)
    look.choose(scale=2.0)
    assert heads[0].heightForWidth(160) > small
