"""While answers are awaited, nothing of what was answered leaves the file unasked."""

import json

import pypdfium2
import pytest
from support.collected import collect

from spf_assess.consultation import Consultation
from spf_assess.model import Constituency, RespondentKind

LATE = "Union of Late Comers"
OUTPUTS = {
    "report": ("report", "--lang=en", "--section=3m", "--progress=none", "-o", "o.pdf"),
    "json": ("export json", "-o", "o.json"),
    "workbook": ("export workbook", "-o", "o.xlsx"),
    "csv": ("export csv", "--folder", "o"),
    "sav": ("export sav", "-o", "o.sav"),
    "docx": (
        "export docx",
        "--lang=fr",
        "--section=3m",
        "--progress=none",
        "-o",
        "o.docx",
    ),
}


@pytest.fixture(autouse=True)
def in_its_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def awaiting(tmp_path):
    """A file in which four seats have handed in and a fifth has not."""
    made, _seats = collect(tmp_path)
    with made:
        made.invite(
            constituency=Constituency.WORKERS,
            kind=RespondentKind.BENCH,
            organization=LATE,
        )
    return made.path


def command(name, file):
    kind, *rest = OUTPUTS[name]
    return (*kind.split(), file, *rest)


@pytest.mark.parametrize("name", OUTPUTS)
def test_what_was_answered_is_not_written_before_all_have_handed_in(
    run, awaiting, tmp_path, name
):
    code, _told, err = run(*command(name, awaiting), language="fr")
    assert code == 3
    assert "C-129" in err
    assert "4 sièges sur 5" in err
    assert not list(tmp_path.glob("o*"))


def test_nothing_of_it_is_told_beside_other_things(run, awaiting):
    """Who ranked, who may sign and who is in is told; what a group answered is not."""
    sections = ("3a", "3b", "3c")
    for group in ("government", "employers", "workers"):
        assert run("rank", awaiting, "--group", group, *sections)[0] == 0
    ranked = json.loads(run("priorities", awaiting, "--json")[1])
    assert [one["practice"] for one in ranked["sections"]] == [None] * 3
    assert ranked["low_and_high"] == []
    told = run("priorities", awaiting)[1]
    assert "Levels are told once the first round is closed." in told
    code, told, error = run("pages", awaiting, "3a", "--group", "government")
    assert (code, told, "C-129" in error) == (3, "", True)
    code, told, error = run("confirm", awaiting, "3a", "--group", "government")
    assert (code, told, "C-194" in error) == (3, "", True)
    plain = json.loads(run("status", awaiting, "--json")[1])
    assert plain["results"] == plain["sign_off"]["results"] == []
    assert plain["sign_off"]["pages"] == plain["outcome"]["movements"] == []
    assert plain["since"] is None
    assert [
        one["practice"] for one in plain["decisions"]["priorities"]["sections"]
    ] == [None] * 3
    assert not list(_levels(plain))
    assert list(_levels(json.loads(run("status", awaiting, "--early", "--json")[1])))


def _levels(plain):
    """Yield every level that is told, wherever it stands."""
    if isinstance(plain, dict):
        for name, one in plain.items():
            if name in ("level", "practice", "range") and one not in (None, ""):
                yield one
            yield from _levels(one)
    elif isinstance(plain, list):
        for one in plain:
            yield from _levels(one)


@pytest.mark.parametrize("name", OUTPUTS)
def test_on_purpose_it_is_written(run, awaiting, tmp_path, name):
    if name == "sav":
        pytest.importorskip("pyreadstat")
    code, _told, _err = run(*command(name, awaiting), "--early")
    assert code == 0
    assert list(tmp_path.glob("o*"))
    with Consultation.open(awaiting, read_only=True) as file:
        assert file.early_noted


def test_once_the_round_is_closed_nobody_has_to_ask_on_purpose(run, awaiting):
    with Consultation.open(awaiting) as file:
        file.close_round()
    assert run(*command("json", awaiting))[0] == 0


def test_a_provisional_report_says_so_on_its_first_page_and_every_other(
    run, awaiting, tmp_path
):
    for words in ((), ("--edition=brief",)):
        code, _told, _err = run(*command("report", awaiting), "--early", *words)
        assert code == 0
        with pypdfium2.PdfDocument(tmp_path / "o.pdf") as pdf:
            first, *others = (
                " ".join(page.get_textpage().get_text_bounded().split()) for page in pdf
            )
        assert "4 of 5 seats had handed in" in first
        assert all("Provisional" in one for one in others)


def test_nothing_of_it_is_laid_beside_another_consultation(run, awaiting):
    code, told, err = run("compare", awaiting, awaiting, "--aliases")
    assert (code, told) == (3, "")
    assert "C-193" in err


def test_two_consultations_side_by_side_name_the_group_that_is_missing(run, tmp_path):
    made, seats = collect(tmp_path)
    path = tmp_path / "two groups.spfa"
    with (
        made,
        Consultation.create(
            path,
            title=made.header.title,
            country=made.header.country,
            questionnaire=made.questionnaire,
        ) as other,
    ):
        other.invite(constituency=Constituency.WORKERS, kind=RespondentKind.BENCH)
        other.close_round()
    assert seats
    code, told, _err = run("compare", made.path, path, "--aliases")
    assert code == 0
    assert "B: The Government group handed in no answer" in told
    assert "A: The" not in told.split("3a.1")[0]
    found = json.loads(run("compare", made.path, path, "--json")[1])
    assert found["missing"] == [{}, dict.fromkeys(MISSING, False)]


MISSING = ("government", "employers", "workers")


def test_a_consultation_in_which_nobody_handed_in_has_nothing_to_hide(run, tmp_path):
    made, _seats = collect(tmp_path)
    path = tmp_path / "empty.spfa"
    with (
        made,
        Consultation.create(
            path,
            title=made.header.title,
            country=made.header.country,
            questionnaire=made.questionnaire,
        ) as empty,
    ):
        empty.invite(constituency=Constituency.WORKERS, kind=RespondentKind.BENCH)
    assert run("export", "json", path, "-o", "o.json")[0] == 0
