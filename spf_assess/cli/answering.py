"""``accept``, ``answer``, ``check``, ``hand-in``: a respondent without the window."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import complain, say, say_json, table
from spf_assess.cli.national import with_questions_of
from spf_assess.i18n import COLON, Words, item_problem_text, no_answer_name, now_iso
from spf_assess.model import (
    N_,
    Answer,
    Constituency,
    NoAnswer,
    Problem,
    Respondent,
    answer_from_plain,
)

ANSWERS_LIMIT = 4 * 1024 * 1024


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [
        _accept(words),
        _alone(words),
        _answer(words),
        _draft_matrix(words),
        _check(words),
        _hand_in(words),
    ]


def _accept(words: Words) -> click.Command:
    @click.command(
        name="accept",
        help=words(
            "Begin a response in a file of one's own from an invitation (.spfi)."
        ),
    )
    @click.argument("invitation", type=arguments.FILE)
    @arguments.out
    def accept(invitation: Path, out: Path) -> None:
        from spf_assess.consultation import Consultation
        from spf_assess.consultation.clocks import own_clock
        from spf_assess.exchange import (
            INVITATION_LIMIT,
            read_invitation,
            receipt_words,
        )
        from spf_assess.files import read_limited

        data = read_limited(invitation, INVITATION_LIMIT)
        with Consultation.accept(out, data) as own:
            clock = own_clock(own.header, now_iso())
            say(words("The response is in {file}.", file=out))
        if clock is not None:
            complain(words, clock)
        told = " ".join(receipt_words(read_invitation(data).digest, words.language))
        say(words("The eight words of this invitation: {words}", words=told))

    return accept


def _alone(words: Words) -> click.Command:
    @click.command(
        name="self-assess", help=words("Begin a self-assessment without an invitation.")
    )
    @click.argument("file", type=arguments.FILE)
    @arguments.constituency(words)
    @arguments.pack(words)
    def alone(file: Path, constituency: str, pack: Path | None) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.alone(
            file,
            constituency=Constituency(constituency),
            questionnaire=with_questions_of(pack),
        ):
            say(words("The response is in {file}.", file=file))

    return alone


def _answer(words: Words) -> click.Command:
    @click.command(
        name="answer",
        help=words(
            "Enter answers into a response, from a JSON file in the form of"
            " docs/formats.md (a list of answers)."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("answers", type=arguments.FILE)
    def answer(file: Path, answers: Path) -> None:
        from spf_assess.consultation import Consultation
        from spf_assess.exchange import check_against
        from spf_assess.files import read_limited

        given = _read_answers(answers, read_limited(answers, ANSWERS_LIMIT))
        with Consultation.open(file, held=True) as consultation:
            me = consultation.me()
            # All are checked before one is saved: a list goes in whole or not at all.
            check_against(given, consultation.questionnaire, me.constituency, me.kind)
            for one in given:
                consultation.answer(me.id, one)
        say(
            words.plural(
                "{number} answer saved.", "{number} answers saved.", len(given)
            )
        )

    return answer


def _draft_matrix(words: Words) -> click.Command:
    @click.command(
        name="draft-matrix",
        help=words(
            "Fill the empty fields of the assessment matrix from the response's own"
            " answers; nothing that is written changes."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    def draft_matrix(file: Path) -> None:
        from spf_assess.consultation import Consultation
        from spf_assess.consultation.drafting import take_over

        with Consultation.open(file, held=True) as consultation:
            number = take_over(consultation, words)
        say(
            words.plural(
                "{number} field of the matrix filled.",
                "{number} fields of the matrix filled.",
                number,
            )
        )

    return draft_matrix


def _read_answers(path: Path, data: bytes) -> list[Answer]:
    """Read the whole list before anything is saved, so that it is all or nothing."""
    from spf_assess.files import spoken_name

    try:
        plain: Any = json.loads(data)
        if not isinstance(plain, list):
            raise ValueError("[]")  # noqa: TRY301, TRY004 - told below
        return [answer_from_plain(one) for one in plain]
    except (ValueError, RecursionError) as error:
        raise Problem(
            "L-111",
            N_(
                "{file} holds no list of answers ({detail}). Nothing was saved; see"
                " docs/formats.md for the form."
            ),
            file=spoken_name(path),
            detail=str(error)[:200],
        ) from error


def _check(words: Words) -> click.Command:
    @click.command(
        name="check", help=words("Say what is missing before a response is handed in.")
    )
    @click.argument("file", type=arguments.FILE)
    @arguments.as_json(words)
    def check(file: Path, *, as_json: bool) -> int:
        from spf_assess.consultation import Consultation

        with Consultation.open(file, read_only=True, held=True) as consultation:
            found = consultation.progress(consultation.me().id)
            questionnaire = consultation.questionnaire
        missing = [
            {
                "item": one.item,
                "part": one.part,
                "kind": one.kind.value,
                "says": words.text(one.message)
                or item_problem_text(words, one.kind.value),
            }
            for one in found.problems
        ]
        if as_json:
            say_json(
                {"answered": found.answered, "asked": found.asked, "missing": missing}
            )
            return 1 if missing else 0
        say(
            words.plural(
                "{number} of {asked} questions answered",
                "{number} of {asked} questions answered",
                found.answered,
                asked=found.asked,
            )
        )
        say(
            table(
                [words("Answers without a rating"), ""],
                [
                    [no_answer_name(words, kind), str(found.no_answers.get(kind, 0))]
                    for kind in NoAnswer
                ],
            )
        )
        for one in _once(missing):
            short = words.text(questionnaire.item(one["item"]).short)
            say(f"{one['item']}  {short}{words.text(COLON)}{one['says']}")
        return 1 if missing else 0

    return check


def _once(missing: list[dict[str, str]]) -> list[dict[str, str]]:
    """Leave out a second part of the same question with the same remark."""
    seen: dict[tuple[str, str], dict[str, str]] = {}
    for one in missing:
        seen.setdefault((one["item"], one["says"]), one)
    return list(seen.values())


def _hand_in(words: Words) -> click.Command:
    @click.command(
        name="hand-in", help=words("Sign a response and write its packet (.spfr).")
    )
    @click.argument("file", type=arguments.FILE)
    @arguments.out
    @click.option(
        "--named/--not-named",
        default=None,
        help=words("Whether the report may name you; as before if left out."),
    )
    @click.option(
        "--quoted/--not-quoted",
        default=None,
        help=words(
            "Whether the report may quote your comments; as before if left out."
        ),
    )
    def hand_in(
        file: Path, out: Path, *, named: bool | None, quoted: bool | None
    ) -> None:
        from spf_assess.consultation import Consultation
        from spf_assess.exchange import receipt_words

        with Consultation.open(file) as consultation:
            me = consultation.me()
            consultation.update_respondent(_consenting(me, named=named, quoted=quoted))
            done = consultation.hand_in(me.id, out)
        say(words("The packet is in {file}; keep these eight words.", file=out))
        for language in ("en", "fr"):
            say(f"{language}: {' '.join(receipt_words(done.digest, language))}")

    return hand_in


def _consenting(
    me: Respondent, *, named: bool | None, quoted: bool | None
) -> Respondent:
    """Return *me* with the consents given on the command line; None leaves one."""
    return dataclasses.replace(
        me,
        consent_named=me.consent_named if named is None else named,
        consent_quoted=me.consent_quoted if quoted is None else quoted,
    )
