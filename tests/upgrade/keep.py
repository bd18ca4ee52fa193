"""Keep what a release leaves on servers, for later ones to be held to: python -m tests.upgrade.keep

A backup of a small database with rows in every table, and the checksums of the migrations (`make release`).
"""

import inspect
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CHECKSUMS = "migrations.sha256"
FILL = "--fill"


def main() -> None:
    os.environ |= {"RUNGS_LOCAL": "1", "RUNGS_DATA": "/srv/rungs/data"}  # a backup names its folder
    url = os.environ.get("DATABASE_URL", "")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = url or f"sqlite:///{folder}/released.sqlite3"
        release = HERE / version()
        release.mkdir(exist_ok=True)
        backup = release / f"{'postgresql' if url else 'sqlite'}.backup"
        backup.unlink(missing_ok=True)
        run("manage.py", "migrate", "--verbosity", "0")
        run("-m", "tests.upgrade.keep", FILL)
        run("manage.py", "backup", backup)
        (release / CHECKSUMS).write_text("".join(f"{sum}  {name}\n" for name, sum in checksums().items()))


def version() -> str:
    """Also that of the API's schema."""
    from config.settings import VERSION

    return VERSION


def checksums() -> dict[str, str]:
    """By the migration's path."""
    migrations = sorted(ROOT.glob("*/migrations/[0-9]*.py"))
    return {str(path.relative_to(ROOT)): sha256(path.read_bytes()).hexdigest() for path in migrations}


def fill() -> None:
    """A guide with the figures beside it, then what every factory makes, then what only servers write."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    from django.apps import apps
    from factory.django import DjangoModelFactory

    from tests import factories
    from tests.stages import FIXTURES, load_guides

    load_guides(*FIXTURES[:-1])
    for _, made in inspect.getmembers(factories, inspect.isclass):
        if issubclass(made, DjangoModelFactory):
            made()
    _write_as_a_server_does()
    empty = [model._meta.label for model in apps.get_models(include_auto_created=True) if not _has_rows(model)]
    sys.exit(f"No rows of {', '.join(empty)}" if empty else 0)


def _has_rows(model) -> bool:
    return not model._meta.managed or model._base_manager.exists()


def _write_as_a_server_does() -> None:
    """Accounts in groups, sign-ins that failed and succeeded, sessions, the desk's own log, rows with many others."""
    from axes.models import AccessAttempt, AccessAttemptExpiration, AccessFailureLog, AccessLog
    from django.contrib.admin.models import CHANGE, LogEntry
    from django.contrib.auth.models import Group, Permission, User
    from django.contrib.contenttypes.models import ContentType
    from django.contrib.sessions.models import Session

    from education.models import Credential, Path, Requirement

    publisher = User.objects.create_user("publisher", "publisher@rungs.example", "of a small database")
    publisher.groups.add(Group.objects.get_or_create(name="Publishers")[0])
    publisher.user_permissions.add(Permission.objects.all()[0])
    for group in Group.objects.filter(permissions=None):
        group.permissions.add(Permission.objects.all()[0])
    told = {"ip_address": "192.0.2.1", "user_agent": "A browser", "username": "publisher", "path_info": "/admin/login/"}
    attempt = AccessAttempt.objects.create(**told, failures_since_start=1, get_data="", post_data="")
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    AccessAttemptExpiration.objects.create(access_attempt=attempt, expires_at=tomorrow)
    AccessFailureLog.objects.create(**told)
    AccessLog.objects.create(**told)
    Session.objects.create(session_key="a-session", session_data="of a publisher", expire_date=tomorrow)
    kind = ContentType.objects.get_for_model(Credential)
    LogEntry.objects.create(user=publisher, content_type=kind, object_id="1", object_repr="x", action_flag=CHANGE)
    for several in (Path.objects.all()[0], Requirement.objects.all()[0]):
        several.credentials.add(Credential.objects.all()[0])
        several.save()


def run(*arguments: object) -> None:
    subprocess.run([sys.executable, *map(str, arguments)], cwd=ROOT, check=True)


if __name__ == "__main__":
    fill() if FILL in sys.argv else main()
