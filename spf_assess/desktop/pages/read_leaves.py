"""What is written on a leaf: a question, a section, a paragraph, a term."""

from collections.abc import Callable, Iterable

from spf_assess.desktop.models.library import Address, Library
from spf_assess.desktop.pages.facing import NATIVE, Passage
from spf_assess.desktop.pages.read_guidance import write_guidance
from spf_assess.desktop.pages.read_leaf import Leaf
from spf_assess.i18n import COLON, Words, constituency_name, list_text
from spf_assess.model import (
    BENCHES,
    LANGUAGES,
    LAW,
    PRACTICE,
    Constituency,
    Item,
    ItemKind,
    Part,
    Reference,
    Text,
)
from spf_assess.reading import Kind, Term, Usage
from spf_assess.reading.provisions import in_context, paragraph_name


def write_leaf(address: Address, library: Library, words: Words) -> Leaf:
    """Return the leaf of an address.

    Raises:
        KeyError: there is no such question, section, paragraph or term.
    """
    write: Callable[[Leaf, str, Library], None] = {
        Kind.QUESTION: _question,
        Kind.GUIDANCE: _guided,
        Kind.SECTION: _section,
        Kind.PARAGRAPH: _paragraph,
        Kind.TERM: _term,
    }[address.kind]
    leaf = Leaf(words)
    write(leaf, address.id, library)
    leaf.finish()
    return leaf


def leaf_title(address: Address, library: Library, words: Words) -> str:
    """Return what a leaf is called."""
    if address.kind is Kind.TERM:
        return library.glossary.by_name[address.id].title(words.language)
    if address.kind is Kind.SECTION:
        return words.text(library.questionnaire.section(address.id).title)
    if address.kind is not Kind.PARAGRAPH:
        return words("Question {id}", id=address.id)
    if address.id.startswith("+"):
        provision = library.provision(address.id)
        heading = provision is not None and provision.kind == "heading"
        return words("Heading") if heading else words("Preamble")
    return words.text(paragraph_name(Reference.parse(address.id)))


# -- questions and sections --------------------------------------------------------


def _question(leaf: Leaf, item_id: str, library: Library) -> None:
    item = library.questionnaire.item(item_id)
    _head(leaf, item, library)
    _body(leaf, item, library)
    write_guidance(leaf, item)
    _around(leaf, item, library)


def _guided(leaf: Leaf, item_id: str, library: Library) -> None:
    """Write a question with its guidance first, for that is what was looked for."""
    item = library.questionnaire.item(item_id)
    _head(leaf, item, library)
    write_guidance(leaf, item)
    _body(leaf, item, library)
    _around(leaf, item, library)


def _head(leaf: Leaf, item: Item, library: Library) -> None:
    words = leaf.words
    short = words.text(library.section_of(item).short)
    leaf.say(f"{words('Question {id}', id=item.id)}, {short}", "small")
    leaf.tell(words.text(item.label), "question")
    leaf.tell(words.text(item.hint), "small")
    leaf.tell(words.text(item.definition), "small")
    leaf.say(_asked_of(words, item.asked_of), "small")


def _body(leaf: Leaf, item: Item, library: Library) -> None:
    """Write what can be answered."""
    words = leaf.words
    for part in item.parts:
        _part(leaf, item, part, library)
    for choice in item.choices:
        leaf.tell(f"– {words.text(choice.label)}", "small_text")
    if item.partly[words.language]:
        leaf.tell(_named(words, words("Partly"), item.partly), "small_text")


def _around(leaf: Leaf, item: Item, library: Library) -> None:
    """Write links to the paragraphs and to the section."""
    words, section = leaf.words, library.section_of(item)
    leaf.say(words("Paragraphs this question is about"), "label", above=8)
    for reference in library.index.paragraphs_of(item):
        name = words.text(paragraph_name(reference))
        leaf.link(name, Address(Kind.PARAGRAPH, str(reference)))
    leaf.say(words("Section"), "label", above=8)
    leaf.link(words.text(section.title), Address(Kind.SECTION, section.id))


def _asked_of(words: Words, groups: Iterable[Constituency]) -> str:
    asked = tuple(constituency_name(words, one) for one in BENCHES if one in groups)
    return words("Asked of: {groups}", groups=list_text(asked, words.language))


