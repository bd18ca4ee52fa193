"""HEAD says what GET says, at every door, however it is compressed and kept."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings

from api.export.build import build_files
from facts.models import Edition
from serving.response_cache import ResponseCache
from tests.serving.test_response_cache import ask, open_connection  # noqa: F401  a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guides", "open_connection")]

CAREER = "medical-records-administrator"
ADDRESSES = [
    "/",
    f"/careers/{CAREER}/",
    f"/careers/{CAREER}.md",
    f"/careers/{CAREER}/toolkit/",
    "/compare.csv?item=29-2072&item=29-1071",
    "/careers/nobody/",
    "/changes/feed/",
    "/sitemap.xml",
    "/llms.txt",
    "/api/v1/careers/",
    f"/api/v1/jobs/{CAREER}/",
    "/api/v1/careers.csv",
    "/api/v1/wages.csv",
    "/api/v1/careers/?nothing=1",
    "/api/v1/schema/",
    f"/embed/jobs/{CAREER}/pay.svg",
    "/download/",
    "/download/latest/rungs-csv.zip",
    "/download/{edition}/rungs-csv.zip",
    "/download/{edition}/datapackage.json",
    "/download/{edition}/parquet/wages.parquet",
    "/healthz",
]
OF_THE_MOMENT = {"Age", "Content-Length", "Date", "Set-Cookie", "X-Request-Id"}


@pytest.fixture(scope="module")
def files(guides, django_db_blocker, tmp_path_factory):
    with override_settings(FILES_DIR=tmp_path_factory.mktemp("files")), django_db_blocker.unblock():
        build_files()
        yield


@pytest.mark.parametrize("encoding", ["", "gzip"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_head_is_the_head_of_the_answer(files, address, encoding):
    address = address.format(edition=Edition.objects.newest_first().first().number)
    answers = ResponseCache(WSGIHandler(), 10_000_000)
    head = ask(answers, address, "HEAD", accept_encoding=encoding)
    whole, again = (ask(answers, address, accept_encoding=encoding) for _ in range(2))
    kept = ask(answers, address, "HEAD", accept_encoding=encoding)
    for answer in (head, kept):
        assert _told(answer) == _told(whole) == _told(again)
        assert answer.headers.get("Content-Length", _length(again)) == _length(again)
    assert _length(whole) in (None, str(len(whole.body)))


def _told(answer) -> tuple[int, dict]:
    return answer.status, {name: value for name, value in answer.headers.items() if name not in OF_THE_MOMENT}


def _length(answer) -> str | None:
    return answer.headers.get("Content-Length")
