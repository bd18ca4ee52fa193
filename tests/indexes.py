"""The independent transcription of both guides (guide_index/), as tests hold it against the database."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parent / "guide_index"
DASHES = str.maketrans("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}", "------")


@dataclass(frozen=True)
class Index:
    """One guide's index, as its file has it."""

    file: str
    said: dict[str, Any]

    @property
    def source(self) -> str:
        """The slug of the guide."""
        return self.said["guide"]

    @property
    def figures(self) -> list["IndexFigure"]:
        """Its figures, in the guide's order."""
        return [IndexFigure(self.source, said) for said in self.said["figures"]]


@dataclass(frozen=True)
class IndexFigure:
    """One figure of a guide, as the index has it."""

    source: str
    said: dict[str, Any]

    @property
    def place(self) -> str:
        """Where it stands, as far as a locator here says it: a cell is found by its row."""
        return self.said["locator"].partition(", column ")[0]

    @property
    def kind(self) -> str:
        """How it is kept here: as a "number", as the "period" of one, in "words" without one, or in the "prose"."""
        if any(mark.startswith("vague") for mark in self.said.get("marks", ())):
            return "words"
        if self.said["quantity"] == "year":
            return "prose" if self.said["measure"] in PROSE else "period"
        return "count" if self.said["quantity"] == "count" else "number"

    @property
    def marks(self) -> set[str]:
        """Those of its marks that statements carry too."""
        given = {mark.split()[0] for mark in self.said.get("marks", ())}
        return given & {"approximate", "open_ended", "window_not_stated"}

    @property
    def numbers(self) -> dict[str, Any]:
        """Its numbers by the name of the field that holds them here."""
        said, quantity = self.said, self.said["quantity"]
        names = FIELDS.get("conversion" if "converted_from" in said else quantity, {})
        if quantity == "duration" and "in_months" in said:
            return {f"months_{end}": months for end, months in said["in_months"].items()}
        return {names.get(name, name): number for name, number in said["values"].items()}

    @property
    def unit(self) -> dict[str, str]:
        """The fields that say in what its numbers are, where it is money."""
        currency, _, per = self.said["unit"].partition("/")
        if self.said["quantity"] == "cost":
            return {"currency": currency}
        if self.said["quantity"] != "pay":
            return {}
        return (
            {"converted_currency": currency}
            if "converted_from" in self.said
            else {"currency": currency, "pay_period": per}
        )


PROSE = ("date of a claim", "span of a claim", "date of a section")
FIELDS = {
    "conversion": {"low": "converted_low", "high": "converted_high"},
    "cost": {"low": "cost_low", "high": "cost_high"},
    "growth": {"percent": "growth_percent"},
}


@cache
def indexes() -> list[Index]:
    """Both indexes."""
    return [Index(path.stem, yaml.safe_load(path.read_text("utf-8"))) for path in sorted(FOLDER.glob("*.yaml"))]


def figures(kind: str) -> list:
    """The parameters of a test that takes `figure`: those of both guides that are kept so."""
    return [
        pytest.param(figure, id=f"{index.file}: {figure.said['id']}")
        for index in indexes()
        for figure in index.figures
        if figure.kind == kind
    ]


def plain(text: str) -> str:
    """The text with every dash the same and single spaces."""
    return " ".join(text.translate(DASHES).split())
