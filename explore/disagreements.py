"""Where sources differ: figures that answer the same question and do not say the same."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from careers.models import Career
from explore import messages
from explore.messages import Message
from facts.comparison import question
from facts.figure import Figure
from facts.kinds import career_kinds
from facts.measures import Quantity
from facts.models import Statement


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two or more figures that answer one question differently, in the order of their sources."""

    figures: tuple[Figure, ...]

    @property
    def quantity(self) -> Quantity:
        """The quantity that they give."""
        return self.figures[0].quantity

    @property
    def subject(self):
        """The career or occupation that they are about."""
        return self.figures[0].subject

    @property
    def key(self) -> str:
        """What identifies the disagreement: its figures' addresses."""
        return "+".join(figure.address for figure in self.figures)

    @property
    def is_within_one_source(self) -> bool:
        """Whether one source contradicts itself."""
        return len({figure.source.code for figure in self.figures}) == 1

    @property
    def ask(self) -> str:
        """The question that they answer: "Pay range, a year: Medical Records Administrator, United States"."""
        first = self.figures[0]
        said = ", ".join(part for part in (first.subject.name, first.scope_text, first.period_text) if part)
        return f"{first.measure_text}: {said}"

    @property
    def gap(self) -> Decimal | None:
        """The distance between the lowest and the highest of single numbers; None for ranges."""
        values = [figure.value for figure in self.figures]
        return None if None in values else max(values) - min(values)

    @property
    def message(self) -> Message:
        """Who says what, with the distance where they are single numbers."""
        return messages.sources_differ(self.figures, self.gap)

    @property
    def sentence(self) -> str:
        """The same in one sentence."""
        return self.message.text


def find_disagreements(figures: Iterable[Figure]) -> list[Disagreement]:
    """The questions to which `figures` give different answers, with every figure that answers each.

    Figures without a number answer nothing. Nothing is averaged, and figures that answer different questions
    are never held against each other (see `facts.comparison`).
    """
    answers = defaultdict(list)
    for figure in figures:
        if not figure.is_missing:
            answers[question(figure)].append(figure)
    return [Disagreement(tuple(given)) for given in answers.values() if _differ(given)]


def all_disagreements(*, career: str | None = None, quantity: str | None = None) -> list[Disagreement]:
    """Disagreements over everything that guides say; `career` is a slug, `quantity` a `Quantity`, each to narrow."""
    rows = [row for queryset in _published(career) for row in queryset]
    figures = (figure for row in rows if row.rank != Statement.Rank.DEPRECATED for figure in row.figures())
    found = find_disagreements(figures)
    return [each for each in found if quantity in (None, each.quantity)]


def careers_that_disagree() -> list[Career]:
    """The careers of which something is said in two ways, by title."""
    slugs = {each.subject.code for each in all_disagreements()}
    return list(Career.objects.filter(slug__in=slugs))


def _differ(figures) -> bool:
    return any(not one.agrees_with(other) for one, other in combinations(figures, 2))


def _published(career):
    """What guides say of careers; the record answers one question once in each release."""
    for kind in career_kinds():
        rows = kind.of_careers()
        yield (rows.filter(career__slug=career) if career else rows).order_by("pk")
