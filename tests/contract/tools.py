"""The tools that `make contract` installs."""

import os
import subprocess
from pathlib import Path

from tests import needs

HERE = Path(__file__).parent
QUIET = {"NO_COLOR": "1", "REDOCLY_TELEMETRY": "off", "SCARF_ANALYTICS": "false", "npm_config_loglevel": "error"}


def run(command: str, *arguments: object, may_fail: bool = False, folder: Path = HERE) -> str:
    """What a tool prints; one that fails fails the test, unless it may."""
    tools = needs.contract()
    assert tools, "needs the tools of make contract"
    path = f"{tools / 'bin'}{os.pathsep}{os.environ['PATH']}"
    found = {**os.environ, **QUIET, "PATH": path, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [tools / "bin" / command, *map(str, arguments)],
        cwd=folder,
        env=found,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert may_fail or done.returncode == 0, f"{command} {arguments[0]}:\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
    return done.stdout or done.stderr
