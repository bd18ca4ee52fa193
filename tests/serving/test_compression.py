"""Whether an answer is compressed is for its reader to say (RFC 9110, 12.5.3)."""

import pytest

from serving.compression import accepts_gzip


@pytest.mark.parametrize(
    ("accept_encoding", "is_accepted"),
    [
        ("", False),
        ("gzip", True),
        ("x-gzip", True),
        ("GZIP", True),
        ("br, gzip", True),
        ("gzip;q=0", False),
        ("gzip;q=0.000, *", False),
        ("gzip; q=0.5", True),
        ("gzip;q=0.5, identity", False),
        ("gzip;q=0.5, identity;q=0.5", True),
        ("*", True),
        ("*;q=0", False),
        ("br", False),
        ("identity", False),
        ("gzip;q=2", False),
        ("gzip;q=-1", False),
        ("gzip;q=much", False),
        ("gzip;level=9", True),
    ],
)
def test_gzip_is_sent_to_who_prefers_it(accept_encoding, is_accepted):
    assert accepts_gzip(accept_encoding) is is_accepted


def test_a_page_of_django_follows_it(client, db):
    page = client.get("/methodology/", headers={"accept-encoding": "gzip;q=0, *"})
    assert "Content-Encoding" not in page.headers
    page = client.get("/methodology/", headers={"accept-encoding": "gzip, identity;q=0.1"})
    assert page.headers["Content-Encoding"] == "gzip"
