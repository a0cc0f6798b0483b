"""Sentences that a person edits: faults are told, and no report fails by them."""

import pytest
from support.spoken import desk
from support.standing import standing

from spf_assess.__main__ import main
from spf_assess.model import LANGUAGES
from spf_assess.report.html import environment
from spf_assess.report.sentences import finding
from spf_assess.report.wording import (
    SENTENCES,
    Wording,
    check_words,
    differing,
    official,
    read_words,
)

NAME = "finding-unanimous"
OWN = f"{NAME} = {{ in-dimension }}, tripartite agreement on {'{'} $level {'}'}."


def folder(tmp_path, **changes):
    """A folder of the official sentences, one language or the other changed."""
    for language in LANGUAGES:
        text = official(language)
        for old, new in changes.get(language, ()):
            assert old in text
            text = text.replace(old, new)
        (tmp_path / f"{language}.ftl").write_text(text, encoding="utf-8")
    return tmp_path


def codes(place):
    return [(one.code, one.file, one.line) for one in check_words(place)]


def line_of(language, text):
    return official(language)[: official(language).index(text)].count("\n") + 1


def test_the_official_sentences_have_no_fault_and_are_whole():
    assert check_words() == ()
    for language in LANGUAGES:
        assert all(f"\n{name} =" in official(language) for name in SENTENCES)


FINDING = "finding-none = { in-dimension }"
LAW = "\nin-dimension = { $dimension ->\n    [law]"


@pytest.mark.parametrize(
    ("old", "new", "code", "fact"),
    [
        ("agree on level { $level }", "agree on level { $levle }", "Q-932", "levle"),
        (
            "    [one] { $number } position at",
            "    [two] { $number } at",
            "Q-933",
            "number",
        ),
        ("finding-none = {", "finding-none = {{", "Q-930", None),
        ("finding-none =", "finding-nobody =", "Q-931", None),
        (
            FINDING,
            "finding-none = { in-dimention }",
            "Q-936",
            None,
        ),
        (
            FINDING,
            "finding-none = { WHO($x) }",
            "Q-936",
            None,
        ),
        ("## What is missing.", "finding-none = A.\n", "Q-938", None),
        (f"{LAW} in law", f"{LAW} {{ in-dimension }}", "Q-939", None),
        ("finding-none = ", "finding-none =\n    .a = ", "Q-937", None),
    ],
)
def test_a_broken_sentence_is_told_with_file_line_and_remedy(
    tmp_path, old, new, code, fact
):
    place = folder(tmp_path, en=[(old, new)])
    found = [one for one in check_words(place) if one.code == code]
    assert found
    assert found[0].file == "en.ftl"
    near = line_of("en", old)
    assert near <= found[0].line <= near + 14 or code == "Q-933"
    assert found[0].remedy.format(**found[0].facts)
    assert fact is None or found[0].facts["fact"] == fact


def test_a_sentence_or_file_that_is_missing_in_one_language_is_told(tmp_path):
    place = folder(tmp_path, fr=[("gap-sex =", "-gap-own =")])
    assert [one[:2] for one in codes(place)] == [("Q-934", "fr.ftl")]
    (place / "fr.ftl").write_bytes(b"\xff")
    assert [one[:2] for one in codes(place)] == [("Q-935", "fr.ftl")]
    (place / "fr.ftl").unlink()
    assert [one[:2] for one in codes(place)] == [("Q-935", "fr.ftl")]


def test_forms_check_tells_the_faults_of_a_folder_of_sentences(tmp_path, capsys):
    place = folder(tmp_path, fr=[("{ $own }", "{ $propre }")])
    assert main(["--lang", "fr", "forms", "check", str(place)]) == 1
    told = capsys.readouterr().out
    assert f"fr.ftl:{line_of('fr', '{ $own }')}: Q-932" in told
    assert "$own" in told


def test_a_countrys_own_sentence_is_printed_and_a_broken_one_gives_way():
    all_three, apart = standing(2, 2, 2), standing(2, 2, 1)
    told = finding(desk("en", {NAME: OWN}), all_three)
    assert told == "In law, tripartite agreement on 2."
    for broken in (
        OWN.replace("$level", "$levels"),
        OWN.replace("in-dimension", "nowhere"),
        OWN.replace("}", ""),
        f"{NAME} = {{ {NAME} }}",
        "finding-one-apart = A.",  # under another's name
        "",
        "\ud800",
    ):
        assert "agree on level 2" in finding(desk("en", {NAME: broken}), all_three)
    good_and_broken = {NAME: OWN, "finding-one-apart": "finding-one-apart = { $x }"}
    both = desk("en", good_and_broken)
    assert finding(both, all_three) == told
    assert "two of three" in finding(both, apart)


def test_a_countrys_own_sentence_is_plain_text_that_the_fonts_can_print():
    one = desk("en", {NAME: f"{NAME} = <b>Hear</b> \U0001f91d \u05e9 {{{{ x }}}}."})
    assert "agree on level" in finding(one, standing(2, 2, 2))  # braces make it a fault
    one = desk("en", {NAME: f"{NAME} = <b>Hear</b> \U0001f91d \u05e9."})
    told = finding(one, standing(2, 2, 2))
    assert told == "<b>Hear</b> [U+1F91D] [U+05E9]."
    assert one.scribe.replaced
    html = page_of("{{ told }}", told=told)
    assert "&lt;b&gt;" in html


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ((1, 2, 2), "Écart du gouvernement, dû au gouvernement."),
        ((2, 1, 2), "Écart des employeurs, dû aux employeurs."),
        ((2, 2, 1), "Écart des travailleurs, dû aux travailleurs."),
    ],
)
def test_french_articles_are_joined_after_a_preposition(levels, told):
    source = "finding-one-apart = écart de { GROUP($apart) }, dû à { GROUP($apart) }."
    assert finding(desk("fr", {"finding-one-apart": source}), standing(*levels)) == told


def page_of(template, **facts):
    return environment().from_string(template).render(facts)


def test_groups_have_the_names_that_a_country_gives_them():
    own = {"group-workers": "group-workers = the trade unions"}
    assert "; the trade unions place it" in finding(desk("en", own), standing(2, 2, 1))


def test_without_official_sentences_the_report_still_says_what_it_knows(monkeypatch):
    wording = Wording("en")
    assert wording.say("no-such-sentence", lambda: "plain") == "plain"
    assert wording.say(NAME, lambda: "plain", dimension="law") == "plain"


def test_only_what_a_country_changed_is_its_own(tmp_path):
    place = folder(tmp_path, en=[("no group gave a level", "nobody gave a level")])
    found = differing(read_words(place))
    assert list(found) == ["finding-none"]
    assert "nobody gave" in found["finding-none"]["en"]
    assert "aucun groupe" in found["finding-none"]["fr"]
