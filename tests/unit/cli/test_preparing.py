"""A consultation is prepared, started and invited to from the command line."""

import json

import pytest
from pypdfium2 import PdfDocument

from spf_assess.cli.app import main
from spf_assess.consultation import Consultation
from spf_assess.exchange import read_invitation, receipt_words
from spf_assess.model import Constituency, Preparation


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "made.spfa"
    names = [f"--{one}-{code}=Coresia" for one in ("title", "country") for code in "ef"]
    names = [one.replace("-e=", "-en=").replace("-f=", "-fr=") for one in names]
    assert main(["--lang", "en", "new", str(made), *names]) == 0
    return made


def prepare(file, *told, lang="en"):
    return main(["--lang", lang, "prepare", str(file), *told])


def add(file, group, name="Unions", *told):
    return main(["organization", str(file), name, "--group", group, *told])


def test_what_is_told_is_kept_and_what_is_open_is_listed(file, capsys):
    told = ("--place", "Here", "--begins", "2027-03-30", "--ends", "2027-03-31")
    assert prepare(file, *told, "--counted-from", "4", "--language", "fr") == 1
    said = capsys.readouterr().out
    assert "a count from 4 people on, a spread from 5 on" in said
    assert "Workers: no organization and no seat yet." in said
    assert "place is not fixed" not in said
    with Consultation.open(file) as opened:
        assert opened.preparation == Preparation(
            begins_on="2027-03-30",
            ends_on="2027-03-31",
            languages=("fr",),
            counted_from=4,
        )


def test_everything_ready_leaves_with_nothing_open(file, tmp_path, capsys):
    for group in ("government", "employers", "workers"):
        assert add(file, group, f"The {group}", "--seats", "2", "--together") == 0
    assert main(["seats", str(file), "--make"]) == 0
    assert main(["invitations", str(file), "--to", str(tmp_path)]) == 0
    told = ("--place", "Here", "--begins", "2027-03-30", "--ends", "2027-03-31")
    prepare(file, *told)
    assert main(["invitations", str(file), "--to", str(tmp_path)]) == 0
    capsys.readouterr()
    assert prepare(file, "--json") == 0
    plain = json.loads(capsys.readouterr().out)
    assert [one["weight"] for one in plain["checklist"]] == ["note"]
    assert not plain["frozen"]


def test_after_the_start_a_threshold_is_refused_in_french(file, capsys):
    assert main(["start", str(file)]) == 0
    assert prepare(file, "--counted-from", "4", lang="fr") == 3
    assert "sont fixées depuis son ouverture" in capsys.readouterr().err


def test_an_organization_is_renamed_and_dropped(file):
    add(file, "workers")
    main(["seats", str(file), "--make"])
    add(file, "workers", "Unions", "--rename", "Congress")
    with Consultation.open(file) as opened:
        assert [one.name for one in opened.preparation.organizations] == ["Congress"]
        assert [one.organization for one in opened.respondents()] == ["Congress"]
    add(file, "workers", "Congress", "--drop")
    with Consultation.open(file) as opened:
        assert opened.preparation.organizations == ()


def test_a_seat_is_taken_away_by_the_beginning_of_its_id(file):
    add(file, "workers", "Unions", "--seats", "2")
    main(["seats", str(file), "--make"])
    with Consultation.open(file) as opened:
        first, second = opened.respondents()
    assert main(["seats", str(file), "--remove", first.id[:8]]) == 0
    with Consultation.open(file) as opened:
        assert [one.id for one in opened.respondents()] == [second.id]


def test_invitations_of_one_group_are_written_and_printed_with_their_words(
    file, tmp_path, capsys
):
    add(file, "workers", "Unions", "--language", "fr")
    add(file, "employers", "Federation")
    main(["seats", str(file), "--make"])
    stick, sheet = tmp_path / "stick", tmp_path / "sheet.pdf"
    stick.mkdir()
    told = ["--to", str(stick), "--print", str(sheet), "--group", "workers"]
    capsys.readouterr()
    assert main(["invitations", str(file), *told]) == 0
    (written,) = stick.iterdir()
    found = read_invitation(written.read_bytes())
    assert found.respondent.constituency is Constituency.WORKERS
    with PdfDocument(sheet) as document:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_bounded()
    for number, word in enumerate(receipt_words(found.digest, "fr"), start=1):
        assert f"{number}. {word}" in text
    assert written.name in text.replace("\n", "").replace("\r", "")


def test_what_could_not_be_written_is_told_and_nothing_else_is_claimed(
    file, tmp_path, capsys
):
    add(file, "workers")
    main(["seats", str(file), "--make"])
    capsys.readouterr()
    told = ["invitations", str(file), "--to", str(tmp_path / "gone")]
    assert main(["--lang", "en", *told]) == 1
    met = capsys.readouterr()
    assert met.out == ""
    assert "[F-111]" in met.err


def test_attendance_is_recorded_and_listed(file, capsys):
    told = ["--day", "2027-03-30", "--group", "workers", "--women", "3", "--men", "2"]
    assert main(["--lang", "en", "attendance", str(file), *told]) == 0
    assert "30 March 2027  Workers  3      2" in capsys.readouterr().out
    assert main(["attendance", str(file), "--day", "2027-03-30"]) == 2


def test_whoever_accepts_is_told_the_words_on_the_printed_page(file, tmp_path, capsys):
    add(file, "workers")
    main(["seats", str(file), "--make"])
    main(["invitations", str(file), "--to", str(tmp_path)])
    (written,) = tmp_path.glob("*.spfi")
    capsys.readouterr()
    out = tmp_path / "mine.spfa"
    assert main(["--lang", "en", "accept", str(written), "-o", str(out)]) == 0
    words = receipt_words(read_invitation(written.read_bytes()).digest, "en")
    assert " ".join(words) in capsys.readouterr().out


def test_a_section_that_there_is_not_is_refused_and_nothing_changed(file, capsys):
    before = prepare(file, "--section", "3a")
    capsys.readouterr()
    assert prepare(file, "--section", "3a", "--section", "zz") == 3
    assert "[L-140]" in capsys.readouterr().err
    with Consultation.open(file, read_only=True) as kept:
        assert kept.selection.sections == ("3a",)
    assert before == 1
