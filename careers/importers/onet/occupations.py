from collections.abc import Callable

from careers.importers.occupations import Key, OccupationStore
from careers.importers.onet.cells import onet_soc, text, words
from careers.models import Occupation
from ingest.releases.columns import SourceColumn
from ingest.releases.refusal import RowRejected
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging

COLUMNS = (
    SourceColumn("code", (r"o\*net-soc code",), onet_soc),
    SourceColumn("title", ("title",), text),
    SourceColumn("description", ("description",), words, required=False),
)
SOC_LENGTH = len("29-2072")
THE_WHOLE = ".00"


class OnetOccupations:
    """Occupations of one version of O*NET-SOC; `.00` is a whole SOC occupation."""

    def __init__(self, staging: Staging, scheme: str, wider: str) -> None:
        self._staging = staging
        self._scheme = scheme
        self._wider = wider
        self._occupations = OccupationStore(staging)

    def load(self, rows: Rows) -> None:
        self._staging.take(rows, COLUMNS, lambda row: self._take(*row))

    def key(self, code: str) -> Key:
        """Raises RowRejected where there is no such occupation."""
        if self._occupations.find(self._scheme, code) is None:
            raise RowRejected(f"there is no occupation {code}", kind="there is no occupation of this code")
        return self._scheme, code

    def _take(self, code: str, title: str, description: str | None) -> None:
        detailed = Occupation.Level.DETAILED.value
        parent = self._wider_occupation(code, title)
        self._occupations.take(
            self._scheme, code, title=title, definition=description or "", level=detailed, parent=parent
        )

    def _wider_occupation(self, code: str, title: str) -> Occupation | None:
        soc = code[:SOC_LENGTH]
        if code.endswith(THE_WHOLE):
            self._occupations.need(self._wider, soc, title=title)
        return self._occupations.find(self._wider, soc)


Loader = Callable[[Rows, OnetOccupations, Staging], None]
