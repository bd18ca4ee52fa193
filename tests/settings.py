"""The settings under test: those of one's own machine, with what makes tests quick and strict."""

import os
import tempfile

os.environ.setdefault("RUNGS_LOCAL", "1")
os.environ["RUNGS_REVIEW"] = "no"  # tests of drafts turn it on
os.environ["RUNGS_BUILD_FILES"] = "no"  # servers that tests start
os.environ.setdefault("RUNGS_FILES", f"{tempfile.gettempdir()}/rungs-no-files")  # tests of files have a folder each

from config.settings import *  # noqa: E402, F403

INSTALLED_APPS += ["zeal"]  # noqa: F405
RECORD_DIR = BASE_DIR / "tests" / "record"  # one file: to load all that comes with Rungs takes ten seconds  # noqa: F405
ZEAL_RAISE = True  # a query in a loop is an error, for tests that take `no_query_in_a_loop`
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True  # each test's client would look for every static file otherwise
