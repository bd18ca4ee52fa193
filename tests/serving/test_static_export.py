"""The site as files: what is in them, what is written again, and what a fault leaves behind."""

import errno
import json
import os
import threading
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.core.signals import request_finished
from django.db import close_old_connections, transaction

from serving.static_export import links, tree
from serving.static_export.client import ask
from serving.static_export.export import ExportError, SiteExport, file_of
from serving.static_export.links import links_in
from serving.static_export.snapshot import one_snapshot
from serving.static_export.tree import ExportBusyError, NotExportError, new_tree
from tests.factories import EditionFactory
from tests.pages.stage import tell_everything

SITE = "https://rungs.example"
PAGES = {
    "/": b'<a href="/a/">a</a> <a href="/b/?page=2">more</a> <a href="https://else.example/c/">c</a> <a href="/old/">',
    "/a/": b'<a href="../b/#here">b</a> <img src="/mark.svg">',
    "/b/": b"<p>b",
    "/mark.svg": b"<svg/>",
    "/robots.txt": b"User-agent: *",
    "/sitemap.xml": f"<urlset><url><loc>{SITE}/hidden/</loc></url></urlset>".encode(),
    "/hidden/": b"<p>in the sitemap alone",
    "/api/v1/": json.dumps({"rows": [{"url": f"{SITE}/api/v1/rows/"}]}).encode(),
    "/api/v1/rows/": b"[]",
    "/api/v1/rows.json": b"[]",
}
TYPES = {".xml": "application/xml", ".txt": "text/plain", ".svg": "image/svg+xml", ".json": "application/json"}


def site_of(pages):
    """A small application with these pages; any other address is not found."""

    def application(environ, start_response):
        path = environ["PATH_INFO"]
        type_ = "application/json" if path.startswith("/api/") else TYPES.get(Path(path).suffix, "text/html")
        start_response("200 OK" if path in pages else "404 Not Found", [("Content-Type", type_)])
        return [pages.get(path, b"")]

    return application


def export_to(folder, pages=PAGES, application=None, without=()) -> SiteExport:
    with new_tree(folder) as new:
        export = SiteExport(application or site_of(pages), SITE, new, without)
        assert set(export.run()) == export.known
        new.switch()
    return export


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "site"


def test_everything_that_needs_no_query_string_is_a_file(folder):
    export = export_to(folder)
    assert files(folder) == {
        "index.html": PAGES["/"],
        "a/index.html": PAGES["/a/"],
        "b/index.html": PAGES["/b/"],
        "hidden/index.html": PAGES["/hidden/"],
        "mark.svg": PAGES["/mark.svg"],
        "robots.txt": PAGES["/robots.txt"],
        "sitemap.xml": PAGES["/sitemap.xml"],
        "api/v1/index.json": PAGES["/api/v1/"],
        "api/v1/rows/index.json": b"[]",
        "api/v1/rows.json": b"[]",
    }
    assert export.refused == {"/old/": 404, "/api/v1.json": 404}


def test_what_is_left_to_a_running_server_is_no_file_and_is_counted(folder):
    export = export_to(folder, without=("/a/", "/api/v1/rows/"))
    assert export.left == {"/a/", "/api/v1/rows/"}
    assert {"a/index.html", "b/index.html", "mark.svg", "api/v1/rows/index.json"}.isdisjoint(files(folder))


@pytest.mark.parametrize("path", ["/", "//", "wages", ""])
def test_only_a_path_below_the_front_page_can_be_left(tmp_path, path):
    with pytest.raises(CommandError, match="no path below the front page"):
        call_command("export_site", tmp_path, f"--without={path}")


def test_only_what_changed_is_written_again(folder):
    export_to(folder)
    before = {name: (folder / name).stat().st_ino for name in files(folder)}
    export = export_to(folder, PAGES | {"/b/": b"<p>b, and more"})
    assert (export.written, export.unchanged) == (1, len(before) - 1)
    moved = {name for name, number in before.items() if (folder / name).stat().st_ino != number}
    assert moved == {"b/index.html"}


@pytest.mark.parametrize("now", [b"", b"longer than it was", b"sho", b"other"])
def test_a_file_says_what_is_said_now_however_it_comes_in_pieces(folder, now):
    for said in (b"short", now):
        with new_tree(folder) as new:
            assert new.keep("file", (bytes([byte]) for byte in said))
            new.switch()
    assert (folder / "file").read_bytes() == now


def test_what_is_gone_from_the_site_is_gone_from_the_files(folder):
    export_to(folder)
    without = {address: body for address, body in PAGES.items() if address != "/mark.svg"}
    with new_tree(folder) as new:
        list(SiteExport(site_of(without), SITE, new).run())
        assert new.gone() == 1
        new.switch()
    assert "mark.svg" not in files(folder)


@pytest.mark.parametrize("which", range(4))
def test_a_full_disk_leaves_the_last_good_site(folder, monkeypatch, which):
    export_to(folder)
    good, write, written = files(folder), tree._write, []

    def full(path, pieces):
        written.append(path)
        write(path, pieces)
        if len(written) > which:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tree, "_write", full)
    changed = {address: body + b" " for address, body in PAGES.items()}
    with pytest.raises(OSError, match="No space left"):
        export_to(folder, changed)
    assert files(folder) == good
    assert len(os.listdir(folder.parent)) == 2  # the link and the tree it names


