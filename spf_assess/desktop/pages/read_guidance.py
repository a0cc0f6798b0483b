"""The guidance on a question, as far as the question has some."""

from collections.abc import Iterable

from spf_assess.desktop.pages.read_leaf import Leaf
from spf_assess.i18n import Words
from spf_assess.model import BENCHES, Item, Text


def write_guidance(leaf: Leaf, item: Item) -> None:
    """Write why a question matters, what counts, where it is found, and so on."""
    guidance = getattr(item, "guidance", None)
    if guidance is None:
        return
    words = leaf.words
    unsure = frozenset(getattr(guidance, "to_be_verified", ()))
    leaf.say(words("Guidance"), "heading", above=8)
    for field, name in _names(words).items():
        said = getattr(guidance, field, None)
        texts = list(_texts(said, words))
        if texts:
            mark = words("to be verified") if field in unsure else ""
            leaf.say(f"{name} ({mark})" if mark else name, "label", above=4)
            for text in texts:
                leaf.tell(text, "small_text")


def _names(words: Words) -> dict[str, str]:
    return {
        "why": words("Why it matters"),
        "counts": words("What counts as evidence"),
        "found": words("Where it is usually found"),
        "brings": words("What each group is best placed to bring"),
        "misread": words("Common misreading"),
        "sources": words("Sources"),
    }


def _texts(said: object, words: Words) -> Iterable[str]:
    """Yield the words of a field: one text, several, or one for each group."""
    if isinstance(said, Text):
        found = [said]
    elif isinstance(said, (list, tuple)):
        found = [one for one in said if isinstance(one, Text)]
    elif said is not None and hasattr(said, "get"):
        found = [text for bench in BENCHES if (text := said.get(bench)) is not None]
    else:
        found = []
    for text in found:
        if text.by_language.get(words.language):
            yield words.text(text)
