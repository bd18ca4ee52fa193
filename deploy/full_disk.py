"""Fill the disk during a static export, and count lost files: python -m deploy.full_disk

Uses a small tmpfs in its own namespace. An edit changes every page, and the disk has no room for all. Exits with 1 if
a file of the last good site changed, or an export with room fails.
"""

import os
import subprocess
import sys
import tempfile
from hashlib import sha256
from io import StringIO
from pathlib import Path

INSIDE = "--inside"
"""Told to the process that has a namespace of its own."""
SPACIOUS = 256 * 1024**2
SPARE = 1024**2
"""Bytes that the last good site leaves: too few for another."""
LEFT_OUT = [f"--without=/{part}/" for part in ("api", "figures", "occupations", "wages")]
"""Most of the site, which would only take time."""


def main() -> None:
    if INSIDE not in sys.argv:
        namespace = ["unshare", "--user", "--map-root-user", "--mount"]
        os.execvp(namespace[0], [*namespace, sys.executable, "-m", "deploy.full_disk", INSIDE])  # noqa: S606
    with tempfile.TemporaryDirectory(prefix="rungs-disk-") as folder:
        disk = Path(folder, "disk")
        disk.mkdir()
        _mount(disk, f"size={SPACIOUS}", "tmpfs")
        try:
            _set_up(Path(folder, "rungs.sqlite3"))
            sys.exit(_suffer(disk))
        finally:
            subprocess.run(["umount", disk], check=True)  # noqa: S603, S607


def _suffer(disk: Path) -> bool:
    site = disk / "site"
    print(f"With room: {_export(site)}")
    good, around = _files(site), set(os.listdir(disk))
    _publish_an_edit()
    used = os.statvfs(disk)
    _mount(disk, f"remount,size={(used.f_blocks - used.f_bfree) * used.f_frsize + SPARE}")
    print(f"Without: {_export(site)}")
    now, besides = _files(site), set(os.listdir(disk)) - around
    lost = [name for name, digest in good.items() if now.get(name) != digest]
    print(f"{len(lost)} of {len(good)} files of the last good site are lost or changed, {len(besides)} left behind")
    _mount(disk, f"remount,size={SPACIOUS}")
    again = _export(site)
    print(f"With room again: {again}")
    return bool(lost or besides) or _files(site) == good


def _export(site: Path) -> str:
    from django.core.management import CommandError, call_command

    try:
        call_command("export_site", site, *LEFT_OUT, stdout=(output := StringIO()))
    except CommandError as error:
        return str(error)
    return output.getvalue().partition("\n")[0]


def _set_up(database: Path) -> None:
    os.environ |= {"DATABASE_URL": f"sqlite:///{database}", "RUNGS_LOCAL": "1", "RUNGS_LOG_LEVEL": "ERROR"}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django
    from django.core.management import call_command

    django.setup()
    for command in ("migrate", "load"):
        call_command(command, verbosity=0)


def _publish_an_edit() -> None:
    from careers.models import Career
    from facts.actions import publishing
    from facts.models import Edition

    with publishing(act=Edition.Act.EDIT, reason="An edit, so that every page names another edition.") as publication:
        career = Career.objects.all()[0]
        career.save()
        publication.changed(career)


def _mount(disk: Path, options: str, kind: str = "") -> None:
    what = ["-t", kind, kind] if kind else []
    subprocess.run(["mount", "-o", options, *what, disk], check=True)  # noqa: S603, S607


def _files(site: Path) -> dict[str, str]:
    files = (path for path in site.resolve().rglob("*") if path.is_file())
    return {str(path.relative_to(site.resolve())): sha256(path.read_bytes()).hexdigest() for path in files}


if __name__ == "__main__":
    main()
