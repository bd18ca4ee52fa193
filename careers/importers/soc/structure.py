"""A version's groups and occupations, with their definitions where the file gives them."""

from collections.abc import Sequence

from careers.importers.occupations import Occupations
from careers.models import Occupation
from ingest.releases.cells import as_code, as_text
from ingest.releases.columns import Column
from ingest.releases.refusal import Rejected
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging

Level = Occupation.Level
LEVELS = (Level.MAJOR, Level.MINOR, Level.BROAD, Level.DETAILED)

as_soc = as_code(r"\d\d-\d{4}", "a SOC code")

COLUMNS = (
    Column("major", ("major group",), as_soc),
    Column("minor", ("minor group",), as_soc),
    Column("broad", ("broad (group|occupation)",), as_soc),
    Column("detailed", ("detailed occupation",), as_soc),
    Column("title", ("", "title")),  # the publisher leaves its header blank
)


def load_structure(rows: Rows, scheme: str, staging: Staging) -> None:
    """Take each group and occupation; a row is part of the nearest wider one above it."""
    occupations = Occupations(staging)
    above: list[Occupation | None] = [None] * len(LEVELS)

    def take(row: list) -> None:
        *codes, title = row
        place = _place(codes, title)
        parent = next((wider for wider in reversed(above[:place]) if wider), None)
        taken = occupations.take(scheme, codes[place], title=title, level=LEVELS[place].value, parent=parent)
        above[place:] = [taken] + [None] * (len(LEVELS) - place - 1)

    staging.take(rows, COLUMNS, take)


def _place(codes: Sequence[str | None], title: str | None) -> int:
    given = [place for place, code in enumerate(codes) if code]
    if len(given) != 1 or not title:
        raise Rejected("a note, no occupation" if not given else "not one code with one title")
    return given[0]


DEFINITIONS = (
    Column("group", ("soc (group|level)",), as_text),
    Column("code", ("soc code",), as_soc),
    Column("title", ("soc title",)),
    Column("definition", ("soc definition",)),
)


def load_definitions(rows: Rows, scheme: str, staging: Staging) -> None:
    """Take what the file says belongs to each occupation, and its title."""
    occupations = Occupations(staging)

    def take(row: list) -> None:
        _, code, title, definition = row
        if not (code and title):
            raise Rejected("a note, no occupation")
        occupations.take(scheme, code, title=title, definition=definition or "")

    staging.take(rows, DEFINITIONS, take)
