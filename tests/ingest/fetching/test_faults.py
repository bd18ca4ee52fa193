"""Whatever goes wrong while a file is fetched ends in a sentence, and the database is as it was."""

import time

import pytest
from django.core.management import CommandError

from tests.ingest.fetching.conftest import FILE, content

pytestmark = pytest.mark.django_db


@pytest.fixture
def fails(standing, fetching):
    """Fetch, and give what was said, where it fails and leaves the database and the folder without the file."""

    def fetch() -> str:
        before = content()
        with pytest.raises(CommandError, match="Not fetched or not imported: oews oesm24nat.zip"):
            fetching.run()
        assert content() == before
        assert not fetching.target.exists()
        return fetching.out.getvalue()

    return fetch


def test_refused_without_a_contact(publisher, zipped, fails, fetching, settings):
    publisher.answers[FILE] = lambda request: (
        request.give(zipped) if "ann@example.org" in request.headers["User-Agent"] else request.give(b"No.", status=403)
    )
    words = fails()
    assert f"127.0.0.1 refused to give {publisher.address}{FILE} to a program (status 403)." in words
    assert "set RUNGS_CONTACT to your e-mail address" in words
    assert (
        f"by hand: oesm24nat.zip from https://publisher.example/tables; put it into {fetching.folder}/oews/ and run"
        " manage.py fetch oews again." in words
    )
    settings.CONTACT = "ann@example.org"
    assert fetching.run()[-1].endswith("is out.")


def test_nothing_at_the_address(publisher, fails):
    assert f"There is no file at {publisher.address}{FILE} (status 404)." in fails()


def test_a_web_page_in_place_of_a_zip(publisher, fails):
    publisher.has(FILE, b"<!DOCTYPE html>\n<html><title>Down for maintenance</title></html>", Content_Type="text/html")
    assert f"{FILE} gave a web page in place of oesm24nat.zip." in fails()


def test_a_body_that_is_cut(publisher, zipped, fails):
    publisher.answers[FILE] = lambda request: request.give(zipped[:300], length=len(zipped))
    words = fails()
    assert f"{FILE} broke off after 300 of {len(zipped):,} bytes; what arrived is kept" in words
    assert len(publisher.requests) == 3


def test_a_body_that_drips(publisher, zipped, fails):
    def drip(request) -> None:
        request.begin(200, len(zipped), ETag='"a"')
        for byte in zipped[:200]:
            try:
                request.wfile.write(bytes([byte]))
            except OSError:  # nobody listens any longer
                return
            time.sleep(0.01)

    publisher.answers[FILE] = drip
    assert f"{FILE} is too slow, with " in fails()


def test_redirects_without_an_end(publisher, fails):
    publisher.answers[FILE] = lambda request: request.give(b"", status=302, Location=FILE)
    assert f"{FILE} leads on and on: more than 5 redirects." in fails()
    assert len(publisher.requests) == 6


def test_a_redirect_to_another_host(publisher, zipped, fails):
    publisher.has("/elsewhere.zip", zipped)
    elsewhere = f"http://localhost:{publisher.port}/elsewhere.zip"
    publisher.answers[FILE] = lambda request: request.give(b"", status=302, Location=elsewhere)
    assert f"{FILE} leads to another host, localhost, which was not followed." in fails()
    assert len(publisher.requests) == 1


def test_a_length_that_is_wrong(publisher, zipped, fails):
    publisher.answers[FILE] = lambda request: request.give(zipped, length=len(zipped) - 20)
    assert f"{FILE} gave no whole zip file in place of oesm24nat.zip" in fails()


def test_a_file_that_is_too_large(publisher, fetching, fails):
    fetching.has(name="oesm24nat.zip", at=[publisher.address + FILE], megabytes=1)
    publisher.answers[FILE] = lambda request: request.begin(200, 3 * 1024**3)
    assert f"{FILE} has 3,072.0 MB; at most 1.0 MB are taken." in fails()


def test_a_file_without_a_length_that_goes_on_and_on(publisher, fetching, fails):
    fetching.has(name="oesm24nat.zip", at=[publisher.address + FILE], megabytes=1)

    def pour(request) -> None:
        request.begin(200, None)
        try:
            for _ in range(200):
                request.wfile.write(b"\0" * 65_536)
        except OSError:  # nobody listens any longer
            return

    publisher.answers[FILE] = pour
    assert f"{FILE} has more than 1.0 MB, and no more are taken." in fails()


def test_nothing_new(publisher, zipped, standing, fetching):
    publisher.answers[FILE] = lambda request: (
        request.give(b"", status=304)
        if request.headers["If-None-Match"] == '"a"'
        else request.give(zipped, ETag='"a"', Last_Modified="Wed, 02 Apr 2025 14:00:00 GMT")
    )
    assert fetching.run()[-1].endswith("is out.")
    before = content()
    assert fetching.run() == ["oews: oesm24nat.zip is as it was fetched before; nothing to do."]
    assert content() == before


def test_changed_each_time_that_it_goes_on(publisher, zipped, fails):
    def cut(request) -> None:
        request.give(zipped[:400], length=len(zipped), ETag=f'"{len(publisher.requests)}"')

    publisher.answers[FILE] = cut
    words = fails()
    assert f"{FILE} broke off after 400 of {len(zipped):,} bytes and changed meanwhile" in words
    assert [request.headers["If-Range"] for request in publisher.requests] == [None, '"1"', '"2"']


def test_a_full_disk(publisher, zipped, fetching, fails):
    publisher.has(FILE, zipped)
    fetching.target.parent.mkdir(parents=True)
    fetching.target.with_name(".oesm24nat.zip.part").symlink_to("/dev/full")
    assert f"oesm24nat.zip could not be written in {fetching.target.parent}: No space left on device." in fails()


def test_a_disk_with_too_little_room(publisher, zipped, fails, monkeypatch):
    publisher.has(FILE, zipped)
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 0}))
    assert "and the disk has room for 0.0 MB." in fails()


def test_a_server_that_is_not_there(publisher, fetching, fails):
    fetching.has(name="oesm24nat.zip", at=[f"http://127.0.0.1:1{FILE}"])
    assert "127.0.0.1 could not be reached: " in fails()


def test_a_server_that_is_busy(publisher, fails):
    publisher.answers[FILE] = lambda request: request.give(b"", status=503)
    assert "127.0.0.1 is busy or out of order (status 503); try again later." in fails()
