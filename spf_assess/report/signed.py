"""Which groups signed the rules and the results, and what was changed after that."""

from spf_assess.i18n import signed_name, standing_name
from spf_assess.model import SignatureState, Signed, SignedState, Standing
from spf_assess.report.desk import Context, Desk

_TOLD = (Standing.EARLIER, Standing.BROKEN)


def signed_context(desk: Desk) -> Context | None:
    """Return what part 1 tells of signatures; None where nobody signed anything.

    Who signed for a group, and who saw it, stands in the record of the meeting alone.
    """
    given = [
        one
        for one in desk.given.signed
        if any(bench.signature is not None for bench in one.benches)
    ]
    if not given:
        return None
    return {
        "heads": [_head(desk, one) for one in given],
        "rows": [
            {
                **desk.bench(bench),
                "cells": [_cell(desk, _state(one, bench)) for one in given],
            }
            for bench in desk.order
        ],
        "alerts": [
            _alert(desk, one.signed, state)
            for one in given
            for bench in desk.order
            if (state := _state(one, bench)).standing in _TOLD
        ],
    }


def _state(found: SignedState, bench: object) -> SignatureState:
    return next(one for one in found.benches if one.constituency is bench)


def _head(desk: Desk, found: SignedState) -> str:
    name = signed_name(desk.words, found.signed)
    if found.signed is Signed.RULES:
        return name
    number = desk.words("round {number}", number=found.round)
    return f"{name}, {number}"


def _cell(desk: Desk, state: SignatureState) -> Context:
    made = state.signature
    day = "" if made is None else desk.day(made.at[: len("2026-11-23")])
    return {
        "text": standing_name(desk.words, state.standing),
        "day": day,
        "strong": state.standing in _TOLD,
    }


def _alert(desk: Desk, signed: Signed, state: SignatureState) -> str:
    words, group = desk.words, desk.bench(state.constituency)["name"]
    if state.standing is Standing.BROKEN:
        return words(
            "{group}: the signature does not belong to what is printed here; it counts"
            " for nothing.",
            group=group,
        )
    if state.changed_itself:
        return words(
            "{group}: after it signed the results this group itself gave other answers"
            " or stated something else. Its signature stays under the earlier results;"
            " what is printed here it has not signed.",
            group=group,
        )
    if signed is Signed.RULES:
        return words(
            "{group}: something was changed after this group signed the rules. Its"
            " signature stays under the earlier rules; what is printed here it has not"
            " signed.",
            group=group,
        )
    return words(
        "{group}: something was changed after this group signed the results. Its"
        " signature stays under the earlier results; what is printed here it has not"
        " signed.",
        group=group,
    )
