"""A published report carries what it is checked with, and no more than is agreed."""

import hashlib
import json
import re
from pathlib import Path

import jsonschema
import pikepdf
import pypdfium2
import pytest
from support.offices import Offices
from support.published import attachments, documents, publish

from spf_assess.consultation.reporting import report_input
from spf_assess.exchange import read_packet, receipt_words
from spf_assess.exchange.canonical import parse_strict
from spf_assess.exchange.envelope import unseal
from spf_assess.exchange.manifest import MANIFEST, salted
from spf_assess.model import Edition, ReportOptions
from spf_assess.report import render_report
from spf_assess.report.context import build
from spf_assess.report.html import page
from spf_assess.report.proof import proof_of

DOCS = Path(__file__).resolve().parents[3] / "docs"
MOST = 4 * 1024 * 1024
FILES = ("manifest.json", "results.json", "rules.json", "signed.json")


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    made = publish(Offices(tmp_path_factory.mktemp("closed")))
    yield made
    made.file.close()


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    made = publish(Offices(tmp_path_factory.mktemp("open")), open_record=True)
    yield made
    made.file.close()


def first_page(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(pdf[0].get_textpage().get_text_range().split())


def manifest(path):
    body, digest = unseal(MANIFEST, attachments(path)["manifest.json"])
    return body, digest


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_report_carries_files_as_pdf_a_wants_them(closed, language):
    path = closed.report(language)
    with pikepdf.open(path) as pdf:
        names = [str(one.UF) for one in pdf.Root.AF]
        assert names == list(FILES) == sorted(pdf.attachments)
        for one in pdf.Root.AF:
            assert str(one.AFRelationship) in ("/Data", "/Supplement")
            assert str(one.Desc)
            held = one.EF.F
            assert str(held.Subtype) == "/application/json"
            assert str(held.Params.ModDate) == "D:20270330090000Z"
            assert int(held.Params.Size) == len(held.read_bytes())


def test_the_manifest_names_every_file_and_the_eight_words_stand_on_page_one(closed):
    for language in ("en", "fr"):
        path = closed.report(language)
        body, digest = manifest(path)
        held = attachments(path)
        assert {one["name"]: one["sha256"] for one in body["files"]} == {
            name: hashlib.sha256(data).hexdigest()
            for name, data in held.items()
            if name != "manifest.json"
        }
        assert " ".join(receipt_words(digest, language)) in first_page(path)
        assert body["report"]["language"] == language


def test_everything_attached_is_in_the_one_byte_form(opened):
    for data in attachments(opened.report("en")).values():
        parse_strict(data, MOST)


def test_equal_input_gives_equal_bytes(closed, tmp_path):
    again = tmp_path / "again.pdf"
    given = report_input(closed.file, "2027-03-30T09:00:00Z")
    render_report(given, "en", again)
    assert again.read_bytes() == closed.report("en").read_bytes()


def test_a_packet_is_listed_under_a_digest_that_its_holder_alone_can_make(closed):
    body, _ = manifest(closed.report("en"))
    packet = read_packet(closed.packet("Union").read_bytes())
    assert (
        salted(packet.consultation_id, packet.digest, packet.nonce) in body["packets"]
    )
    assert len(body["packets"]) == 3
    everything = b"".join(attachments(closed.report("en")).values()).decode()
    assert packet.digest not in everything
    assert packet.nonce not in everything


def test_the_results_hold_the_very_numbers_and_nothing_of_single_members(closed):
    results = documents(closed.report("en"))["results.json"]
    told = {(one["item"], one["part"]): one for one in results["comparisons"]}
    computed = closed.file.results().comparisons["3a.1"]["law"]
    found = told["3a.1", "law"]
    assert {bench: one["level"] for bench, one in found["positions"].items()} == {
        one.constituency.value: f"{one.level:g}" for one in computed.positions
    }
    assert (found["outcome"], found["range"]) == (computed.outcome.value, "2")
    assert not re.search(r'"(respondents|no_answers)"', str(found["positions"]))


def test_names_of_those_who_signed_are_not_published(closed):
    body, _ = manifest(closed.report("en"))
    assert len(body["signatures"]) == 4
    assert b"Ana" not in b"".join(attachments(closed.report("en")).values())


def test_answers_are_attached_only_where_an_open_record_was_agreed(closed, opened):
    assert "answers.json" not in attachments(closed.report("en"))
    held = documents(opened.report("en"))
    assert held["rules.json"]["open_record"] is True
    answers = held["answers.json"]["responses"]
    assert len(answers) == 3
    assert all(
        one["packet"] in manifest(opened.report("en"))[0]["packets"] for one in answers
    )
    told = str(answers)
    assert "Our word." not in told  # nobody agreed to be quoted
    assert "Union" not in told  # nor named


@pytest.mark.parametrize("edition", [Edition.PARTICIPANT, Edition.MATRIX])
def test_answers_of_one_person_and_a_blank_matrix_carry_nothing(closed, edition):
    given = report_input(closed.file, "2027-03-30T09:00:00Z")
    assert given.prover is not None
    assert proof_of(given.prover, ReportOptions("en", edition)) is None
    assert proof_of(given.prover, ReportOptions("en", Edition.BRIEF)) is not None


def test_a_respondents_own_file_has_no_key_of_the_consultation(closed):
    with closed.offices.open(closed.folder / "Union.spfa", read_only=True) as own:
        assert report_input(own).prover is None


def test_the_manifest_follows_its_published_schema(closed):
    schema = json.loads((DOCS / "schemas" / "manifest.schema.json").read_text())
    jsonschema.validate(documents(closed.report("en"))["manifest.json"], schema)


def test_the_code_is_named_in_itself_too_for_who_takes_it_out_of_its_page(closed):
    given = report_input(closed.file, "2027-03-30T09:00:00Z")
    html = page("report.html.j2", build(given, "fr"), None)
    assert "<title></title>" not in html
    assert "<title>Code des huit mots</title>" in html
