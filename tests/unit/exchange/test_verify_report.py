"""A doubting party checks a published report with one file and nothing else (R-306)."""

import json
import re
import subprocess
import sys
import tracemalloc
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random

import mnemonic
import pikepdf
import pytest
from support.offices import Offices
from support.published import (
    attachments,
    documents,
    forged,
    misprinted,
    publish,
    rewritten,
    written,
)

from spf_assess.exchange import new_key, public_key, verify_report
from spf_assess.exchange.keys import sign
from spf_assess.exchange.manifest import MANIFEST
from spf_assess.exchange.verify_report import (
    ALL_HOLDS,
    FAILS,
    NOT_READ,
    NOT_UNDERSTOOD,
    SOMETHING_FAILS,
    Unreadable,
    check,
    main,
    receipt_words,
    sentence,
)
from spf_assess.i18n import Words

LANGUAGES = ("en", "fr")
VERIFIER = Path(verify_report.__file__)


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


# Nothing can be imported but Python's own and what cryptography is made of.
_BARE = """
import runpy, sys
class Nothing:
    def find_spec(self, name, path=None, target=None):
        root = name.partition(".")[0]
        if root not in {*sys.stdlib_module_names, "cryptography", "_cffi_backend"}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Nothing())
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def alone(*arguments):
    """Run the one file as a stranger would, with nothing of the program around it."""
    return subprocess.run(
        [sys.executable, "-I", "-c", _BARE, str(VERIFIER), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8"},
        check=False,
    )


def wrong(path, *mine):
    """Return the codes of what does not hold."""
    found = check(path.read_bytes(), [(one.name, one.read_bytes()) for one in mine])
    return [one.code for one in found if one.state == FAILS]


def test_everything_holds_and_my_packet_is_listed(closed):
    done = alone(closed.report("en"), closed.packet(), closed.invitation())
    assert (done.returncode, done.stderr) == (ALL_HOLDS, "")
    for said in (
        "manifest is signed with the key of the consultation",
        "The same eight words are printed",
        "comparisons follow from the groups' positions",
        "The table of figures (annex B) prints the positions",
        "Workers: signed the results with its key",
        "Employers: has not signed the results.",
        "Union.spfr: this packet is in the list",
        "Union.spfr: the signature of Workers was made with the key of this packet.",
        "Union.spfi: the report is signed by the same consultation",
        "no open record was agreed",
        "Everything that was checked holds.",
    ):
        assert said in done.stdout


def test_the_same_in_french(closed):
    done = alone(closed.report("fr"), closed.packet(), "--lang", "fr")
    assert done.returncode == ALL_HOLDS
    assert "Union.spfr\u00a0: ce paquet est dans la liste" in done.stdout
    assert "Tout ce qui a été vérifié est en ordre." in done.stdout


def test_results_for_other_programs(closed):
    done = alone("--json", closed.report("en"))
    assert {one["state"] for one in json.loads(done.stdout)} == {"holds", "told"}


def test_it_imports_nothing_of_the_program(tmp_path):
    text = VERIFIER.read_text(encoding="utf-8")
    assert "import spf_assess" not in text
    assert "from spf_assess" not in text
    other = tmp_path / "other.py"
    for module in ("spf_assess", "pypdfium2", "rfc8785", "mnemonic"):
        other.write_text(f"import {module}", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-I", "-c", _BARE, str(other)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert f"ModuleNotFoundError: {module}" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), NOT_UNDERSTOOD),
        (("--what",), NOT_UNDERSTOOD),
        (("report.pdf", "--lang", "de"), NOT_UNDERSTOOD),
        (("missing.pdf",), NOT_READ),
        ((VERIFIER,), NOT_READ),
    ],
)
def test_it_says_when_it_is_not_understood_or_finds_nothing(arguments, code):
    done = alone(*arguments)
    assert done.returncode == code
    assert "Traceback" not in done.stderr


def number_changed(published, held):
    results = held["results.json"]
    results["comparisons"][0]["positions"]["workers"]["level"] = "4"
    return {"results.json": written(results)}


def manifest_changed(published, held):
    manifest = held["manifest.json"]
    manifest["body"]["round"] = 2
    return {"manifest.json": written(manifest)}


def signature_replaced(published, held):
    manifest = held["manifest.json"]
    body = written(manifest["body"])
    manifest["signature"] = sign(new_key(), MANIFEST.domain, body)
    return {"manifest.json": written(manifest)}


def packet_removed(published, held):
    manifest = held["manifest.json"]
    del manifest["body"]["packets"][0]
    return {"manifest.json": written(manifest)}


def rules_changed(published, held):
    rules = held["rules.json"]
    rules["rule"]["divergence"] = 3
    return {"rules.json": written(rules)}


def signed_removed(published, held):
    return {"signed.json": None}


def answers_changed(published, held):
    answers = held["answers.json"]
    answers["responses"][0]["answers"][0]["parts"]["law"]["value"] = 4
    return {"answers.json": written(answers)}


MUTATIONS = {
    number_changed: ("file_changed", "results.json was changed", "results.json a été"),
    manifest_changed: (
        "manifest_changed",
        "signature of the manifest does not hold",
        "signature du manifeste n'est pas valable",
    ),
    signature_replaced: (
        "manifest_changed",
        "the signature was replaced",
        "la signature a été remplacée",
    ),
    packet_removed: ("manifest_changed", "changed after", "modifié après la signature"),
    rules_changed: ("file_changed", "rules.json was changed", "rules.json a été"),
    signed_removed: ("file_missing", "signed.json is named", "signed.json est cité"),
    answers_changed: ("file_changed", "answers.json was", "answers.json a été modifié"),
}


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: one.__name__)
def test_what_was_changed_in_the_files_is_named(opened, tmp_path, capsys, mutation):
    code, english, french = MUTATIONS[mutation]
    held = documents(opened.report("en"))
    other = rewritten(
        opened.report("en"), tmp_path / "other.pdf", mutation(opened, held)
    )
    assert wrong(other)[0] == code
    for language, said in (("en", english), ("fr", french)):
        assert main([str(other), "--lang", language]) == SOMETHING_FAILS
        assert said in capsys.readouterr().out
    done = alone(other, "--lang", "fr")
    assert (done.returncode, done.stderr) == (SOMETHING_FAILS, "")
    assert french in done.stdout


def noise(number):
    return Random(7).randbytes(number)  # noqa: S311 - the same noise each time


def encrypted(data, folder):
    out = folder / "locked.pdf"
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.read_bytes()


BROKEN = {
    "encrypted": encrypted,
    "cut": lambda data, _folder: data[: len(data) // 2],
    "cut_with_its_end": lambda data, _folder: data[: len(data) // 2] + data[-60:],
    "empty": lambda _data, _folder: b"",
    "random": lambda _data, _folder: noise(20_000),
    "random_after_its_head": lambda data, _folder: data[:20] + noise(9000),
    "no_end": lambda data, _folder: data[:-6],
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_file_that_is_no_sound_pdf_is_a_sentence_and_an_exit_code(
    closed, tmp_path, broken
):
    other = tmp_path / "other.pdf"
    other.write_bytes(BROKEN[broken](closed.report("en").read_bytes(), tmp_path))
    for language, said in (("en", "Ask for the file"), ("fr", "Demandez le fichier")):
        done = alone(other, "--lang", language)
        assert (done.returncode, done.stderr) == (NOT_READ, "")
        assert said in done.stdout


def test_a_file_that_is_too_large_is_not_read_into_memory(tmp_path):
    huge = tmp_path / "huge.pdf"
    with huge.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(verify_report.LARGEST + 1)
    tracemalloc.start()
    try:
        assert main([str(huge)]) == NOT_READ
        assert tracemalloc.get_traced_memory()[1] < 1024 * 1024
    finally:
        tracemalloc.stop()


def test_whatever_byte_of_a_pdf_is_another_nothing_crashes(closed):
    data, chance = closed.report("en").read_bytes(), Random(3)  # noqa: S311 - a test
    heads = [found.start() for found in re.finditer(rb"\d+ 0 obj", data)]
    for turn in range(60):
        other = bytearray(data)
        for _ in range(4):
            near = chance.choice(heads) + chance.randrange(60)
            other[near if turn % 3 else chance.randrange(len(data))] = chance.choice(
                b"0123456789<>[]()/R "
            )
        with suppress(Unreadable):
            for one in check(bytes(other), [("mine", bytes(other[:500]))]):
                assert sentence(one, "fr")


def test_a_tree_that_leads_back_to_itself_ends(closed, tmp_path):
    out = tmp_path / "loop.pdf"
    with pikepdf.open(closed.report("en")) as pdf:
        node = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages))
        node.Kids = pikepdf.Array([node, node])
        pdf.Root.Pages = node
        pdf.save(out)
    with pytest.raises(Unreadable):
        check(out.read_bytes())


def body_changed(change):
    """Return what a stranger makes who signs with a key of their own."""

    def made(held):
        whole, seed = held["manifest.json"], new_key()
        change(whole["body"])
        whole["body"]["consultation"]["public_key"] = public_key(seed)
        whole["signature"] = sign(seed, MANIFEST.domain, written(whole["body"]))
        return whole

    return made


STRANGE = (
    lambda body: body["report"].clear(),
    lambda body: body["report"].update(language="de"),
    lambda body: body["files"].append({"name": 3}),
    lambda body: body["files"].append(7),
    lambda body: body["packets"].append({}),
    lambda body: body["signatures"].append({"signed": "rules"}),
    lambda body: body["consultation"].update(title=["A"]),
    lambda body: body["consultation"].update(title={"en": 5}),
    lambda body: body["consultation"].pop("id"),
    lambda body: body.update(made_at=""),
)


@pytest.mark.parametrize("change", range(len(STRANGE)))
def test_a_signed_manifest_of_nonsense_is_a_sentence(closed, change):
    held = documents(closed.report("en"))
    manifest = written(body_changed(STRANGE[change])(held))
    report = verify_report.read_report(closed.report("en").read_bytes())
    other = replace(report, files={**report.files, "manifest.json": manifest})
    own = [("Union.spfr", closed.packet().read_bytes())]
    found = verify_report.checked(other, own)
    for language in LANGUAGES:
        assert all(sentence(one, language) for one in found)
    assert any(one.state == FAILS for one in found) or change == len(STRANGE) - 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_words_on_the_first_page_are_noticed(closed, tmp_path, capsys, language):
    other = misprinted(closed, language, tmp_path / "other.pdf")
    assert wrong(other) == ["words_differ"]
    said = {"en": "The eight words on the", "fr": "Les huit mots de la première"}
    assert main([str(other), "--lang", language]) == SOMETHING_FAILS
    assert said[language] in capsys.readouterr().out


def test_a_pdf_saved_anew_is_still_read_where_nothing_was_changed(closed, tmp_path):
    assert wrong(rewritten(closed.report("en"), tmp_path / "same.pdf", {})) == []


def test_what_is_added_to_the_end_of_a_report_is_refused(closed):
    with pytest.raises(Unreadable):
        check(closed.report("en").read_bytes() + b"\n%%EOF more")


class TestAKeeperOfTheKey:
    """What somebody can do who has the consultation's key, and who notices."""

    def test_leaves_a_packet_out(self, closed, tmp_path):
        held = attachments(closed.report("en"))

        def change(body, files):
            for salted in list(body["packets"]):
                body["packets"] = [salted]
                files["signed.json"]["packets"] = [salted]

        found = wrong(
            forged(closed, tmp_path, change),
            *(closed.packet(name) for name in ("Ministry", "Federation", "Union")),
        )
        assert found.count("mine_missing") == 2
        assert held

    def test_changes_the_list_alone(self, closed, tmp_path):
        def change(body, files):
            del body["packets"][0]

        assert "packets_differ" in wrong(forged(closed, tmp_path, change))

    def test_changes_a_number(self, closed, tmp_path):
        def change(body, files):
            law = files["results.json"]["comparisons"][0]
            law["positions"]["workers"]["level"] = "1"

        found = wrong(forged(closed, tmp_path, change))
        assert {"signed_differs", "rule_broken"} <= set(found)

    def test_changes_the_rules_that_were_signed(self, closed, tmp_path):
        def change(body, files):
            files["rules.json"]["rule"]["divergence"] = 3

        found = check(forged(closed, tmp_path, change).read_bytes())
        assert "rules_differ" in [one.code for one in found if one.state == FAILS]
        assert [one.code for one in found].count("group_earlier") == 3

    def test_forges_a_groups_signature(self, closed, tmp_path):
        def change(body, files):
            body["signatures"][0]["at"] = "2027-01-01T00:00:00Z"
            body["signatures"][0]["signature"] = "0" * 128

        assert "group_forged" in wrong(forged(closed, tmp_path, change))

    def test_writes_nonsense_into_a_file(self, closed, tmp_path):
        def change(body, files):
            files["results.json"]["comparisons"] = [{"item": 3}]

        assert "file_malformed" in wrong(forged(closed, tmp_path, change))


