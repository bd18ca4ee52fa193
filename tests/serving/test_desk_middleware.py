"""What the desk needs of Django is not asked of readers."""

import pytest

PUBLIC = ("/", "/api/v1/careers/", "/healthz")


@pytest.fixture
def editor(admin_client):
    return admin_client


@pytest.mark.django_db
@pytest.mark.parametrize("address", PUBLIC)
def test_an_editor_reads_public_pages_as_everyone_does(address, client, editor):
    anyone, known = client.get(address), editor.get(address)
    assert known.content == anyone.content
    assert not known.cookies
    assert not hasattr(known.wsgi_request, "session")
    assert getattr(known.wsgi_request, "user", None) is None


def test_the_desk_knows_who_asks(editor):
    answer = editor.get("/admin/")
    assert answer.status_code == 200
    assert answer.wsgi_request.user.is_authenticated


@pytest.mark.django_db
def test_the_desk_asks_a_stranger_who_it_is(client):
    assert client.get("/admin/").url == "/admin/login/?next=/admin/"
