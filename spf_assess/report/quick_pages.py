"""Lets pages that name other pages be laid out once more only where that is needed.

A word as "p. 31" is known when page 31 stands. WeasyPrint 70 lays out every page with
such a word three times: it loses sight of which page is asked for, takes it for the
word's own, and so makes the page anew once its own number is known, and again when the
number of all pages is. Here a page is laid out anew where it names a later one that
turns out to be another than was thought, and words that name a page before them are
told when that page stands.
"""

import copy
from typing import Any

_CONTENT = "content"
_NAMED, _WORDS = "_spf_named", "_spf_words"


def quicken() -> None:
    """Speed this process up, without another result."""
    from weasyprint.css.targets import TargetCollector
    from weasyprint.layout import page

    store, make = TargetCollector.cache_target_page_counters, page.make_page
    look = TargetCollector.lookup_target

    def looked_up(targets: Any, token: Any, box: Any, where: str, again: Any) -> Any:
        """Note which place a word names."""
        token = _resolved(token, box)
        named = targets.__dict__.setdefault(_NAMED, {})
        named.setdefault((box, where), set()).add(_anchor(token))
        return look(targets, token, box, where, again)

    def stored(
        targets: Any, anchor: str, values: dict[str, Any], index: int, maker: Any
    ) -> None:
        item = targets.target_lookup_items.get(anchor)
        if item is None or item.state != "up-to-date" or targets.collecting:
            return
        known, asked = item.cached_page_counter_values, _asked(targets)
        if not known or any(known.get(name) != values.get(name) for name in asked):
            store(targets, anchor, values, index, maker)
            return
        item.page_maker_index = index
        item.cached_page_counter_values = copy.deepcopy(values)

    def made(context: Any, *rest: Any) -> Any:
        """Make a page; then tell all later ones what they name of it."""
        words = _words(context.target_collector)
        found = make(context, *rest)
        for one in words:
            if one.pending and one.page_maker_index is None:
                one.pending = False
                one.parse_again(one.cached_page_counter_values)
        return found

    TargetCollector.lookup_target = looked_up
    TargetCollector.cache_target_page_counters = stored
    page.make_page = made


def _resolved(token: Any, box: Any) -> Any:
    """Return what a token names: the attribute's value where it names an attribute."""
    from weasyprint.urls import get_url_tuple

    if token[0] != "attr()":
        return token
    name, kind, otherwise = token[1]
    value = box.element.get(name, otherwise)
    if kind == "url":
        return kind, get_url_tuple(value, box.style.base_url)
    return kind, value


def _anchor(token: Any) -> str | None:
    from weasyprint.css.targets import anchor_name_from_token

    found: str | None = anchor_name_from_token(token)
    return found


def _words(targets: Any) -> list[Any]:
    """Return what names pages within the text; all is collected before layout.

    The library keeps the pages that a word asks for under the attribute's name, and,
    having one name for two lists, as if the word asked for its own too.
    """
    if _WORDS in targets.__dict__:
        known: list[Any] = targets.__dict__[_WORDS]
        return known
    found: list[Any] = []
    for place, words in targets.counter_lookup_items.items():
        asked = words.missing_target_counters
        if any(words.missing_counters is one for one in asked.values()):
            words.missing_counters = []
        names = sorted({name for several in asked.values() for name in several})
        anchors = targets.__dict__.get(_NAMED, {}).get(place, ())
        words.missing_target_counters = dict.fromkeys(anchors, names) if names else {}
        if place[1] == _CONTENT:
            found.append(words)
    targets.__dict__[_WORDS] = found
    return found


def _asked(targets: Any) -> set[str]:
    """Return the counters that are asked of other pages."""
    return {
        name
        for words in _words(targets)
        for names in words.missing_target_counters.values()
        for name in names
    }
