"""Whole tables from the files of the newest edition, which are made once and have no limit of rows."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from rungs_client.asking import Asking

if TYPE_CHECKING:
    import pandas
    import polars


class WholeTable:
    def __init__(self, asking: Asking, name: str) -> None:
        self._asking, self._name = asking, name

    @property
    def address(self) -> str:
        return f"{self._asking.site}/download/latest/parquet/{self._name}.parquet"

    def polars(self) -> polars.DataFrame:
        import polars

        return polars.read_parquet(self._read())

    def pandas(self) -> pandas.DataFrame:
        """Needs pyarrow as well, which pandas reads Parquet with."""
        import pandas

        return pandas.read_parquet(self._read())

    def _read(self) -> BytesIO:
        with self._asking.open(self.address) as file:
            return BytesIO(file.read())
