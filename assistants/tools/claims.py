import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistants.answer import ToolAnswer, answered
from assistants.asked import NotUnderstood, read_job, read_place, readable
from assistants.tools.parameters import JobWords, PlaceWords
from assistants.tools.pay import wage_in
from explore.claims import Claim
from explore.fact_check_list import list_claims
from explore.jobs import JobDocument
from facts.figure import Figure
from facts.models import Place
from salaries.models import Wage

AMOUNT = re.compile(r"\$\s?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(k\b)?", re.IGNORECASE)
PERCENTILES = (("p10", 10), ("p25", 25), ("median", 50), ("p75", 75), ("p90", 90))
MOST_CLAIMS = 6
LONGEST_CLAIM = 500


def check_claim(
    claim: Annotated[str, Field(max_length=LONGEST_CLAIM, description="“Nurses in Ohio earn $120,000 a year”.")],
    job: JobWords,
    place: PlaceWords = "",
) -> ToolAnswer:
    """Is it true that …? An amount of pay is held against the record; guides’ own claims come with their verdicts."""
    claim = readable(claim, "claim", longest=LONGEST_CLAIM)
    asked = read_job(job)
    where = read_place(place) if place else asked.place
    amount = _amount(claim)
    wage = wage_in(asked.document, where)
    sentences = list(_against_record(amount, wage, asked.document, where)) if amount else []
    figures = _record_figures(wage) if amount and wage else []
    checked = list(_checked(asked.document, amount))
    if not sentences and not checked:
        raise NotUnderstood(
            f"Nothing here can tell whether that is so of {asked.document.title}. "
            "Give an amount of pay in dollars, or ask job_summary or job_pay."
        )
    heading = [f"Guides’ claims about {asked.document.title}, as checked here, the worst first:"] if checked else []
    figures += [figure for _, *told in checked for figure in told if figure]
    return answered([*sentences, *heading, *(text for text, *_ in checked)], figures, asked.document.url)


def _amount(claim: str) -> Decimal | None:
    if not (found := AMOUNT.search(claim)):
        return None
    amount = Decimal(found[1].replace(",", ""))
    return amount * 1000 if found[2] else amount


def _record_figures(wage: Wage) -> list[Figure]:
    median = wage.headline()
    if median is None:
        return []
    period = median.field.partition("_")[0]
    found = (wage.figure(f"{period}_{name}") for name, _ in PERCENTILES)
    return [figure for figure in found if figure and not figure.is_missing]


def _against_record(amount: Decimal, wage: Wage | None, document: JobDocument, place: Place | None) -> Iterator[str]:
    """The verdict, in sentences computed from the figures that they name."""
    where = place.name if place else "the whole country"
    figures = {figure.measure.value: figure for figure in _record_figures(wage)} if wage else {}
    median = figures.get("median")
    if wage is None or median is None or median.value is None:
        yield f"That cannot be checked: official pay of {document.title} in {where} is not loaded on this site."
        return
    step = max(median.unit.rounding_step(amount), median.rounding_step)
    off = amount - median.value
    if abs(off) < step:
        yield f"The record’s median in {where} is the same: {median.value_text}, {median.period_text}."
    else:
        far = f"{abs(off) / median.value * 100:.0f}% {'above' if off > 0 else 'below'}"
        newest = f"The record’s median in {where} is {median.value_text}, {median.period_text}"
        yield f"{newest}; what is claimed is {far} it."
    yield _rank(amount, figures)


def _rank(amount: Decimal, figures: dict[str, Figure]) -> str:
    """Between which percentiles the amount lies."""
    known = [(rank, figures[name]) for name, rank in PERCENTILES if name in figures and figures[name].value is not None]
    below = [(rank, figure) for rank, figure in known if figure.known_value <= amount]
    above = [(rank, figure) for rank, figure in known if figure.known_value > amount]
    if not below:
        rank, figure = above[0]
        return f"More than {100 - rank}% of them earn more than that: the {rank}th percentile is {figure.value_text}."
    if not above:
        rank, figure = below[-1]
        return f"At most {100 - rank}% of them earn more than {figure.value_text}, the {rank}th percentile."
    (low, at_low), (high, at_high) = below[-1], above[0]
    return (
        f"Between {100 - high}% and {100 - low}% of them earn more: it lies between the {low}th percentile "
        f"({at_low.value_text}) and the {high}th ({at_high.value_text})."
    )


def _checked(document: JobDocument, amount: Decimal | None) -> Iterator[tuple[str, Figure | None, Figure | None]]:
    """Guides' claims, those of this amount first, then the worst; each with its figure and the record's."""
    rows = [row.claim for row in list_claims({"career": [document.slug]})] if document.slug else []
    for claim in sorted(rows, key=lambda claim: not _is_of(claim, amount))[:MOST_CLAIMS]:
        said = f"{claim.publisher} says of {claim.title.lower()}: {claim.text}."
        yield f"{said} Verdict: {claim.verdict.label}. {claim.sentence}", claim.figure, claim.official


def _is_of(claim: Claim, amount: Decimal | None) -> bool:
    return bool(amount and claim.figure and amount in (claim.figure.value, claim.figure.low, claim.figure.high))
