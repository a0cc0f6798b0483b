"""One question on the page: its words, its field, and what folds open below it."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spf_assess.analysis import open_follow_ups
from spf_assess.analysis.matrix import filled, guarantee_of
from spf_assess.desktop.fields import field_for
from spf_assess.desktop.fields.comment import CommentBox
from spf_assess.desktop.fields.evidence import EvidenceBox, evidence_summary
from spf_assess.desktop.fields.follow_ups import FollowUpsBox, follow_ups_summary
from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.fields.tab_order import follow
from spf_assess.desktop.pages.answering_crumb import Crumb
from spf_assess.desktop.pages.answering_draft import DraftRow
from spf_assess.desktop.pages.answering_folds import (
    COMMENT,
    EVIDENCE,
    FOLLOW_UPS,
    GUIDANCE,
    MINORITY,
    Folds,
)
from spf_assess.desktop.pages.answering_guidance import GuidanceBox
from spf_assess.desktop.parts import Button, FoldHead, Label, Notice
from spf_assess.i18n import Words, schemes_text
from spf_assess.model import (
    Answer,
    Constituency,
    FollowUp,
    Item,
    ItemKind,
    PartAnswer,
    Questionnaire,
    RespondentKind,
)

SEX_REASON = "F10"
_SUMMARY = 70


class QuestionPanel(Stack):
    """Shows a question and the answer to it, and tells of every change.

    Signals:
        now(Answer), soon(Answer): to be saved at once, or within a second.
        left(): the keyboard left a box; to be saved at once.
        again(): the person wants saving to be tried again.
        unfolded(FoldHead): a part was opened; it should be seen.
        draft_wanted(): a first draft should be taken over from other answers.
    """

    now = Signal(object)
    soon = Signal(object)
    left = Signal()
    again = Signal()
    unfolded = Signal(object)
    draft_wanted = Signal()

    def __init__(
        self,
        item: Item,
        questionnaire: Questionnaire,
        me: Constituency,
        kind: RespondentKind = RespondentKind.PERSON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.item = item
        self._questionnaire, self._me = questionnaire, me
        self._grouped = kind is RespondentKind.BENCH
        self._answer = Answer(item.id)
        self._words: Words | None = None
        self._asked: tuple[FollowUp, ...] = ()
        self.crumb = Crumb(self)
        if item.national:
            self.crumb.mark_national()
        self._question = Label(role="question")
        self._hint = Label(role="small")
        self._not_saved: NotSaved | None = None
        self.field = field_for(item, questionnaire) if me.rates else None
        self.draft: DraftRow | None = None
        if me.rates and guarantee_of(questionnaire, item) is not None:
            self.draft = DraftRow()
        self.folds = Folds(
            {
                GUIDANCE: self._build_guidance,
                FOLLOW_UPS: self._build_follow_ups,
                EVIDENCE: self._build_evidence,
                COMMENT: self._build_comment,
                MINORITY: self._build_minority,
            }
        )
        self._follow_ups: FollowUpsBox | None = None
        self._evidence: EvidenceBox | None = None
        self._comment: CommentBox | None = None
        self._minority: CommentBox | None = None
        self._lay_out()
        self._connect()

    @property
    def answer(self) -> Answer:
        """The answer as it stands on the page."""
        return self._answer

    def show_answer(self, answer: Answer) -> None:
        """Show an answer without telling anyone."""
        self._answer = answer
        if self.field is not None:
            self.field.show_answer(answer)
        if self._evidence is not None:
            self._evidence.show_sources(answer.evidence)
        if self._comment is not None:
            self._comment.show_text(answer.comment)
        if self._minority is not None:
            self._minority.show_text(answer.minority)
        self.crumb.show_flag(flagged=answer.flagged)
        if self.draft is not None:
            self.draft.forget()
        self._tell_folds()

    def take_over(self, texts: Mapping[str, str]) -> None:
        """Fill empty parts of the answer with *texts*, as one step, and tell of it."""
        if self.draft is None or self.field is None:
            return
        answer = filled(self._answer, texts)
        before = self._answer.parts
        new = sum(part != before.get(name) for name, part in answer.parts.items())
        if new:
            self.field.show_answer(answer)
            self._tell(answer)
        self.draft.tell(new, drafted=bool(texts))

    def speak(self, words: Words) -> None:
        """Say every word anew; nothing typed is touched."""
        self._words = words
        self.setAccessibleName(words.text(self.item.label))
        self._question.say(words.text(self.item.label))
        schemes = self._questionnaire.schemes.get(self.item.section, ())
        hint = _hint(words, self.item, rates=self.field is not None)
        self._hint.say("\n".join(filter(None, (hint, schemes_text(words, schemes)))))
        self._hint.setVisible(bool(self._hint.said))
        if self._not_saved is not None:
            self._not_saved.speak(words)
        for part in (self.draft, self.field):
            if part is not None:
                part.speak(words)
        help_fold = self.folds.by_key.get(GUIDANCE)
        guidance = None if help_fold is None else help_fold.content
        for box in (guidance, self._evidence, self._follow_ups):
            if isinstance(box, GuidanceBox | EvidenceBox | FollowUpsBox):
                box.speak(words)
        self._speak_comments(words)
        self.crumb.speak(words)
        self._tell_folds()

    def tell_saved(self, *, saved: bool) -> None:
        """Say beside the question that its answer is not on disk, or stop saying."""
        if self._not_saved is None and not saved:
            self._not_saved = NotSaved()
            self._not_saved.again.connect(self.again)
            self.insert(self.rows.index(self._hint) + 1, self._not_saved, 8)
            follow(self)
        if self._not_saved is not None and self._words is not None:
            self._not_saved.setVisible(not saved)
            self._not_saved.speak(self._words)

    def flag(self, *, flagged: bool) -> None:
        """Mark the question to come back to, or not."""
        self.crumb.show_flag(flagged=flagged)
        self._tell(replace(self._answer, flagged=flagged))

    def open_fold(self, key: str) -> bool:
        """Open or close the part of a key (``H``, ``G``, ``E``, ``C`` or ``M``)."""
        fold = self.folds.shown(key)
        if fold is None:
            return False
        fold.turn()
        boxes = {
            FOLLOW_UPS: self._follow_ups,
            EVIDENCE: self._evidence,
            COMMENT: self._comment,
            MINORITY: self._minority,
        }
        box = boxes.get(key)
        if fold.is_open:
            self.unfolded.emit(fold)
        if fold.is_open and box is not None:
            first = box.box if isinstance(box, CommentBox) else box.first()
            if first is not None:
                first.setFocus()
        else:
            fold.setFocus()
        return True

    def go_to(self, part: str = "") -> None:
        """Put the keyboard where *part* is answered, or where to begin."""
        if self.field is None:
            self.open_comment()
        elif part:
            self.field.go_to(part)
        else:
            self.field.first().setFocus()

    def open_comment(self) -> None:
        """Open the comment and put the keyboard into it."""
        self.folds.by_key[COMMENT].open()
        if self._comment is not None:
            self._comment.box.setFocus()

    def _lay_out(self) -> None:
        self.add(self.crumb)
        self.add(self._question, 6)
        self.add(self._hint, 4)
        if self.draft is not None:
            self.add(self.draft, 10)
        if self.field is not None:
            self.add(self.field, 14)
        self.add(self.folds, 14)

    def _connect(self) -> None:
        self.crumb.flagged.connect(lambda on: self.flag(flagged=on))
        self.folds.built.connect(self._take_fold)
        if self.draft is not None:
            self.draft.wanted.connect(self.draft_wanted)
        if self.field is None:
            return
        self.field.given.connect(lambda part, said: self._part(part, said, now=True))
        self.field.typed.connect(lambda part, said: self._part(part, said, now=False))
        self.field.specified.connect(
            lambda text: self._tell(replace(self._answer, specify=text), now=False)
        )
        self.field.left.connect(self.left)

    def _take_fold(self, fold: FoldHead) -> None:
        fold.opened.connect(lambda _on: follow(self.folds))
        if self.isVisible():
            follow(self)

    def _part(self, name: str, said: PartAnswer, *, now: bool) -> None:
        parts = dict(self._answer.parts)
        if said.empty:
            parts.pop(name, None)
        else:
            parts[name] = said
        self._tell(replace(self._answer, parts=MappingProxyType(parts)), now=now)

    def _tell(self, answer: Answer, *, now: bool = True) -> None:
        self._answer = answer
        self._tell_folds()
        (self.now if now else self.soon).emit(answer)

    def _build_guidance(self) -> QWidget:
        guidance = self.item.guidance
        if guidance is None or self._words is None:
            return QWidget()
        box = GuidanceBox(guidance, self._me)
        box.speak(self._words)
        return box

    def _build_follow_ups(self) -> QWidget:
        box = self._follow_ups = FollowUpsBox(self.item)
        if self._words is not None:
            box.speak(self._words)
        box.show_questions(self._asked, self._answer)
        box.typed.connect(self._follow_up_typed)
        box.grown.connect(lambda: follow(self.folds))
        box.left.connect(self.left)
        return box

    def _build_evidence(self) -> QWidget:
        box = self._evidence = EvidenceBox(self.item)
        if self._words is not None:
            box.speak(self._words)
        box.show_sources(self._answer.evidence)
        box.grown.connect(lambda: follow(self.folds))
        box.given.connect(
            lambda found: self._tell(replace(self._answer, evidence=found))
        )
        box.typed.connect(
            lambda found: self._tell(replace(self._answer, evidence=found), now=False)
        )
        box.left.connect(self.left)
        return box

    def _build_comment(self) -> QWidget:
        box = self._comment = CommentBox()
        self._speak_comments(self._words)
        box.show_text(self._answer.comment)
        box.typed.connect(
            lambda text: self._tell(replace(self._answer, comment=text), now=False)
        )
        box.left.connect(self.left)
        return box

    def _build_minority(self) -> QWidget:
        box = self._minority = CommentBox()
        self._speak_comments(self._words)
        box.show_text(self._answer.minority)
        box.typed.connect(
            lambda text: self._tell(replace(self._answer, minority=text), now=False)
        )
        box.left.connect(self.left)
        return box

    def _speak_comments(self, words: Words | None) -> None:
        if words is None:
            return
        if self._minority is not None:
            label = words(
                "What members of the group see otherwise, in their own words; it stands"
                " beside the agreed answer and does not change it"
            )
            self._minority.speak(words, label, words("Minority note"))
        if self._comment is not None:
            label = words("In your own words, as they may stand in the report")
            self._comment.speak(words, label, words("Comment"))

    def _follow_up_typed(self, name: str, text: str) -> None:
        said = {**self._answer.follow_ups, name: text}
        said = {key: words for key, words in said.items() if words}
        answer = replace(self._answer, follow_ups=MappingProxyType(said))
        self._tell(answer, now=False)

    def _tell_folds(self) -> None:
        words = self._words
        if words is None:
            return
        asked = tuple(
            one
            for one in open_follow_ups(self._questionnaire, self.item, self._answer)
            if not (one.name == SEX_REASON and self.item.kind is ItemKind.FIGURES)
        )
        if self.field is None:
            asked = ()
        self._asked = asked
        said = {
            EVIDENCE: (
                words("Evidence"),
                evidence_summary(words, self._answer.evidence),
            ),
            COMMENT: (
                words("Comment"),
                _shortened(self._answer.comment) or words("none yet"),
            ),
        }
        if self.item.helped:
            said[GUIDANCE] = (
                words("Help with this question"),
                words("why it matters, what counts as evidence, where to find it"),
            )
        if asked:
            told = follow_ups_summary(words, self.item, asked, self._answer)
            said[FOLLOW_UPS] = words("Follow-up questions"), told
        if self._grouped:
            minority = _shortened(self._answer.minority) or words("none yet")
            said[MINORITY] = words("Minority note"), minority
        if self._follow_ups is not None:
            self._follow_ups.show_questions(asked, self._answer)
        self.folds.show_only(said)
        for key, (name, summary) in said.items():
            self.folds.by_key[key].tell(name, summary, key)


class NotSaved(Notice):
    """Says beside a question that its answer is not on disk; ``again()`` tries anew."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__("warn")
        self._retry = Button(role="plain")
        self._retry.clicked.connect(self.again)
        self.add_button(self._retry)

    def speak(self, words: Words) -> None:
        """Say the words anew; they are read out only while they are shown."""
        self._retry.say(words("Try again"))
        if not self.isHidden():
            self.tell(
                words(
                    "Not saved. What you entered is kept here; the reason stands above."
                )
            )


def _hint(words: Words, item: Item, *, rates: bool) -> str:
    """Return what to know before answering."""
    parts = [words.text(item.hint)]
    if not rates:
        parts.append(words("Observers comment; the three groups rate."))
    elif item.kind.rated:
        parts.append(
            words(
                "Choose a level only if everything it describes is met; otherwise"
                " choose the lower level."
            )
        )
    if item.own_experience:
        parts.append(
            words(
                "This is about your own organization: answers are shown side by side"
                " and not compared."
            )
        )
    return "\n".join(filter(None, parts))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _SUMMARY:
        return line
    whole_words, _gap, _cut = line[:_SUMMARY].rpartition(" ")
    return f"{(whole_words or line[: _SUMMARY - 1]).rstrip()}…"
