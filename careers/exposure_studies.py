"""Studies of how far artificial intelligence (AI) reaches into occupations, and what each measures. Pure: no database.

An importer's slice describes its study; pages, the API and comparisons read it from here by source and measure.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ExposureMeasure:
    """One measure of a study, in one of its variants.

    `name` is the study's own word for it, `looks_at` completes "It looks at …", `basis` says what it rests on. `least`
    and `most` bound its values. A measure that is not `is_main` is a part of one that is; one that `leads` is set
    against those of other studies.
    """

    code: str
    name: str
    looks_at: str
    basis: str
    scale: str
    variant: str
    least: int = 0
    most: int = 1
    is_main: bool = True
    leads: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the study's other measures."""
        return self.code, self.variant

    @property
    def title(self) -> str:
        """Its name with the variant: "Beta, rated by people"."""
        return f"{self.name}, {VARIANTS[self.variant]}"


VARIANTS = {
    "people": "rated by people",
    "model": "rated by a model",
    "survey": "rated in a survey",
    "user": "what users ask for",
    "ai": "what the AI does",
    "both": "both sides of the talks",
}
"""Who rated, or which side of talks with an AI program a measure is about."""


@dataclass(frozen=True, kw_only=True)
class ExposureStudy:
    """One study: who made it, when, and what it measures. `source` is the slug of its source."""

    source: str
    authors: str
    paper: str
    url: str
    classification: str
    measures: tuple[ExposureMeasure, ...]

    def measure(self, code: str, variant: str) -> ExposureMeasure:
        """One of its measures; raises KeyError."""
        return {measure.key: measure for measure in self.measures}[code, variant]


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
