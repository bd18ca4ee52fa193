from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from django.db.models import Q

from explore import messages
from explore.messages import Message
from facts.comparison import question
from facts.figure import Figure, Named
from facts.kinds import career_kinds, every_figure
from facts.measures import Quantity
from facts.models import Statement


@dataclass(frozen=True, slots=True)
class Disagreement:
    figures: tuple[Figure, ...]

    @property
    def quantity(self) -> Quantity:
        return self.figures[0].quantity

    @property
    def subject(self) -> Named:
        return self.figures[0].subject

    @property
    def key(self) -> str:
        return "+".join(figure.address for figure in self.figures)

    @property
    def is_within_one_source(self) -> bool:
        return len({figure.source.code for figure in self.figures}) == 1

    @property
    def ask(self) -> str:
        """ "Pay range, a year: Medical Records Administrator, United States"."""
        first = self.figures[0]
        scope = ", ".join(part for part in (first.subject.name, first.scope_text, first.period_text) if part)
        return f"{first.measure_text}: {scope}"

    @property
    def gap(self) -> Decimal | None:
        """Highest minus lowest; None for ranges."""
        values = [figure.value for figure in self.figures if figure.value is not None]
        return max(values) - min(values) if len(values) == len(self.figures) else None

    @property
    def message(self) -> Message:
        return messages.sources_differ(self.figures, self.gap)

    @property
    def sentence(self) -> str:
        return self.message.text


def find_disagreements(figures: Iterable[Figure]) -> list[Disagreement]:
    """See `facts.comparison` for what makes two questions the same."""
    answers = defaultdict(list)
    for figure in figures:
        if not figure.is_missing:
            answers[question(figure)].append(figure)
    return [Disagreement(tuple(group)) for group in answers.values() if _differ(group)]


def all_disagreements(*, career: str | None = None) -> list[Disagreement]:
    """Found now; `career` (a slug) narrows the statements."""
    return find_disagreements(every_figure(standing_statements(None if career is None else Q(career__slug=career))))


def standing_statements(condition: Q | None = None) -> Iterator[Statement]:
    """What guides say, without what is outdated or wrong, in order."""
    for kind in career_kinds():
        rows = kind.of_careers().exclude(rank=Statement.Rank.DEPRECATED).order_by("pk")
        yield from rows if condition is None else rows.filter(condition)


def _differ(figures: Sequence[Figure]) -> bool:
    return any(not one.agrees_with(other) for one, other in combinations(figures, 2))
