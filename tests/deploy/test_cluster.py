"""What a cluster needs of a machine, and whether its files agree; `make faults` breaks a real one."""

import re
from pathlib import Path

import pytest

from deploy import cluster, faults, programs

FOLDER = Path(cluster.__file__).parent


def test_what_is_missing_is_said_in_words_all_at_once(monkeypatch, tmp_path):
    monkeypatch.setattr(programs.shutil, "which", lambda name, path=None: None)
    monkeypatch.setattr(programs, "DEBIAN_POSTGRES", tmp_path)
    with pytest.raises(programs.MissingError) as missing:
        programs.find()
    assert "apt-get install nginx-light" in str(missing.value)
    assert "apt-get install postgresql" in str(missing.value)


def test_the_newest_postgresql_of_debian_is_taken(monkeypatch, tmp_path):
    monkeypatch.setattr(programs.shutil, "which", lambda name, path=None: f"/usr/sbin/{name}")
    monkeypatch.setattr(programs, "DEBIAN_POSTGRES", tmp_path)
    for version in ("9", "15", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
    assert programs.find().postgres == tmp_path / "17" / "bin"


def test_nginx_speaks_of_the_ports_that_are_started():
    text = "".join((FOLDER / "nginx" / name).read_text() for name in ("cluster.conf", "upstream.conf"))
    ports = {int(port) for port in re.findall(r"127\.0\.0\.1:(\d+)", text)}
    assert ports == {cluster.FRONT, *cluster.SERVERS}
    unit = (FOLDER / "rungs@.service").read_text()
    assert all(f"rungs@{port}" in unit for port in cluster.SERVERS)


def test_a_port_that_is_taken_is_named(monkeypatch):
    class Taken(cluster.socket.socket):
        def connect_ex(self, address):
            return 0 if address[1] == cluster.PRIMARY else 111

    monkeypatch.setattr(cluster.socket, "socket", Taken)
    with pytest.raises(programs.MissingError, match=f"port {cluster.PRIMARY}, which another program has"):
        cluster._check_ports()


def test_a_request_fails_unless_it_ends_as_it_should():
    load = faults.Load(1)
    load.counts.update({("new", "200"): 5, ("new", "503"): 2, ("new", "TimeoutError"): 1, ("known", "500"): 1})
    assert load.failed("new") == 3
    assert load.failed("new", but=("503",)) == 1
    assert load.failed("known", "new") == 4
