"""What the parties sign: the rules before answers come in, the results after (R-307).

Both are plain documents whose canonical bytes anyone can make again from the JSON
export; ``docs/formats.md`` describes them. Levels are text, so that no number is ever
rounded on the way.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from spf_assess.analysis import positions as rule
from spf_assess.consultation.proceedings import Proceedings, to_plain
from spf_assess.exchange import canonical, header_to_plain
from spf_assess.exchange.keys import digest
from spf_assess.model import (
    BENCHES,
    HIGHEST_LEVEL,
    Action,
    Agreement,
    Comparison,
    Constituency,
    Header,
    OwnPage,
    Plain,
    Position,
    Preparation,
    Ranking,
    Results,
    Stance,
)

RULES_DOMAIN = "spf-assess-rules/1"
RESULTS_DOMAIN = "spf-assess-results/1"
PAGES_DOMAIN = "spf-assess-pages/1"
RULE = "spf-assess-convergence/1"


def rules_document(header: Header, proceedings: Proceedings) -> Plain:
    """Return the rules: what is asked of whom is in the questionnaire's digest."""
    prepared = next(iter(proceedings.standing(Preparation)), Preparation())
    return {
        "consultation": _fixed(header),
        "rule": {
            "name": RULE,
            "levels": HIGHEST_LEVEL,
            "near": rule.NEAR,
            "divergence": rule.WIDE,
            "verdict": str(rule.VERDICT),
            "divided_from_members": rule.DIVIDED_FROM_MEMBERS,
            "divided_from_spread": rule.DIVIDED_FROM_SPREAD,
        },
        "counted_from": prepared.counted_from,
        "spread_from": prepared.spread_from,
        "rounds_planned": prepared.rounds_planned,
        "consent_named": dict(prepared.consent_named.by_language),
        "consent_quoted": dict(prepared.consent_quoted.by_language),
        "open_record": prepared.open_record,
    }


def results_document(
    header: Header, rules: str, results: Results, packets: Sequence[str], said: Plain
) -> Plain:
    """Return the results of one round with everything that was agreed and decided.

    Args:
        header: of the consultation.
        rules: digest of the rules they follow.
        results: of the round.
        packets: salted digests of the packets that count, in any order.
        said: what ``said_document`` returns.
    """
    return {
        "consultation": header.id,
        "questionnaire": header.questionnaire_digest,
        "rules": rules,
        "round": results.round,
        "packets": sorted(packets),
        "comparisons": [
            _comparison(comparison)
            for by_part in results.comparisons.values()
            for comparison in by_part.values()
        ],
        **said,
    }


def said_document(proceedings: Proceedings, round_number: int) -> Plain:
    """Return what counts of stances and agreements up to a round, and decisions."""
    return {
        "stances": [
            _plain(one)
            for one in proceedings.standing(Stance)
            if one.round <= round_number
        ],
        "agreements": [
            _plain(one)
            for one in proceedings.standing(Agreement)
            if one.round <= round_number
        ],
        "priorities": [_plain(one) for one in proceedings.standing(Ranking)],
        "actions": [_plain(one) for one in proceedings.standing(Action)],
    }


def pages_document(
    round_number: int, constituency: Constituency, pages: Sequence[OwnPage]
) -> Plain:
    """Return what one bench finds on its own pages of a section.

    Args:
        round_number: whose results are read.
        constituency: the bench.
        pages: one for each question of the section that it finds itself on.
    """
    return {
        "round": round_number,
        "constituency": constituency.value,
        "positions": [
            {"item": page.item, "part": part, **_place(position)}
            for page in pages
            for part, position in page.positions.items()
        ],
        "words": [
            {
                "item": page.item,
                "comments": list(page.comments),
                "minority": list(page.minority),
            }
            for page in pages
            if page.comments or page.minority
        ],
        "stances": [_plain(one) for page in pages for one in page.stances],
        "agreements": [_plain(one) for page in pages for one in page.agreements],
    }


def digest_of(domain: str, document: Plain) -> str:
    """Return the digest that is signed, 64 lower-case hex digits."""
    return digest(domain, canonical(document))


def _fixed(header: Header) -> Plain:
    """Return what is fixed from the start; the place is not."""
    return {
        name: value
        for name, value in header_to_plain(header).items()
        if name != "place"
    }


def _comparison(found: Comparison) -> Plain:
    return {
        "item": found.item,
        "part": found.part,
        "outcome": found.outcome.value,
        "joint_level": found.joint_level or 0,
        "positions": {
            bench.value: _position(found, bench)
            for bench in BENCHES
            if any(one.constituency is bench for one in found.positions)
        },
    }


def _position(comparison: Comparison, constituency: Constituency) -> Plain:
    return _place(comparison.position(constituency))


def _place(found: Position) -> Plain:
    return {
        "level": "" if found.level is None else f"{found.level:g}",
        "source": found.source.value,
        "no_answer": "" if found.no_answer is None else found.no_answer.value,
    }


def _plain(value: Stance | Agreement | Ranking | Action) -> Mapping[str, Any]:
    return to_plain(value)
