"""``backups`` and ``restore``, and the backup before an import."""

import json

import pytest

from spf_assess.store import backups


@pytest.fixture
def file(tmp_path, run):
    path = tmp_path / "mine.spfa"
    run("self-assess", path, "--constituency=workers")
    return path


def test_a_file_without_backups_says_so(run, file):
    code, out, err = run("backups", file)
    assert (code, out) == (1, "")
    assert "There is no backup of mine.spfa yet." in err


def test_one_is_made_listed_and_put_back(run, file, tmp_path):
    code, out, _err = run("backups", file, "--make")
    assert code == 0
    assert "mine 20" in out
    assert "half an hour went by" in out
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps([{"item": "3a.1", "comment": "later"}]), "utf-8")
    assert run("answer", file, answers)[0] == 0
    code, out, _err = run("restore", file)
    assert code == 0
    assert "is now as it was in" in out
    assert "is kept in" in out
    listed = json.loads(run("backups", file, "--json")[1])
    assert [one["why"] for one in listed] == ["restore", "regular"]
    code, out, _err = run("restore", file, "--backup", "1")
    assert code == 0


def test_a_damaged_file_names_its_backups(run, file):
    run("backups", file, "--make")
    data = bytearray(file.read_bytes())
    data[data.rindex(b"workers")] ^= 1
    file.write_bytes(data)
    code, _out, err = run("status", file)
    assert code == 1
    assert "[S-111]" in err
    assert f"spf-assess backups {file}" in err
    assert run("restore", file)[0] == 0
    assert run("status", file)[0] == 0


def test_without_any_there_is_nothing_to_go_back_to(run, file):
    before = file.read_bytes()
    for choice in ([], ["--backup", "7"], ["--backup", "nowhere.spfa"]):
        code, _out, err = run("restore", file, *choice)
        assert code == 3
        assert "[S-132]" in err or "[L-190]" in err
    assert file.read_bytes() == before


def test_importing_keeps_the_file_as_it_was_before(run, tmp_path):
    file = tmp_path / "c.spfa"
    names = [
        f"--{what}-{language}=X"
        for what in ("title", "country")
        for language in ("en", "fr")
    ]
    assert run("new", file, *names)[0] == 0
    nothing = tmp_path / "nothing.spfr"
    nothing.write_text("no packet")
    before = file.read_bytes()
    assert run("import", file, nothing)[0] == 1
    (made,) = backups.list_backups(file)
    assert made.why == backups.IMPORT
    assert backups.same(made.path.read_bytes(), before)
    assert run("import", file, nothing)[0] == 1
