"""What a country adds to the official questionnaire, as far as others need to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from spf_assess.model.text import EMPTY, Text


@dataclass(frozen=True, slots=True)
class PackInfo:
    """The national pack that was laid over a questionnaire.

    Attributes:
        id: name of the pack.
        version: its version.
        digest: lower-case hex SHA-256 over *document*.
        languages: own names of the languages it adds, by code.
        document: the whole pack as one ``.spfq`` document.
    """

    id: str
    version: str
    title: Text
    digest: str
    languages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    document: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme of the country under its own name, shown with sections it matters to."""

    name: str
    label: Text
    note: Text = EMPTY
