from collections.abc import Sequence

from careers.importers.occupations import OccupationStore
from careers.models import Occupation
from ingest.releases.cells import as_code, as_text
from ingest.releases.columns import SourceColumn
from ingest.releases.refusal import RowRejected
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging

Level = Occupation.Level
LEVELS = (Level.MAJOR, Level.MINOR, Level.BROAD, Level.DETAILED)

as_soc = as_code(r"\d\d-\d{4}", "a SOC code")

COLUMNS = (
    SourceColumn("major", ("major group",), as_soc),
    SourceColumn("minor", ("minor group",), as_soc),
    SourceColumn("broad", ("broad (group|occupation)",), as_soc),
    SourceColumn("detailed", ("detailed occupation",), as_soc),
    SourceColumn("title", ("", "title")),  # the publisher leaves its header blank
)


def load_structure(rows: Rows, scheme: str, staging: Staging) -> None:
    """A row is part of the nearest wider row above it."""
    occupations = OccupationStore(staging)
    above: list[Occupation | None] = [None] * len(LEVELS)

    def take(row: list) -> None:
        *codes, title = row
        place = _place(codes, title)
        parent = next((wider for wider in reversed(above[:place]) if wider), None)
        taken = occupations.take(scheme, codes[place], title=title, level=LEVELS[place].value, parent=parent)
        above[place:] = [taken] + [None] * (len(LEVELS) - place - 1)

    staging.take(rows, COLUMNS, take)


def _place(codes: Sequence[str | None], title: str | None) -> int:
    places = [place for place, code in enumerate(codes) if code]
    if len(places) != 1 or not title:
        raise RowRejected("a note, no occupation" if not places else "not one code with one title")
    return places[0]


DEFINITIONS = (
    SourceColumn("group", ("soc (group|level)",), as_text),
    SourceColumn("code", ("soc code",), as_soc),
    SourceColumn("title", ("soc title",)),
    SourceColumn("definition", ("soc definition",)),
)


def load_definitions(rows: Rows, scheme: str, staging: Staging) -> None:
    occupations = OccupationStore(staging)

    def take(row: list) -> None:
        _, code, title, definition = row
        if not (code and title):
            raise RowRejected("a note, no occupation")
        occupations.take(scheme, code, title=title, definition=definition or "")

    staging.take(rows, DEFINITIONS, take)
