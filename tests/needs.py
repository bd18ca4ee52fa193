"""What some tests need of the machine, and whether it has it.

RUNGS_REQUIRE=browser,postgres,curl makes what is missing an error; otherwise it is said at the end what was left out.
"""

import os
import shutil
from pathlib import Path

HOW_TO_GET = {
    "browser": "a Chromium browser: apt-get install chromium, or chromium-headless-shell, which is lighter",
    "postgres": "a PostgreSQL server: apt-get install postgresql",
    "data": "a folder of publishers’ official files: RUNGS_DATA=folder",
    "handbook": "the Handbook’s profiles as text: RUNGS_GUIDES=folder",
    "vnu": "the Nu Html Checker: npm install vnu-jar, java, and RUNGS_VNU=node_modules/vnu-jar/build/dist/vnu.jar",
    "contract": "tools that others make of the API’s schema: make contract",
    "curl": "curl: apt-get install curl",
}

DEBIAN_VERSIONS = Path("/usr/lib/postgresql")


def chromium() -> str | None:
    """The path of a Chromium on this machine."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def postgres_bin() -> Path | None:
    """The folder with PostgreSQL's initdb and pg_ctl; Debian keeps them off the PATH, one folder a version."""
    if initdb := shutil.which("initdb"):
        return Path(initdb).resolve().parent
    versions = DEBIAN_VERSIONS.glob("*/bin/initdb")
    return max((found.parent for found in versions), key=lambda found: int(found.parent.name), default=None)


def data() -> Path | None:
    """The folder of publishers' official files, where RUNGS_DATA names one."""
    folder = Path(os.environ.get("RUNGS_DATA") or "no such folder")
    return folder if folder.is_dir() else None


def handbook() -> Path | None:
    """The folder that holds the Handbook's profiles in `ooh`, where RUNGS_GUIDES names one."""
    folder = Path(os.environ.get("RUNGS_GUIDES") or "no such folder")
    return folder if (folder / "ooh").is_dir() else None


def vnu() -> Path | None:
    """The Nu Html Checker, where RUNGS_VNU names it and there is a Java to run it."""
    jar = Path(os.environ.get("RUNGS_VNU") or "no such file")
    return jar if jar.is_file() and shutil.which("java") else None


def contract() -> Path | None:
    """The environment with the tools that the schema is held against, where RUNGS_CONTRACT names it."""
    folder = Path(os.environ.get("RUNGS_CONTRACT") or "no such folder").absolute()
    packages = Path(__file__).parent / "contract" / "node_modules"
    return folder if (folder / "bin" / "openapi-python-client").exists() and packages.is_dir() else None


def is_required(need: str) -> bool:
    """Whether RUNGS_REQUIRE asks for it."""
    return need in os.environ.get("RUNGS_REQUIRE", "").split(",")
