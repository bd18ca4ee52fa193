"""Where publishers keep their files: `addresses.yaml` in each importer's folder."""

import inspect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ingest.releases.importer import Importer

FILE = "addresses.yaml"
AGE_ORDER = ("year", "month", "day", "major", "minor")
MEGABYTES = 64

Version = dict[str, str]


@dataclass(frozen=True, slots=True)
class FileListing:
    """A page of the publisher's whose links name the releases; the groups of `pattern` are parts of a version."""

    page: str
    pattern: str

    def versions(self, text: str) -> list[Version]:
        """Newest first."""
        found = [match.groupdict() for match in re.finditer(self.pattern, text)]
        unique = {tuple(_age(version)): version for version in found}
        return [unique[age] for age in sorted(unique, reverse=True)]


@dataclass(frozen=True, slots=True)
class OfficialFile:
    """`{yy}`, `{yyyy}` and parts of a version stand in `name` and in the addresses `at`, which are tried in order.

    `years`: how many years back there may be a newest file.
    """

    name: str
    at: Sequence[str] = ()
    megabytes: int = MEGABYTES
    years: int = 0
    listing: FileListing | None = None

    @property
    def names(self) -> str:
        """Names of any version, as a pattern of glob."""
        return re.sub(r"\{\w+\}", "*", self.name)


@dataclass(frozen=True, slots=True)
class SourceAddresses:
    """`page` is for people; `by_hand` says why programs cannot fetch the files."""

    page: str
    files: Sequence[OfficialFile]
    by_hand: str = ""
    wants_contact: bool = False


def addresses_of(importer: Importer, other: Path | None = None) -> SourceAddresses | None:
    """From the file `other` in place of the importer's own; None where it is not in there."""
    found = _read(other or Path(inspect.getfile(type(importer))).parent / FILE).get(importer.name)
    return _source(found) if found else None


def filled(text: str, version: Mapping[str, str]) -> str:
    return text.format(**version) if version else text


def _read(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text()) if path.is_file() else {}


def _source(found: dict[str, Any]) -> SourceAddresses:
    return SourceAddresses(**found | {"files": [_file(**file) for file in found["files"]]})


def _file(listing: dict[str, str] | None = None, **file: Any) -> OfficialFile:
    return OfficialFile(**file, listing=FileListing(**listing) if listing else None)


def _age(version: Version) -> list[int]:
    return [int(version[part]) for part in AGE_ORDER if part in version]
