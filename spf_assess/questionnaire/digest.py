"""A questionnaire as plain values, and the digest over them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from spf_assess.model import EMPTY, Plain, Questionnaire, Reference, Text


def questionnaire_to_plain(questionnaire: Questionnaire) -> Plain:
    """Return everything in *questionnaire* but its digest as JSON values.

    Empty and false fields are left out, so that a field added later to the vocabulary
    does not change the digest of a form that does not use it.
    """
    plain = _fields(questionnaire)
    del plain["digest"]
    return plain


def digest_of(questionnaire: Questionnaire) -> str:
    """Return the lower-case hex SHA-256 over the canonical JSON of *questionnaire*.

    The plain values are texts, lists, objects with ASCII names and ``true``, for which
    sorted keys without spaces are the canonical form of RFC 8785.
    """
    canonical = json.dumps(
        questionnaire_to_plain(questionnaire),
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def _fields(value: Any) -> Plain:
    pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
    return {
        name: "" if name == "digest" else _plain(found)
        for name, found in pairs
        if name == "digest" or found not in (None, "", (), False, EMPTY, {})
    }


def _plain(value: Any) -> Any:
    if isinstance(value, (str, bool)):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, (tuple, frozenset)):
        ordered = value if isinstance(value, tuple) else sorted(value)
        return [_plain(one) for one in ordered]
    if isinstance(value, Text):
        return dict(value.by_language)
    if isinstance(value, Reference):
        return str(value)
    if isinstance(value, Mapping):
        # The order of groups and follow-ups is part of the form, so a list keeps it.
        return [[str(key), _plain(one)] for key, one in value.items()]
    return _fields(value)
