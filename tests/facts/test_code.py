"""The digest by which what a release made is told from what another made."""

import pytest

from facts.code import digest_of_code


@pytest.fixture
def tree(tmp_path, settings):
    settings.BASE_DIR = tmp_path
    for name in ("pages/views.py", "templates/pages/job.html", "requirements.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    digest_of_code.cache_clear()
    yield tmp_path
    digest_of_code.cache_clear()


@pytest.mark.parametrize("name", ["pages/views.py", "templates/pages/job.html", "requirements.txt"])
def test_a_changed_module_template_or_library_is_another_digest(tree, name):
    before = digest_of_code("pages", "templates")
    digest_of_code.cache_clear()
    assert digest_of_code("pages", "templates") == before
    (tree / name).write_text("changed")
    digest_of_code.cache_clear()
    assert digest_of_code("pages", "templates") != before


def test_other_packages_are_no_part_of_it(tree):
    before = digest_of_code("pages")
    (tree / "templates/pages/job.html").write_text("changed")
    digest_of_code.cache_clear()
    assert digest_of_code("pages") == before
