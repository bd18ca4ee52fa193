from collections.abc import Callable, Iterator
from dataclasses import dataclass

from api.export.datapackage import datapackage
from api.export.ndjson import ndjson
from facts.models import Edition


@dataclass(frozen=True, slots=True)
class DownloadForm:
    name: str
    suffix: str
    media_type: str
    make: Callable[[Edition | None, dict], Iterator[bytes]]

    def file_name(self, edition: Edition | None) -> str:
        """For example "rungs-edition-3.zip"."""
        return f"rungs-edition-{edition.number if edition else 0}{self.suffix}"


FORMS = {
    form.name: form
    for form in (
        DownloadForm("datapackage", ".zip", "application/zip", datapackage),
        DownloadForm("ndjson", ".ndjson", "application/x-ndjson", lambda edition, context: ndjson(context)),
    )
}
