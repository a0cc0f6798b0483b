"""A country's translators: a workbook out, words in, and the questionnaire speaks."""

import pytest
from openpyxl import load_workbook
from support.packs import write_pack

from spf_assess.__main__ import main
from spf_assess.questionnaire import load_questionnaire
from spf_assess.questionnaire.packs import read_pack, with_pack


@pytest.fixture
def run(capsys):
    def runner(*words):
        code = main([str(word) for word in words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return runner


@pytest.fixture
def pack(tmp_path):
    return write_pack(tmp_path / "coresia", texts_pt=None)


@pytest.fixture
def book(run, pack, tmp_path):
    out = tmp_path / "pt.xlsx"
    words = ("--lang=en", "forms", "translate", "export", pack)
    assert run(*words, "--language=pt", "-o", out)[0] == 0
    return out


def write(book, sheet, place, said, status="done"):
    opened = load_workbook(book)
    rows = {row[0].value: row for row in opened[sheet].iter_rows(min_row=2)}
    rows[place][4].value, rows[place][5].value = said, status
    opened.save(book)


def test_words_from_the_workbook_reach_the_questionnaire(run, pack, book):
    write(book, "3e", "3e.1/label", "Até que ponto?")
    write(book, "n1", "n1.1/label", "Quem paga?", "draft")
    words = ("--lang=en", "forms", "translate", "import", pack, book)
    code, told, _noise = run(*words, "--language=pt")
    assert code == 0
    assert "2 texts in Português" in told
    read = read_pack(pack)
    form = with_pack(load_questionnaire(), read)
    assert read.texts["pt"]["3e.1/label"] == "Até que ponto?"
    assert read.drafts["pt"] == {"n1.1/label"}
    assert form.item("3e.1").label["pt"] == "Até que ponto?"
    assert form.item("n1.1").label["pt"] == "Quem paga?"
    assert (
        form.item("3e.1").label["en"] == load_questionnaire().item("3e.1").label["en"]
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_workbook_with_problems_changes_nothing(run, pack, book, language):
    write(book, "3e", "3e.1/label", "Até que ponto?")
    write(book, "5a", "5a.1/label", 7)
    before = sorted(path.read_bytes() for path in pack.rglob("*.yaml"))
    words = (f"--lang={language}", "forms", "translate", "import", pack, book)
    code, told, noise = run(*words, "--language=pt")
    assert code == 1
    assert "5a" in told
    assert "Q-908" in told
    assert "1 probl" in noise
    assert sorted(path.read_bytes() for path in pack.rglob("*.yaml")) == before


def test_a_language_the_pack_does_not_have_is_told(run, pack, tmp_path):
    words = ("--lang=fr", "forms", "translate", "export", pack, "--language=de")
    code, _told, noise = run(*words, "-o", tmp_path / "x.xlsx")
    assert code == 3
    assert "L-161" in noise
    assert "pt" in noise
    assert not (tmp_path / "x.xlsx").exists()


def test_what_is_no_workbook_is_told(run, pack):
    words = ("--lang=en", "forms", "translate", "import", pack, pack / "pack.yaml")
    code, _told, noise = run(*words, "--language=pt")
    assert code == 3
    assert "Q-900" in noise


def test_a_row_that_is_missing_is_told_with_its_sheet_alone(run, pack, book):
    opened = load_workbook(book)
    opened["n1"].delete_rows(2)
    opened.save(book)
    words = ("--lang=fr", "forms", "translate", "import", pack, book)
    code, told, _noise = run(*words, "--language=pt")
    assert code == 1
    assert told.startswith("feuille n1\u00a0: Q-906")
    assert "ligne 0" not in told


def test_a_pack_that_is_not_there_is_not_called_a_document(run, pack, book):
    words = ("--lang=en", "forms", "translate", "import", pack.with_name("p"), book)
    code, _told, noise = run(*words, "--language=pt")
    assert code == 3
    assert "F-101" in noise


@pytest.fixture
def take(run, pack):
    def import_(book, *more, lang="en"):
        words = (f"--lang={lang}", "forms", "translate", "import", pack, book)
        return run(*words, "--language=pt", *more)

    return import_


@pytest.fixture
def texts(pack):
    return lambda: read_pack(pack).texts["pt"]


@pytest.fixture
def older(run, pack, book, take):
    """A workbook handed out before another one was taken over."""
    old = book.with_name("old.xlsx")
    old.write_bytes(book.read_bytes())
    write(book, "3e", "3e.1/label", "Até que ponto?")
    assert take(book)[0] == 0
    return old


@pytest.mark.long
def test_ones_own_corrections_are_taken_over_without_a_word(
    run, pack, book, take, texts
):
    write(book, "3e", "3e.1/label", "Até onde?")
    assert take(book)[0] == 0
    words = ("forms", "translate", "export", pack, "--language=pt", "-o", book)
    assert run(*words)[0] == 0
    write(book, "3e", "3e.1/label", "Em que medida?")
    code, told, _noise = take(book)
    assert code == 0
    assert "3e.1/label was replaced; it read: Até onde?" in told
    assert texts()["3e.1/label"] == "Em que medida?"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_older_workbook_takes_nothing_away_unasked(older, take, texts, lang):
    write(older, "n1", "n1.1/label", "Quem paga?")
    code, told, noise = take(older, lang=lang)
    assert code == 1
    assert told.startswith(("sheet 3e, row", "feuille 3e, ligne"))
    assert "Q-914" in told
    assert "Até que ponto?" in told
    assert "1 probl" in noise
    assert texts() == {"3e.1/label": "Até que ponto?"}


def test_what_is_later_can_be_kept_and_the_rest_taken(older, take, texts):
    write(older, "n1", "n1.1/label", "Quem paga?", "draft")
    code, told, _noise = take(older, "--later=keep")
    assert code == 0
    assert "3e.1/label stays as the pack has it" in told
    assert texts() == {"3e.1/label": "Até que ponto?", "n1.1/label": "Quem paga?"}


def test_what_is_replaced_is_told_and_kept_in_a_copy(older, take, texts, pack):
    write(older, "3e", "3e.1/label", "Em que medida?")
    assert take(older)[0] == 1
    code, told, _noise = take(older, "--later=replace")
    assert code == 0
    assert "it read: Até que ponto?" in told
    assert texts()["3e.1/label"] == "Em que medida?"
    (copy,) = (pack / "texts").glob(".pt-*.yaml")
    assert "Até que ponto?" in copy.read_text(encoding="utf-8")
    assert copy.name in told


@pytest.mark.long
def test_a_text_that_is_emptied_is_told_and_kept_in_a_copy(older, take, texts, pack):
    code, told, _noise = take(older, "--later=replace", lang="fr")
    assert code == 0
    assert "Até que ponto?" in told
    assert "3e.1/label" not in texts()
    assert len(list((pack / "texts").glob(".pt-*.yaml"))) == 1


def test_a_workbook_without_its_hidden_column_takes_nothing_away(book, take, texts):
    write(book, "3e", "3e.1/label", "Até onde?")
    assert take(book)[0] == 0
    opened = load_workbook(book)
    opened["3e"].delete_cols(7)
    opened.save(book)
    assert take(book)[0] == 0, "what it says is what the pack has"
    write(book, "3e", "3e.1/label", "Em que medida?")
    assert take(book)[0] == 1
    assert texts() == {"3e.1/label": "Até onde?"}
