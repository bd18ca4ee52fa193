"""The rows of a list: walked page by page, or taken as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from rungs_client.asking import Asking, Problem

if TYPE_CHECKING:
    import pandas
    import polars

Row = TypeVar("Row")
LARGEST_PAGE = 200
PAGING = ("page", "page_size", "cursor")


class Rows(Generic[Row]):
    """Nothing is asked before the rows are taken. `texts` are the columns that hold text, some of it all digits."""

    def __init__(self, asking: Asking, name: str, query: Mapping[str, Any], texts: Sequence[str]) -> None:
        self._asking, self._name, self._query, self._texts = asking, name, dict(query), texts
        self.unknown: list[Problem] = []
        """Codes asked for that are not there, once a page has been read."""

    def __iter__(self) -> Iterator[Row]:
        page = self._asking.get(f"{self._name}/", {"page_size": LARGEST_PAGE, **self._query})
        self.unknown = [Problem(**problem) for problem in page.get("unknown", ())]
        yield from page["results"]
        while page["next"]:
            page = self._asking.get(page["next"])
            yield from page["results"]

    def all(self) -> list[Row]:
        return list(self)

    def first(self) -> Row:
        """Raises LookupError where there is none."""
        for row in self:
            return row
        raise LookupError(f"{self._name} has no such row.")

    def pandas(self) -> pandas.DataFrame:
        """All rows as a table, with codes as text."""
        import pandas

        with self._asking.open(self.csv_address) as table:
            return pandas.read_csv(
                table, dtype=dict.fromkeys(self._texts, "str"), keep_default_na=False, na_values=[""]
            )

    def polars(self) -> polars.DataFrame:
        """All rows as a table, with codes as text."""
        import polars

        with self._asking.open(self.csv_address) as table:
            text = table.read()
        columns = text.split(b"\n", 1)[0].decode().strip().split(",")
        types = {name: polars.String for name in columns if name in self._texts}
        return polars.read_csv(text, schema_overrides=types, infer_schema_length=None)

    @property
    def csv_address(self) -> str:
        query = {name: value for name, value in self._query.items() if name not in PAGING}
        return self._asking.address(f"{self._name}.csv", query)
