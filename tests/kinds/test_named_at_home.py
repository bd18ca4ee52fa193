"""A kind of statement is named where it lives, and hardly anywhere else."""

import re

import pytest
from django.conf import settings

HOME = "education"
NAME = re.compile(r"times?[\s_-]?to[\s_-]?entry", re.IGNORECASE)
AT_MOST = 8
ELSEWHERE = ("api", "bench", "careers", "config", "deploy", "docs", "documents", "editorial", "explore", "facts")
ROOMS = (*ELSEWHERE, "fixtures", "ingest", "money", "pages", "salaries", "serving", "static", "templates")
KINDS_OF_FILE = {".css", ".html", ".js", ".md", ".py", ".txt", ".yaml"}


def files_naming_it(rooms) -> list[str]:
    """The files in these folders that name times to entry, in any spelling."""
    files = (path for room in rooms for path in (settings.BASE_DIR / room).rglob("*") if path.suffix in KINDS_OF_FILE)
    found = (path for path in files if NAME.search(path.read_text()) or NAME.search(path.name))
    return sorted(str(path.relative_to(settings.BASE_DIR)) for path in found)


@pytest.mark.parametrize(
    "spelling", ["TimeToEntry", "timetoentry", "times-to-entry", "time_to_entry", "times to entry"]
)
def test_every_spelling_is_known(spelling):
    assert NAME.search(spelling)


def test_times_to_entry_are_named_in_few_files_outside_their_home():
    assert files_naming_it([HOME])
    found = files_naming_it(ROOMS)
    assert len(found) <= AT_MOST, found
