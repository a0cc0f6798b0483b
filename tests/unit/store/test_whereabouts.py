"""What counts as a stick or a share, from what Linux says of mounts and devices."""

import pytest

from spf_assess.store import whereabouts as room
from spf_assess.store.whereabouts import Whereabouts, whereabouts

MOUNTS = """\
25 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 25 8:1 / /media/ana/CL\\303\\211\\040USB rw,nosuid - vfat /dev/sdb1 rw
31 25 8:17 / /data rw - ext4 /dev/sdb1 rw
32 25 0:50 / /srv/share rw - cifs //server/share rw
33 25 0:51 / /home/ana/remote rw - fuse.sshfs host:/ rw
34 25 0:52 / /home/ana/notes rw - fuse.gocryptfs x rw
35 25 179:1 / /mnt/card rw - exfat /dev/mmcblk0p1 rw
36 25 8:33 / /mnt/inner rw - ext4 /dev/sdc1 rw
37 25 0:60 / /home/ana/share rw - nfs4 server:/home rw
"""


@pytest.fixture
def computer(tmp_path, monkeypatch):
    mounts, devices = tmp_path / "mountinfo", tmp_path / "block"
    mounts.write_text(MOUNTS, "utf-8")
    devices.mkdir()
    monkeypatch.setattr(room, "_MOUNTS", mounts)
    monkeypatch.setattr(room, "_DEVICES", devices)
    usb = tmp_path / "devices" / "pci0" / "usb2" / "2-1" / "block" / "sdb" / "sdb1"
    card = tmp_path / "devices" / "mmc0" / "block" / "mmcblk0" / "mmcblk0p1"
    inner = tmp_path / "devices" / "pci0" / "ata1" / "block" / "sdc" / "sdc1"
    for real, number in ((usb, "8:17"), (card, "179:1"), (inner, "8:33")):
        real.mkdir(parents=True)
        (real.parent / "removable").write_text("0\n")
        (devices / number).symlink_to(real)
    (card.parent / "device").mkdir()
    (card.parent / "device" / "type").write_text("SD\n")
    return inner


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ana/a.spfa", Whereabouts.HERE),
        ("/media/ana/CLÉ USB/folder/a.spfa", Whereabouts.STICK),
        ("/data/a.spfa", Whereabouts.STICK),
        ("/database/a.spfa", Whereabouts.HERE),
        ("/srv/share/a.spfa", Whereabouts.SHARE),
        ("/home/ana/remote/a.spfa", Whereabouts.SHARE),
        ("/home/ana/share/a.spfa", Whereabouts.SHARE),
        ("/home/ana/notes/a.spfa", Whereabouts.HERE),
        ("/mnt/card/a.spfa", Whereabouts.STICK),
        ("/mnt/inner/a.spfa", Whereabouts.HERE),
    ],
)
def test_each_kind_of_medium_is_told_apart(computer, path, kind):
    assert whereabouts(room.Path(path)) is kind


def test_a_disk_that_calls_itself_removable_is_a_stick(computer):
    (computer.parent / "removable").write_text("1\n")
    assert whereabouts(room.Path("/mnt/inner/a.spfa")) is Whereabouts.STICK


def test_a_system_started_from_a_stick_works_in_place(computer, tmp_path):
    text = "25 1 8:17 / / rw - overlay overlay rw\n"
    (tmp_path / "mountinfo").write_text(text)
    assert whereabouts(room.Path("/home/ana/a.spfa")) is Whereabouts.HERE


def test_where_nothing_is_known_it_is_taken_for_here(computer, tmp_path):
    (tmp_path / "mountinfo").write_text("strange\n")
    assert whereabouts(room.Path("/home/ana/a.spfa")) is Whereabouts.HERE
    (tmp_path / "mountinfo").unlink()
    assert whereabouts(room.Path("/home/ana/a.spfa")) is Whereabouts.HERE
