"""Studies of how far artificial intelligence (AI) reaches into occupations, and what each measures. Pure: no database.

An importer's slice describes its study; pages, the API and comparisons read it from here by source and measure.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ExposureMeasure:
    """One measure of a study, as one kind of rater gives it.

    `name` is the study's own word for it, `looks_at` completes "It looks at …", and `basis` groups measures that look
    at the same thing. `least` and `most` bound its values. A measure that is not `is_main` is a part of one that is.
    """

    code: str
    name: str
    looks_at: str
    basis: str
    scale: str
    rater: str = ""
    least: int = 0
    most: int = 1
    is_main: bool = True

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the study's other measures."""
        return self.code, self.rater

    @property
    def title(self) -> str:
        """Its name with the rater: "Beta, rated by people"."""
        return f"{self.name}, {RATERS[self.rater]}" if self.rater else self.name


RATERS = {
    "people": "rated by people",
    "model": "rated by a model",
    "user": "what users ask for",
    "ai": "what the AI does",
}
"""Whose ratings they are, or which side of a conversation they are about."""


@dataclass(frozen=True, kw_only=True)
class ExposureStudy:
    """One study: who made it, when, and what it measures. `source` is the slug of its source."""

    source: str
    authors: str
    paper: str
    url: str
    classification: str
    measures: tuple[ExposureMeasure, ...]

    def measure(self, code: str, rater: str = "") -> ExposureMeasure:
        """One of its measures; raises KeyError."""
        return {measure.key: measure for measure in self.measures}[code, rater]


_studies: dict[str, ExposureStudy] = {}


def register(study: ExposureStudy) -> None:
    """Make a study known."""
    _studies[study.source] = study


def studies() -> list[ExposureStudy]:
    """Every study, in the order in which they were registered."""
    return list(_studies.values())


def study_of(source: str) -> ExposureStudy:
    """The study that is this source; raises KeyError."""
    return _studies[source]
