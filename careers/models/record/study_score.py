from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from facts.figure import Figure, Named
from facts.measures import Measure, Quantity
from facts.models import Released
from facts.periods import Period
from facts.units import Unit

if TYPE_CHECKING:
    from careers.models.occupation import Occupation


class StudyScore(Released):
    """One number that a study gives for an occupation, as its file prints it."""

    FIGURE: ClassVar[tuple[Quantity, Measure, Unit]]
    occupation: "Occupation"
    as_printed: str

    class Meta(Released.Meta):
        abstract = True

    @property
    def key(self) -> str:
        raise NotImplementedError

    @property
    def label(self) -> str:
        raise NotImplementedError

    def get_absolute_url(self) -> str:
        raise NotImplementedError

    @property
    def locator(self) -> str:
        return f"{self.occupation.code} {self.occupation.title} ({self.occupation.get_scheme_display()})"

    def figures(self) -> list[Figure]:
        return [self.score]

    def figure(self, field: str) -> Figure | None:
        """None for another field."""
        return self.score if field == "value" else None

    @property
    def score(self) -> Figure:
        source = self.release.source
        quantity, measure, unit = self.FIGURE
        return Figure(
            key=self.key,
            field="value",
            quantity=quantity,
            measure=measure,
            unit=unit,
            value=Decimal(self.as_printed),
            subject=self.occupation.named,
            label=self.label,
            period=Period(self.release.period_start, self.release.period_end),
            as_printed=self.as_printed,
            locator=self.locator,
            url=self.get_absolute_url(),
            publisher=source.publisher,
            source=Named(source.slug, source.title, source.get_absolute_url()),
            release=self.release.named,
        )
