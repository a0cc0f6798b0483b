"""Five sections of every kind, in English, French and a language 40 % longer."""

import pytest
from support.answering import seat
from support.golden import check_picture
from support.reading import Pseudo, clipped_texts

from spf_assess.i18n import Words
from spf_assess.model import Constituency, RespondentKind, Text

__all__ = ["seat"]

# two ratings and a ranking; figures; four ratings at once; a choice; a checklist
SECTIONS = ("3e", "3h", "5a", "p13", "c102")


class PseudoQuestions(Pseudo):
    """The longer language for the questions as well as for the window."""

    def text(self, text: Text) -> str:
        return " ".join(
            word + "ẅ" * round(len(word) * 0.4)
            for word in super().text(text).split(" ")
        )


SPEAKING = {
    "en": lambda: Words("en"),
    "fr": lambda: Words("fr"),
    "pseudo": PseudoQuestions,
}


@pytest.fixture
def shown(seat, tmp_path):
    """Show a section whole, from its first question on."""

    def show(section: str, language: str):
        seat.window.resize(1366, 768)
        seat.begin(tmp_path / "a.spfa", Constituency.GOVERNMENT, RespondentKind.BENCH)
        seat.speak(SPEAKING[language]())
        form = seat.hub.consultation.questionnaire
        seat.go(form.section(section).items[0].id)
        seat.page.choose_layout("whole")
        seat.settle()
        return seat

    return show


@pytest.mark.parametrize("language", sorted(SPEAKING))
@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_as_agreed_on(shown, tmp_path, section, language):
    seat = shown(section, language)
    check_picture(seat.window, f"section-{section}-{language}", tmp_path)


@pytest.mark.parametrize("section", SECTIONS)
def test_nothing_of_a_section_is_cut_in_a_longer_language(shown, section):
    seat = shown(section, "pseudo")
    for _turn in range(400):
        seat.settle()
        if seat.page.sheet.complete:
            break
    assert seat.page.sheet.complete
    assert clipped_texts(seat.window) == []
