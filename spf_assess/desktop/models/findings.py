"""Lines of what there is to read: search results, the index, the glossary."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spf_assess.desktop.models.library import Address, Library
from spf_assess.desktop.models.listed import ListedModel
from spf_assess.i18n import Words
from spf_assess.model import Provision
from spf_assess.reading import Found, Hit, Kind, Run, Term

MOST_SHOWN = 12
_BEGINNING = 110


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        address: what it leads to; None for a heading.
        title: its words, some of them marked.
        mark: number or reference at the left.
        more: a passage below the title.
        about: where it lies, last and small.
        tells: at the right.
        deep: how far it stands in.
        legal: the words are the Recommendation's own.
    """

    address: Address | None
    title: tuple[Run, ...]
    mark: str = ""
    more: tuple[Run, ...] = ()
    about: str = ""
    tells: str = ""
    deep: int = 0
    legal: bool = False

    @property
    def spoken(self) -> str:
        """The line as it is read out."""
        title, more = _plain(self.title), _plain(self.more)
        return ", ".join(filter(None, (self.mark, title, more, self.about, self.tells)))


class LinesModel(ListedModel[Line]):
    """Lines of the list; headings lead nowhere."""

    def leads(self, line: Line) -> bool:
        return line.address is not None

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.put(tuple(lines))

    def row_of(self, address: Address | None) -> int:
        """Return where an address stands, else where the first line to open does."""
        rows = [row for row, line in enumerate(self._lines) if line.address is not None]
        for row in rows:
            if self._lines[row].address == address:
                return row
        return rows[0] if rows else -1


def kind_names(words: Words) -> dict[Kind, str]:
    """Return the names of the groups of results, in their order."""
    return {
        Kind.QUESTION: words("Questions"),
        Kind.GUIDANCE: words("Guidance on questions"),
        Kind.SECTION: words("Sections"),
        Kind.PARAGRAPH: words("Recommendation"),
        Kind.TERM: words("Glossary"),
    }


def results(found: Found, words: Words, only: Kind | None = None) -> list[Line]:
    """Return what was found, group by group, the group of the best result first."""
    names = kind_names(words)
    lines: list[Line] = []
    kinds = dict.fromkeys(hit.kind for hit in found.hits)
    for kind in kinds if only is None else (only,):
        hits = found.of(kind)
        if not hits:
            continue
        shown = hits if only is not None else hits[:MOST_SHOWN]
        count = str(len(hits))
        if len(shown) < len(hits):
            count = words("{shown} of {number}", shown=len(shown), number=len(hits))
        lines.append(Line(None, (Run(names[kind]),), tells=count))
        lines += [_hit(hit, words) for hit in shown]
    return lines


def _hit(hit: Hit, words: Words) -> Line:
    where = hit.place.where[words.language]
    address = Address(hit.kind, hit.id)
    if hit.kind is Kind.PARAGRAPH:
        named = hit.place.title[words.language]
        title = hit.snippet or hit.title
        about = named if hit.snippet else ""
        return Line(address, title, about=about, legal=bool(hit.snippet))
    if hit.kind is Kind.GUIDANCE:
        return Line(address, hit.snippet, mark=hit.id, about=where)
    mark = hit.id if hit.kind is Kind.QUESTION else ""
    about = "" if hit.kind is Kind.TERM else where
    return Line(address, hit.title, mark=mark, more=hit.snippet, about=about)


def index_lines(library: Library, words: Words) -> Iterator[Line]:
    """Yield a line for every paragraph, sub-paragraph and clause."""
    for row in library.index.rows:
        number = len(library.index.items_about(row.reference))
        whole = words("Paragraph of several sub-paragraphs")
        legal = row.provision is not None
        yield Line(
            Address(Kind.PARAGRAPH, str(row.reference)),
            (Run(_beginning(row.provision, words) or whole),),
            mark=row.reference.label(words.language),
            tells=words.plural("{number} question", "{number} questions", number),
            deep=row.deep,
            legal=legal,
        )


def term_lines(library: Library, words: Words, wanted: str = "") -> Iterator[Line]:
    """Yield a line for every term, or for those whose words hold *wanted*."""
    from spf_assess.reading.folding import folded

    language, other = words.language, "fr" if words.language == "en" else "en"
    sought = folded(wanted.strip())
    for term in library.glossary.sorted(language):
        if sought and sought not in folded(_all_words(term)):
            continue
        yield Line(
            Address(Kind.TERM, term.name),
            (Run(term.title(language)),),
            about=term.title(other),
        )


def _all_words(term: Term) -> str:
    phrases = [
        phrase
        for language in term.words
        for phrase in (*term.printed(language), *term.search.get(language, ()))
    ]
    return " | ".join(phrases)


def _beginning(provision: Provision | None, words: Words) -> str:
    """Return the first words of a provision, up to the end of a word."""
    if provision is None:
        return ""
    text = provision.text[words.language]
    if len(text) <= _BEGINNING:
        return text
    return text[:_BEGINNING].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