def test_a_report_under_another_key_is_not_by_those_who_invited_me(closed, tmp_path):
    held = documents(closed.report("en"))["manifest.json"]
    seed = new_key()
    held["body"]["consultation"]["public_key"] = public_key(seed)
    held["signature"] = sign(seed, MANIFEST.domain, written(held["body"]))
    other = rewritten(
        closed.report("en"), tmp_path / "other.pdf", {"manifest.json": written(held)}
    )
    assert "key_other" in wrong(other, closed.invitation())


def test_files_of_others_and_broken_ones_are_told(closed, opened, tmp_path):
    broken = tmp_path / "broken.spfr"
    broken.write_bytes(closed.packet().read_bytes().replace(b'"seq":1', b'"seq":2'))
    report = closed.report("en")
    assert wrong(report, broken) == ["mine_unreadable"]
    assert wrong(report, opened.packet()) == ["mine_elsewhere"]
    assert wrong(report, opened.invitation()) == ["mine_elsewhere"]
    assert wrong(report, report) == ["mine_unreadable"]


def test_a_pdf_without_files_proves_nothing(closed, tmp_path):
    bare = dict.fromkeys(attachments(closed.report("en")))
    other = rewritten(closed.report("en"), tmp_path / "bare.pdf", bare)
    assert wrong(other) == ["no_proof"]


