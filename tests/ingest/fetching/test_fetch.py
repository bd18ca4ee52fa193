"""What fetching does when all is well: it finds the newest file, goes on where it stopped, and imports."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from facts.models import Release
from ingest.releases.run import import_release
from salaries.models import Wage
from tests.ingest.fetching.conftest import FILE, content
from tests.salaries.importers.oews import SPECIALISTS, write_oews

pytestmark = pytest.mark.django_db
APRIL = "Wed, 02 Apr 2025 14:00:00 GMT"


def year(offset: int) -> str:
    return f"{(timezone.now().year + offset) % 100:02}"


def test_a_file_is_fetched_and_imported_with_its_provenance(publisher, zipped, fetching):
    publisher.has(FILE, zipped, ETag='"a"', Last_Modified=APRIL)
    assert fetching.run()[-3:] == [
        "bls-oews, May 2024, from oesm24nat.zip",
        "read 2 = created 2 + changed 0 + unchanged 0 + rejected 0",
        "Edition 1 is out.",
    ]
    assert fetching.target.read_bytes() == zipped
    release = Release.objects.get()
    assert release.published_on == date(2025, 4, 2)
    assert release.report["files"][0]["sha256"] == release.sha256
    assert release.report["files"][0]["origin"] == {
        "address": publisher.address + FILE,
        "etag": '"a"',
        "last_modified": APRIL,
        "fetched_on": timezone.now().date().isoformat(),
    }


def test_a_day_that_an_editor_gave_stays(publisher, zipped, fetching, tmp_path):
    import_release("oews", write_oews(tmp_path / "national_M2024_dl.csv", [SPECIALISTS]))
    Release.objects.update(published_on=date(2025, 4, 1))
    publisher.has(FILE, zipped, Last_Modified=APRIL)
    fetching.run()
    assert Release.objects.get().published_on == date(2025, 4, 1)


def test_the_newest_year_that_is_there_is_fetched(publisher, zipped, fetching):
    fetching.has(name="oesm24nat.zip", at=[f"{publisher.address}/{{yy}}/oesm.zip"], years=3)
    publisher.has(f"/{year(-1)}/oesm.zip", zipped)
    publisher.has(f"/{year(-2)}/oesm.zip", b"older")
    fetching.run()
    assert [request.path for request in publisher.requests] == [f"/{year(0)}/oesm.zip", f"/{year(-1)}/oesm.zip"]
    assert Wage.objects.published().count() == 2


def test_the_newest_of_the_publisher_s_listing_is_fetched(publisher, zipped, fetching):
    page = b'<a href="/files/oes_9_3.zip">9.3</a> <a href="/files/oes_10_0.zip">10.0</a>'
    publisher.has("/page", page, Content_Type="text/html")
    publisher.has("/files/oes_10_0.zip", zipped)
    listing = {"page": f"{publisher.address}/page", "pattern": r"oes_(?P<major>\d+)_(?P<minor>\d)\.zip"}
    fetching.has(name="oesm24nat.zip", at=[f"{publisher.address}/files/oes_{{major}}_{{minor}}.zip"], listing=listing)
    assert fetching.run()[-1] == "Edition 1 is out."


def test_a_listing_that_names_no_file_is_said_to(publisher, fetching):
    publisher.has("/page", b"<p>Our page has moved.</p>")
    listing = {"page": f"{publisher.address}/page", "pattern": r"oes_(?P<major>\d+)\.zip"}
    fetching.has(name="oesm24nat.zip", at=[f"{publisher.address}/oes_{{major}}.zip"], listing=listing)
    with pytest.raises(CommandError):
        fetching.run()
    assert f"{publisher.address}/page names no file like oesm24nat.zip." in fetching.out.getvalue()


def test_what_was_cut_goes_on_from_there(publisher, zipped, fetching):
    def in_two_parts(request) -> None:
        if request.headers["If-Range"] == '"a"' and request.headers["Range"] == "bytes=300-":
            whole = f"bytes 300-{len(zipped) - 1}/{len(zipped)}"
            request.give(zipped[300:], status=206, Content_Range=whole, ETag='"a"')
        else:
            request.give(zipped[:300], length=len(zipped), ETag='"a"')

    publisher.answers[FILE] = in_two_parts
    assert fetching.run()[-1] == "Edition 1 is out."
    assert fetching.target.read_bytes() == zipped
    assert len(publisher.requests) == 2


@pytest.mark.parametrize("status", [200, 206])
def test_what_changed_meanwhile_begins_anew(publisher, zipped, fetching, status):
    def changed(request) -> None:
        if len(publisher.requests) == 1:
            request.give(b"PK of another file", length=len(zipped), ETag='"a"')
        elif "Range" in request.headers and status == 206:  # a server that heeds no If-Range
            whole = f"bytes 18-{len(zipped) - 1}/{len(zipped)}"
            request.give(zipped[18:], status=206, Content_Range=whole, ETag='"b"')
        else:
            request.give(zipped, ETag='"b"')

    publisher.answers[FILE] = changed
    assert fetching.run()[-1] == "Edition 1 is out."
    assert fetching.target.read_bytes() == zipped


def test_the_second_address_is_asked_where_the_first_fails(publisher, zipped, fetching):
    fetching.has(name="oesm24nat.zip", at=[f"{publisher.address}/gone.zip", publisher.address + FILE])
    publisher.has(FILE, zipped)
    assert fetching.run()[-1] == "Edition 1 is out."


def test_a_redirect_within_the_host_is_followed(publisher, zipped, fetching):
    publisher.answers[FILE] = lambda request: request.give(b"", status=301, Location="/new/oesm24nat.zip")
    publisher.has("/new/oesm24nat.zip", zipped)
    assert fetching.run()[-1] == "Edition 1 is out."


def test_a_file_put_there_by_hand_is_imported(zipped, fetching):
    fetching.target.parent.mkdir(parents=True)
    fetching.target.write_bytes(zipped)
    assert fetching.run()[-1] == "Edition 1 is out."
    assert "origin" in Release.objects.get().report["files"][0]


def test_a_publisher_that_refuses_programs_has_its_file_named(publisher, fetching):
    fetching.addresses.write_text(
        "oews: {page: 'https://publisher.example/', by_hand: It asks for an e-mail., files: [{name: oesm*nat.zip}]}"
    )
    with pytest.raises(CommandError):
        fetching.run()
    assert (
        "oews: It asks for an e-mail. Fetch it by hand: oesm*nat.zip from https://publisher.example/; put it into"
        f" {fetching.folder}/oews/ and run manage.py fetch oews again." in fetching.out.getvalue().splitlines()
    )
    assert publisher.requests == []


def test_a_file_that_is_here_and_in_no_release_is_imported_though_nothing_is_new(publisher, zipped, fetching):
    publisher.answers[FILE] = lambda request: (
        request.give(b"", status=304) if request.headers["If-None-Match"] else request.give(zipped, ETag='"a"')
    )
    fetching.run()
    before = Release.objects.get().sha256
    Wage.objects.all().delete()
    Release.objects.all().delete()
    assert fetching.run()[-1] == "Edition 2 is out."
    assert Release.objects.get().sha256 == before


def test_an_unknown_source_is_refused_in_words(db):
    before = content()
    with pytest.raises(CommandError, match="No importer is named “wages”"):
        call_command("fetch", "wages")
    assert content() == before
