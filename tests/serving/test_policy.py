import pytest


@pytest.fixture
def answer(client, db):
    return client.get("/healthz")


def test_a_page_may_load_only_what_is_ours(answer):
    policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
    assert policy.pop("default-src") == "'none'"
    assert policy.pop("frame-ancestors") == "'none'"
    assert set(policy.values()) == {"'self'"}


def test_a_page_may_use_nothing_of_the_device(answer):
    assert "camera=()" in answer["Permissions-Policy"]


def test_a_page_is_what_it_says_and_stays_out_of_frames(answer):
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_a_page_without_a_form_sets_no_cookie(answer):
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
