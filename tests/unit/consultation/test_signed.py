"""Anyone can check from the export what was signed, by docs/formats.md alone."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from support.plenary import EMPLOYERS, GOVERNMENT, WORKERS, Plenary, keeps

from spf_assess.exchange import receipt_words
from spf_assess.model import Signed

DOCS = Path(__file__).parents[3] / "docs"


@pytest.fixture
def plenary(tmp_path):
    """Three groups after their discussion."""
    made = Plenary(tmp_path)
    made.second_round("3a.1")
    made.file.state(keeps(WORKERS, "Not in practice."))
    yield made
    made.close()


def key_of(plenary, bench):
    for one in plenary._benches.values():
        if one.me().constituency is bench:
            return one.path
    raise LookupError(bench)


def checked(plenary):
    """Run the program that the documentation prints over the export."""
    text = (DOCS / "formats.md").read_text(encoding="utf-8")
    chapter = text[text.index("## Signed documents") :]
    script = re.search(r"```python\n(.*?)```", chapter, re.DOTALL)[1]
    folder = plenary.offices.folder
    (folder / "check.py").write_text(script, encoding="utf-8")
    exported = json.dumps(plenary.file.export_json(), ensure_ascii=False)
    (folder / "export.json").write_text(exported, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-I", "check.py", "export.json"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    ).stdout.splitlines()


def sign_all(plenary):
    file = plenary.file
    file.sign_with_key(Signed.RULES, key_of(plenary, WORKERS))
    file.sign_with_key(Signed.RESULTS, key_of(plenary, GOVERNMENT))
    words = receipt_words(file.signed_digest(Signed.RESULTS), "fr")
    file.sign_on_paper(Signed.RESULTS, EMPLOYERS, words, attestation="The secretariat")


def test_a_stranger_recomputes_every_digest_and_checks_every_signature(plenary):
    sign_all(plenary)
    plenary.file.confirm(WORKERS, "3a")
    plenary.file.send_back(EMPLOYERS, "3a", "Our source is missing.")
    told = checked(plenary)
    assert told[0] == f"rules 0 {plenary.file.signed_digest(Signed.RULES)}"
    assert told[2] == f"results 2 {plenary.file.signed_digest(Signed.RESULTS)}"
    assert "rules 0 workers key holds" in told
    assert "results 2 government key holds" in told
    assert "results 2 employers paper holds" in told
    assert "3a workers confirmed holds" in told
    assert "3a employers sent back holds" in told


def test_a_stranger_sees_that_something_was_changed_after_signing(plenary):
    sign_all(plenary)
    plenary.file.confirm(WORKERS, "3a")
    plenary.file.state(keeps(WORKERS, "Nowhere in practice."), correcting=True)
    told = checked(plenary)
    assert "rules 0 workers key holds" in told
    assert "results 2 government key an earlier state" in told
    assert "3a workers confirmed changed since" in told


def test_the_export_with_signatures_keeps_to_its_schema(plenary):
    sign_all(plenary)
    plenary.file.confirm(WORKERS, "3a")
    schemas = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in (DOCS / "schemas").glob("*.json")
    ]
    known = Registry().with_resources(
        (one["$id"], Resource.from_contents(one)) for one in schemas
    )
    schema = next(one for one in schemas if one["$id"].endswith("export:1"))
    found = Draft202012Validator(schema, registry=known)
    plain = json.loads(json.dumps(plenary.file.export_json()))
    assert [one.message for one in found.iter_errors(plain)] == []


def test_the_room_is_no_part_of_the_rules(plenary):
    before = plenary.file.signed_digest(Signed.RULES)
    header = plenary.file.header
    plenary.file.describe(
        title=header.title,
        country=header.country,
        place="Another hall",
        selection=header.selection,
    )
    assert plenary.file.signed_digest(Signed.RULES) == before


def test_a_group_finds_its_own_words_on_its_pages_and_nobody_elses(plenary):
    pages = {one.item: one for one in plenary.file.pages(WORKERS, "3a")}
    assert [one.reservation for one in pages["3a.1"].stances] == ["Not in practice."]
    others = plenary.file.pages(EMPLOYERS, "3a")
    assert all(not one.stances for one in others)
