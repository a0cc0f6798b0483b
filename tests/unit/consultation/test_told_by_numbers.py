"""What members say who are not quoted is told from kept counts, without reading it."""

import shutil
from dataclasses import replace

import pytest
from support.coresia_results import (
    BENCH,
    EMPLOYERS,
    GOVERNMENT,
    OBSERVERS,
    PERSON,
    WORKERS,
    coresia,
    seat,
)

from spf_assess.analysis.disclosure import EVERYTHING
from spf_assess.analysis.relevance import Asking
from spf_assess.consultation import Consultation
from spf_assess.consultation.contents import Contents
from spf_assess.consultation.reporting import report_input
from spf_assess.exchange import build_packet, new_key
from spf_assess.model import LANGUAGES, Edition, ReportOptions, Text
from spf_assess.report.editions import edition_sheets
from spf_assess.store import RESPONDENTS
from spf_assess.store.records import respondent_row

NAMED = Text.of(en="Coresia", fr="Corésie")
SILENT = {"consent_quoted": False}


def everyone():
    """Groups and members, some of whom let themselves be quoted."""
    return (
        seat(1, GOVERNMENT, BENCH, "Ministry of Labour", **SILENT),
        *(seat(10 + one, GOVERNMENT, PERSON, "Fund", **SILENT) for one in range(3)),
        *(seat(20 + one, EMPLOYERS, PERSON, "Works", **SILENT) for one in range(4)),
        *(seat(30 + one, WORKERS, PERSON, "Union", **SILENT) for one in range(5)),
        *(seat(40 + one, WORKERS, PERSON, "Union B", shift=1) for one in range(2)),
        seat(50, OBSERVERS, PERSON, "Older Persons", **SILENT),
        seat(51, OBSERVERS, PERSON, "Youth"),
    )


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    folder = tmp_path_factory.mktemp("told")
    responses = coresia(everyone(), ("3a", "3b", "3e", "3j", "21")).responses
    path = folder / "told.spfa"
    with Consultation.create(path, title=NAMED, country=NAMED) as made:

        def register() -> None:
            for place, one in enumerate(responses):
                row = respondent_row(one.respondent, place + 1, "")
                made._database.put(RESPONDENTS, *row)

        made._contents.write(register)
        header = made.header
    with Consultation.open(path, back_up=False) as opened:
        for place, one in enumerate(responses):
            packet = folder / f"{place}.spfr"
            packet.write_bytes(build_packet(header, one, prev="", seed=new_key()))
            opened.import_packet(packet)
        assert len(opened.responses()) == len(responses)
    return path


@pytest.fixture
def file(collected, tmp_path):
    """The file of one test: another may begin a round of its own."""
    path = tmp_path / collected.name
    shutil.copyfile(collected, path)
    with Consultation.open(path, back_up=False) as opened:
        yield opened


def from_answers(given, file):
    """Return the same input, made from every answer and without counts."""
    asking = Asking(file.questionnaire, file.selection)
    asked = {
        one.respondent.id: frozenset(
            item.id for item in asking.asked(one.respondent.constituency, one.answers)
        )
        for one in file.responses()
    }
    return replace(given, counts=None, responses=file.responses(), asked=asked)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("final", [True, False])
@pytest.mark.parametrize("edition", [Edition.FULL, Edition.CONSTITUENCY])
def test_pages_are_those_of_the_answers_themselves(file, language, final, edition):
    given = report_input(file, "2026-11-20T09:30:00Z")
    if final:
        given = replace(given, final=EVERYTHING)
    group = WORKERS if edition is Edition.CONSTITUENCY else None
    options = ReportOptions(language=language, edition=edition, group=group)
    pages = edition_sheets(given, options)
    whole = edition_sheets(from_answers(given, file), options)
    assert pages.html.splitlines() == whole.html.splitlines()
    assert pages == whole
    counted = {"en": " members)", "fr": " membres sur "}[language] in pages.html
    assert counted is final


def test_no_answer_is_read_of_members_who_are_not_quoted(file, monkeypatch):
    file._contents.forget_all()
    read = set()
    reading = Contents._read_answers

    def noted(self, place):
        read.add(place[0])
        return reading(self, place)

    monkeypatch.setattr(Contents, "_read_answers", noted)
    given = report_input(file)
    edition_sheets(given, ReportOptions(language="en"))
    exported = file.export_json()
    told = [
        one.respondent.id
        for one in file.told_responses()
        if one.respondent.kind is BENCH or one.respondent.consent_quoted
    ]
    assert read == set(told)
    assert len(given.responses) == len(exported["respondents"]) > len(told) > 0


def test_in_a_later_round_everything_is_read(file):
    file.close_round()
    file.open_round()
    assert file.counts() is None
    given = report_input(file)
    assert given.counts is None
    silent = [one for one in given.responses if not one.respondent.consent_quoted]
    assert all(one.answers for one in silent)
