"""Settings as a server reads them: in a process of their own, with nothing set but what the test sets."""

import os
import secrets
import subprocess
import sys

import pytest
from django.conf import settings

SERVER = {"RUNGS_SECRET_KEY": secrets.token_urlsafe(64), "RUNGS_ALLOWED_HOSTS": "rungs.example"}


def test_production_settings_pass_the_deployment_check_without_a_warning():
    done = _manage("check", "--deploy", "--fail-level", "INFO", **SERVER)
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


@pytest.mark.parametrize("missing", SERVER)
def test_a_server_does_not_start_without(missing):
    done = _python("import config.wsgi", **{name: value for name, value in SERVER.items() if name != missing})
    assert done.returncode != 0
    assert f"ImproperlyConfigured: {missing} is not set." in done.stderr


def test_commands_work_in_a_checkout_without_any_settings():
    done = _manage("check")
    assert done.returncode == 0, done.stderr


def test_a_secret_key_makes_commands_a_server_s():
    done = _manage("check", RUNGS_SECRET_KEY=SERVER["RUNGS_SECRET_KEY"])
    assert "RUNGS_ALLOWED_HOSTS is not set" in done.stderr


def test_a_replica_is_read_from_where_there_is_one():
    tell = "from config import settings; print(list(settings.DATABASES), getattr(settings, 'DATABASE_ROUTERS', []))"
    urls = {
        "DATABASE_URL": "postgres:///rungs",
        "RUNGS_REPLICA": "postgres:///rungs?target_session_attrs=prefer-standby",
    }
    assert _python(tell, **SERVER, **urls).stdout.strip() == "['default', 'replica'] ['serving.replica.ReplicaRouter']"
    assert _python(tell, **SERVER).stdout.strip() == "['default'] []"


def test_a_log_is_in_lines_or_in_json():
    tell = "from config import settings; print(settings.LOGGING['handlers']['console']['formatter'])"
    assert _python(tell, **SERVER, RUNGS_LOG="json").stdout.strip() == "json"
    assert "RUNGS_LOG='xml' is none of line, json." in _python(tell, **SERVER, RUNGS_LOG="xml").stderr


def test_cookies_of_a_server_are_of_one_host_and_secure():
    names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")
    tell = f"from config import settings; print([getattr(settings, name) for name in {names}])"
    assert _python(tell, **SERVER).stdout.strip() == "['__Host-sessionid', '__Host-csrftoken', True, True]"
    # a browser takes such a name from a cookie of the whole site alone, for no other host
    tell = "from config import settings; print([name for name in dir(settings) if name.endswith(('_DOMAIN', '_PATH'))])"
    assert _python(tell, **SERVER).stdout.strip() == "[]"


def _manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return _run("manage.py", *arguments, **environment)


def _python(code: str, **environment: str) -> subprocess.CompletedProcess:
    return _run("-c", code, **environment)


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
    )
