"""Signing the rules before and the results after (R-307)."""

from collections.abc import Callable, Sequence
from pathlib import Path

from spf_assess.consultation import signing_faults as faults
from spf_assess.consultation.beginning import FACILITATOR_KEY
from spf_assess.consultation.contents import Contents
from spf_assess.consultation.handing_in import OWN_KEY
from spf_assess.consultation.proceedings import to_plain
from spf_assess.consultation.reading_pages import Reading
from spf_assess.consultation.salting import salted_packets
from spf_assess.consultation.signed import (
    RESULTS_DOMAIN,
    RULES_DOMAIN,
    digest_of,
    results_document,
    rules_document,
    said_document,
)
from spf_assess.exchange import canonical, public_key, receipt_matches, sign, verify
from spf_assess.files import spoken_name
from spf_assess.i18n import now_iso
from spf_assess.model import (
    BENCHES,
    LANGUAGES,
    Changes,
    Confirmation,
    Constituency,
    Means,
    PacketState,
    Plain,
    Respondent,
    Role,
    Signature,
    SignatureState,
    Signed,
    SignedState,
    Stance,
    Standing,
)
from spf_assess.store import read_file


class Signing(Reading):
    """A facilitator's commands on signing."""

    def rules(self) -> Plain:
        """Return the document of the rules, as it is signed."""
        return rules_document(self.header, self.proceedings)

    def signed_results(self, round_number: int | None = None) -> Plain:
        """Return the document of a round's results, as it is signed.

        Raises:
            Problem: C-115 there is no such round.
        """
        results = self.results(round_number)
        counted = salted_packets(self, results.round).values()
        return results_document(
            self.header,
            self.signed_digest(Signed.RULES),
            results,
            tuple(counted),
            said_document(self.proceedings, results.round),
        )

    def signed_digest(self, signed: Signed, round_number: int | None = None) -> str:
        """Return the digest of what stands to be signed, 64 lower-case hex digits.

        Raises:
            Problem: C-115 there is no such round.
        """
        if signed is Signed.RULES:
            return digest_of(RULES_DOMAIN, self.rules())
        return digest_of(RESULTS_DOMAIN, self.signed_results(round_number))

    def manifest_maker(self) -> Callable[[Plain], tuple[bytes, str]] | None:
        """Return what signs a report's manifest; None where the key is not here.

        It returns the manifest and its digest, and can be called when the file is
        closed again.
        """
        from spf_assess.exchange.manifest import build_manifest

        seed = self._contents.key(FACILITATOR_KEY)
        return (lambda body: build_manifest(body, seed)) if seed else None

    def sign_with_key(
        self, signed: Signed, key_file: Path, *, signer: str = ""
    ) -> tuple[Signature, Changes]:
        """Sign with the key in a respondent's own file, for instance on a stick.

        The key is read and used, and never kept here. It speaks for the constituency of
        its seat.

        Raises:
            Problem: C-101; C-180 it is no respondent's file, C-181 of another
                consultation, C-182 its seat is not known here, C-183 another key than
                the one its packets came with, C-189 than the one it signed with before,
                C-184 observers do not sign, C-194 answers are awaited, C-195 nobody has
                handed in, S-1xx.
        """
        self._check_facilitator()
        self._check_writable()
        self._check_final(signed)
        seat, seed = self._key_in(key_file)
        number = 0 if signed is Signed.RULES else self.current_round
        domain, document = self._document(signed)
        signature = Signature(
            signed=signed,
            round=number,
            constituency=seat.constituency,
            digest=digest_of(domain, document),
            means=Means.KEY,
            at=now_iso(),
            signer=signer,
            public_key=public_key(seed),
            signature=sign(seed, domain, canonical(document)),
            seat=seat.id,
        )
        return signature, self._keep(signature)

    def sign_on_paper(
        self,
        signed: Signed,
        constituency: Constituency,
        words: str | Sequence[str],
        *,
        attestation: str,
        signer: str = "",
    ) -> tuple[Signature, Changes]:
        """Record that a bench signed the printed sheet with the eight words on it.

        *words* are read from the paper: so it is this state that was signed and none
        before. *attestation* says who saw it.

        Raises:
            Problem: C-101; C-184 observers do not sign, C-185 the words are those of
                another state, C-186 nobody saw it, C-194 answers are awaited, C-195
                nobody has handed in, S-1xx.
        """
        self._check_facilitator()
        self._check_writable()
        if not constituency.rates:
            raise faults.observers_do_not_sign()
        if not attestation.strip():
            raise faults.nobody_saw_it()
        self._check_final(signed)
        digest = self.signed_digest(signed)
        if not any(_match(words, language, digest) for language in LANGUAGES):
            raise faults.other_words()
        signature = Signature(
            signed=signed,
            round=0 if signed is Signed.RULES else self.current_round,
            constituency=constituency,
            digest=digest,
            means=Means.PAPER,
            at=now_iso(),
            signer=signer,
            attestation=attestation,
        )
        return signature, self._keep(signature)

    def _check_final(self, signed: Signed) -> None:
        """Refuse to sign results that are not there yet; rules are signed before."""
        if signed is Signed.RULES:
            return
        self._check_complete()
        if all(not one.respondents for one in self.results().participation):
            raise faults.no_results()

    def signatures(self, signed: Signed) -> tuple[SignatureState, ...]:
        """Return how each bench stands to the rules or to the present results.

        A signature under the results of an earlier round stays one under those.
        """
        domain, document = self._document(signed)
        present = digest_of(domain, document)
        made = [
            one for one in self.proceedings.standing(Signature) if one.signed is signed
        ]
        states = []
        for bench in BENCHES:
            own = sorted(
                (one for one in made if one.constituency is bench),
                key=lambda one: (one.round, one.at),
            )
            under = [one for one in own if one.digest == present]
            valid = [one for one in under if _holds(one, domain, document)]
            last = next(reversed(valid or under or own), None)
            state = Standing.MISSING
            if last is not None:
                state = Standing.EARLIER
                if last.digest == present:
                    state = Standing.HOLDS if valid else Standing.BROKEN
            others = [
                one
                for one in (valid or own)
                if last is not None and one.digest == last.digest and one is not last
            ]
            itself = (
                state is Standing.EARLIER
                and signed is Signed.RESULTS
                and last is not None
                and self._spoke_since(bench, last.at)
            )
            found = SignatureState(bench, state, last, itself, tuple(others))
            states.append(found)
        return tuple(states)

    def sign_off(self, signed: Signed) -> SignedState:
        """Return what stands to be signed, and how each bench stands to it."""
        number = 0 if signed is Signed.RULES else self.current_round
        digest = self.signed_digest(signed)
        return SignedState(signed, number, digest, self.signatures(signed))

    # inside

    def _spoke_since(self, bench: Constituency, moment: str) -> bool:
        """Whether a bench gave other answers or stated something after a moment."""
        came = (
            one.received_at
            for one in self.packets()
            if one.state is PacketState.ACCEPTED
            and one.respondent is not None
            and one.respondent.constituency is bench
        )
        stated = (
            one.changed_at
            for one in self.proceedings.entries(Stance)
            if one.value.constituency is bench
        )
        return any(at > moment for at in (*came, *stated))

    def _sign_off(self) -> Plain:
        """Return what is signed as the very documents, so that anyone can check."""
        read = {
            (one.section, one.constituency): one
            for one in self.proceedings.standing(Confirmation)
            if one.round == self.current_round
        }
        return {
            "rules": self.rules(),
            "results": [self.signed_results(one.number) for one in self.rounds],
            "pages": [
                {"section": section, **self.pages_signed(bench, section)}
                for section, bench in read
            ],
            "signatures": [
                to_plain(one) for one in self.proceedings.standing(Signature)
            ],
            "readings": [
                to_plain(one) for one in self.proceedings.standing(Confirmation)
            ],
        }

    def _document(self, signed: Signed) -> tuple[str, Plain]:
        if signed is Signed.RULES:
            return RULES_DOMAIN, self.rules()
        return RESULTS_DOMAIN, self.signed_results()

    def _keep(self, signature: Signature) -> Changes:
        return self.proceedings.record(signature)

    def _key_in(self, path: Path) -> tuple[Respondent, str]:
        name = spoken_name(path)
        with read_file(path) as database:
            contents = Contents(database)
            seed = contents.key(OWN_KEY)
            if contents.role is not Role.RESPONDENT or not seed:
                raise faults.no_key(file=name)
            if contents.header.id != self.header.id:
                raise faults.key_of_another(file=name)
            seat = contents.me
        known = self._contents.seats.get(seat)
        if known is None:
            raise faults.key_without_seat(file=name)
        if not known.respondent.constituency.rates:
            raise faults.observers_do_not_sign()
        used = {
            one.public_key
            for one in self._contents.packets.values()
            if one.record.respondent is not None
            and one.record.respondent.id == seat
            and one.record.state is PacketState.ACCEPTED
        }
        if used and public_key(seed) not in used:
            raise faults.another_key(file=name)
        if not used and not self._signed_before(seat) <= {public_key(seed)}:
            raise faults.key_changed(file=name)
        return known.respondent, seed

    def _signed_before(self, seat: str) -> set[str]:
        """Return the keys with which a seat has signed before."""
        return {
            one.public_key
            for one in self.proceedings.standing(Signature)
            if one.seat == seat
        }


def _holds(signature: Signature, domain: str, document: Plain) -> bool:
    if signature.means is Means.PAPER:
        return True
    written = canonical(document)
    return verify(signature.public_key, domain, written, signature.signature)


def _match(words: str | Sequence[str], language: str, digest: str) -> bool:
    from spf_assess.model import Problem

    try:
        return receipt_matches(words, language, digest)
    except Problem:
        return False
