"""What the facilitator adds to the report in words: remarks, and its own sentences.

Neither changes an answer or a number. Both are recorded like everything else of the
meeting: one row each, with a line in the journal, merged as the others are.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from spf_assess.consultation import remarking_faults as faults
from spf_assess.consultation.rounds import Rounds
from spf_assess.exchange import clean_text
from spf_assess.model import EMPTY, LANGUAGES, Changes, Phrase, Remark, Text
from spf_assess.store import JOURNAL

_FIRST = 2  # states: nothing of this file, and its first words


class Remarking(Rounds):
    """A facilitator's commands on remarks and on the sentences of the report."""

    def remarks(self) -> tuple[Remark, ...]:
        """Return the remarks that stand: on the summary, then by section.

        One that was emptied stays recorded, so that an earlier one that another file
        brought does not stand again; it is not among these.
        """
        order = ["", *(section.id for section in self.questionnaire.sections)]
        found = {
            one.section: one
            for one in self.proceedings.standing(Remark)
            if any(one.text.by_language.values())
        }
        return tuple(found[section] for section in order if section in found)

    def remark(self, section: str = "") -> Text:
        """Return what stands beside a section, or beside the summary; empty texts."""
        found = (one.text for one in self.remarks() if one.section == section)
        return _whole(next(found, EMPTY))

    def write_remark(self, section: str, language: str, text: str) -> Changes:
        """Record a remark in one language; without words it is taken back there.

        Raises:
            Problem: C-101; C-196 the section is not asked; X-130, C-121, S-1xx.
        """
        self._check_remark(section)
        before = self.remark(section).by_language
        said = {**before, language: clean_text(text).strip()}
        if said == before:
            return Changes()
        return self.proceedings.record(Remark(section, Text.of(**said)))

    def can_undo_remark(self, section: str) -> bool:
        """Whether something was written here before what stands."""
        return len(self._remarked(section)) > 1

    def undo_remark(self, section: str) -> Changes:
        """Write again what stood before the last change; nothing where there is none.

        Raises:
            Problem: C-101; C-196 the section is not asked; S-1xx.
        """
        self._check_remark(section)
        stood, own = self._remarked(section), Remark(section)
        if len(stood) == 1:
            return Changes()
        present = self.proceedings.value(Remark, own.id)
        if len(stood) == _FIRST and present is not None:
            return self.proceedings.withdraw(present)  # another file's may stand again
        return self.proceedings.record(Remark(section, stood[-2]))

    def _remarked(self, section: str) -> list[Text]:
        """Return what stood here, from nothing on; what was undone is left out."""
        found = [_whole(EMPTY)]
        for text in self._remarks_written(section):
            if len(found) > 1 and text == found[-2]:
                found.pop()
            elif text != found[-1]:
                found.append(text)
        return found

    def _remarks_written(self, section: str) -> Iterator[Text]:
        from spf_assess.consultation.proceedings import from_plain

        for row in self._database.rows(JOURNAL):
            if row[2] not in ("recorded", "withdrawn"):
                continue
            before, after = (
                json.loads(str(told)).get(Remark.KIND) if told else None
                for told in (row[6], row[7])
            )
            known = before or after
            if known is not None and known["section"] == section:
                text = from_plain(Remark, after).text if after else EMPTY
                yield _whole(text)

    def _check_remark(self, section: str) -> None:
        self._check_facilitator()
        self._check_writable()
        asked = {item.section for item in self._asked()}
        if section and section not in asked:
            raise faults.no_such_section(section=section)

    # Sentences

    def phrases(self) -> Mapping[str, Mapping[str, str]]:
        """Return the country's own sentences by language and name."""
        standing = self.proceedings.standing(Phrase)
        return {
            language: {
                one.name: one.source.by_language[language]
                for one in standing
                if one.source.by_language.get(language)
            }
            for language in LANGUAGES
        }

    def lay_words(self, folder: Path) -> Changes:
        """Lay the sentences of a folder over the official ones; the rest is official.

        Raises:
            Problem: C-101; C-197 a file has faults, which ``forms check`` tells; F-10x,
                X-130, C-121, S-1xx.
        """
        from spf_assess.report.wording import check_words, differing, read_words

        self._check_facilitator()
        self._check_writable()
        if found := check_words(folder):
            first = found[0]
            raise faults.broken_words(
                number=len(found), file=first.file, line=first.line, rule=first.code
            )
        own = differing(read_words(folder))
        return self.proceedings.record(
            *(Phrase(name, Text.of(**sources)) for name, sources in own.items()),
            *(Phrase(name) for name in self._own_words() if name not in own),
        )

    def official_words(self) -> Changes:
        """Take the official sentences again; the journal keeps one's own.

        Raises:
            Problem: C-101; S-1xx.
        """
        self._check_facilitator()
        self._check_writable()
        return self.proceedings.record(*(Phrase(name) for name in self._own_words()))

    def _own_words(self) -> list[str]:
        return sorted({name for named in self.phrases().values() for name in named})


def _whole(text: Text) -> Text:
    return Text.of(**{one: text.by_language.get(one, "") for one in LANGUAGES})
