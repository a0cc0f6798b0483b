"""What is searched: every question, section, provision and term, language by language.

A document is one thing in one language, in three fields that weigh less and less: what
it is called, what it says, and everything else that is read with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spf_assess.i18n import Words, section_place
from spf_assess.model import (
    LANGUAGES,
    N_,
    Item,
    Provision,
    Questionnaire,
    Recommendation,
    Section,
    Text,
)
from spf_assess.reading.glossary import Glossary, Term
from spf_assess.reading.provisions import paragraph_name, told


class Kind(StrEnum):
    """What was found, in the order in which kinds are listed."""

    QUESTION = "question"
    GUIDANCE = "guidance"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Place:
    """One thing that can be found.

    Attributes:
        id: the item's, the section's or the term's; a reference for a paragraph, else
            ``+`` and its place in the Recommendation, counted from 0.
        title: what it is called in each language the questionnaire has.
        where: where it lies, in the languages of the interface.
    """

    kind: Kind
    id: str
    title: Text
    where: Text


@dataclass(frozen=True, slots=True)
class Document:
    """A thing's words in one language."""

    place: Place
    language: str
    title: str
    text: str
    more: str


def documents(
    questionnaire: Questionnaire, recommendation: Recommendation, glossary: Glossary
) -> Iterator[Document]:
    """Yield everything there is to be searched, kind by kind."""
    for section in questionnaire.sections:
        yield from _section(section)
        for item in section.items:
            yield from _item(item, section)
            yield from _guidance(item, section)
    for order, provision in enumerate(recommendation.provisions):
        yield from _provision(order, provision)
    for term in glossary:
        yield from _term(term)


def _item(item: Item, section: Section) -> Iterator[Document]:
    place = Place(Kind.QUESTION, item.id, item.label, _where(item, section))
    rest = [item.hint, item.definition, item.partly, item.constraint_message]
    rest += [choice.label for choice in item.choices]
    for part in item.parts:
        rest += [part.label, part.unit, *part.levels]
    for language in item.label.by_language:
        yield Document(
            place,
            language,
            item.label[language],
            _joined(language, item.short),
            _joined(language, *rest),
        )


def _guidance(item: Item, section: Section) -> Iterator[Document]:
    """Yield the help of an item; a national question may have none."""
    guidance = item.guidance
    if guidance is None:
        return
    texts = [guidance.why, guidance.counts, guidance.found, guidance.misread]
    texts += [*guidance.sources, *guidance.brings.values()]
    place = Place(Kind.GUIDANCE, item.id, item.label, _where(item, section))
    for language in item.label.by_language:
        said = [text[language] for text in texts if text.by_language.get(language)]
        if said:
            yield Document(place, language, "", "\n".join(said), "")


def _where(item: Item, section: Section) -> Text:
    """Return ``Paragraph 3(e), Social inclusion`` for an item."""
    if not item.references:
        return section.short
    name = paragraph_name(item.references[0])
    return Text.of(
        **{
            language: f"{name[language]}, {section.short[language]}"
            for language in LANGUAGES
        }
    )


def _section(section: Section) -> Iterator[Document]:
    place = Place(Kind.SECTION, section.id, section.title, _section_where(section))
    for language in section.title.by_language:
        yield Document(
            place,
            language,
            section.title[language],
            _joined(language, section.short),
            _joined(language, *section.brings.values()),
        )


def _section_where(section: Section) -> Text:
    return Text.of(
        **{language: section_place(Words(language), section) for language in LANGUAGES}
    )


def _provision(order: int, provision: Provision) -> Iterator[Document]:
    reference = provision.reference
    if reference is not None:
        named, shown = paragraph_name(reference), str(reference)
    else:
        heading = provision.kind == "heading"
        named = told(N_("Heading")) if heading else told(N_("Preamble"))
        shown = f"+{order}"
    place = Place(Kind.PARAGRAPH, shown, named, told(N_("Recommendation")))
    for language in provision.text.by_language:
        yield Document(place, language, "", provision.text[language], "")


def _term(term: Term) -> Iterator[Document]:
    title = Text.of(**{language: term.title(language) for language in LANGUAGES})
    place = Place(Kind.TERM, term.name, title, told(N_("Glossary")))
    for language in LANGUAGES:
        used = [word.used[language] for word in term.words[language]]
        more = (
            *term.forms.get(language, ()),
            *term.search.get(language, ()),
            *(one for one in used if one),
        )
        yield Document(
            place, language, title[language], term.means[language], "\n".join(more)
        )


def _joined(language: str, *texts: Text) -> str:
    said = (text.by_language.get(language, "") for text in texts)
    return "\n".join(one for one in said if one)
