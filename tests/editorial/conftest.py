"""Who sits at the desk."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from editorial.groups import AUTHORS, PUBLISHERS

PASSWORD = "records-and-rungs"


def new_editor(name: str, group: str = PUBLISHERS):
    """An account in the group."""
    editor = get_user_model().objects.create_user(name, password=PASSWORD, is_staff=True)
    editor.groups.add(Group.objects.get(name=group))
    return editor


@pytest.fixture
def ann(db):
    return new_editor("ann")


@pytest.fixture
def ben(db):
    return new_editor("ben")


@pytest.fixture
def desk(ann) -> Client:
    """A browser in which Ann is logged in."""
    return _logged_in(ann)


@pytest.fixture
def bens_desk(ben) -> Client:
    """A browser in which Ben is logged in."""
    return _logged_in(ben)


@pytest.fixture
def review(settings):
    """Whatever is saved waits for a second pair of eyes."""
    settings.REVIEW = True


@pytest.fixture
def amy(db):
    return new_editor("amy", AUTHORS)


@pytest.fixture
def authors_desk(amy) -> Client:
    """A browser in which Amy is logged in, who may prepare and not publish."""
    return _logged_in(amy)


def _logged_in(user):
    client = Client()
    client.force_login(user)
    return client


def pytest_terminal_summary(terminalreporter):
    """What the random walks went through, as their tests have counted it."""
    for report in terminalreporter.stats.get("passed", []):
        if report.user_properties:
            terminalreporter.section(report.nodeid.rpartition("::")[2])
            for what, count in report.user_properties:
                terminalreporter.line(f"{count:8,} {what}")