def test_every_changed_byte_of_a_file_is_noticed(opened):
    """Each byte of the manifest, and a spread of those of the others."""
    report = verify_report.read_report(opened.report("en").read_bytes())
    for name, data in report.files.items():
        step = 1 if name == "rules.json" else max(1, len(data) // 300)
        for place in range(0, len(data), step):
            other = bytearray(data)
            other[place] ^= 1 + place % 255
            changed = {**report.files, name: bytes(other)}
            found = [
                one.code
                for one in verify_report.checked(
                    verify_report.Report(changed, report.front)
                )
                if one.state == FAILS
            ]
            assert found, (name, place)


def test_the_word_lists_are_those_of_bip_39():
    for language, name in (("en", "english"), ("fr", "french")):
        for place, word in enumerate(mnemonic.Mnemonic(name).wordlist):
            digest = f"{place << 77:022x}" + "0" * 42
            found = receipt_words(digest, language)[0]
            assert verify_report.bare(found) == verify_report.bare(word)


def test_every_sentence_is_in_both_languages_with_the_same_facts():
    english, french = verify_report.ENGLISH, verify_report.FRENCH
    assert english.keys() == french.keys()
    for code, text in english.items():
        fields = [one.split("}")[0] for one in text.split("{")[1:]]
        assert sorted(fields) == sorted(
            one.split("}")[0] for one in french[code].split("{")[1:]
        )


def test_a_finding_reads_in_french_as_it_is_typeset():
    one = verify_report.Finding("group_unsigned_rules", "told", {"group": "workers"})
    assert sentence(one, "fr") == "Travailleurs\u00a0: n'a pas signé les règles."


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_figures_in_annex_b_are_noticed(closed, language):
    report = verify_report.read_report(closed.report(language).read_bytes())
    held = [one.code for one in verify_report.checked(report)]
    assert "figures_printed" in held
    rows = re.sub(r" ([1-4]\*?) ([1-4]\*?) ([1-4]\*?) ", r" \3 \3 \3 ", report.figures)
    assert rows != report.figures
    found = [
        one
        for one in verify_report.checked(replace(report, figures=rows))
        if one.state == FAILS
    ]
    assert [one.code for one in found] == ["figures_differ"]
    law = Words(language)("law")
    assert f"3a ({law})" in sentence(found[0], language)


def test_a_half_looks_as_it_is_printed():
    assert [verify_report._printed(one) for one in ("0", "0.5", "1", "2.5", "")] == [
        *("0", "½", "1", "2½"),
        "",
    ]
