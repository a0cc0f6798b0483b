"""What is done in a discussion, by keyboard alone, on two windows.

The room's window is driven by the keys a presenter remote sends; what is heard there is
all that a screen reader would say.
"""

from support.leader import Leader
from support.plenary import EMPLOYERS, GOVERNMENT, WORKERS

ITEM = "3a.1"
REASON = {"en": "The decree of May was new to us.", "fr": "Nous avons lu le décret."}
OWN = {"en": "Not in rural areas.", "fr": "Pas en zone rurale, où il n'y a rien."}


class Talk(Leader):
    """Someone who leads the discussion of one question, 3a.1, answered 4, 3 and 1."""

    def clicks_on(self, times: int = 1) -> None:
        """Press the remote's button for the next page."""
        self.wall.keys(*["PgDown"] * times)

    def room_hears(self, text: str) -> bool:
        """Whether something stands on the wall."""
        return self.wall.perceives(text)

    def closes_the_first_round(self) -> None:
        """Nothing is seen before; afterwards there is a list without levels."""
        self.turns_to("discussion")
        assert not self.person.perceives(self.say("strong divergence"))
        self.presses("Close round {number}", number=1)
        assert self.person.perceives(self.say("strong divergence"))
        assert self.file.revealed() == frozenset()

    def shows_the_question(self) -> None:
        """F5 opens the room's window; question and levels come before positions."""
        self.comes_back()
        self.person.keys("F5")
        question = self.say.text(self.file.questionnaire.item(ITEM).label)
        assert self.room_hears(question.rstrip("?. \u00a0"))
        self.clicks_on()
        for bench in (GOVERNMENT, EMPLOYERS, WORKERS):
            assert not self.room_hears(self.group(bench))
        assert not self.person.perceives(self.group(GOVERNMENT) + ": 4")
        assert self.file.revealed() == frozenset()

    def reveals(self) -> None:
        """One more press, and all groups stand there at once."""
        for _turn in range(4):
            self.clicks_on()
            if self.file.revealed():
                break
        for bench, level in ((GOVERNMENT, 4), (EMPLOYERS, 3), (WORKERS, 1)):
            told = self.say("{name}: {text}", name=self.group(bench), text=level)
            assert self.room_hears(told)
        range_ = self.say("range {range}", range=3)
        assert not self.room_hears(range_)
        self.clicks_on()
        assert self.room_hears(range_)

    def blanks_and_comes_back(self) -> None:
        """B makes it black, B brings it back."""
        self.wall.keys("B")
        assert self.room_hears(self.say("The screen is black."))
        self.wall.keys("B")
        assert self.room_hears(self.group(WORKERS))

    def lets_workers_move(self) -> None:
        """The Workers move from 1 to 2 in practice, with a reason."""
        self.comes_back()
        self.presses("Open round {number}", number=2)
        self.person.tabs_to(self.group(GOVERNMENT))
        self.person.keys("Right", "Right")
        assert self.person.focused() == self.group(WORKERS)
        self.goes_to("says nothing yet")
        self.person.keys("Right", "Right")
        self.goes_to("stays")
        self.person.keys("Tab")
        self.person.tabs_to(self.say("stays"))
        self.person.keys("Right", "Right")
        reason = "Reason for moving, in the group's own words"
        self.writes(reason, REASON[self.say.language])
        self.presses("Record")
        assert self.person.perceives(self.say("Recorded."))

    def lets_employers_reserve(self) -> None:
        """The Employers keep their position, with a reservation."""
        self.comes_back()
        self.person.tabs_to(self.group(WORKERS))
        self.person.keys("Left")
        assert self.person.focused() == self.group(EMPLOYERS)
        self.goes_to("says nothing yet")
        self.person.keys("Right")
        own = "Reservation, in the group's own words"
        self.writes(own, OWN[self.say.language])
        self.presses("Record")

    def records_what_is_agreed(self) -> None:
        """Two groups agree a statement in both languages; a point is parked."""
        self.comes_back()
        self.writes("Agreed statement in English", "The law covers residents.")
        self.writes("Agreed statement in French", "La loi couvre les résidents.")
        for bench in (EMPLOYERS, WORKERS):
            self.presses("Agreed by: {group}", group=self.group(bench))
        self.presses("Record the agreement")
        self.comes_back()
        self.writes("What was said", "Who pays?")
        self.presses("Put into the parking lot")

    def shows_what_became_of_it(self) -> None:
        """The last page for the room, opened again with the remote's key."""
        self.comes_back()
        self.person.keys("F5")
        self.desk.page.view("discussion").showing.wall.activateWindow()
        for _turn in range(12):
            self.clicks_on()
        language = self.say.language
        assert self.room_hears(REASON[language].rstrip("."))
        assert self.room_hears(OWN[language].rstrip("."))
        statement = {"en": "The law covers", "fr": "La loi couvre"}[language]
        assert self.room_hears(statement)
        self.wall.keys("Esc")
        self.comes_back()
        assert self.person.perceives(self.say("The room sees nothing yet."))
