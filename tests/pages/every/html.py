"""HTML held against its specification by the Nu Html Checker, where RUNGS_VNU names its vnu.jar."""

import json
import shutil
import subprocess
from pathlib import Path

from tests import needs


def errors_in(pages: dict[str, str], folder: Path) -> list[str]:
    """What the checker calls an error, with the page's address; `folder` is where the pages are put to be read."""
    files = {}
    for number, (address, html) in enumerate(pages.items()):
        file = folder / f"{number}.html"
        file.write_text(html)
        files[str(file)] = address
    java = shutil.which("java") or "java"
    command = [java, "-jar", str(needs.vnu()), "--errors-only", "--format", "json", "--exit-zero-always", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [_told(files, message) for message in json.loads(done.stderr)["messages"]]


def _told(files, message):
    file = message.get("url", "").removeprefix("file:")
    return f"{files.get(file, file)}: {message['message']} {message.get('extract', '').strip()!r}"
