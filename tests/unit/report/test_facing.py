"""English beside French: the tool's words in both, people's words once."""

from dataclasses import replace

import pikepdf
import pytest
from defusedxml.ElementTree import fromstring
from support.coresia_results import EMPLOYERS, WORKERS, coresia, seat
from support.discussed import discussed
from support.givens import hostile

from spf_assess.model import ReportOptions
from spf_assess.report import render_report
from spf_assess.report.context import report_context
from spf_assess.report.desk import Desk
from spf_assess.report.facing import Facing
from spf_assess.report.html import Album, page


def joined(english: str, french: str, pictures=None) -> str:
    return Facing(pictures or {}).page(
        f"<html lang='en'><body>{english}</body></html>",
        f"<html lang='fr'><body>{french}</body></html>",
    )


def both(given) -> tuple[str, Facing]:
    album, wanted = Album(), ReportOptions("both")
    pages = [
        page(
            "report.html.j2",
            report_context(Desk.lay(given, language, facing=True), wanted),
            album,
        )
        for language in wanted.languages
    ]
    facing = Facing(album.pictures)
    return facing.page(*pages), facing


def test_texts_of_the_tool_stand_side_by_side_and_name_their_language():
    made = joined("<p>Who took part</p>", "<p>Qui a participé</p>")
    assert (
        '<div class="pair"><div class="l"><p>Who took part</p></div>'
        '<div class="r" lang="fr"><p>Qui a participé</p></div></div>' in made
    )


def test_what_is_equal_stands_once():
    made = joined("<p>“We rate it at 2.”</p>", "<p>“We rate it at 2.”</p>")
    assert made.count("We rate it") == 1


def test_somebodys_words_stand_once_between_the_words_of_the_tool():
    said = "Nos membres n'ont perçu aucune prestation."
    made = joined(
        f"<p class='voice'><b>▲ Workers</b> {said}</p>",
        f"<p class='voice'><b>▲ Travailleurs</b> {said}</p>",
    )
    assert made.count(said) == 1
    assert '▲ Workers / <span lang="fr" class="second">Travailleurs</span>' in made


def test_cells_of_tables_hold_one_language_below_the_other():
    made = joined(
        "<table><tbody><tr><td>unanimous</td><td>3</td></tr></tbody></table>",
        "<table><tbody><tr><td>unanimité</td><td>3</td></tr></tbody></table>",
    )
    assert 'unanimous<br /><span lang="fr" class="second">unanimité</span>' in made
    assert made.count("<td>3</td>") == 1


def test_a_decimal_sign_alone_is_no_second_figure():
    made = joined(
        "<table><tbody><tr><td>25.5</td></tr></tbody></table>",
        "<table><tbody><tr><td>25,5</td></tr></tbody></table>",
    )
    assert "25.5" in made
    assert "25,5" not in made


def test_one_common_word_is_not_taken_for_somebodys():
    made = joined("<p>Protection of all</p>", "<p>Protection de tous</p>")
    assert "Protection of all" in made
    assert "Protection de tous" in made


def test_a_heading_is_one_heading_and_its_bookmark_tells_both():
    made = joined("<h1 id='a'>Method</h1>", "<h1 id='a'>Méthode</h1>")
    root = fromstring(made)
    (heading,) = root.iter("h1")
    assert heading.get("data-bookmark") == "Method / Méthode"
    assert [one.get("lang") for one in heading] == [None, "fr"]


def test_a_picture_stands_once_and_tells_its_numbers_in_both_languages():
    pictures = {"a.svg": "<svg><title>one</title><path/></svg>"}
    pictures["b.svg"] = "<svg><title>un</title><path/></svg>"
    made = joined(
        "<div><img src='app:a.svg' alt='one'/></div>",
        "<div><img src='app:b.svg' alt='un'/></div>",
        pictures,
    )
    assert 'alt="one / un"' in made
    assert made.count("<img") == 1


def test_a_picture_with_letters_stands_in_both_languages():
    pictures = {"a.svg": "<svg><text>one</text></svg>"}
    pictures["b.svg"] = "<svg><text>un</text></svg>"
    made = joined(
        "<div><img src='app:a.svg' alt='one'/></div>",
        "<div><img src='app:b.svg' alt='un'/></div>",
        pictures,
    )
    assert made.count("<img") == 2


def test_a_link_holds_no_elements():
    made = joined(
        "<table><tbody><tr><td><a href='#x'>Law</a></td></tr></tbody></table>",
        "<table><tbody><tr><td><a href='#x'>Droit</a></td></tr></tbody></table>",
    )
    assert all(not list(one) for one in fromstring(made).iter("a"))
    assert "Droit" in made


def test_an_address_is_given_once():
    made = joined(
        "<ul><li id='x'>Law</li><li>Act</li></ul>",
        "<ul><li id='x'>Droit</li><li>Loi</li></ul>",
    )
    assert made.count('id="x"') == 1


def test_pages_of_another_build_are_told_and_printed_whole():
    facing = Facing({})
    made = facing.page(
        "<html><body><div><p>One</p><p>Two</p></div></body></html>",
        "<html><body><div><p>Une</p></div></body></html>",
    )
    assert facing.twice == ["div"]
    assert all(word in made for word in ("One", "Two", "Une"))


@pytest.mark.parametrize(
    "given",
    [coresia, discussed, lambda: coresia(()), lambda: coresia((seat(1, WORKERS),))],
    ids=["whole", "discussed", "empty", "one group"],
)
def test_no_page_of_the_report_has_another_build_in_french(given):
    assert both(given())[1].twice == []


def test_quotations_stand_once_in_the_whole_report():
    said = "Les registres paroissiaux sont restés fermés tout l'hiver."

    def comment(item, who, answer):
        return replace(answer, comment=said if item.id == "3e.1" else "")

    given = coresia((seat(1, EMPLOYERS, language="fr"),), change=comment)
    made, _facing = both(given)
    assert made.count(said) == 1
    assert f'<span lang="fr">«\u00a0{said}\u00a0»</span>' in made


def test_the_file_tells_the_language_of_every_french_piece(tmp_path):
    out = tmp_path / "both.pdf"
    options = ReportOptions("both", sections=("3e",))
    render_report(coresia(), options, out)
    with pikepdf.open(out) as pdf:
        assert pdf.Root.Lang == "en"
        languages = {
            str(one.Lang)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/Lang" in one and "/S" in one
        }
    assert languages == {"en", "fr"}  # the paragraphs name theirs in either


def test_hostile_words_stay_words_and_leave_the_pages_alike():
    made, facing = both(hostile(None))
    assert facing.twice == []
    root = fromstring(made)
    assert not list(root.iter("script"))
    assert not [one for one in root.iter("img") if "passwd" in one.get("src", "")]
    assert "&lt;script&gt;" in made


def test_equal_input_and_equal_options_give_equal_bytes(tmp_path):
    first, again, other = (
        render_report(
            coresia(), ReportOptions("both", sections=("3e",), draft=draft), out
        )
        for draft, out in (
            (True, tmp_path / "first.pdf"),
            (True, tmp_path / "again.pdf"),
            (False, tmp_path / "other.pdf"),
        )
    )
    assert first.sha256 == again.sha256 != other.sha256
    with pikepdf.open(first.path) as pdf, pikepdf.open(other.path) as plain:
        assert pdf.trailer["/ID"][0] != plain.trailer["/ID"][0]
