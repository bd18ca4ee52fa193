"""The container files, as far as they can be held without building them."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from django.conf import settings

FOLDER = settings.BASE_DIR / "deploy" / "container"


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((FOLDER / "compose.yaml").read_text())


@pytest.fixture(scope="module")
def instructions():
    """Pairs of an instruction and its arguments, continued lines joined."""
    text = re.sub(r"\\\n\s*", "", (FOLDER / "Containerfile").read_text())
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


def test_compose_fits_the_specification_s_schema():
    command = [Path(sys.executable).parent / "check-jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*command, FOLDER / "compose.yaml"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_service_is_confined(compose):
    for name, service in compose["services"].items():
        assert service["read_only"], name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert not service.get("privileged"), name


def test_whoever_is_waited_for_says_that_it_is_well(compose):
    services = compose["services"]
    assert services["nginx"]["depends_on"]["rungs"]["condition"] == "service_healthy"
    assert "healthcheck" in services["postgres"]
    assert "healthcheck" in services["nginx"]


def test_every_file_that_is_mounted_is_there_or_named_as_the_deployment_s_own(compose):
    own = (FOLDER.parent.parent / ".gitignore").read_text()
    for service in compose["services"].values():
        for volume in service.get("volumes", []):
            source = volume.partition(":")[0]
            if source.startswith("."):
                path = (FOLDER / source).resolve()
                assert path.exists() or f"/{path.relative_to(settings.BASE_DIR)}/" in own, source
            else:
                assert source in compose["volumes"]


def test_the_process_is_not_root_and_says_that_it_is_well(instructions):
    users = [arguments for name, arguments in instructions if name == "USER"]
    assert users[-1] != "root"
    assert int(users[-1]) >= 10_000
    assert any(name == "HEALTHCHECK" for name, _arguments in instructions)


def test_nothing_is_installed_that_is_not_pinned(instructions):
    pip = [arguments for name, arguments in instructions if name == "RUN" and "pip install" in arguments]
    assert pip
    assert all("--require-hashes" in arguments for arguments in pip)
    assert all(":latest" not in arguments for name, arguments in instructions if name == "FROM")


def test_what_is_copied_and_compiled_is_there(instructions):
    (compiled,) = (arguments for name, arguments in instructions if name == "RUN" and "compileall" in arguments)
    names = shlex.split(compiled.rpartition("compileall -q ")[2])
    assert all((settings.BASE_DIR / name / "__init__.py").exists() for name in names)
    wheel = (settings.BASE_DIR / "pyproject.toml").read_text()
    assert all(f'{name} = "rungs/site/{name}"' in wheel for name in names)
