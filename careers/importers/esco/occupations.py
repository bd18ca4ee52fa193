from collections.abc import Iterator
from typing import Any

from careers.importers.esco.groups import ISCO
from careers.importers.occupations import Key, OccupationStore
from careers.models import Occupation, OccupationTitle
from ingest.releases.bounds import MAX_CELL
from ingest.releases.cells import as_code, as_text, required
from ingest.releases.columns import SourceColumn
from ingest.releases.refusal import RowRejected
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

ESCO = Occupation.Scheme.ESCO.value
Kind = OccupationTitle.Kind
TITLES = SourceTable(
    OccupationTitle,
    fields=("occupation", "kind", "title", "short_title", "origins"),
    key=("occupation", "kind", "title"),
    counted=False,  # a row of the file is one occupation with all its titles
)


def as_labels(cell: Any) -> tuple[str, ...]:
    """A cell's lines as titles, each once.

    >>> as_labels("records clerk\\nfiling clerk\\nrecords clerk")
    ('records clerk', 'filing clerk')
    """
    if len(str(cell)) > MAX_CELL:
        raise RowRejected(f"a cell holds {len(str(cell)):,} characters")
    return tuple(dict.fromkeys(filter(None, map(as_text, str(cell).splitlines()))))


COLUMNS = (
    SourceColumn("code", ("code",), required(as_code(r"\d{4}(\.\d{1,3}){1,6}", "a code of ESCO"))),
    SourceColumn("group", ("iscogroup",), required(as_code(r"\d{4}", "a unit group of ISCO"))),
    SourceColumn("title", ("preferredlabel",), required(as_text)),
    SourceColumn("alternate", ("altlabels",), as_labels),
    SourceColumn("hidden", ("hiddenlabels",), as_labels, required=False),
    SourceColumn("description", ("description",)),
)


def load_occupations(rows: Rows, occupations: OccupationStore, staging: Staging) -> None:
    records = sorted(staging.records(rows, COLUMNS), key=lambda record: record[1][0].count("."))
    for number, (code, group, title, alternate, hidden, description) in records:
        try:
            parent = _parent(code, group, occupations)
            occupations.take(ESCO, code, title=title, definition=description or "", parent=parent, level=_DETAILED)
        except RowRejected as rejected:
            staging.report.reject(rows.name, number, str(rejected), kind=rejected.kind)
            continue
        for row in _titles((ESCO, code), alternate, hidden or ()):
            staging.add(TITLES, row)


_DETAILED = Occupation.Level.DETAILED.value


def _parent(code: str, group: str, occupations: OccupationStore) -> Occupation:
    """The occupation that this one narrows, or the unit group that its row names, whatever its code begins with."""
    narrowed = code.rpartition(".")[0]
    wider, scheme = (narrowed, ESCO) if "." in narrowed else (group, ISCO)
    parent = occupations.find(scheme, wider)
    if parent is None:
        raise RowRejected(f"there is no {wider} of which {code} is a part", kind="its wider group is not there")
    return parent


def _titles(occupation: Key, alternate: tuple[str, ...], hidden: tuple[str, ...]) -> Iterator[tuple]:
    for kind, titles in ((Kind.ALTERNATE, alternate), (Kind.HIDDEN, hidden)):
        for title in titles:
            yield (occupation, kind.value, title, "", "")
