"""Merging step by step: read first, then write everything in one transaction."""

from typing import TYPE_CHECKING, Self

from spf_assess.consultation.merging_plan import MergePlan, Side, plan_between
from spf_assess.model import Changes

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from spf_assess.consultation.incoming import Incoming


class MergeRun:
    """A merge that has begun: packets are read and verified, nothing is written yet.

    Reading is what takes long, and it changes nothing: stopped before ``finish`` it is
    as if nothing had been done. It holds the other file until it is closed.

    Attributes:
        plan: what the merge would bring, as things stood when it began.
        done: how many packets are read, of *of*.
    """

    def __init__(
        self,
        ours: Side,
        theirs: Side,
        bring: "Callable[[MergePlan, list[Incoming]], Changes]",
    ) -> None:
        self._ours, self._theirs, self._bring = ours, theirs, bring
        self._read: dict[str, Incoming] = {}
        self.plan = plan_between(ours, theirs)
        self._left = list(reversed(self.plan.packets))
        self.done, self.of = 0, len(self._left)

    def step(self) -> bool:
        """Read and verify the next packet; False once all are read."""
        if not self._left:
            return False
        digest = self._left.pop()
        self._of(digest).read()
        self.done += 1
        return bool(self._left)

    def finish(self, turn: "Callable[[], None] | None" = None) -> Changes:
        """Write everything in one transaction, or nothing where everything is here.

        What came in here since the merge began is taken into account. *turn* is called
        again and again, so that a window lives meanwhile; it must not use this file.

        Raises:
            Problem: S-1xx this file could not be written; nothing was changed then.
        """
        ours, theirs = self._ours.database, self._theirs.database
        with ours.giving_turns(turn), theirs.giving_turns(turn):
            self.plan = plan_between(self._ours, self._theirs)
            if self.plan.brings_nothing:
                return Changes()
            incoming = [self._of(digest) for digest in self.plan.packets]
            return self._bring(self.plan, incoming)

    def close(self) -> None:
        """Let go of the other file; a second time does nothing."""
        self._left.clear()
        self._read.clear()
        self._theirs.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: "type[BaseException] | None",
        error: "BaseException | None",
        trace: "TracebackType | None",
    ) -> None:
        self.close()

    def _of(self, digest: str) -> "Incoming":
        if digest not in self._read:
            from spf_assess.consultation.incoming import Incoming

            record = self._theirs.contents.packets[digest].record
            data = self._theirs.packet_bytes(digest)
            self._read[digest] = Incoming(data, record.file_name, record.channel)
        return self._read[digest]