def _part(leaf: Leaf, item: Item, part: Part, library: Library) -> None:
    words = leaf.words
    names = {LAW: words("In law"), PRACTICE: words("In practice")}
    twofold = item.kind is ItemKind.LAW_PRACTICE
    label = names[part.name] if twofold else words.text(part.label)
    levels = library.questionnaire.levels(item, part)
    if levels:
        if label != words.text(item.label):
            leaf.say(label, "heading", above=8)
        named = zip(library.questionnaire.level_names, levels, strict=True)
        for number, (name, described) in enumerate(named, start=1):
            leaf.level(number, words.text(name), words.text(described))
        return
    unit = words.text(part.unit)
    if label and label != words.text(item.label):
        leaf.tell(f"– {label} ({unit})" if unit else f"– {label}", "small_text")


def _section(leaf: Leaf, section_id: str, library: Library) -> None:
    words, section = leaf.words, library.questionnaire.section(section_id)
    leaf.say(words("Section"), "small")
    leaf.tell(words.text(section.title), "question")
    if section.brings:
        leaf.say(words("What each group is well placed to bring"), "label", above=8)
        for bench in BENCHES:
            if bench in section.brings:
                leaf.tell(words.text(section.brings[bench]), "small_text")
    leaf.questions(section.items, words("Questions of this section"))


# -- paragraphs --------------------------------------------------------------------


def _paragraph(leaf: Leaf, shown: str, library: Library) -> None:
    words = leaf.words
    address = Address(Kind.PARAGRAPH, shown)
    leaf.say(leaf_title(address, library, words), "heading")
    leaf.say(words("Both texts are authoritative."), "small")
    leaf.facing(list(_passages(shown, library)))
    leaf.link_to_whole(words("Show it in the whole text"), shown)
    if not shown.startswith("+"):
        reference = Reference.parse(shown)
        heading = words("Questions about it")
        leaf.questions(library.index.items_about(reference), heading)


def _passages(shown: str, library: Library) -> Iterable[Passage]:
    """Yield a provision with what introduces it and what stands in it."""
    if shown.startswith("+"):
        provision = library.provision(shown)
        if provision is None:
            raise KeyError(shown)
        yield Passage(provision, asked=provision.kind == "heading")
        return
    context = in_context(Reference.parse(shown), library.recommendation, library.index)
    for provision, asked in context:
        yield Passage(provision, asked)


# -- terms -------------------------------------------------------------------------


def _term(leaf: Leaf, name: str, library: Library) -> None:
    words = leaf.words
    term = library.glossary.by_name[name]
    language = words.language
    sources = {
        Usage.RECOMMENDATION: words("Term of the Recommendation"),
        Usage.PRACTICE: words("Term of social security and of the ILO"),
        Usage.METHOD: words("Term of this questionnaire"),
    }
    leaf.say(sources[term.usage], "small")
    leaf.say(term.title(language), "question")
    leaf.say(term.means[language])
    for other in (language, *(one for one in LANGUAGES if one != language)):
        _words_of(leaf, term, other)
    _occurrences(leaf, term, library)
    leaf.say(
        words("The definitions are this tool's own. They bind nobody."),
        "small",
        above=8,
    )


def _words_of(leaf: Leaf, term: Term, language: str) -> None:
    """Write the words of one language, and when each of several is used."""
    said = term.words[language]
    own = language == leaf.words.language
    if own and len(said) == 1:
        return
    leaf.say(NATIVE[language], "label", above=8)
    for word in said:
        used = leaf.words.text(word.used)
        leaf.say(f"{word.term} ({used})" if used else word.term)


def _occurrences(leaf: Leaf, term: Term, library: Library) -> None:
    words, found = leaf.words, library.glossary.provisions(term)
    if not found:
        return
    leaf.say(words("Where the Recommendation uses it"), "label", above=8)
    for provision in found:
        place = library.recommendation.provisions.index(provision)
        reference = provision.reference
        shown = str(reference) if reference is not None else f"+{place}"
        address = Address(Kind.PARAGRAPH, shown)
        leaf.link(leaf_title(address, library, words), address)


def _named(words: Words, name: str, text: Text) -> str:
    return f"{name}{COLON[words.language]}{words.text(text)}"
