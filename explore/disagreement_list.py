from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from explore.disagreements import Disagreement, all_disagreements
from explore.facets import Facet, Option
from facts.figure import Figure
from facts.measures import Quantity


@dataclass(frozen=True, slots=True)
class Differences:
    disagreements: list[Disagreement]
    facets: list[Facet]


def find_differences(*, career: str = "", quantity: str = "") -> Differences:
    """ "" means all."""
    disagreements = all_disagreements()

    def left(career: str, quantity: str) -> list[Disagreement]:
        return [each for each in disagreements if _fits(each.figures[0], career, quantity)]

    facets = [
        Facet("Career", ("career",), _options(left("", quantity), "career", _career_of)),
        Facet("About", ("quantity",), _options(left(career, ""), "quantity", _quantity_of)),
    ]
    return Differences(left(career, quantity), facets)


def _fits(figure: Figure, career: str, quantity: str) -> bool:
    return career in ("", figure.subject.code) and quantity in ("", figure.quantity)


def _options(
    disagreements: Iterable[Disagreement], parameter: str, choice: Callable[[Figure], tuple[str, str]]
) -> list[Option]:
    counts = Counter(choice(each.figures[0]) for each in disagreements)
    return [Option(label, {parameter: code}, counts[label, code]) for label, code in sorted(counts)]


def _career_of(figure: Figure) -> tuple[str, str]:
    return figure.subject.name, figure.subject.code


def _quantity_of(figure: Figure) -> tuple[str, str]:
    return Quantity(figure.quantity).label.capitalize(), str(figure.quantity)
