"""Frozen values of the domain: no input, output, SQL or Qt in this room."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spf_assess.model.answer import (
        COMMENT_LIMIT,
        NAME_LIMIT,
        STATED,
        Answer,
        Evidence,
        Figure,
        NoAnswer,
        PartAnswer,
        Value,
    )
    from spf_assess.model.constituency import BENCHES, Constituency, rotated
    from spf_assess.model.consultation import (
        Changes,
        Header,
        PacketRecord,
        PacketState,
        Respondent,
        RespondentKind,
        Response,
        Role,
        Round,
    )
    from spf_assess.model.guidance import Guidance
    from spf_assess.model.pack import PackInfo, Scheme
    from spf_assess.model.plain import Plain, answer_from_plain, answer_to_plain
    from spf_assess.model.problem import N_, Problem
    from spf_assess.model.questionnaire import (
        HIGHEST_LEVEL,
        LAW,
        LOWEST_LEVEL,
        NO,
        PARTLY,
        PRACTICE,
        VALUE,
        YES,
        Choice,
        EvidenceKind,
        FollowUp,
        Grade,
        Item,
        ItemKind,
        Part,
        Questionnaire,
        Section,
        Selection,
    )
    from spf_assess.model.recommendation import Provision, Recommendation
    from spf_assess.model.reference import Reference
    from spf_assess.model.results import (
        Comparison,
        Gap,
        NoJointLevel,
        Outcome,
        ParagraphsResult,
        Participation,
        Pattern,
        Position,
        PositionSource,
        Results,
        SectionResult,
        Tally,
    )
    from spf_assess.model.text import EMPTY, LANGUAGES, Text

__all__ = [
    "BENCHES",
    "COMMENT_LIMIT",
    "EMPTY",
    "HIGHEST_LEVEL",
    "LANGUAGES",
    "LAW",
    "LOWEST_LEVEL",
    "NAME_LIMIT",
    "NO",
    "N_",
    "PARTLY",
    "PRACTICE",
    "STATED",
    "VALUE",
    "YES",
    "Answer",
    "Changes",
    "Choice",
    "Comparison",
    "Constituency",
    "Evidence",
    "EvidenceKind",
    "Figure",
    "FollowUp",
    "Gap",
    "Grade",
    "Guidance",
    "Header",
    "Item",
    "ItemKind",
    "NoAnswer",
    "NoJointLevel",
    "Outcome",
    "PackInfo",
    "PacketRecord",
    "PacketState",
    "ParagraphsResult",
    "Part",
    "PartAnswer",
    "Participation",
    "Pattern",
    "Plain",
    "Position",
    "PositionSource",
    "Problem",
    "Provision",
    "Questionnaire",
    "Recommendation",
    "Reference",
    "Respondent",
    "RespondentKind",
    "Response",
    "Results",
    "Role",
    "Round",
    "Scheme",
    "Section",
    "SectionResult",
    "Selection",
    "Tally",
    "Text",
    "Value",
    "answer_from_plain",
    "answer_to_plain",
    "rotated",
]

if not TYPE_CHECKING:
    from spf_assess.late import on_demand

    __getattr__ = on_demand(
        __name__,
        (
            "problem",
            "text",
            "constituency",
            "reference",
            "recommendation",
            "guidance",
            "pack",
            "questionnaire",
            "answer",
            "consultation",
            "results",
            "plain",
        ),
        __all__,
    )
