"""Two consultations side by side: read only, names only if wanted, never a ranking."""

from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.models.board_table import TellingModel
from spf_assess.desktop.models.trended import BesideRow, beside_columns
from spf_assess.desktop.pages.decisions_part import Card, line
from spf_assess.desktop.pages.decisions_table import CardTable
from spf_assess.desktop.pages.discussion_words import Changing
from spf_assess.desktop.parts import Button, Label, Segmented
from spf_assess.files import spoken_name
from spf_assess.i18n import Words, missing_bench_text
from spf_assess.model import Problem

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation
    from spf_assess.consultation.comparing import Compared

NAMES, ALIASES = "names", "aliases"
HEADLINES, ALL = "headlines", "all"


class BesideCard(Card):
    """A second file is chosen; it is only read, and nothing of it is kept."""

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__()
        self._hub, self._order, self._words = hub, order, hub.words
        self._other: Path | None = None
        self._found: Compared | None = None
        self._as_of: object = None  # what both files were when they were compared
        self.choose, self.stop = Button(), Button(role="quiet")
        self._file, self._blind = Label(role="small_text"), Label()
        self._missing = Label()
        self.names = Segmented([(NAMES, ""), (ALIASES, "")], NAMES)
        self.which = Segmented([(HEADLINES, ""), (ALL, "")], HEADLINES)
        self._place = Changing()
        self.table: CardTable | None = None
        self.add(
            self._blind,
            line(self.choose, self.stop),
            self._file,
            line(self.names, self.which, gap=24),
            self._missing,
            self._place,
        )
        self.choose.clicked.connect(self._ask)
        self.stop.clicked.connect(self._stop)
        self.names.chosen.connect(lambda _key: self._compare())
        self.which.chosen.connect(lambda _key: self._show())

    def show_of(self, words: Words, consultation: "Consultation") -> None:
        """Say everything anew; compare again where one of the two files changed."""
        self._words = words
        self.head(
            words("Beside another consultation"),
            words(
                "Choose the file of a second consultation, of another year or another"
                " country. It is only read. Nothing here ranks countries."
            ),
        )
        may = consultation.shown_round > 0
        self._blind.say(words("Positions are told once the first round is closed."))
        self._blind.setVisible(not may)
        self.choose.say(words("Choose the other file…"))
        self.choose.setVisible(may)
        self.stop.say(words("Put it away"))
        self.names.say(
            {NAMES: words("Names of the countries"), ALIASES: words("A and B instead")},
            words("What the two are called"),
        )
        self.which.say(
            {HEADLINES: words("Headline questions"), ALL: words("All questions")},
            words("Which questions are listed"),
        )
        self._compare_again()

    # -- inside -------------------------------------------------------------------

    def _ask(self) -> None:
        words = self._words
        self._hub.files.open_files(
            self,
            words("The file of the other consultation"),
            words("Consultation") + " (*.spfa)",
            self._take,
        )

    def _take(self, path: Path) -> None:
        before, self._other = self._other, path
        if not self._compare():
            self._other = before

    def _compare(self) -> bool:
        from spf_assess.consultation.comparing import compare_with

        open_, other = self._hub.consultation, self._other
        if open_ is None or other is None:
            return False
        as_of = self._state()
        try:
            self._found = compare_with(
                open_, other, aliases=self.names.selected == ALIASES
            )
        except Problem as problem:
            self._hub.tell(problem)
            return False
        self._as_of = as_of
        self._show()
        return True

    def _compare_again(self) -> None:
        """Compare anew what changed; what was found stays where that fails.

        A stick may be pulled out: what stands there was true of it, and is only told.
        """
        state = self._state()
        if self._found is None or state in (None, self._as_of):
            self._show()
            return
        self._as_of = state  # told once, not at every change
        if not self._compare():
            self._show()

    def _state(self) -> object:
        """Return what tells both files from what they were; None where one is gone."""
        open_, other = self._hub.consultation, self._other
        if open_ is None or other is None:
            return None
        wal = other.with_name(other.name + "-wal")  # while somebody works with it
        try:
            seen = [one.stat() for one in (other, wal) if one.exists()]
        except OSError:
            return None
        if not seen:
            return None
        times = tuple((one.st_mtime_ns, one.st_size) for one in seen)
        return open_.as_of, times

    def _stop(self) -> None:
        self._other = self._found = None
        self._show()
        self.choose.setFocus()

    def _show(self) -> None:
        words, found, open_ = self._words, self._found, self._hub.consultation
        shown = found is not None and self._other is not None
        for widget in (self.stop, self._file, self.names, self.which):
            widget.setVisible(shown)
        if found is None or self._other is None or open_ is None:
            self.table = None
            self._missing.hide()
            self._place.put(None)
            return
        anonymous = self.names.selected == ALIASES
        file = spoken_name(self._other)
        self._file.say(
            words("A is this consultation, B the other one.")
            if anonymous
            else words("Compared with {file}.", file=file)
        )
        self._say_missing(found)
        rows = self._rows(found, open_)
        whole = all(row.beside.fate.comparable for row in rows)
        columns = beside_columns(
            self._order.benches, found.names, found.rounds, whole=whole
        )
        model = TellingModel(columns, words)
        self.table = CardTable(model)
        self.table.setAccessibleName(self.heading.said)
        model.show_rows(rows)
        self._place.put(self.table)

    def _say_missing(self, found: "Compared") -> None:
        """Name the groups from which nothing stands here, on either side."""
        words = self._words
        told = [
            words(
                "{name}: {text}",
                name=words.text(name),
                text=missing_bench_text(words, bench, spoke=spoke),
            )
            for name, benches in zip(found.names, found.missing, strict=True)
            for bench, spoke in benches.items()
        ]
        self._missing.say("\n".join(told))
        self._missing.setVisible(bool(told))

    def _rows(self, found: "Compared", consultation: "Consultation") -> list[BesideRow]:
        items = {one.id: one for one in consultation.questionnaire.items()}
        every = self.which.selected == ALL
        return [
            BesideRow(items[one.item], one)
            for one in found.rows
            if one.item in items and (every or items[one.item].headline)
        ]
