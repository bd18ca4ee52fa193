"""Pure: no database."""

from collections.abc import Callable, Collection, Hashable, Iterator
from dataclasses import dataclass

from facts.figure import Figure, Named
from facts.measures import Measure, PayPeriod


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """`key` is compared; `reason` describes the second figure when keys differ."""

    name: str
    key: Callable[[Figure], Hashable]
    text: Callable[[Figure], str]
    reason: Callable[[Figure, Figure], str]


def question(figure: Figure, *, without: Collection[str] = ()) -> tuple[Hashable, ...]:
    """The question without some parts. Unstated periods match only within a source."""
    return tuple(part.key(figure) for part in PARTS if part.name not in without)


def same_question(figure: Figure, other: Figure) -> bool:
    return question(figure) == question(other)


def reasons(figure: Figure, other: Figure) -> list[str]:
    """["a mean, not a median", "for May 2015"]; [] for the same question."""
    differing = {part.name: part for part in PARTS if part.key(figure) != part.key(other)}
    silent = _FOLLOWING_QUANTITY if "quantity" in differing else frozenset()
    return [part.reason(figure, other) for name, part in differing.items() if name not in silent]


_FOLLOWING_QUANTITY = frozenset({"measure", "unit"})


def _parts() -> Iterator[QuestionPart]:
    yield QuestionPart("subject", _code_of("subject"), lambda f: str(f.subject), _other_subject)
    yield QuestionPart("quantity", lambda f: f.quantity, lambda f: f.quantity.label, _other_quantity)
    yield QuestionPart("measure", lambda f: f.measure, lambda f: f.measure.label, _other_measure)
    yield QuestionPart("topic", lambda f: f.topic or f.label, lambda f: f.label, _other_topic)
    yield QuestionPart("unit", lambda f: f.unit, _unit_text, _other_unit)
    yield QuestionPart("level", _level_key, _level_text, lambda f, o: f"for {_level_text(o)}")
    yield QuestionPart("population", lambda f: f.population.casefold(), _population_text, _other_population)
    yield QuestionPart("industry", _code_of("industry"), _industry_text, _other_industry)
    yield QuestionPart("place", _code_of("place"), _place_text, _other_place)
    yield QuestionPart("reference period", _period_key, lambda f: f.period_text, _other_period)


def _code_of(name: str) -> Callable[[Figure], str]:
    def code(figure: Figure) -> str:
        named: Named | None = getattr(figure, name)
        return named.code if named else ""

    return code


def _other_subject(figure: Figure, other: Figure) -> str:
    same_name = other.subject.name == figure.subject.name
    return f"about {other.subject}" + (f" ({other.subject.code})" if same_name else "")


def _other_quantity(figure: Figure, other: Figure) -> str:
    return f"about {other.quantity.label}"


def _other_measure(figure: Figure, other: Figure) -> str:
    if other.measure is Measure.NOT_STATED:
        return f"its {other.measure.label}"
    if figure.measure is Measure.NOT_STATED:
        return _a(other.measure)
    return f"{_a(other.measure)}, not {_a(figure.measure)}"


def _a(measure: Measure) -> str:
    return f"the {measure.label}" if measure.label.endswith("percentile") else f"a {measure.label}"


def _other_topic(figure: Figure, other: Figure) -> str:
    mine, its = figure.topic or figure.label, other.topic or other.label
    if not its:
        return f"not {figure.label or mine}"
    return f"{other.label} ({its})" if other.label == figure.label and other.label else other.label or its


def _unit_text(figure: Figure) -> str:
    return " ".join(filter(None, (figure.unit.name, _per(figure))))


def _other_unit(figure: Figure, other: Figure) -> str:
    name = f"in {other.unit.name}" if figure.unit.name != other.unit.name else ""
    if figure.unit.per == other.unit.per:
        return name
    return " ".join(filter(None, (name, _per(other) or f"not {_per(figure)}")))


def _per(figure: Figure) -> str:
    per = figure.unit.per
    return PayPeriod(per).label if per in PayPeriod.values else f"per {per}" if per else ""


def _level_key(figure: Figure) -> str:
    # Each guide's ladder has rungs of its own: those with the same title are the same level.
    return figure.level.name.casefold() if figure.level else ""


def _level_text(figure: Figure) -> str:
    return str(figure.level) if figure.level else "all levels together"


def _population_text(figure: Figure) -> str:
    return figure.population or "everyone"


def _other_population(figure: Figure, other: Figure) -> str:
    return f"for {other.population}" if other.population else f"for everyone, not {figure.population}"


def _industry_text(figure: Figure) -> str:
    return str(figure.industry or "all industries")


def _other_industry(figure: Figure, other: Figure) -> str:
    return f"in {other.industry}" if other.industry else "for all industries"


def _place_text(figure: Figure) -> str:
    return str(figure.place or "place not stated")


def _other_place(figure: Figure, other: Figure) -> str:
    return f"in {other.place}" if other.place else "place not stated"


def _period_key(figure: Figure) -> Hashable:
    if figure.period.is_stated:
        return figure.period.start, figure.period.end
    return "not stated", figure.source.code


def _other_period(figure: Figure, other: Figure) -> str:
    if other.period.is_stated:
        return f"for {other.period}"
    return "year not stated" if figure.period.is_stated else "neither says for which year"


PARTS: tuple[QuestionPart, ...] = tuple(_parts())
"""The parts of a question, in the order in which a reader is told of them."""
