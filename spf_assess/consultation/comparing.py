"""Two consultations side by side: no ranking, no score, names only if wanted."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from spf_assess.analysis.meaning import fates
from spf_assess.analysis.rounds import missing_benches, spoke_in_the_room
from spf_assess.analysis.trend import levels_of
from spf_assess.consultation import renewing_faults as faults
from spf_assess.consultation.opened import Consultation
from spf_assess.files import spoken_name
from spf_assess.model import Constituency, Header, Questionnaire, Results, Role, Text
from spf_assess.model.meaning import Fate

_ALIASES = Text.of(en="A", fr="A"), Text.of(en="B", fr="B")
Benches = Mapping[Constituency, float]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One part of one question in two consultations.

    Attributes:
        levels: positions by bench, of the first and of the second consultation.
        fate: how the two questions relate; levels stand there only where they mean
            the same.
    """

    item: str
    part: str
    fate: Fate
    levels: tuple[Benches, Benches]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two consultations, section by section in the order of the Recommendation.

    Attributes:
        names: of the two countries, or ``A`` and ``B`` where names were not wanted; the
            titles of two consultations of one country.
        rounds: of which round each stands there.
        missing: the benches of each that handed in nothing, and whether they spoke in
            the room all the same.
        apart: ids of questions that one of them asked and that are not in the
            questionnaire installed here; they are left out.
    """

    names: tuple[Text, Text]
    rounds: tuple[int, int]
    rows: tuple[SideBySide, ...]
    missing: tuple[Mapping[Constituency, bool], Mapping[Constituency, bool]]
    apart: tuple[str, ...] = ()


def compare_consultations(
    first: Path,
    second: Path,
    *,
    aliases: bool = False,
    questionnaire: Questionnaire | None = None,
) -> Compared:
    """Lay two consultations beside one another; neither file is changed.

    Of each stands the latest round whose positions may be seen.

    Raises:
        Problem: C-190 one is a respondent's own file, C-193 nothing of one may be seen
            yet, S-1xx one cannot be opened.
    """
    with _opened(first, questionnaire) as one:
        return compare_with(one, second, aliases=aliases, questionnaire=questionnaire)


def compare_with(
    one: Consultation,
    second: Path,
    *,
    aliases: bool = False,
    questionnaire: Questionnaire | None = None,
) -> Compared:
    """Lay another consultation beside the one that is open; its file is only read.

    Raises:
        Problem: C-190 it is a respondent's own file, C-193 nothing of one may be seen
            yet, S-1xx it cannot be opened.
    """
    with _opened(second, questionnaire) as other:
        results = _shown(one), _shown(other)
        found = fates(one.kept_meanings(), other.kept_meanings())
        asked = tuple(one.questionnaire.items())
        levels = levels_of(results[0]), levels_of(results[1])
        rows = [
            SideBySide(
                item.id,
                part,
                found.get(item.id, Fate.REDEFINED),
                (
                    levels[0].get(item.id, {}).get(part, {}),
                    levels[1].get(item.id, {}).get(part, {}),
                ),
            )
            for item in asked
            for part in (
                results[0].comparisons.get(item.id)
                or results[1].comparisons.get(item.id, {})
            )
        ]
        return Compared(
            names=_ALIASES if aliases else _names(one.header, other.header),
            rounds=(results[0].round, results[1].round),
            rows=tuple(rows),
            missing=(_missing(results[0]), _missing(results[1])),
            apart=tuple(sorted(set(found) - {one.id for one in asked})),
        )


def _names(one: Header, other: Header) -> tuple[Text, Text]:
    if one.country == other.country:
        return one.title, other.title
    return one.country, other.country


def _missing(results: Results) -> Mapping[Constituency, bool]:
    spoke = spoke_in_the_room(results)
    return {bench: bench in spoke for bench in missing_benches(results)}


def _shown(consultation: Consultation) -> Results:
    found = consultation.blind
    if found is not None and not consultation.shown_round:
        raise faults.nothing_seen_yet(
            file=spoken_name(consultation.path), number=found.round
        )
    return consultation.results(consultation.shown_round or None)


def _opened(path: Path, questionnaire: Questionnaire | None) -> Consultation:
    opened = Consultation.open(path, read_only=True, questionnaire=questionnaire)
    if opened.role is not Role.FACILITATOR:
        opened.close()
        raise faults.not_a_facilitators(file=spoken_name(path))
    return opened
