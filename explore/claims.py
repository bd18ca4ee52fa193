"""Claims that guides credit to an official publisher, or take from it without credit, with their checks."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from careers.models import OccupationMatch, TypicalEntry
from education.models import Requirement
from explore import messages
from explore.claim_parts import NOT_CHECKABLE, ClaimPart, PartCheck
from explore.education_claims import credited_requirements, education_parts, entries_of
from explore.fact_check_verdict import CHECKED, FactCheckVerdict, worst_checked
from explore.fact_checks import FactCheck, check_claims, credited_figures, is_checked, matches_of
from explore.official_figures import official_publishers
from facts.figure import Figure, Named

EDUCATION = "education"


def anchor_of(key: str) -> str:
    return key.replace("#", ".")


def key_of(anchor: str) -> str:
    return anchor.replace(".", "#", 1)


@dataclass(frozen=True, slots=True)
class Claim:
    """Its verdict is the worst of the parts that could be checked.

    `near` are checks against related groups; `figure` is None for education.
    """

    key: str
    subject: Named
    source: Named
    publisher: str
    locator: str
    attributed_to: str
    quantity: str
    text: str
    url: str
    verdict: FactCheckVerdict
    parts: tuple[PartCheck, ...]
    figure: Figure | None = None
    deciding: FactCheck | None = None
    checks: tuple[FactCheck, ...] = ()
    near: tuple[FactCheck, ...] = ()
    matches: Sequence[OccupationMatch] = field(default=())

    @property
    def anchor(self) -> str:
        """Where it stands on a page: nothing in it that an address must escape."""
        return anchor_of(self.key)

    @property
    def title(self) -> str:
        return self.figure.measure_text if self.figure else self.quantity.capitalize()

    @property
    def official(self) -> Figure | None:
        return self.deciding.official if self.deciding else None

    @property
    def needs(self) -> str:
        if self.verdict is not NOT_CHECKABLE:
            return ""
        return next((part.message.args["needs"] for part in self.parts if "needs" in part.message.args), "")

    @property
    def sentence(self) -> str:
        return messages.join([part.message for part in self.parts])

    @property
    def share_off(self) -> Decimal:
        return self.deciding.share_off if self.deciding else Decimal(0)


def all_claims(careers: Collection[str] | None = None) -> list[Claim]:
    """Checked now; `careers` (slugs) narrows them."""
    return claims_of(credited_figures(careers), credited_requirements(careers), official_publishers())


def claims_of(
    figures: Sequence[Figure], requirements: Sequence[Requirement], publishers: Mapping[str, str]
) -> list[Claim]:
    slugs = {figure.subject.code for figure in figures} | {row.career.slug for row in requirements}
    matches = matches_of(slugs)
    return [
        *figure_claims(figures, matches, publishers),
        *_education_claims(requirements, matches, publishers),
    ]


def figure_claims(
    figures: Iterable[Figure],
    matches: Mapping[str, Sequence[OccupationMatch]],
    publishers: Mapping[str, str] | None = None,
) -> list[Claim]:
    """`matches` are by career's slug."""
    publishers = official_publishers() if publishers is None else publishers
    figures = [figure for figure in figures if is_checked(figure)]
    checks = defaultdict(list)
    for check in check_claims(figures, matches, publishers):
        checks[check.claim.address].append(check)
    claimed = [f for f in figures if f.address in checks or f.attributed_to.casefold() in publishers]
    return [settle(figure, checks.get(figure.address, ()), matches.get(figure.subject.code, ())) for figure in claimed]


def settle(figure: Figure, checks: Sequence[FactCheck], matches: Sequence[OccupationMatch]) -> Claim:
    """With several groups, agreement with any of them is enough."""
    counted = tuple(check for check in checks if check.match.is_counted)
    near = tuple(check for check in checks if not check.match.is_counted)
    deciding = _deciding(counted)
    verdict = deciding.verdict if deciding else FactCheckVerdict.NEAR if near else NOT_CHECKABLE
    parts = deciding.parts if deciding else near[0].parts if near else (_in_no_group(figure.subject),)
    return Claim(
        key=figure.address,
        subject=figure.subject,
        source=figure.source,
        publisher=figure.publisher,
        locator=figure.locator,
        attributed_to=figure.attributed_to,
        quantity=str(figure.quantity),
        text=", ".join(filter(None, ("" if figure.is_missing else figure.value_text, figure.wording))),
        url=f"{figure.url}#{figure.field}",
        verdict=verdict,
        parts=parts,
        figure=figure,
        deciding=deciding,
        checks=counted,
        near=near,
        matches=matches,
    )


def _deciding(checks: Sequence[FactCheck]) -> FactCheck | None:
    agreeing = (check for check in checks if check.verdict is FactCheckVerdict.AGREES)
    made = (check for check in checks if check.verdict in CHECKED)
    return next(agreeing, next(made, next(iter(checks), None)))


def _in_no_group(subject: Named, part: ClaimPart = ClaimPart.NUMBER) -> PartCheck:
    return PartCheck(part, NOT_CHECKABLE, messages.in_no_group(subject))


def _education_claims(
    requirements: Iterable[Requirement], matches: Mapping[str, Sequence[OccupationMatch]], publishers: Collection[str]
) -> list[Claim]:
    credited = [row for row in requirements if row.attributed_to.casefold() in publishers]
    if not credited:
        return []
    entries = entries_of({match.occupation_id for found in matches.values() for match in found})
    return [_education_claim(row, matches.get(row.career.slug, ()), entries) for row in credited]


def _education_claim(
    row: Requirement, matches: Sequence[OccupationMatch], entries: Mapping[int, Sequence[TypicalEntry]]
) -> Claim:
    subject = Named(row.career.slug, row.career.title, row.career.get_absolute_url())
    by_group = [tuple(education_parts(row, match, entries)) for match in matches if match.is_counted]
    found = [(worst_checked(part.verdict for part in parts), parts) for parts in by_group]
    agreeing = (one for one in found if one[0] is FactCheckVerdict.AGREES)
    made = (one for one in found if one[0] in CHECKED)
    nothing = (NOT_CHECKABLE, (_in_no_group(subject, ClaimPart.EDUCATION),))
    verdict, parts = next(agreeing, next(made, next(iter(found), nothing)))
    return Claim(
        key=row.key,
        subject=subject,
        source=Named(row.source.slug, row.source.title, row.source.get_absolute_url()),
        publisher=row.source.publisher,
        locator=row.locator,
        attributed_to=row.attributed_to,
        quantity=EDUCATION,
        text=row.as_printed or row.label,
        url=f"{row.career.get_absolute_url()}#{row.key}",
        verdict=verdict,
        parts=parts,
        matches=matches,
    )
