"""In brief: how many questions, no-answers and sources there are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from spf_assess.analysis import Progress
from spf_assess.desktop.parts import Label, Rule
from spf_assess.i18n import Words, no_answer_name
from spf_assess.model import Grade, NoAnswer

WIDTH = 296


class Brief(QWidget):
    """Counts, five no-answers and four grades apart, and what handing in means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        self._heading = Label(role="heading")
        self._answered = _Counts(1)
        self._none_heading, self._none = Label(role="label"), _Counts(len(NoAnswer))
        self._not_zero = Label(role="small")
        self._grade_heading = Label(role="label")
        self._grades = _Counts(len(Grade) + 1)
        self._then_heading, self._then = Label(role="label"), Label(role="small")
        for part in (
            self._heading,
            self._answered,
            Rule(),
            self._none_heading,
            self._none,
            self._not_zero,
            Rule(),
            self._grade_heading,
            self._grades,
            Rule(),
            self._then_heading,
            self._then,
        ):
            column.addWidget(part)
        column.addStretch(1)

    def tell(self, words: Words, progress: Progress) -> None:
        """Say everything anew."""
        self._heading.say(words("In brief"))
        done = words(
            "{answered} of {asked}", answered=progress.answered, asked=progress.asked
        )
        self._answered.tell([(words("Questions answered"), done)])
        self._none_heading.say(words("Answers without a rating"))
        self._none.tell(
            [
                (no_answer_name(words, kind), str(progress.no_answers[kind]))
                for kind in NoAnswer
            ]
        )
        self._not_zero.say(words("None of them counts as zero."))
        self._grade_heading.say(words("Evidence"))
        grades = [
            (words("Grade {grade}", grade=grade.value), str(progress.grades[grade]))
            for grade in Grade
        ]
        unsourced = (words("No source"), str(progress.unsourced))
        self._grades.tell([*grades, unsourced])
        self._then_heading.say(words("When you hand in"))
        self._then.say(
            words(
                "The file is signed and read back from where it was written; then the"
                " eight words of the receipt are shown. You can send a corrected"
                " version until the answers are presented together."
            )
        )


class _Counts(QWidget):
    """Names at the left, figures at the right."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        self._lines = [
            (Label(role="small_text"), Label(role="strong", wraps=False))
            for _line in range(lines)
        ]
        for row, (name, figure) in enumerate(self._lines):
            grid.addWidget(name, row, 0)
            grid.addWidget(figure, row, 1, Qt.AlignmentFlag.AlignRight)

    def tell(self, pairs: list[tuple[str, str]]) -> None:
        for (name, figure), (text, count) in zip(self._lines, pairs, strict=True):
            name.say(text)
            figure.say(count)
