import pytest

from serving.policy import resource_policy


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


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/", "same-origin"),
        ("/admin/", "same-origin"),
        ("/careers/keeper/", "same-origin"),
        ("/api/v1/careers/", "cross-origin"),
        ("/download/rungs-edition-1.zip", "cross-origin"),
        ("/static/css/rungs.css", "cross-origin"),
    ],
)
def test_other_sites_may_load_data_and_files_and_no_page(path, policy):
    assert resource_policy(path) == policy


def test_every_answer_says_who_may_load_it(answer, client):
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert client.get("/api/v1/").headers["Cross-Origin-Resource-Policy"] == "cross-origin"
