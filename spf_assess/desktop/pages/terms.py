"""Words of the glossary where they are used: on hover, and in a part that unfolds."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.parts import Fold, Label
from spf_assess.desktop.parts.explained import ExplainedLabel, Explanation
from spf_assess.i18n import COLON, Words, list_text
from spf_assess.reading import Term, load_glossary


def explain(label: ExplainedLabel, text: str, language: str) -> None:
    """Explain the words of the glossary in *text*, which *label* shows."""
    label.explain(
        [
            Explanation(met.start, met.end, told(met.meaning, language))
            for met in load_glossary().met(text, language)
        ]
    )


def told(term: Term, language: str) -> str:
    """Return a term and what it means, as one line."""
    return f"{term.title(language)}{COLON[language]}{term.means[language]}"


class TermsFold(Fold):
    """“Terms used here”: the words of the glossary in some texts, with the keyboard.

    Hidden where the texts use none.
    """

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "", key, build=self._build_list, parent=parent)
        self._terms: tuple[Term, ...] = ()
        self._language = "en"
        self._list: QVBoxLayout | None = None

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that are explained."""
        return self._terms

    def show_texts(self, texts: Iterable[str], words: Words) -> None:
        """Explain the words of *texts*, which are in the language of *words*."""
        self._language = words.language
        self._terms = tuple(load_glossary().used_in(texts, words.language))
        names = [term.words[words.language][0].term for term in self._terms]
        self.tell(words("Terms used here"), list_text(tuple(names), words.language))
        if self.parentWidget() is not None or not self._terms:
            self.setVisible(bool(self._terms))  # alone it would be a window
        self._fill()

    def _build_list(self) -> QWidget:
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(28, 0, 8, 8)
        self._list.setSpacing(4)
        self._fill()
        return inside

    def _fill(self) -> None:
        if self._list is None:
            return
        while self._list.count():
            taken = self._list.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for term in self._terms:
            self._list.addWidget(Label(told(term, self._language), "small_text"))
