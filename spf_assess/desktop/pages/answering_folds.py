"""The parts of a question that are folded away until they are needed."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.parts import Fold, Rule, Surface

Build = Callable[[], QWidget]


class Folds(Surface):
    """The card with the five parts that open one by one."""

    def __init__(
        self,
        guidance: Build,
        follow_ups: Build,
        evidence: Build,
        comment: Build,
        minority: Build,
    ) -> None:
        super().__init__("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 1, 11, 1)
        column.setSpacing(0)
        self.guidance = Fold(build=guidance, keeps=False)
        self.follow_ups = Fold(build=follow_ups)
        self.evidence = Fold(build=evidence)
        self.comment = Fold(build=comment)
        self.minority = Fold(build=minority)
        self.by_key = {
            "H": self.guidance,
            "G": self.follow_ups,
            "E": self.evidence,
            "C": self.comment,
            "M": self.minority,
        }
        # a line above each but the first that can be seen, so it hides with its part
        self._rules = {"H": Rule(), "G": Rule(), "E": Rule(), "M": Rule()}
        for key, fold in self.by_key.items():
            if key == "M":
                column.addWidget(self._rules[key])
            column.addWidget(fold)
            if key in self._rules and key != "M":
                column.addWidget(self._rules[key])
        self.tell_which(guidance=False, asked=False, minority=False)

    def tell_which(self, *, guidance: bool, asked: bool, minority: bool) -> None:
        """Show help, follow-up questions and minority note, as far as there are any."""
        for key, shown in (("H", guidance), ("G", asked), ("M", minority)):
            self.by_key[key].setVisible(shown)
            self._rules[key].setVisible(shown)
