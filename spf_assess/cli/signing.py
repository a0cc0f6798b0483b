"""``sign``, ``signatures``, ``pages``, ``confirm``, ``send-back`` and ``readings``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say, say_json, table
from spf_assess.exchange import receipt_words
from spf_assess.i18n import (
    COLON,
    Words,
    constituency_name,
    own_lines,
    reading_name,
    reading_text,
    section_heading,
    signature_text,
    signed_name,
    standing_name,
)
from spf_assess.model import (
    BENCHES,
    LANGUAGES,
    Constituency,
    Plain,
    ReadingState,
    Signed,
    SignedState,
    Standing,
)

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_BENCH = click.Choice([one.value for one in BENCHES])
_SIGNED = click.Choice([one.value for one in Signed])
_ATTENTION = (Standing.EARLIER, Standing.BROKEN)


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [
        _sign(words),
        _signatures(words),
        _pages(words),
        _confirm(words),
        _send_back(words),
        _readings(words),
    ]


def _sign(words: Words) -> click.Command:
    @click.command(
        name="sign",
        help=words(
            "Sign the rules or the results for a group: with the key in its own file,"
            " or on paper with the eight words on the sheet."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("what", type=_SIGNED)
    @click.option(
        "--key",
        type=arguments.FILE,
        help=words("The file in which the group answered; it is only read."),
    )
    @click.option("--paper", is_flag=True, help=words("It signed the printed sheet."))
    @click.option("--group", type=_BENCH, help=words("The group."))
    @click.option("--words", "typed", help=words("The eight words on the sheet."))
    @click.option("--seen-by", default="", help=words("Who saw it sign the sheet."))
    @click.option("--signer", default="", help=words("Who signs for the group."))
    def sign(  # noqa: PLR0913 - one option each
        file: Path,
        what: str,
        *,
        key: Path | None,
        paper: bool,
        group: str | None,
        typed: str | None,
        seen_by: str,
        signer: str,
    ) -> None:
        from spf_assess.consultation import Consultation

        signed = Signed(what)
        if paper == (key is not None):
            raise click.UsageError(words("Give either --key or --paper."))
        if key is None and (group is None or typed is None):
            raise click.UsageError(words("Give --group and --words with --paper."))
        with Consultation.open(file) as consultation:
            if key is not None:
                consultation.sign_with_key(signed, key, signer=signer)
            elif group is not None and typed is not None:
                bench = Constituency(group)
                consultation.sign_on_paper(
                    signed, bench, typed, attestation=seen_by, signer=signer
                )
            state, missing = consultation.sign_off(signed), consultation.missing()
        for line in _lines(words, state, missing):
            say(line)

    return sign


def _signatures(words: Words) -> click.Command:
    @click.command(
        name="signatures",
        help=words(
            "Show who signed the rules and the results, and what was changed since."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @arguments.as_json(words)
    def signatures(file: Path, *, as_json: bool) -> int:
        from spf_assess.consultation import Consultation

        with Consultation.open(file, read_only=True) as consultation:
            found = [consultation.sign_off(one) for one in Signed]
            missing = consultation.missing()
        if as_json:
            say_json([_plain(one) for one in found])
        else:
            for one in found:
                for line in _lines(words, one, missing):
                    say(line)
        shown = [one.standing for state in found for one in state.benches]
        return int(any(one in _ATTENTION for one in shown))

    return signatures


def _lines(
    words: Words, state: SignedState, missing: tuple[Constituency, ...]
) -> list[str]:
    colon = words.text(COLON)
    name = signed_name(words, state.signed)
    if state.round:
        name += f" ({words('Round {number}', number=state.round)})"
    lines = [name]
    lines += [
        f"  {language}{colon}{' '.join(receipt_words(state.digest, language))}"
        for language in LANGUAGES
    ]
    for one in state.benches:
        group = constituency_name(words, one.constituency)
        told = f"  {group} [{standing_name(words, one.standing)}]"
        lines.append(f"{told}{colon}{signature_text(words, one)}")
        if one.constituency in missing and state.signed is Signed.RESULTS:
            lines.append("    " + words("It handed in no answer."))
    return lines


def _plain(state: SignedState) -> Plain:
    from spf_assess.consultation.proceedings import to_plain

    return {
        "what": state.signed.value,
        "round": state.round,
        "digest": state.digest,
        "words": {one: list(receipt_words(state.digest, one)) for one in LANGUAGES},
        "groups": [
            {
                "constituency": one.constituency.value,
                "standing": one.standing.value,
                "signature": None if one.signature is None else to_plain(one.signature),
                "others": [to_plain(other) for other in one.others],
            }
            for one in state.benches
        ],
    }


def _pages(words: Words) -> click.Command:
    @click.command(
        name="pages",
        help=words("Show what a group finds of itself in a section, to read it."),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("section")
    @click.option("--group", type=_BENCH, required=True, help=words("The group."))
    @click.option(
        "--in",
        "language",
        type=click.Choice(LANGUAGES),
        help=words("Language of the pages; without it, that of the messages."),
    )
    def pages(file: Path, section: str, *, group: str, language: str | None) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file, read_only=True) as consultation:
            arguments.check_sections(consultation.questionnaire, (section,))
            consultation.check_shown()
            shown = Words(language or words.language)
            for line in _own(shown, consultation, section, Constituency(group)):
                say(line)

    return pages


def _own(
    words: Words, consultation: "Consultation", section: str, bench: Constituency
) -> list[str]:
    asked = consultation.questionnaire.section(section)
    heading = section_heading(words, asked, asked.title)
    lines = [f"{heading} · {constituency_name(words, bench)}"]
    items = {one.id: one for one in asked.items}
    found = consultation.pages(bench, section)
    for page in found:
        lines.append(f"\n{page.item}  {words.text(items[page.item].short)}")
        told = own_lines(words, consultation.questionnaire, page)
        lines += [f"  {line}" for line in told]
    if not found:
        lines.append(words("This group finds nothing of itself in this section."))
    lines += [
        f"\n{reading_text(words, one)}"
        for one in consultation.readings()
        if (one.section, one.constituency) == (section, bench)
    ]
    return lines


def _confirm(words: Words) -> click.Command:
    @click.command(
        name="confirm",
        help=words("Record that a group read its pages and finds its words there."),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("sections", nargs=-1, required=True, metavar="SECTION…")
    @click.option("--group", type=_BENCH, required=True, help=words("The group."))
    def confirm(file: Path, sections: tuple[str, ...], *, group: str) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            for section in sections:
                consultation.confirm(Constituency(group), section)
        say(words("Recorded."))

    return confirm


def _send_back(words: Words) -> click.Command:
    @click.command(
        name="send-back",
        help=words("Record that a group sends its pages of a section back, and why."),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("section")
    @click.argument("remark")
    @click.option("--group", type=_BENCH, required=True, help=words("The group."))
    def send_back(file: Path, section: str, remark: str, *, group: str) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            consultation.send_back(Constituency(group), section, remark)
        say(words("Recorded."))

    return send_back


def _readings(words: Words) -> click.Command:
    @click.command(
        name="readings",
        help=words("Show which groups read their pages of which sections."),
    )
    @click.argument("file", type=arguments.FILE)
    @arguments.as_json(words)
    def readings(file: Path, *, as_json: bool) -> int:
        from spf_assess.consultation import Consultation

        with Consultation.open(file, read_only=True) as consultation:
            found = consultation.readings()
            if as_json:
                say_json([_reading(one) for one in found])
            else:
                say(_listed(words, consultation, found))
        return int(any(_open(one) for one in found))

    return readings


def _open(state: ReadingState) -> bool:
    """Whether pages were sent back, or changed after they were read."""
    said = state.confirmation
    return said is not None and (
        not said.confirmed or state.standing is not Standing.HOLDS
    )


def _reading(state: ReadingState) -> Plain:
    from spf_assess.consultation.proceedings import to_plain

    said = state.confirmation
    return {
        "section": state.section,
        "constituency": state.constituency.value,
        "standing": state.standing.value,
        "confirmation": None if said is None else to_plain(said),
    }


def _listed(
    words: Words, consultation: "Consultation", found: tuple[ReadingState, ...]
) -> str:
    rows = []
    for section in consultation.readable_sections():
        own = {one.constituency: one for one in found if one.section == section}
        asked = consultation.questionnaire.section(section)
        cells = [reading_name(words, own[bench]) for bench in BENCHES]
        rows.append([section, words.text(asked.title), *cells])
    heads = [constituency_name(words, bench) for bench in BENCHES]
    lines = [table(["", words("Section"), *heads], rows)]
    lines += [
        f"\n{one.section}, {constituency_name(words, one.constituency)}"
        f"{words.text(COLON)}{one.confirmation.remark}"
        for one in found
        if one.confirmation is not None and one.confirmation.remark
    ]
    return "\n".join(lines)
