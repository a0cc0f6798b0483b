"""Words, names and formats in the person's language; wording lives nowhere lower."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spf_assess.i18n.formats import (
        COLON,
        NO_BREAK_SPACE,
        SEMICOLON,
        date_text,
        decimal_text,
        level_text,
        list_text,
        now_iso,
        time_text,
        vague_date_text,
    )
    from spf_assess.i18n.groups import constituency_letter, constituency_name
    from spf_assess.i18n.names import (
        MISSING_MARK,
        evidence_kind_name,
        grade_name,
        handed_in_nothing,
        item_problem_text,
        no_answer_mark,
        no_answer_name,
        no_joint_level_reason,
        no_level_mark,
        no_level_text,
        outcome_name,
        pattern_name,
        position_source_name,
        section_heading,
        section_place,
    )
    from spf_assess.i18n.national import national_question, schemes_text
    from spf_assess.i18n.outcome import (
        agreed_text,
        course_text,
        decision_name,
        missing_bench_text,
        note_kind_name,
        observers_awaited_text,
        statement_text,
        talk_reason_name,
    )
    from spf_assess.i18n.rule import (
        convergence_rule,
        named_consent,
        privacy_rule,
        quoted_consent,
        record_rule,
    )
    from spf_assess.i18n.signing import (
        local_moment,
        means_name,
        own_lines,
        reading_name,
        reading_text,
        signature_text,
        signed_name,
        standing_name,
    )
    from spf_assess.i18n.words import Words

__all__ = [
    "COLON",
    "MISSING_MARK",
    "NO_BREAK_SPACE",
    "SEMICOLON",
    "Words",
    "agreed_text",
    "constituency_letter",
    "constituency_name",
    "convergence_rule",
    "course_text",
    "date_text",
    "decimal_text",
    "decision_name",
    "evidence_kind_name",
    "grade_name",
    "handed_in_nothing",
    "item_problem_text",
    "level_text",
    "list_text",
    "local_moment",
    "means_name",
    "missing_bench_text",
    "named_consent",
    "national_question",
    "no_answer_mark",
    "no_answer_name",
    "no_joint_level_reason",
    "no_level_mark",
    "no_level_text",
    "note_kind_name",
    "now_iso",
    "observers_awaited_text",
    "outcome_name",
    "own_lines",
    "pattern_name",
    "position_source_name",
    "privacy_rule",
    "quoted_consent",
    "reading_name",
    "reading_text",
    "record_rule",
    "schemes_text",
    "section_heading",
    "section_place",
    "signature_text",
    "signed_name",
    "standing_name",
    "statement_text",
    "talk_reason_name",
    "time_text",
    "vague_date_text",
]

if not TYPE_CHECKING:
    from spf_assess.late import on_demand

    __getattr__ = on_demand(
        __name__,
        (
            "words",
            "groups",
            "formats",
            "national",
            "names",
            "outcome",
            "rule",
            "signing",
        ),
        __all__,
    )
