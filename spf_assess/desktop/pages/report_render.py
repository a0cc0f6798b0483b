"""Rendering as the page sees it: begin, how far, stop, what came of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.tasks import Render, Task
from spf_assess.model import N_, Edition, PaperSize, Problem, ReportOptions


def arguments_of(options: ReportOptions) -> list[str]:
    """Return what is added to the command beside the language, as a person types it."""
    found = []
    if options.edition is not Edition.FULL:
        found += ["--edition", options.edition.value]
    if options.group is not None:
        found += ["--group", options.group.value]
    if options.respondent:
        found += ["--respondent", options.respondent]
    for section in options.sections:
        found += ["--section", section]
    if options.paper is not PaperSize.A4:
        found += ["--paper", options.paper.value]
    if options.draft:
        found.append("--draft")
    if options.early:
        found.append("--early")
    return found


class Rendering(QObject):
    """One report at a time, in a process of its own.

    *kind* is what is rendered: the report, or the record of the meeting.

    Signals:
        progress(stage, done, of)
        ended(result): the path of the PDF, the Problem, or None when it was stopped.
    """

    progress = Signal(str, int, int)
    ended = Signal(object)

    def __init__(
        self,
        hub: Hub,
        parent: QObject | None = None,
        kind: type[Render] | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._kind = hub, kind
        self._task: Task | None = None

    @property
    def running(self) -> bool:
        """Whether a report is being made."""
        return self._task is not None

    def start(
        self,
        out: Path,
        options: ReportOptions | str,
        kind: type[Render] | None = None,
    ) -> None:
        """Make an edition of the open consultation; without one, nothing happens.

        *kind* is another thing to be made than this one usually makes.
        """
        consultation, options = self._hub.consultation, ReportOptions.of(options)
        if consultation is None or self._task is not None:
            return
        if not out.parent.is_dir():
            self.ended.emit(
                Problem(
                    "D-301",
                    N_(
                        "The folder {folder} is not there; a USB stick may have been"
                        " removed. Choose where to save the report."
                    ),
                    folder=str(out.parent),
                )
            )
            return
        if options.early and not self._hub.do(lambda open_: open_.note_early()):
            return
        task = (kind or self._kind or Render)(
            consultation.path,
            out,
            language=options.language,
            more=arguments_of(options),
            interface=self._hub.words.language,
            parent=self,
        )
        self._task = task
        task.progress.connect(self.progress)
        task.finished.connect(self._end)
        task.failed.connect(self._end)
        task.cancelled.connect(self._end)
        task.start(self._hub.ahead.take(consultation.path, task.words))

    def prepare(self) -> None:
        """Have the next report begin at once: it is likely to be asked for soon."""
        consultation = self._hub.consultation
        if consultation is not None and self._task is None:
            self._hub.ahead.prepare(consultation.path, self._hub.words.language)

    def cancel(self) -> None:
        """Stop at once; nothing half-written is left."""
        if self._task is not None:
            self._task.cancel()

    def abandon(self) -> None:
        """Stop without telling anyone: nobody looks at this consultation any more."""
        task, self._task = self._task, None
        if task is None:
            return
        for told in (task.progress, task.finished, task.failed, task.cancelled):
            told.disconnect()
        for ended in (task.finished, task.failed, task.cancelled):
            ended.connect(task.deleteLater)
        task.cancel()

    def _end(self, result: object = None) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
        self.ended.emit(result)
