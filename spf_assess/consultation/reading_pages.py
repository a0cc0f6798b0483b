"""Reading one's own pages before the results are signed: confirmed, or sent back."""

from collections.abc import Mapping

from spf_assess.consultation import signing_faults as faults
from spf_assess.consultation.held import Held
from spf_assess.consultation.signed import PAGES_DOMAIN, digest_of, pages_document
from spf_assess.i18n import now_iso
from spf_assess.model import (
    BENCHES,
    Agreement,
    Answer,
    Changes,
    Confirmation,
    Constituency,
    OwnPage,
    Plain,
    ReadingState,
    RespondentKind,
    Stance,
    Standing,
)


class Reading(Held):
    """A facilitator's commands on what each bench reads of itself."""

    def confirm(self, constituency: Constituency, section: str) -> Changes:
        """Record that a bench read its pages of a section and finds its words there.

        Raises:
            Problem: C-101, C-184, C-187 the section is not asked, C-194 answers are
                awaited, S-1xx.
        """
        return self._read(constituency, section, "")

    def send_back(
        self, constituency: Constituency, section: str, remark: str
    ) -> Changes:
        """Record that a bench sends its pages of a section back, and why.

        Raises:
            Problem: C-101, C-184, C-187, C-188 without a remark, S-1xx.
        """
        if not remark.strip():
            raise faults.no_remark()
        return self._read(constituency, section, remark)

    def readings(self) -> tuple[ReadingState, ...]:
        """Return how each bench stands to its pages of each section that is shown."""
        results = self.results()
        said = {one.id: one for one in self.proceedings.standing(Confirmation)}
        states = []
        for section in self.readable_sections():
            for bench in BENCHES:
                found = said.get(f"{results.round}/{section}/{bench}")
                standing = Standing.MISSING
                if found is not None:
                    same = found.digest == self.pages_digest(bench, section)
                    standing = Standing.HOLDS if same else Standing.EARLIER
                states.append(ReadingState(bench, section, standing, found))
        return tuple(states)

    def readable_sections(self) -> tuple[str, ...]:
        """Return the sections in which a bench has pages, in their order."""
        asked = self.results().comparisons
        return tuple(
            section.id
            for section in self.questionnaire.sections
            if any(item.id in asked for item in section.items)
        )

    def pages(self, constituency: Constituency, section: str) -> tuple[OwnPage, ...]:
        """Return what a bench finds of itself on the questions of a section.

        Its words are those of its agreed answer; what members wrote one by one is
        nobody's to confirm for them.
        """
        results = self.results().comparisons
        items = [item.id for item in self.questionnaire.section(section).items]
        answers = self._agreed_answers(constituency)
        stances = self.proceedings.standing(Stance)
        agreements = self.proceedings.standing(Agreement)
        pages = []
        for item in items:
            positions = {
                part: comparison.position(constituency)
                for part, comparison in results.get(item, {}).items()
                if any(one.constituency is constituency for one in comparison.positions)
            }
            said = [one[item] for one in answers if item in one]
            page = OwnPage(
                item,
                positions,
                tuple(one.comment for one in said if one.comment.strip()),
                tuple(one.minority for one in said if one.minority.strip()),
                tuple(
                    one
                    for one in stances
                    if (one.item, one.constituency) == (item, constituency)
                ),
                tuple(one for one in agreements if one.item == item),
            )
            if page != OwnPage(item, {}):
                pages.append(page)
        return tuple(pages)

    def pages_digest(self, constituency: Constituency, section: str) -> str:
        """Return the digest of a bench's pages of a section as they stand."""
        return digest_of(PAGES_DOMAIN, self.pages_signed(constituency, section))

    def pages_signed(self, constituency: Constituency, section: str) -> Plain:
        """Return a bench's pages of a section as the document that it confirms."""
        pages = self.pages(constituency, section)
        return pages_document(self.current_round, constituency, pages)

    # inside

    def _check_complete(self) -> None:
        if (found := self.blind) is not None:
            raise faults.results_not_final(
                number=found.round, in_=found.handed_in, of=found.seats
            )

    def _agreed_answers(
        self, constituency: Constituency
    ) -> tuple[Mapping[str, Answer], ...]:
        """Return what a bench answered together and let be quoted, by item."""
        from spf_assess.analysis.rounds import latest_words

        number = self.current_round
        seats = [
            one.id
            for one in self.respondents()
            if one.constituency is constituency and one.kind is RespondentKind.BENCH
        ]
        handed_in = [
            response
            for seat in seats
            for one in self.rounds
            if (response := self.response(seat, one.number)).seq
        ]
        return tuple(
            one.answers
            for one in latest_words(handed_in, number)
            if one.respondent.consent_quoted
        )

    def _read(self, constituency: Constituency, section: str, remark: str) -> Changes:
        self._check_facilitator()
        self._check_writable()
        if not constituency.rates:
            raise faults.observers_do_not_sign()
        if section not in self.readable_sections():
            raise faults.no_pages(section=section)
        self._check_complete()
        return self.proceedings.record(
            Confirmation(
                round=self.current_round,
                section=section,
                constituency=constituency,
                confirmed=not remark,
                digest=self.pages_digest(constituency, section),
                at=now_iso(),
                remark=remark,
            )
        )
