"""Every word the product says is in a dictionary or in the list of the domain's words.

Needs hunspell with the dictionaries en_GB and fr (tools/setup-long.sh).
"""

import shutil
import subprocess
from pathlib import Path

import pytest
from support.written import words_only, written

pytestmark = pytest.mark.long
DICTIONARIES = {"en": "en_GB", "fr": "fr"}
OWN = Path(__file__).parent / "words"


def unknown(language: str, text: str) -> set[str]:
    """Return the words of *text* that hunspell does not know."""
    program = shutil.which("hunspell")
    assert program, "run tools/setup-long.sh"
    done = subprocess.run(
        [program, "-l", "-i", "utf-8", "-d", DICTIONARIES[language]],
        input=text,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return {word.strip(".'-") for word in done.stdout.split()} - {""}


@pytest.mark.parametrize("language", DICTIONARIES)
def test_every_word_is_spelt_as_in_a_dictionary(language):
    own = set((OWN / f"{language}.txt").read_text(encoding="utf-8").split())
    text = "\n".join(words_only(text) for _place, text in written(language))
    found = {
        word.removeprefix("l'").removesuffix("'s") for word in unknown(language, text)
    }
    assert found - own == set()


@pytest.mark.parametrize(("language", "text"), [("en", "soical"), ("fr", "sociaale")])
def test_a_slip_of_the_pen_is_found(language, text):
    assert unknown(language, f"{text} protection") == {text}


@pytest.mark.parametrize("language", DICTIONARIES)
def test_the_list_holds_no_word_that_is_not_used_or_is_known_anyway(language):
    own = (OWN / f"{language}.txt").read_text(encoding="utf-8").split()
    assert own == sorted(own)
    text = " ".join(text for _place, text in written(language))
    unused = {word for word in own if word not in text}
    assert unused == set()
