from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from facts.models import Release
from ingest.fetching.addresses import OfficialFile, SourceAddresses, Version, filled
from ingest.fetching.client import Client
from ingest.fetching.download import FetchedFile, note_of
from ingest.fetching.failure import FetchFailed, NotThere
from ingest.fetching.limits import MEGABYTE
from ingest.fetching.versions import versions_of
from ingest.releases.importer import Importer
from ingest.releases.origin import Origin
from ingest.releases.progress import Progress
from ingest.releases.report import known_files

ASKS_FOR_CONTACT = "This publisher asks programs for a contact: set RUNGS_CONTACT to your e-mail address."


@dataclass(frozen=True, slots=True)
class Fetched:
    """`path` is None where the file stands in a release already; a file put there by hand has no origin."""

    name: str
    path: Path | None = None
    origin: Origin | None = None


class SourceFetch:
    """The files of one importer, in `folder`."""

    def __init__(
        self, importer: Importer, addresses: SourceAddresses, client: Client, folder: Path, progress: Progress
    ) -> None:
        self.addresses = addresses
        self._importer = importer
        self._client = client
        self._folder = folder
        self._progress = progress

    def file(self, file: OfficialFile, today: date) -> Iterator[Fetched]:
        """The newest of its kind, or whatever was put there by hand; raises FetchFailed with what to do about it."""
        try:
            if not file.at:
                raise FetchFailed(self.addresses.by_hand)
            yield self._newest(file, today)
        except FetchFailed as failure:
            by_hand = sorted(path for path in self._folder.glob(file.names) if self._importer.recognises(path))
            if not by_hand:
                raise FetchFailed(f"{failure} {self._way_out(file, failure)}".strip()) from failure
            yield from (Fetched(path.name, path, Origin.load(note_of(path))) for path in by_hand)

    def _newest(self, file: OfficialFile, today: date) -> Fetched:
        missing = NotThere(f"There is no {file.names}.")
        for version in versions_of(file, self._client, today):
            try:
                return self._version(file, version)
            except NotThere as problem:
                missing = problem
        raise missing

    def _version(self, file: OfficialFile, version: Version) -> Fetched:
        target = self._folder / filled(file.name, version)
        failures: list[FetchFailed] = []
        for address in file.at:
            try:
                return self._from(filled(address, version), target, file.megabytes * MEGABYTE)
            except FetchFailed as failure:
                failures.append(failure)
        kind = NotThere if all(isinstance(failure, NotThere) for failure in failures) else FetchFailed
        raise kind(" ".join(map(str, failures)))

    def _from(self, address: str, target: Path, most: int) -> Fetched:
        standing = _standing_origin(self._importer, address)
        here = Origin.load(note_of(target)) if target.is_file() else None
        known = standing or (here if here and here.address == address else None)
        origin = FetchedFile(self._client, address, target, most=most, progress=self._progress).run(known)
        if origin is None and standing:
            return Fetched(target.name)
        return Fetched(target.name, target, origin or known)

    def _way_out(self, file: OfficialFile, failure: FetchFailed) -> str:
        by_hand = (
            f"etch it by hand: {file.names} from {self.addresses.page}; put it into {self._folder}/"
            f" and run manage.py fetch {self._importer.name} again."
        )
        if self.addresses.wants_contact and not self._client.contact and not isinstance(failure, NotThere):
            return f"{ASKS_FOR_CONTACT} Or f{by_hand}"
        return f"F{by_hand}"


def _standing_origin(importer: Importer, address: str) -> Origin | None:
    reports = Release.objects.ready().filter(source__slug=importer.source["slug"]).values_list("report", flat=True)
    files = [file for report in reports for file in known_files(report) if file.get("stands")]
    origins = [Origin(**file["origin"]) for file in files if file.get("origin")]
    return next((origin for origin in origins if origin.address == address), None)
