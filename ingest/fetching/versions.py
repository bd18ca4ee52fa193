from collections.abc import Iterator
from datetime import date

from ingest.fetching.addresses import OfficialFile, Version
from ingest.fetching.client import Client
from ingest.fetching.failure import FetchFailed

TRIED = 3  # of a listing, should it name a file that is not there yet


def versions_of(file: OfficialFile, client: Client, today: date) -> Iterator[Version]:
    """Newest first: by the publisher's listing, or else by year; one without parts where the name has none."""
    if file.listing:
        yield from _listed(file, client)
    elif file.years:
        for year in range(today.year, today.year - file.years - 1, -1):
            yield {"yyyy": str(year), "yy": f"{year % 100:02}"}
    else:
        yield {}


def _listed(file: OfficialFile, client: Client) -> list[Version]:
    found = file.listing.versions(client.text(file.listing.page)) if file.listing else []
    if not found:
        raise FetchFailed(f"{file.listing.page if file.listing else file.name} names no file like {file.names}.")
    return found[:TRIED]
