import pytest

from api.export.build import build_files
from facts.models import Edition


@pytest.fixture
def edition(guides) -> Edition:
    return Edition.objects.newest_first().first()


@pytest.fixture(scope="module")
def made(guides, django_db_blocker, tmp_path_factory):
    """The set of the newest edition, made once for all tests of a module."""
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("files")
    with override_settings(FILES_DIR=folder), django_db_blocker.unblock():
        yield build_files()
