"""A fetch that is stopped in the middle keeps what arrived, and leaves the database as it was."""

import signal
import sqlite3
import time
from contextlib import closing

import pytest
from django.db import connection

from tests.elsewhere import Elsewhere, address
from tests.ingest.fetching.conftest import FILE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="looks into a copy of the database")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopped_by_a_signal(publisher, zipped, standing, fetching, tmp_path, number):
    def begin(request) -> None:
        request.begin(200, len(zipped), ETag='"a"')
        request.wfile.write(zipped[:100])
        time.sleep(5)

    publisher.answers[FILE] = begin
    elsewhere = Elsewhere(address(tmp_path))
    before = dump(tmp_path)
    options = ("--addresses", fetching.addresses, "--to", fetching.folder)
    with elsewhere.start("manage.py", "fetch", "oews", *options) as run:
        part = fetching.target.with_name(".oesm24nat.zip.part")
        until = time.monotonic() + 60
        while not (part.exists() and part.stat().st_size) and time.monotonic() < until:
            time.sleep(0.05)
        run.send_signal(number)
        _, words = run.communicate(timeout=60)
    assert run.returncode == 128 + number
    assert f"Stopped by {number.name}. What arrived is kept" in words
    assert "Traceback" not in words
    assert part.read_bytes() == zipped[:100]
    assert dump(tmp_path) == before


def dump(folder) -> list[str]:
    with closing(sqlite3.connect(folder / "rungs.sqlite3")) as database:
        return list(database.iterdump())