def test_an_application_that_fails_leaves_the_last_good_site(folder):
    export_to(folder)
    good = files(folder)

    def broken(environ, start_response):
        start_response("503 Service Unavailable", [])
        return []

    with pytest.raises(ExportError, match="answered 503"):
        export_to(folder, application=broken)
    assert files(folder) == good


def test_what_a_killed_export_left_is_swept_away(folder):
    export_to(folder)
    (folder.parent / ".site-killed").mkdir()
    export_to(folder)
    assert len(os.listdir(folder.parent)) == 2


def test_two_do_not_export_one_site(folder):
    with new_tree(folder), pytest.raises(ExportBusyError), new_tree(folder):
        pass


def test_a_folder_of_somebody_else_is_left_alone(folder):
    folder.mkdir()
    with pytest.raises(NotExportError), new_tree(folder):
        pass


@pytest.mark.parametrize("address", ["/../etc", "/a/../../b", "/%2e%2e/b", "/a//b", "/a%00"])
def test_no_address_leads_out_of_the_tree(address):
    with pytest.raises(ExportError):
        file_of(address, "text/html")


def test_links_are_read_from_every_type_that_has_some():
    at = f"{SITE}/a/"
    atom = f'<feed xmlns="x"><link href="{SITE}/c/"/><id>{SITE}/d/?page=2</id></feed>'.encode()
    assert links_in(atom, "application/atom+xml", at=at) == {"/c/"}
    assert links_in(b"a { background: url('b.svg') }", "text/css", at=at) == {"/a/b.svg"}
    assert links_in(b'<a href="/admin/">desk</a><a href="//[">', "text/html", at=at) == set()
    assert not links.has_links("text/csv")


@pytest.mark.django_db
def test_connections_close_as_before_once_it_is_over():
    with one_snapshot():
        assert not request_finished.disconnect(close_old_connections)
    assert request_finished.disconnect(close_old_connections)
    request_finished.connect(close_old_connections)


class Host(SimpleHTTPRequestHandler):
    """A static host: Python's own, told what other names an index may have, as docs/static.md says."""

    def send_head(self):
        """The file, or the folder's index of whatever type."""
        folder = Path(self.translate_path(self.path))
        index = next(folder.glob("index.*"), None) if self.path.endswith("/") else None
        if index and index.name != "index.html":
            self.path += index.name
        return super().send_head()

    def list_directory(self, path):
        """A folder without an index is nothing."""
        self.send_error(404)

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="module")
def exported(django_db_setup, django_db_blocker, tmp_path_factory):
    """A career of which everything is said, exported by the command; it is there for all tests of the module."""
    folder = tmp_path_factory.mktemp("exported") / "site"
    with django_db_blocker.unblock(), transaction.atomic():
        career = tell_everything()
        EditionFactory()
        call_command("check_claims", verbosity=0)
        call_command("export_site", folder, verbosity=0)
        with django_db_blocker.block():
            yield folder, career
        transaction.set_rollback(True)


@pytest.fixture
def host(exported):
    """The exported site, served; gives a function that answers with status and body."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(exported[0])))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    connection = HTTPConnection(*server.server_address)

    def get(path):
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Content-Type"), answer.read()

    yield get
    connection.close()
    server.shutdown()
    server.server_close()


def test_every_link_of_the_files_that_needs_no_query_string_is_there(host, settings):
    site = settings.SITE_URL
    waiting, known, lost = ["/"], {"/"}, {}
    while waiting:
        address = waiting.pop()
        status, media_type, body = host(address)
        if status != 200:
            lost[address] = status
            continue
        if address.endswith("/") and not address.startswith("/api/v1/"):
            new = links_in(body, media_type, at=site + address) - known
            known |= new
            waiting += new
    assert lost == {}
    assert len(known) > 150


def test_a_file_says_what_the_site_says(exported, db, settings):
    from config.wsgi import application

    folder, career = exported
    guide = f"careers/{career.slug}"
    addresses = {
        "/": "index.html",
        f"/{guide}/": f"{guide}/index.html",
        "/changes/feed/": "changes/feed/index.xml",
        f"/api/v1/{guide}/": f"api/v1/{guide}/index.json",
        f"/api/v1/{guide}.json": f"api/v1/{guide}.json",
        "/api/v1/claims.csv": "api/v1/claims.csv",
        "/static/css/rungs.css": "static/css/rungs.css",
    }
    with one_snapshot():
        for address, name in addresses.items():
            answer = ask(application, settings.SITE_URL, address)
            assert (answer.status, b"".join(answer.pieces)) == (200, (folder / name).read_bytes()), address


def test_the_command_tells_in_words_what_is_in_its_way(tmp_path, db):
    with pytest.raises(CommandError, match="is there already"):
        call_command("export_site", tmp_path)


def test_every_address_of_the_sitemap_has_its_file(exported, settings):
    folder, _career = exported
    named = links_in((folder / "sitemap.xml").read_bytes(), "application/xml", at=settings.SITE_URL)
    assert {address for address in named if not (folder / address[1:] / "index.html").is_file()} == set()
    assert {urlsplit(address).path for address in named} >= {"/", "/careers/", "/sources/"}
