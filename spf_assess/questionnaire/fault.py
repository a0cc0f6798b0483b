"""A fault of a form, and the rule it breaks: code, place, cause and remedy."""

from collections.abc import Mapping
from dataclasses import dataclass

from spf_assess.model import Text


@dataclass(frozen=True, slots=True)
class FormFault:
    """One fault, told in the person's language by ``words(fault.says, **fault.facts)``.

    Attributes:
        code: ``Q-`` and three digits; ``docs/forms.md`` lists them all.
        file: name of the file within the folder of forms.
        line: counted from 1; 0 where the fault lies in no line.
        says: the cause, an English message id.
        remedy: what to do about it, an English message id with the same facts.
    """

    code: str
    file: str
    line: int
    says: str
    remedy: str
    facts: Mapping[str, str | Text]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a module of ``checks`` watches over."""

    code: str
    says: str
    remedy: str

    def broken(self, file: str, line: int, **facts: object) -> FormFault:
        """Return the fault of breaking this rule in *line* of *file*."""
        told = {
            name: fact if isinstance(fact, Text) else str(fact)
            for name, fact in facts.items()
        }
        return FormFault(self.code, file, line, self.says, self.remedy, told)
