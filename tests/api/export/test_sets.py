"""Sets of files: made once, found under their edition, and let go when they are old, unless an editor keeps them."""

import fcntl
import os
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from api.export.build import build_files
from api.export.due import is_due
from api.export.sets import all_sets, locked
from editorial.groups import AUTHORS, PUBLISHERS
from facts.actions import publishing
from facts.models import Edition
from tests.editorial.conftest import new_editor
from tests.factories import SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.FILES_DIR, settings.KEPT_FILES = tmp_path, 2
    return tmp_path


def publish() -> Edition:
    with publishing(act=Edition.Act.EDIT, reason="A source more.") as publication:
        publication.created(SourceFactory())
    return publication.edition


def names(folder) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_dir()}


def test_before_the_first_edition_there_is_nothing_to_make():
    assert build_files() is None
    with pytest.raises(CommandError, match="no edition"):
        call_command("build_files")


def test_a_set_is_made_once_and_again_only_if_asked():
    publish()
    first = build_files()
    assert build_files() is first
    assert build_files(again=True) is not first


def test_the_command_tells_rows_time_and_memory():
    publish()
    call_command("build_files", stdout=(output := StringIO()))
    assert "of processor time" in output.getvalue()
    assert "MB of memory" in output.getvalue()


def test_old_sets_go_and_those_an_editor_keeps_stay(client, folder):
    numbers = []
    for _ in range(4):
        numbers.append(publish().number)
        Edition.objects.filter(number=numbers[0]).update(is_kept=True)
        build_files()
    assert names(folder) == {str(number) for number in (numbers[0], *numbers[2:])}
    assert [each.edition for each in all_sets()] == [numbers[3], numbers[2], numbers[0]]
    gone = client.get(f"/download/{numbers[1]}/rungs-csv.zip")
    assert (gone.status_code, gone.json()["removed"]["title"]) == (410, f"Files of edition {numbers[1]}")
    assert client.get("/download/99/rungs-csv.zip").status_code == 404


