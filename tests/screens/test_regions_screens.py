"""A picture of looking at another region's file before it is merged."""

import pytest
from support.desk import desk
from support.golden import check_picture
from support.regions import Regions

from spf_assess.i18n import Words
from spf_assess.model import Constituency, Decision, Stance

__all__ = ["desk"]
KEEP = Stance(2, "3a.1", Constituency.WORKERS, Decision.KEEP)
MOVE = Stance(2, "3a.1", Constituency.WORKERS, Decision.MOVE, {"law": 2}, "A decree.")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_looking_at_what_a_region_would_bring(desk, tmp_path, language):
    regions = Regions(tmp_path)
    home = regions.offices.found()
    with regions.copy(home, "North") as north:
        regions.answer(north, 2)
        north.proceedings.record(MOVE)
    home.proceedings.record(KEEP)
    desk.open(home)
    desk.hub.speak(Words(language))
    desk.window.resize(1366, 768)
    desk.window.show()
    desk.window.activateWindow()
    desk.chooser.paths = [regions.folder / "North.spfa"]
    desk.window.show_page("regions")
    desk.window.page("regions").look_for_files()
    desk.settle()
    check_picture(desk.window, f"regions-{language}", tmp_path)
