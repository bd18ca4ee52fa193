"""Style sheets and scripts of ours carry a digest on a server, so that a browser takes no others in their place."""

import re
from base64 import b64encode
from hashlib import sha384
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.template import Context, Template

from serving.templatetags import integrity

TEMPLATES = sorted((Path(settings.BASE_DIR) / "templates").rglob("*.html"))
OURS = re.compile(r"<(?:link rel=\"stylesheet\" href|script src)=\"{% static '([^']+)' %}[^>]*>")
TAG = Template("{% load integrity %}<script src='x'{% integrity 'js/rungs.js' %}></script>")


@pytest.fixture
def hashed(tmp_path, monkeypatch):
    """A file as collectstatic leaves it: under a name of its content, beside the plain one."""
    storage = ManifestStaticFilesStorage(location=tmp_path, base_url="/static/")
    storage.hashed_files = {"js/rungs.js": "js/rungs.1234.js"}
    (tmp_path / "js").mkdir()
    (tmp_path / "js/rungs.js").write_bytes(b"// as written")
    (tmp_path / "js/rungs.1234.js").write_bytes(b"// as served")
    monkeypatch.setattr(integrity, "staticfiles_storage", storage)
    integrity.digest.cache_clear()
    yield
    integrity.digest.cache_clear()


def test_a_digest_is_of_the_file_as_it_is_served(hashed):
    digest = b64encode(sha384(b"// as served").digest()).decode()
    assert TAG.render(Context()) == f"<script src='x' integrity=\"sha384-{digest}\"></script>"


def test_there_is_none_where_a_file_may_change_under_its_name():
    assert TAG.render(Context()) == "<script src='x'></script>"


def test_each_of_ours_has_one():
    found = [(match[0], match[1]) for path in TEMPLATES for match in OURS.finditer(path.read_text())]
    assert len(found) >= 8
    assert [tag for tag, path in found if f"{{% integrity '{path}' %}}" not in tag] == []
