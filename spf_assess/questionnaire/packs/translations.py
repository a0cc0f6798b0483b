"""What a pack says in a further language, beside what it is said of."""

from collections.abc import Iterator
from dataclasses import dataclass

from spf_assess.model import Text
from spf_assess.questionnaire.load import load_questionnaire
from spf_assess.questionnaire.packs.building import laid_over
from spf_assess.questionnaire.packs.contents import TEXTS
from spf_assess.questionnaire.packs.layering import Layer
from spf_assess.questionnaire.places import texts
from spf_assess.questionnaire.tree import Node, Record


@dataclass(frozen=True, slots=True)
class Translation:
    """One translated text; *said* is None where it is only marked as a draft."""

    file: str
    line: int
    place: str
    said: str | None
    original: Text | None


def translations(layer: Layer, *, sound: bool) -> Iterator[Translation]:
    """Yield every translation and every mark of a draft, file by file.

    While the pack's own questions are not *sound*, nobody can say which places they
    have; then only translations of official texts are yielded.
    """
    files = list(layer.contents.within(TEXTS))
    if not files:
        return
    form = load_questionnaire(layer.core.folder)
    known = dict(texts(laid_over(form, layer, None) if sound else form))
    for _code, source in files:
        for place, line, said in _said(source.root):
            original = known.get(place)
            if sound or original is not None:
                yield Translation(source.file, line, place, said, original)


def _said(root: Node) -> Iterator[tuple[str, int, str | None]]:
    if not isinstance(root, Record):
        return
    said = root.at("texts")
    if isinstance(said, Record):
        for place, node in said.named():
            yield place, said.lines[place], node.text
    for node in root.at("drafts"):
        yield node.text, node.line, None
