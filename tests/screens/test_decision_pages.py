"""The pages of part 8 as someone saw them and agreed, in both languages."""

import pytest
from support.decided import decided
from support.paper import check_page

from spf_assess.report import render_report

LANGUAGES = ("en", "fr")
PAGES = {"participants": 3, "coverage": 8, "priorities": 14, "plan": 15, "since": 16}


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """Return a function that renders the report once in each language."""
    folder, made = tmp_path_factory.mktemp("report"), {}

    def rendered(language: str):
        if language not in made:
            made[language] = render_report(
                decided(), language, folder / f"{language}.pdf"
            )
        return made[language]

    return rendered


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_of_decisions_looks_as_it_was_agreed(report, tmp_path, name, language):
    done = report(language)
    check_page(done.path, PAGES[name], f"decided-{name}-{language}", tmp_path)
