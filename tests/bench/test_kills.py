"""A process that is killed in the midst of it leaves what was there, or all of the new; `make kills` kills hundreds."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

pytestmark = [pytest.mark.long, pytest.mark.django_db]


def test_imports_publishing_and_loads_are_whole_or_not_at_all_when_killed():
    done = subprocess.run(
        [sys.executable, "-m", "bench.kills", "--count", "12"],
        cwd=settings.BASE_DIR,
        env=os.environ,
        capture_output=True,
        text=True,
    )
    lines = done.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["import", "publish", "load"], done.stderr
    assert all(", 0 between," in line and line.endswith(", 0 not cleared") for line in lines)
    assert done.returncode == 0
