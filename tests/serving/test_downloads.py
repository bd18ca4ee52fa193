"""A download is made once for all who ask for it, and kept until the next edition."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from facts.edition_key import EditionKey
from serving.downloads import MOST_FILES, DownloadKey, Downloads, download_key
from serving.server_response import IN_MEMORY, spool
from tests.serving.rsgi import Reply, Request, run

FILE = b"row\n" * IN_MEMORY
REQUEST = Request("/download/rungs-edition-1.ndjson")


def key(edition=1, path=REQUEST.path, *, is_gzip=False):
    return DownloadKey("https://rungs.example", path, is_gzip, EditionKey(edition, "2026-01-01", 1))


class Maker:
    """Makes files in a thread, and counts them; each waits until it is let go."""

    def __init__(self, file=FILE):
        self.release, self.made, self.stopped, self._file = threading.Event(), 0, False, file
        self._threads = ThreadPoolExecutor(1)
        self.release.set()

    def __call__(self, environ, has_left):
        return self._threads.submit(self._make, has_left)

    def _make(self, has_left):
        self.made += 1
        assert self.release.wait(10)
        self.stopped = has_left.is_set()
        return spool(200, [], [self._file], has_left)


def ask(downloads, *keys):
    async def all_of_them():
        replies = [Reply() for _ in keys]
        await asyncio.gather(
            *(downloads.send(key, dict, REQUEST, reply) for key, reply in zip(keys, replies, strict=True))
        )
        return replies

    return run(all_of_them())


def test_ten_at_once_are_one():
    maker = Maker()
    replies = ask(Downloads(maker), *[key()] * 10)
    assert {reply.body for reply in replies} == {FILE}
    assert maker.made == 1


def test_a_file_is_kept_until_the_next_edition():
    maker = Maker()
    downloads = Downloads(maker)
    for edition in (1, 1, 2, 2):
        ask(downloads, key(edition))
    assert maker.made == 2
    assert [kept.edition.number for kept in downloads._files] == [2]


def test_files_kept_are_few():
    downloads = Downloads(Maker())
    for number in range(MOST_FILES + 3):
        ask(downloads, key(path=f"/download/{number}.zip"))
    assert len(downloads._files) == MOST_FILES


def test_a_short_answer_is_made_each_time():
    maker = Maker(b"short")
    downloads = Downloads(maker)
    assert [ask(downloads, key())[0].body for _ in range(2)] == [b"short"] * 2
    assert maker.made == 2


def test_work_goes_on_while_one_client_waits_and_stops_when_all_have_left():
    async def two_clients(leaving):
        maker, replies = Maker(), [Reply(), Reply()]
        maker.release.clear()
        downloads = Downloads(maker)
        waiting = [asyncio.ensure_future(downloads.send(key(), dict, REQUEST, reply)) for reply in replies]
        while not maker.made:
            await asyncio.sleep(0.001)
        for reply in replies[:leaving]:
            reply.has_left.set()
        await asyncio.sleep(0.01)
        maker.release.set()
        await asyncio.gather(*waiting)
        maker._threads.shutdown()
        return maker, replies

    maker, (first, second) = run(two_clients(leaving=1))
    assert (first.status, second.status, maker.stopped) == (None, 200, False)
    maker, replies = run(two_clients(leaving=2))
    assert ([reply.status for reply in replies], maker.stopped) == ([None, None], True)


@pytest.mark.parametrize("headers", [{"Range": "bytes=0-5"}, {"Cookie": "sessionid=a"}, {"If-None-Match": "*"}])
def test_a_conditional_request_is_its_own(headers):
    edition = EditionKey(1, "2026-01-01", 1)
    assert download_key({}, Request(REQUEST.path, headers=headers), "https://a", edition) is None
    assert download_key({}, REQUEST, "https://a", edition) == DownloadKey("https://a", REQUEST.path, False, edition)
    assert download_key({}, Request(f"{REQUEST.path}?x=1"), "https://a", edition) is None
    assert download_key({}, REQUEST, "https://a", None) is None
