"""Keeps `CheckedClaim` up to date: the claims that an edition touched are checked anew, and no more."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef

from careers.models import Career, Crosswalk, Occupation, TypicalEntry
from explore.citing import careers_citing
from explore.claim_totals import ClaimTally, tally
from explore.claims import EDUCATION, Claim, claims_of
from explore.education_claims import credited_requirements
from explore.fact_checks import credited_statements, figures_of
from explore.models import CheckedClaim, CheckedPublisher, ClaimCheck, ClaimTotal
from explore.models.checked_claim import CheckedClaimQuerySet
from explore.official_figures import official_publishers
from explore.touched import careers_touched, rows_touched
from facts.actions import Publication
from facts.kinds import career_kinds, kind_named, record_kinds
from facts.models import Change, Edition, Release, Source
from ingest.releases.bulk import create_rows

AT_ONCE = 500
"""Careers that are checked together, and rows that are deleted together."""


def check_touched(publication: Publication) -> None:
    """Check the claims that rows of the publication may make a difference to."""
    touched = rows_touched(publication)
    if _is_of_official_source(touched.get(Source, ())) or _removes_crosswalks(publication):
        check_all_claims()
        return
    check_claims_of(careers_touched(publication))
    is_import = publication.edition is not None and publication.edition.act == Edition.Act.IMPORT
    for release in Release.objects.filter(pk__in=touched.get(Release, ())).select_related("source"):
        _check_release(release, is_import=is_import)


def check_all_claims() -> None:
    """From nothing."""
    for model in (ClaimCheck, CheckedClaim, ClaimTotal, CheckedPublisher):
        rows = model._default_manager.order_by()
        rows._raw_delete(rows.db)
    check_claims_of(list(Career.objects.values_list("slug", flat=True)))


def check_claims_of(careers: Collection[str]) -> None:
    """Check the claims of careers (slugs) anew."""
    with tally() as counted:
        for slugs in _pieces(sorted(careers)):
            requirements = credited_requirements(slugs)
            _delete(CheckedClaim.objects.filter(career_slug__in=slugs), counted)
            _replace(credited_statements(slugs), requirements, counted)


def _check_again(touched: CheckedClaimQuerySet, quantities: Collection[str]) -> None:
    """Check these claims anew, and what credits nobody, which may be a figure of the record to the digit."""
    careers = dict(touched.order_by().values_list("address", "career_slug"))
    keys = {address.partition("#")[0] for address in careers}
    with tally() as counted:
        for slugs in _pieces(sorted({*careers.values()} | _careers_that_credit_nobody(quantities))):
            statements = credited_statements(slugs, quantities)
            requirements = credited_requirements(slugs) if EDUCATION in quantities else []
            _replace([row for row in statements if row.key in keys or not row.attributed_to], requirements, counted)


# What a release touches ----------------------------------------------------------------------------------------------


def _is_of_official_source(numbers: Collection[int]) -> bool:
    return bool(numbers) and Source.objects.official().filter(pk__in=numbers).exists()


def _removes_crosswalks(publication: Publication) -> bool:
    """What is gone no longer says which occupations it led to."""
    gone = {change.model for change in publication.changes if change.kind == Change.Kind.REMOVED}
    return Crosswalk._meta.label_lower in gone


def _check_release(release: Release, *, is_import: bool) -> None:
    claims = CheckedClaim.objects.filter(official_publisher=release.source.publisher)
    for quantities in _quantities_in(release):
        own = claims.filter(quantity__in=quantities)
        _check_again(own.touched_by(release) if is_import else own, quantities)
    if TypicalEntry.objects.filter(release=release).exists():
        _check_again(claims.filter(quantity=EDUCATION), [EDUCATION])
    check_claims_of(_careers_with_other_codes(release))


def _careers_that_credit_nobody(quantities: Collection[str]) -> set[str]:
    kinds = [kind for kind in career_kinds() if kind.checked_by]
    answered = [kind for kind in kinds if not {*quantities}.isdisjoint(kind_named(kind.checked_by).answers)]
    rows = [kind.of_careers().filter(attributed_to="").order_by() for kind in answered]
    return {slug for some in rows for slug in some.values_list("career__slug", flat=True).distinct()}


def _quantities_in(release: Release) -> Iterator[tuple[str, ...]]:
    """What the release has figures of, by kind."""
    for kind in record_kinds():
        if kind.model._default_manager.filter(release=release).exists():
            yield kind.answers


def _careers_with_other_codes(release: Release) -> set[str]:
    """Those of occupations that a crosswalk of the release leads to from codes with official figures."""
    pairs = Crosswalk.objects.filter(release=release)
    for kind in record_kinds():
        rows = kind.model._default_manager.filter(occupation=OuterRef("from_occupation"))
        pairs = pairs.annotate(**{f"has_{kind.name}": Exists(rows)})
    has_any = models.Q(*[(f"has_{kind.name}", True) for kind in record_kinds()], _connector=models.Q.OR)
    return careers_citing(Occupation, set(pairs.filter(has_any).values_list("to_occupation", flat=True)))


# What is written ------------------------------------------------------------------------------------------------------


def _replace(statements: Sequence[Any], requirements: Sequence[Any], counted: ClaimTally) -> None:
    publishers, figures = official_publishers(), figures_of(statements)
    named = {row.key: row.career.named for row in (*statements, *requirements)}
    claims = claims_of(figures, requirements, publishers)
    rows = [
        CheckedClaim.of(claim, named[claim.key.partition("#")[0]], _publisher_of(claim, publishers)) for claim in claims
    ]
    for addresses in _pieces([*(figure.address for figure in figures), *(row.key for row in requirements)]):
        _delete(CheckedClaim.objects.filter(address__in=addresses), counted)
    checks = [check for claim in claims for check in ClaimCheck.all_of(claim)]
    create_rows(CheckedClaim, rows)
    create_rows(ClaimCheck, checks)
    counted.add(rows, checks)


def _publisher_of(claim: Claim, publishers: Mapping[str, str]) -> str:
    """Whom it credits, or whose figure it is."""
    official = claim.official
    return publishers.get(claim.attributed_to.casefold()) or (official.publisher if official else "")


def _delete(claims: CheckedClaimQuerySet, counted: ClaimTally) -> None:
    """Without reading what goes."""
    counted.take(claims)
    ClaimCheck.objects.filter(claim__in=claims.values("address")).delete()
    claims.order_by()._raw_delete(claims.db)


def _pieces(items: Sequence[str]) -> Iterator[Sequence[str]]:
    return (items[start : start + AT_ONCE] for start in range(0, len(items), AT_ONCE))
