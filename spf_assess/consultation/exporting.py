"""Everything public of an open file, as JSON values."""

from spf_assess.consultation.held import Held
from spf_assess.consultation.proceedings import preparation
from spf_assess.model import Plain, Remark


class Exporting(Held):
    """What leaves a file; other classes say what the meeting made of the answers."""

    def export_json(self) -> Plain:
        """Return everything public as JSON values."""
        from spf_assess.consultation.export import Exported, export
        from spf_assess.consultation.export_decisions import damage

        numbers = [one.number for one in self.rounds]
        prepared = preparation(self.proceedings)
        return export(
            Exported(
                header=self.header,
                questionnaire=self.questionnaire,
                rounds=self.rounds,
                respondents=self.respondents(),
                responses=[
                    one for number in numbers for one in self.told_responses(number)
                ],
                results=[self.results(number) for number in numbers],
                packets=self.packets(),
                outcome=self._outcome(),
                sign_off=self._sign_off(),
                meeting=self._meeting(),
                decisions=self._decisions(),
                since=self._since(),
                damage=damage(self.damaged),
                remarks=self.remarks(),
                final=self.final,
                counted_from=prepared.counted_from,
                spread_from=prepared.spread_from,
            )
        )

    def remarks(self) -> tuple[Remark, ...]:
        """Return what the facilitator says beside the numbers (``remarking``)."""
        return ()

    def _outcome(self) -> Plain:
        """Return what the meeting made of the positions (``discussing``)."""
        return {}

    def _sign_off(self) -> Plain:
        """Return what is signed and who signed it (``signing``)."""
        return {}

    def _meeting(self) -> Plain:
        """Return when it was and who was in the room (``preparing``)."""
        return {}

    def _decisions(self) -> Plain:
        """Return priorities and actions (``deciding``)."""
        return {}

    def _since(self) -> Plain | None:
        """Return what became of the consultation before (``renewing``)."""
        return None
