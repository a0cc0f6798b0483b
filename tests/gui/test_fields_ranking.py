"""Ranking by pointer, by buttons and by keys."""

import pytest
from support.answering import item_of, lay

from spf_assess.i18n import Words
from spf_assess.model import NoAnswer, PartAnswer

__all__ = ["lay"]

COST, RULES, LAW = (
    "Cost of contributions",
    "Complexity of procedures",
    "Exclusion by law",
)


def ranks(table):
    return table.given["value"].value


@pytest.fixture
def table(lay):
    return lay(item_of("3e.2"))


def test_clicks_rank_in_order(table):
    for name in (COST, RULES, LAW):
        table.person.presses(f"Not ranked: {name}")
    assert ranks(table) == ("cost", "complexity", "legal_exclusion")
    assert "Rank 1: Cost of contributions" in table.person.hears()


def test_buttons_move_up_and_down_and_take_out(table):
    table.show(("value", PartAnswer(value=("cost", "complexity", "trust"))))
    table.person.presses(f"Move up: {RULES}")
    assert ranks(table) == ("complexity", "cost", "trust")
    table.person.presses(f"Move down: {COST}")
    assert ranks(table) == ("complexity", "trust", "cost")
    table.person.presses(f"Take out of the ranking: {RULES}")
    assert ranks(table) == ("trust", "cost")
    assert f"Not ranked: {RULES}" in table.person.hears()


def test_the_first_cannot_go_up_nor_the_last_down(table):
    table.show(("value", PartAnswer(value=("cost", "complexity"))))
    up = table.person.find(f"Move up: {COST}").object()
    down = table.person.find(f"Move down: {RULES}").object()
    assert not up.isEnabled()
    assert not down.isEnabled()


def test_everything_goes_by_keyboard(table):
    table.field.first().setFocus()
    assert table.person.focused() == f"Not ranked: {LAW}"
    table.person.keys("Down", "Down", "Return")
    assert ranks(table) == ("cost",)
    table.person.keys("Down", "Return")
    assert ranks(table) == ("cost", "legal_exclusion")
    table.person.keys("Ctrl+Up")
    assert ranks(table) == ("legal_exclusion", "cost")
    assert table.person.focused() == f"Rank 1: {LAW}"
    table.person.keys("Del")
    assert ranks(table) == ("cost",)
    assert table.person.focused() == f"Not ranked: {LAW}"


def test_a_number_key_gives_that_rank(table):
    table.show(("value", PartAnswer(value=("cost", "complexity", "trust"))))
    table.person.find(f"Not ranked: {LAW}").object().setFocus()
    assert table.field.press("2")
    assert ranks(table) == ("cost", "legal_exclusion", "complexity", "trust")
    assert table.person.focused() == f"Rank 2: {LAW}"


def test_tab_follows_the_order_that_is_seen(table):
    table.show(("value", PartAnswer(value=("trust", "cost"))))
    table.person.find("Rank 1: Low trust in institutions").object().setFocus()
    seen = []
    for _step in range(12):
        table.person.keys("Tab")
        seen.append(table.person.focused())
    wanted = ["Move down: Low trust in institutions", f"Rank 2: {COST}"]
    places = [seen.index(name) for name in wanted]
    assert places == sorted(places)
    assert seen.index(f"Rank 2: {COST}") < seen.index(f"Not ranked: {LAW}")


def test_a_ranking_is_kept_in_the_other_language(table):
    table.show(("value", PartAnswer(value=("trust", "cost"))))
    table.speak(Words("fr"))
    assert "Rang 1\u00a0: Manque de confiance dans les institutions" in (
        table.person.hears()
    )
    assert not table.given


def test_a_ranking_can_be_cleared_and_left_out(table):
    table.person.presses(f"Not ranked: {COST}")
    table.person.presses("Clear the answer")
    assert table.given["value"].empty
    table.person.presses(f"Not ranked: {COST}")
    table.person.presses("Don't know")
    assert table.given["value"] == PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    assert f"Not ranked: {COST}" in table.person.hears()
