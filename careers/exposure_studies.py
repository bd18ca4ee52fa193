"""Studies of AI exposure of occupations and their measures. No database.

Each importer registers its study.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ExposureMeasure:
    """One measure in one variant.

    `looks_at` completes “It looks at …”; values are from `least` to `most`. Without `is_main` it is a component; with
    `leads` it is compared with other studies, and `topic` says what it is about in everyday words.
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
    topic: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.code, self.variant

    @property
    def title(self) -> str:
        """ "Beta, rated by people"."""
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
    """`source` is a slug."""

    source: str
    authors: str
    paper: str
    url: str
    classification: str
    measures: tuple[ExposureMeasure, ...]

    def measure(self, code: str, variant: str) -> ExposureMeasure:
        """Raises KeyError."""
        return {measure.key: measure for measure in self.measures}[code, variant]


@dataclass(frozen=True)
class LeadingMeasure:
    study: ExposureStudy
    measure: ExposureMeasure

    @property
    def word(self) -> str:
        """For addresses: "exposure-gpts/beta/people"."""
        return "/".join((self.study.source, *self.measure.key))

    @property
    def name(self) -> str:
        """ "Beta, rated by people (Eloundou, Manning, Mishkin and Rock)"."""
        return f"{self.measure.title} ({self.study.authors})"

    @property
    def topic(self) -> str:
        return self.measure.topic


_studies: dict[str, ExposureStudy] = {}


def register(study: ExposureStudy) -> None:
    _studies[study.source] = study


def studies() -> list[ExposureStudy]:
    """In order of registration."""
    return list(_studies.values())


def leading_measures() -> list[LeadingMeasure]:
    """In order of registration."""
    return [LeadingMeasure(study, measure) for study in studies() for measure in study.measures if measure.leads]


def study_of(source: str) -> ExposureStudy:
    """Raises KeyError."""
    return _studies[source]
