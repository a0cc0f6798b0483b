"""The words for reading and signing: who did, who did not, and what changed since.

None of them lets silence pass for agreement.
"""

from datetime import datetime

from spf_assess.i18n.formats import COLON, date_text, level_text, time_text
from spf_assess.i18n.names import no_answer_name, position_source_name
from spf_assess.i18n.outcome import agreed_text, decision_name, statement_text
from spf_assess.i18n.words import Words
from spf_assess.model import (
    LAW,
    PRACTICE,
    Agreement,
    Confirmation,
    Item,
    Means,
    NoAnswer,
    OwnPage,
    Position,
    Questionnaire,
    ReadingState,
    Signature,
    SignatureState,
    Signed,
    Stance,
    Standing,
)


def signed_name(words: Words, signed: Signed) -> str:
    """Return what is signed: ``The rules``."""
    return {
        Signed.RULES: words.context("what is signed", "The rules"),
        Signed.RESULTS: words.context("what is signed", "The results"),
    }[signed]


def standing_name(words: Words, standing: Standing) -> str:
    """Return how a signature stands, in two or three words."""
    return {
        Standing.MISSING: words.context("signature", "not signed"),
        Standing.HOLDS: words.context("signature", "signed"),
        Standing.EARLIER: words.context("signature", "signed, then changed"),
        Standing.BROKEN: words.context("signature", "not valid"),
    }[standing]


def signature_text(words: Words, state: SignatureState) -> str:
    """Say how a bench stands to what is signed, in a sentence or two."""
    made = state.signature
    if made is None:
        return words("Has not signed. This is no agreement and no refusal.")
    told = " ".join(_how(words, one) for one in (*state.others, made))
    if state.standing is Standing.EARLIER:
        if state.changed_itself:
            return words(
                "{signed} After that the group itself gave other answers or stated"
                " something else. Its signature stays under the earlier results; what"
                " stands now it has not signed.",
                signed=told,
            )
        if made.signed is Signed.RULES:
            return words(
                "{signed} Something was changed after that. The signature stays under"
                " the earlier rules; what stands now it has not signed.",
                signed=told,
            )
        return words(
            "{signed} Something was changed after that. The signature stays under the"
            " earlier results; what stands now it has not signed.",
            signed=told,
        )
    if state.standing is Standing.BROKEN:
        return words(
            "{signed} The signature does not belong to this text; it counts for"
            " nothing.",
            signed=told,
        )
    return told


def means_name(words: Words, means: Means) -> str:
    """Return how a signature was given."""
    return {
        Means.KEY: words.context("signature", "by key"),
        Means.PAPER: words.context("signature", "on paper"),
    }[means]


def reading_name(words: Words, state: ReadingState) -> str:
    """Return how a bench stands to its pages, in two or three words."""
    said = state.confirmation
    if said is None:
        return words.context("pages", "not read")
    if state.standing is Standing.EARLIER:
        return words.context("pages", "read, then changed")
    if said.confirmed:
        return words.context("pages", "confirmed")
    return words.context("pages", "sent back")


def reading_text(words: Words, state: ReadingState) -> str:
    """Say how a bench stands to its pages of a section, in a sentence or two."""
    said = state.confirmation
    if said is None:
        return words("Not confirmed yet.")
    told = _read(words, said)
    if state.standing is Standing.EARLIER:
        return words("{read} These pages were changed after that.", read=told)
    return told


def local_moment(words: Words, moment: str) -> str:
    """Return an ISO 8601 moment as this computer's date and time of day."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except (ValueError, OverflowError):
        return moment
    return words(
        "{date} at {time}",
        date=date_text(local.isoformat(), words.language),
        time=time_text(local, words.language),
    )


def own_lines(
    words: Words, questionnaire: Questionnaire, page: OwnPage
) -> tuple[str, ...]:
    """Return what a bench finds of itself on a question, line by line.

    People's own words stand as they were written, in whatever language.
    """
    item = next(one for one in questionnaire.items() if one.id == page.item)
    names = {LAW: words("In law"), PRACTICE: words("In practice")}
    lines = [
        words.text(COLON).join(
            (
                names.get(part) or _label(words, item, part),
                _position(words, questionnaire, position),
            )
        )
        for part, position in page.positions.items()
    ]
    named = words.text(COLON).join
    lines += [named((words("Comment"), one)) for one in page.comments]
    lines += [named((words("Minority note"), one)) for one in page.minority]
    for stance in page.stances:
        lines += _stated(words, stance)
    for agreement in page.agreements:
        lines += _agreed(words, agreement)
    return tuple(lines)


def _label(words: Words, item: Item, name: str) -> str:
    part = next((one for one in item.parts if one.name == name), None)
    label = "" if part is None else words.text(part.label)
    return label or words.text(item.short)


def _position(words: Words, questionnaire: Questionnaire, position: Position) -> str:
    level = position.level
    if level is None:
        return no_answer_name(words, position.no_answer or NoAnswer.BLANK)
    told = level_text(level)
    if level == int(level):
        told += " · " + words.text(questionnaire.level_names[int(level) - 1])
    return f"{told} ({position_source_name(words, position.source)})"


def _stated(words: Words, stance: Stance) -> list[str]:
    named = words.text(COLON).join
    levels = ", ".join(f"{part} {level}" for part, level in stance.levels.items())
    decision = decision_name(words, stance.decision)
    lines = [
        words(
            "Round {round}: the group {decides}",
            round=stance.round,
            decides=f"{decision} ({levels})" if levels else decision,
        )
    ]
    if stance.reason:
        lines.append(named((words("Reason"), stance.reason)))
    if stance.reservation:
        lines.append(named((words("Reservation"), stance.reservation)))
    return lines


def _agreed(words: Words, agreement: Agreement) -> list[str]:
    named = words.text(COLON).join
    levels = ", ".join(f"{part} {level}" for part, level in agreement.levels.items())
    statement, _language = statement_text(agreement.statement, words.language)
    told = " ".join(one for one in (levels, statement) if one)
    return [named((agreed_text(words, agreement.agreed_by), told))]


def _how(words: Words, made: Signature) -> str:
    moment, who = local_moment(words, made.at), made.signer
    if made.means is Means.KEY:
        if who:
            return words("Signed by key by {who}, {moment}.", who=who, moment=moment)
        return words("Signed by key, {moment}.", moment=moment)
    seen = made.attestation.rstrip(".")
    if who:
        return words(
            "Signed on paper by {who}, {moment}; seen by {seen}.",
            who=who,
            moment=moment,
            seen=seen,
        )
    return words("Signed on paper, {moment}; seen by {seen}.", moment=moment, seen=seen)


def _read(words: Words, said: Confirmation) -> str:
    moment = local_moment(words, said.at)
    if said.confirmed:
        return words("Confirmed, {moment}.", moment=moment)
    return words("Sent back, {moment}.", moment=moment)
