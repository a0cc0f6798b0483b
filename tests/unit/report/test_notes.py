"""Notes of the tool: each is called once, tagged as a note and leads back."""

import pikepdf
import pytest
from support.coresia_results import coresia

NOTED = {
    "en": ("Law and practice: what the texts", "what is printed of Paragraph 1, 1(a)"),
    "fr": ("Droit et pratique\u00a0: ce que", "ce qui est imprimé du paragraphe 1, 1"),
}


@pytest.fixture(scope="module", params=["en", "fr"])
def report(request, papers):
    given = coresia(sections=("3a", "p1"))
    return request.param, papers(request.param, "noted", given)


def tagged(path, *kinds):
    """Return what has one of these tags in the PDF: its kind, name and first kid."""
    with pikepdf.open(path) as pdf:
        waiting, found = [pdf.Root.StructTreeRoot.K[0]], []
        while waiting:
            one = waiting.pop()
            held = one.get("/K", [])
            held = list(held) if isinstance(held, pikepdf.Array) else [held]
            held = [each for each in held if isinstance(each, pikepdf.Dictionary)]
            if str(one.get("/S", "")) in kinds:
                first = str(held[0].get("/S", "")) if held else ""
                found.append((str(one.S), str(one.get("/ID", "")), first))
            waiting += held
    return found


def test_a_note_is_printed_once_however_often_it_holds(report):
    language, paper = report
    text = paper.text.replace("\u00a0", " ")
    for note in NOTED[language]:
        assert text.count(note.replace("\u00a0", " ")) == 1


def test_every_note_is_tagged_with_a_name_of_its_own_and_leads_back(report):
    found = tagged(report[1].path, "/Note", "/Reference")
    names = [name for kind, name, _first in found if kind == "/Note"]
    assert len(names) >= len(NOTED)
    assert all(names)
    assert len(set(names)) == len(names)
    calls = [one for one in found if one[0] == "/Reference"]
    assert len(calls) == len(names)
    assert {first for _kind, _name, first in found} == {"/Link"}


def test_call_and_note_lead_to_each_other(report):
    with pikepdf.open(report[1].path) as pdf:
        leads = [
            str(note.Dest)
            for page in pdf.pages
            for note in page.get("/Annots", ())
            if "/Dest" in note
        ]
    calls = {one[5:] for one in leads if one.startswith("note-")}
    assert calls
    assert calls == {one[5:] for one in leads if one.startswith("call-")}
