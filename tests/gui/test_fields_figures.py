"""Figures, dates and words: read as people write them, doubts apart from errors."""

import pytest
from support.answering import item_of, item_of_kind, lay

from spf_assess.desktop.fields.dates import read_date
from spf_assess.desktop.fields.numbers import is_year, read_number
from spf_assess.i18n import Words
from spf_assess.model import Figure, ItemKind, NoAnswer, PartAnswer

__all__ = ["lay"]

RECEIVED, SHARE = "Number received", "Share decided in favour of the applicant"


def figure(table, part):
    return table.typed[part].value


@pytest.mark.parametrize(
    ("written", "language", "kept"),
    [
        ("12", "en", "12"),
        ("12.5", "en", "12.5"),
        ("12,5", "en", "12.5"),
        ("12,5", "fr", "12.5"),
        ("12.5", "fr", "12.5"),
        ("1,234", "en", "1234"),
        ("1,234", "fr", "1.234"),
        ("1 234,5", "fr", "1234.5"),
        ("1\u202f234\u00a0567", "fr", "1234567"),
        ("1'234.50", "en", "1234.50"),
        ("1,234,567.8", "en", "1234567.8"),
        ("1.234.567,8", "fr", "1234567.8"),
        ("−3", "en", "-3"),
        ("7 %", "en", "7"),
        ("7\u00a0%", "fr", "7"),
        (",5", "fr", "0.5"),
        ("5.", "en", "5"),
        ("about 5", "en", None),
        ("5-6", "en", None),
        ("", "en", None),
        ("1e5", "en", None),
        ("٣", "en", None),
        ("1" * 16, "en", None),
        ("0.1234567", "en", None),
    ],
)
def test_figures_are_read_in_any_customary_form(written, language, kept):
    assert read_number(written, language) == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2026-11-18", "2026-11-18"),
        ("18/11/2026", "2026-11-18"),
        ("18.11.2026", "2026-11-18"),
        ("18 novembre 2026", "2026-11-18"),
        ("18 November 2026", "2026-11-18"),
        ("1er juin 2012", "2012-06-01"),
        ("1st June 2012", "2012-06-01"),
        ("Févr. 2024", "2024-02"),
        ("3/2025", "2025-03"),
        ("2025-03", "2025-03"),
        ("2024", "2024"),
        ("29/2/2024", "2024-02-29"),
        ("29/2/2023", None),
        ("11/18/2026", None),
        ("13/2025", None),
        ("soon", None),
        ("18/11/26", None),
        ("0001", None),
    ],
)
def test_dates_are_read_day_first_and_as_exact_as_given(written, kept):
    assert read_date(written) == kept


def test_a_span_of_years_is_a_year():
    assert is_year("2024")
    assert is_year("2023-24")
    assert is_year("2023/24")
    assert not is_year("20x4")


def test_women_men_and_total_are_saved_as_decimals(lay):
    table = lay(item_of("3o.3"), words=Words("fr"))
    heading = item_of("3o.3").parts[2].label["fr"]
    table.person.types(f"Femmes, {heading}", "41,5")
    table.person.types(f"Hommes, {heading}", "52,5")
    table.person.types(f"Total, {heading}", "47")
    table.person.types(f"Année, {heading}", "2024")
    table.person.types(f"Source, {heading}", "Caisse nationale – rapport n° 3")
    assert figure(table, "upheld") == Figure(
        women="41.5",
        men="52.5",
        total="47",
        year="2024",
        source="Caisse nationale – rapport n° 3",
    )
    assert not [name for name in table.person.hears() if "Vérifiez" in name]


def test_a_figure_is_shown_as_it_was_understood_once_one_goes_on(lay):
    table = lay(item_of("3o.3"))
    table.person.types(f"Total, {RECEIVED}", "1,234.50")
    table.person.keys("Tab")
    assert table.person.value_of(f"Total, {RECEIVED}") == "1234.50"


def test_what_is_no_number_stays_is_told_and_is_not_saved(lay):
    table = lay(item_of("3o.3"))
    table.person.types(f"Total, {RECEIVED}", "many")
    told = "Total: “many” is not a number, so it is not saved. Write it like 1234.5."
    assert table.person.perceives(told)
    assert table.person.description_of(f"Total, {RECEIVED}") == told
    assert table.typed["received"].empty
    assert table.field.rough() == {"received/total": "many"}
    other = lay(item_of("3o.3"))
    other.field.show_rough(table.field.rough())
    assert other.person.value_of(f"Total, {RECEIVED}") == "many"


