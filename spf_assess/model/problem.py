"""What is told to a person when something cannot be done."""

from typing import NamedTuple


class Problem(Exception):  # noqa: N818 - it is what the person reads, not a bug
    """A sentence for the person, with a code, raised where the cause is known.

    Attributes:
        code: stable identifier such as ``P-104``; listed in ``docs/errors.md``.
        says: the English message id, marked with ``N_`` so that it is translated when
            it is told (``spf_assess.i18n.tell``). It says what is wrong, where, and
            what to do.
        facts: values for the placeholders in *says*. A fact may itself be a
            ``spf_assess.model.Text`` and is then told in the person's language.
    """

    def __init__(self, code: str, says: str, /, **facts: object) -> None:
        super().__init__(code, says, facts)
        self.code = code
        self.says = says
        self.facts = facts

    def told(self) -> "Problem":
        """Return the same problem without the place where it was raised.

        Whoever keeps a problem keeps this: a traceback holds every frame up to the
        outermost, and with them what was being handled there. In the window those are
        things that Qt destroys at once; a wrapper left behind at their address is taken
        for the next thing that Qt puts there.
        """
        return type(self)(self.code, self.says, **self.facts)

    def __str__(self) -> str:
        return f"{self.code}: {self.says.format_map(self.facts)}"


class Fault(NamedTuple):
    """One thing that can be wrong: a code and a sentence.

    Called with the facts of the sentence, it is the Problem.
    """

    code: str
    says: str

    def __call__(self, **facts: object) -> Problem:
        """Return the Problem, to be raised or kept."""
        return Problem(self.code, self.says, **facts)


def N_(message: str) -> str:  # noqa: N802 - the customary gettext marker
    """Mark *message* for translation without translating it here."""
    return message
