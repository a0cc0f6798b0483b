"""``search`` and ``paragraph``: finding and reading without the window."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say, say_json, tell
from spf_assess.cli.national import with_questions_of
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, N_, Problem, Reference

if TYPE_CHECKING:
    from spf_assess.model import Item, Provision
    from spf_assess.reading import Found, Hit, ParagraphIndex

_NATIVE = {"en": "English", "fr": "Français"}
_MOST = 10
_NOTHING = 1


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [_search(words), _paragraph(words)]


def _search(words: Words) -> click.Command:
    @click.command(
        name="search",
        help=words(
            "Find words in the questions, their guidance, the Recommendation and the"
            " glossary, in English or in French. Exit code 1 if nothing is found."
        ),
    )
    @click.argument("words", nargs=-1, required=True)
    @click.option(
        "--lang",
        "language",
        type=click.Choice(LANGUAGES),
        default=words.language,
        help=words("Language in which results are shown where they have it."),
    )
    @click.option(
        "--most",
        type=click.IntRange(min=1),
        default=_MOST,
        help=words("Results shown of each kind."),
    )
    @arguments.searched_pack(words)
    @arguments.as_json(words)
    def search(
        words: tuple[str, ...],
        language: str,
        most: int,
        pack: Path | None,
        *,
        as_json: bool,
    ) -> int:
        from spf_assess.questionnaire import load_recommendation
        from spf_assess.reading import Search, load_glossary

        known = with_questions_of(pack), load_recommendation(), load_glossary()
        with Search(*known) as opened:
            found = opened.find(" ".join(words), language)
        if as_json:
            say_json(_found_plain(found, language))
        else:
            _tell_found(found, Words(language), most)
        return 0 if found.hits else _NOTHING

    return search


def _found_plain(found: "Found", language: str) -> dict[str, Any]:
    return {
        "query": found.query,
        "partly": found.partly,
        "hits": [_hit_plain(hit, language) for hit in found.hits],
    }


def _hit_plain(hit: "Hit", language: str) -> dict[str, Any]:
    def runs(pieces: Any) -> list[dict[str, Any]]:
        return [{"text": run.text, "marked": run.marked} for run in pieces]

    return {
        "kind": hit.kind.value,
        "id": hit.id,
        "where": hit.place.where[language],
        "how": hit.how.name.lower(),
        "language": hit.language,
        "title": runs(hit.title),
        "snippet": runs(hit.snippet),
    }


def _tell_found(found: "Found", words: Words, most: int) -> None:
    if not found.hits:
        tell(words("Nothing was found."))
        return
    if found.partly:
        tell(words("No place has all of these words. What is listed has some of them."))
    names = _kind_names(words)
    for kind in dict.fromkeys(hit.kind for hit in found.hits):
        hits = found.of(kind)
        say(f"{names[kind.value]} ({len(hits)})")
        for hit in hits[:most]:
            for line in _hit_lines(hit, words.language):
                say(line)
        if len(hits) > most:
            say("  …")


def _kind_names(words: Words) -> dict[str, str]:
    return {
        "question": words("Questions"),
        "guidance": words("Guidance on questions"),
        "section": words("Sections"),
        "paragraph": words("Recommendation"),
        "term": words("Glossary"),
    }


def _hit_lines(hit: "Hit", language: str) -> Iterator[str]:
    from spf_assess.reading import Kind
    from spf_assess.reading.search import plain

    title, snippet = plain(hit.title), plain(hit.snippet)
    if hit.kind is Kind.PARAGRAPH:
        name = hit.place.title[language]
        yield f"  {name}" if not snippet else f"  {name}: {snippet}"
        return
    marked = hit.kind in (Kind.QUESTION, Kind.GUIDANCE)
    mark = f"{hit.id}  " if marked else ""
    about = "" if hit.kind is Kind.TERM else f" ({hit.place.where[language]})"
    yield f"  {mark}{title or snippet}{about}"
    if title and snippet:
        yield f"      {snippet}"


def _paragraph(words: Words) -> click.Command:
    @click.command(
        name="paragraph",
        help=words(
            "Show a paragraph of the Recommendation in both languages and the"
            " questions that ask about it: 3e, “3(e)”, 13, “13(1)(b)”."
        ),
    )
    @click.argument("paragraph", nargs=-1, required=True)
    @arguments.searched_pack(words)
    @arguments.as_json(words)
    def paragraph(
        paragraph: tuple[str, ...], pack: Path | None, *, as_json: bool
    ) -> None:
        from spf_assess.questionnaire import load_recommendation
        from spf_assess.reading import ParagraphIndex
        from spf_assess.reading.provisions import in_context

        recommendation = load_recommendation()
        index = ParagraphIndex(with_questions_of(pack), recommendation)
        reference = _meant(" ".join(paragraph), index)
        shown = [one for one, _asked in in_context(reference, recommendation, index)]
        items = index.items_about(reference)
        if as_json:
            say_json(_paragraph_plain(reference, shown, items))
        else:
            _tell_paragraph(words, reference, shown, items)

    return paragraph


def _meant(text: str, index: "ParagraphIndex") -> Reference:
    """Return the paragraph a person means.

    Raises:
        Problem: L-150 it is none of the Recommendation's.
    """
    from spf_assess.reading.query import reference_in

    reference = reference_in(text)
    if reference is None or all(reference != row.reference for row in index.rows):
        raise Problem(
            "L-150",
            N_(
                "The Recommendation has no paragraph “{paragraph}”. Its paragraphs are"
                " 1 to 24, with parts such as 3(e), 9(2) or 13(1)(b)."
            ),
            paragraph=text,
        )
    return reference


def _paragraph_plain(
    reference: Reference, shown: "list[Provision]", items: "tuple[Item, ...]"
) -> dict[str, Any]:
    return {
        "paragraph": str(reference),
        "provisions": [
            {
                "reference": str(one.reference),
                "text": {key: one.text[key] for key in LANGUAGES},
                "not_from_record": sorted(one.not_from_record),
            }
            for one in shown
        ],
        "items": [
            {
                "id": item.id,
                "references": [str(one) for one in item.references],
                "label": {key: item.label[key] for key in LANGUAGES},
            }
            for item in items
        ],
    }


def _tell_paragraph(
    words: Words,
    reference: Reference,
    shown: "list[Provision]",
    items: "tuple[Item, ...]",
) -> None:
    from spf_assess.reading.provisions import lead, not_from_record, paragraph_name

    say(paragraph_name(reference)[words.language])
    for key in LANGUAGES:
        say("")
        say(_NATIVE[key])
        for one in shown:
            say(f"  {lead(one, key)}{one.text[key]}")
            if remark := not_from_record(words, one, key):
                say(f"  [{remark}]")
    say("")
    say(words("Questions about it") if items else words("No question is about it."))
    for item in items:
        say(f"  {item.id}  {words.text(item.label)}")