def test_a_doubtful_figure_is_saved_and_doubted(lay):
    table = lay(item_of("3o.3"))
    table.person.types(f"Total, {SHARE}", "140")
    assert figure(table, "upheld").total == "140"
    assert table.person.perceives("Total: above 100, the highest plausible value")
    table.person.types(f"Women, {SHARE}", "10")
    table.person.types(f"Men, {SHARE}", "20")
    assert table.person.perceives("The total is neither the sum")


@pytest.mark.parametrize("total", ["15", "30"])
def test_a_total_may_be_a_sum_or_lie_between(lay, total):
    table = lay(item_of("3o.3"))
    for box, text in (("Women", "10"), ("Men", "20"), ("Total", total)):
        table.person.types(f"{box}, {RECEIVED}", text)
    assert not table.person.perceives("The total is neither")


def test_leaving_sex_out_asks_for_the_reason(lay):
    table = lay(item_of("3o.3"))
    why = "Why are figures for women and men missing? (Paragraph 21)"
    assert not table.person.perceives(why)
    table.person.types(f"Total, {RECEIVED}", "310")
    table.person.types(why, "Forms do not ask")
    assert figure(table, "received").no_sex_reason == "Forms do not ask"
    table.person.types(f"Women, {RECEIVED}", "120")
    table.person.types(f"Men, {RECEIVED}", "190")
    assert not table.person.perceives(why)


def test_amounts_that_have_no_sex_do_not_ask_for_it(lay):
    table = lay(item_of("3c.2"))
    heading = "Child benefit"
    table.person.types(f"Total, {heading}", "35")
    assert not table.person.perceives("Women")
    assert not table.person.perceives("Why are figures for women and men missing?")


def test_a_figure_and_a_no_answer_exclude_each_other(lay):
    table = lay(item_of("3o.3"))
    table.person.types(f"Total, {RECEIVED}", "310")
    table.person.picks(RECEIVED, "Don't know")
    assert table.given["received"] == PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    assert table.person.value_of(f"Total, {RECEIVED}") == ""
    table.person.types(f"Total, {RECEIVED}", "5")
    assert figure(table, "received").total == "5"


def test_a_note_is_one_button_away_and_stays_open_while_it_is_written(lay):
    table = lay(item_of("3o.3"))
    table.person.presses(f"Add a note, {RECEIVED}")
    table.person.types("Note on this figure", "Two regions only")
    assert figure(table, "received").note == "Two regions only"
    table.show(("received", PartAnswer(value=Figure(total="1", note="N"))))
    assert table.person.value_of("Note on this figure") == "N"


def test_the_language_changes_the_decimal_sign_and_nothing_else(lay):
    table = lay(item_of("3o.3"))
    table.show(("upheld", PartAnswer(value=Figure(total="47.5", year="2024"))))
    table.speak(Words("fr"))
    heading = item_of("3o.3").parts[2].label["fr"]
    assert table.person.value_of(f"Total, {heading}") == "47,5"
    assert not table.given


def test_a_date_is_told_as_it_was_understood(lay):
    table = lay(item_of_kind(ItemKind.DATE))
    table.person.types("Date", "1/6/2012")
    assert table.typed["value"].value == "2012-06-01"
    assert table.person.perceives("1 June 2012")
    table.speak(Words("fr"))
    assert table.person.perceives("1er juin 2012")


def test_what_is_no_date_is_told_and_not_saved(lay):
    table = lay(item_of_kind(ItemKind.DATE))
    table.person.types("Date", "next spring")
    assert table.person.perceives("This cannot be read as a date")
    assert "value" not in table.typed
    assert table.field.rough() == {"date": "next spring"}


def test_a_date_takes_a_note(lay):
    table = lay(item_of_kind(ItemKind.DATE))
    table.person.types("Note: what was decided, and where it is found", "Plan adopté")
    assert table.specified[-1] == "Plan adopté"


def test_words_are_told_while_they_are_typed(lay):
    item = item_of("3a.4")
    table = lay(item)
    table.person.types(item.label["en"], "Œuvres & coopératives – <b>rurales</b>")
    said = table.typed["value"].value
    assert said == "Œuvres & coopératives – <b>rurales</b>"
    assert not table.given
