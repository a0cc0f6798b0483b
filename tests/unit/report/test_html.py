"""Templates: everything escaped, nothing undefined, one door for our own pictures."""

import re

import pytest
from jinja2 import Environment, UndefinedError
from support.coresia_results import coresia

from spf_assess.model import Constituency
from spf_assess.paths import data_folder
from spf_assess.report import html
from spf_assess.report.charts import mark
from spf_assess.report.context import build
from spf_assess.report.html import Album, environment, style, svg

TEMPLATES = sorted((data_folder("templates") / "report").glob("*.j2"))


def test_data_are_escaped_whatever_the_template_is_called():
    made = environment().from_string("<p title='{{ a }}'>{{ a }}</p>")
    assert made.render(a="<b>\"'&") == (
        "<p title='&lt;b&gt;&#34;&#39;&amp;'>&lt;b&gt;&#34;&#39;&amp;</p>"
    )


def test_what_is_undefined_is_an_error_and_not_a_blank():
    with pytest.raises(UndefinedError):
        environment().from_string("{{ a.b }}").render(a={})


@pytest.mark.parametrize("door", [svg, Album().svg], ids=["inside", "beside"])
def test_only_a_picture_passes_the_door(door):
    assert str(door(mark(Constituency.WORKERS, "W"))).startswith(("<svg", "<img"))
    for other in ("<b>", b"<b>", None, mark(Constituency.WORKERS, "W").markup):
        with pytest.raises(TypeError):
            door(other)


def test_an_album_keeps_each_picture_once_and_names_it_with_its_numbers():
    album = Album()
    first = album.svg(mark(Constituency.WORKERS, 'Workers "1" <b>'))
    again = album.svg(mark(Constituency.WORKERS, 'Workers "1" <b>'))
    other = album.svg(mark(Constituency.EMPLOYERS, "Employers"))
    assert first == again != other
    assert len(album.pictures) == 2
    assert str(first) == (
        '<img class="mark" src="app:mark-0.svg" alt="Workers &#34;1&#34; &lt;b&gt;"/>'
    )


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_switches_escaping_off(template):
    text = template.read_text(encoding="utf-8")
    assert "safe" not in re.sub(r"\w+safe|safe\w+", "", text)
    assert "Markup" not in text
    assert "autoescape" not in text


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_data_stand_in_unquoted_attributes_styles_or_foreign_links(template):
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"""<[^<>{]*=\s*{{""", text), "unquoted attribute"
    assert not re.search(r"style\s*=", text)
    assert "<style" not in text
    assert "<script" not in text
    for address in re.findall(r'href="([^"]*)"', text):
        assert address.startswith("#"), address


def test_the_style_sheet_asks_for_nothing_from_outside():
    assert "url(" not in style()
    assert "@import" not in style()
    assert set(re.findall(r'"(Source [^"]+)"', style())) == {
        "Source Sans 3",
        "Source Serif 4",
    }
    assert "flex" not in style().split("*/", 1)[1]


def test_a_template_is_compiled_once_and_each_page_has_its_own_pictures(monkeypatch):
    given, compiled = coresia(sections=("3e",)), []
    compiler = Environment.compile

    def counted(*all_, **more):
        compiled.append(all_[2])
        return compiler(*all_, **more)

    monkeypatch.setattr(Environment, "compile", counted)
    html._compiled.cache_clear()
    albums = [Album() for _ in range(3)]
    pages = [html.page("report.html.j2", build(given, "en"), one) for one in albums]
    assert pages[0] == pages[1] == pages[2]
    assert albums[0].pictures == albums[1].pictures == albums[2].pictures
    assert albums[2].pictures
    assert len(compiled) == len(set(compiled)) > 10