def test_a_set_that_fails_leaves_the_one_before(folder, monkeypatch):
    before = publish()
    build_files()
    publish()
    monkeypatch.setattr("api.export.build.write_manifest", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build_files()
    assert names(folder) == {str(before.number)}


def test_two_processes_do_not_make_the_same_set(folder):
    publish()
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(CommandError, match="Another process"):
        call_command("build_files")
    os.close(handle)


def test_what_a_killed_process_left_is_swept(folder):
    (folder / ".making-7-x").mkdir()
    with locked():
        assert not names(folder)


def test_a_set_of_another_database_is_none_of_ours(client):
    edition = publish()
    build_files()
    Edition.objects.filter(pk=edition.pk).update(published_at="2020-01-01T00:00:00Z")
    assert all_sets() == []
    assert client.get(f"/download/{edition.number}/rungs-csv.zip").status_code == 404


def test_files_are_due_when_an_edition_has_none_and_the_last_are_old_enough(settings):
    assert not is_due()
    publish()
    assert is_due()
    build_files()
    assert not is_due()
    publish()
    assert not is_due()
    settings.FILES_MINUTES = 0
    assert is_due()


class TestThePage:
    def test_before_the_first_set_it_says_so(self, client):
        publish()
        assert "are not made yet" in client.get("/download/").content.decode()
        answer = client.get("/download/latest/rungs-csv.zip")
        assert (answer.status_code, answer["Retry-After"]) == (503, "60")

    def test_until_the_next_set_is_made_it_names_the_edition_of_the_one_before(self, client):
        before = publish()
        build_files()
        newer = publish()
        page = client.get("/download/").content.decode()
        assert f"Edition {newer.number} is out, and its files are not ready yet" in page
        assert f"/download/{before.number}/rungs-csv.zip" in page
        latest = client.get("/download/latest/rungs-csv.zip")
        assert latest["Location"] == f"/download/{before.number}/rungs-csv.zip"
        build_files()
        assert client.get("/download/latest/rungs-csv.zip")["Location"] == f"/download/{newer.number}/rungs-csv.zip"
        assert "not ready yet" not in client.get("/download/").content.decode()
        assert client.get(f"/download/{before.number}/").status_code == 200

    def test_nobody_keeps_it(self, client):
        publish()
        assert "private" in client.get("/download/")["Cache-Control"]

    def test_an_edition_without_files_has_none(self, client):
        publish()
        assert client.get("/download/77/").status_code == 404


class TestAFile:
    @pytest.fixture
    def edition(self) -> Edition:
        edition = publish()
        build_files()
        return edition

    @pytest.fixture
    def body(self, edition, folder) -> bytes:
        return (folder / str(edition.number) / "rungs.ndjson.gz").read_bytes()

    @pytest.fixture
    def get(self, client, edition):
        return lambda **headers: client.get(
            f"/download/{edition.number}/rungs.ndjson.gz",
            headers={name.replace("_", "-"): value for name, value in headers.items()},
        )

    def test_is_named_and_may_be_kept(self, get, body, edition):
        answer = get()
        assert answer.getvalue() == body
        assert answer["Content-Length"] == str(len(body))
        assert answer["Content-Disposition"] == f'attachment; filename="rungs-edition-{edition.number}.ndjson.gz"'
        assert (answer["Accept-Ranges"], answer["Access-Control-Allow-Origin"]) == ("bytes", "*")
        assert answer["Cache-Control"] == "public, max-age=86400"

    def test_is_never_compressed_on_its_way(self, get, body):
        answer = get(accept_encoding="gzip")
        assert "Content-Encoding" not in answer
        assert answer.getvalue() == body

    @pytest.mark.parametrize("asked", [(0, 9), (5, None), (None, 7), (3, 10**15)])
    def test_gives_a_range(self, get, body, asked):
        first, last = asked
        answer = get(range=f"bytes={'' if first is None else first}-{'' if last is None else last}")
        expected = body[-last:] if first is None else body[first : None if last is None else last + 1]
        assert (answer.status_code, answer.getvalue()) == (206, expected)
        start = len(body) - len(expected) if first is None else first
        assert answer["Content-Range"] == f"bytes {start}-{start + len(expected) - 1}/{len(body)}"

    @pytest.mark.parametrize("asked", ["bytes=9-3", "lines=1-2", "bytes=0-1,4-5", "bytes=a-b", "bytes=-"])
    def test_is_given_whole_where_a_range_says_nothing(self, get, body, asked):
        assert get(range=asked).getvalue() == body

    def test_has_no_bytes_beyond_its_end(self, get, body):
        answer = get(range=f"bytes={len(body)}-")
        assert (answer.status_code, answer["Content-Range"]) == (416, f"bytes */{len(body)}")

    def test_goes_on_only_if_it_is_the_same(self, get, body):
        tag = get()["ETag"]
        assert get(range="bytes=0-0", if_range=tag).status_code == 206
        assert get(range="bytes=0-0", if_range='"another"').status_code == 200

    def test_is_not_sent_again_unchanged(self, get):
        first = get()
        assert get(if_none_match=first["ETag"]).status_code == 304
        assert get(if_modified_since=first["Last-Modified"]).status_code == 304

    def test_takes_no_parameters_and_no_other_names(self, client, edition):
        at = f"/download/{edition.number}"
        assert client.get(f"{at}/rungs-csv.zip?table=wages").status_code == 400
        for name in ("files.json", "../gone.json", "parquet/", "parquet/nothing.parquet", "%00", "x" * 5_000):
            assert client.get(f"{at}/{name}").status_code == 404, name

    def test_is_found_under_its_former_address(self, client, edition):
        answer = client.get(f"/download/rungs-edition-{edition.number}.zip")
        assert (answer.status_code, answer["Location"]) == (301, f"/download/{edition.number}/rungs-csv.zip")
        for name in ("rungs-edition-4.tar", "passwd", "rungs-edition-x.zip"):
            assert client.get(f"/download/{name}").status_code == 404


class TestAnEditorKeepsThem:
    @pytest.mark.parametrize(("group", "is_kept"), [(PUBLISHERS, True), (AUTHORS, False)])
    def test_who_may_publish_says_which_stay(self, client, group, is_kept):
        edition = publish()
        client.force_login(new_editor("editor", group))
        client.post("/admin/facts/edition/", {"action": "keep", "_selected_action": [edition.pk]})
        edition.refresh_from_db()
        assert edition.is_kept is is_kept
