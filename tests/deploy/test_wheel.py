"""The wheel, built and installed into an empty environment, serves the home page without git and make."""

import os
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest
from django.conf import settings

from tests.stages import FIXTURES

pytestmark = pytest.mark.long

PRICES = "cpi_u.txt.gz"
SECONDS_TO_START = 600  # on a busy machine; 60 on one that is not


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    subprocess.run(command, cwd=settings.BASE_DIR, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def command(wheel, tmp_path_factory):
    """`rungs` in an environment of its own; what it depends on is lent by the tests' environment."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-index", wheel]
    subprocess.run([folder / "bin" / "python", *install], check=True, cwd=folder)
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"))
    _leave_few_files(packages / "rungs" / "site" / "fixtures")
    return folder / "bin" / "rungs"


def _leave_few_files(fixtures: Path) -> None:
    """All guides and the whole record are loaded by other tests: here two guides and price levels will do."""
    for file in [*fixtures.glob("guides/*"), *fixtures.glob("record/**/*")]:
        if file.is_file() and file.name not in (*FIXTURES, PRICES):
            file.unlink()


def test_the_wheel_has_one_directory_of_its_own(wheel):
    names = [Path(name) for name in zipfile.ZipFile(wheel).namelist()]
    assert {name.parts[0] for name in names if ".dist-info" not in name.parts[0]} == {"rungs"}
    within = {name.parts[2] for name in names if name.parts[:2] == ("rungs", "site")}
    assert {"config", "facts", "templates", "static", "fixtures", "manage.py"} <= within
    assert not {"tests", "bench", "deploy"} & within


def test_everything_it_imports_is_in_it(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in [*settings.BASE_DIR.glob("templates/**/*.html"), *settings.BASE_DIR.glob("fixtures/**/*")]:
        assert f"rungs/site/{path.relative_to(settings.BASE_DIR)}" in names or path.is_dir(), path


def test_rungs_serve_shows_the_home_page(command, tmp_path):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PORT": str(port)}
    with subprocess.Popen([command, "serve"], env=environment, cwd=tmp_path, stdout=subprocess.PIPE) as server:
        try:
            page = read(f"http://127.0.0.1:{port}/", server)
            style = read(f"http://127.0.0.1:{port}/static/css/rungs.css", server)
        finally:
            server.send_signal(signal.SIGTERM)
    assert b"<h1" in page
    assert b"{" in style
    assert (tmp_path / ".local" / "share" / "rungs" / "rungs.sqlite3").exists()


def read(address, server):
    until = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with urllib.request.urlopen(address) as response:
                return response.read()
        except OSError:
            assert server.poll() is None, "rungs serve has ended"
            assert time.monotonic() < until, f"{address} does not answer"
            time.sleep(0.2)


def test_other_commands_are_those_of_manage_py(command, tmp_path):
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    done = subprocess.run([command, "check"], env=environment, cwd=tmp_path, capture_output=True, text=True)
    assert "no issues" in done.stdout + done.stderr
    assert done.returncode == 0
