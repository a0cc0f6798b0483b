"""When an open consultation's file is backed up (R-107)."""

from spf_assess.consultation.held import Held
from spf_assess.model import Problem
from spf_assess.store import backups


class Safekeeping(Held):
    """Backups of the open file; that one could not be made never stops any work.

    Attributes:
        backup_problem: why the last one could not be made, or None.
    """

    backup_problem: Problem | None = None

    @property
    def backed_up(self) -> bool:
        """Whether backups are made of this file: not of one behind a PIN."""
        return not self.read_only and not self.held

    def backup_is_due(self) -> bool:
        """Whether the file changed and half an hour went by since the last backup."""
        return self.backed_up and backups.is_due(self.path, self.rounds[0].opened_at)

    def back_up(self, why: str) -> None:
        """Make and verify a backup now, before something that changes much."""
        if not self.backed_up:
            return
        self.backup_problem = None
        try:
            backups.make(self.path, why)
        except Problem as problem:
            self.backup_problem = problem.told()

    def saved_here(self) -> int:
        """Return when the copy here of a file of elsewhere was written; 0 if none is.

        Another number than the last time means that there is something to bring back.
        """
        if self._database.visit is None:
            return 0
        return self._database.path.stat().st_mtime_ns

    def set_aside(self, why: str) -> bool:
        """Keep the file as it stands, at once; the command ``backups`` verifies it.

        Returns:
            Whether there is something to verify.
        """
        if not self.backed_up:
            return False
        self.backup_problem = None
        try:
            return backups.set_aside(self._database, why)
        except Problem as problem:
            self.backup_problem = problem.told()
            return False
