"""What is computed from guides and the record, as the site keeps it."""

from decimal import Decimal

import factory

from explore.fact_check_verdict import FactCheckVerdict
from explore.models import (
    CheckedClaim,
    CheckedPublisher,
    ClaimCheck,
    ClaimTotal,
    FoundDisagreement,
    FoundRankDisagreement,
)
from tests.factories.facts import NumberedFactory


class CheckedClaimFactory(NumberedFactory):
    """A claim of education that nothing here answers."""

    class Meta:
        model = CheckedClaim

    address = factory.Sequence(lambda n: f"claim-{n}")
    career_slug = "archivist"
    career_title = "Archivist"
    source_slug = "guide"
    publisher = "A guide"
    official_publisher = "US Bureau of Labor Statistics"
    quantity = "education"
    verdict = FactCheckVerdict.NOT_CHECKABLE
    severity = 3
    share_off = Decimal(0)
    document = "{}"


class ClaimCheckFactory(NumberedFactory):
    """The group that it would be checked against."""

    class Meta:
        model = ClaimCheck

    claim = factory.SubFactory(CheckedClaimFactory)
    position = 1
    code = "25-4011"
    title = "Archivists"
    match = "exact"
    is_counted = True
    verdict = FactCheckVerdict.NOT_CHECKABLE
    severity = 3
    share_off = Decimal(0)


class ClaimTotalFactory(NumberedFactory):
    class Meta:
        model = ClaimTotal

    publisher = factory.Sequence(lambda n: f"Publisher of guides {n}")
    verdict = FactCheckVerdict.NOT_CHECKABLE
    quantity = "education"
    claims = 1


class CheckedPublisherFactory(NumberedFactory):
    class Meta:
        model = CheckedPublisher

    name = factory.Sequence(lambda n: f"Publisher of guides {n}")
    guides = 1


class FoundDisagreementFactory(NumberedFactory):
    """Two figures of one guide."""

    class Meta:
        model = FoundDisagreement

    key = factory.Sequence(lambda n: f"one-{n}#median+other-{n}#median")
    subject_code = "archivist"
    subject_name = "Archivist"
    careers = " archivist "
    quantity = "pay"
    is_within_one_source = True
    kind_order = 10
    row = factory.Sequence(lambda n: n)
    figures = "[]"


class FoundRankDisagreementFactory(NumberedFactory):
    """Two measures of one job."""

    class Meta:
        model = FoundRankDisagreement

    key = factory.Sequence(lambda n: f"exposure-gpts/beta/people+study-{n}/score/both")
    position = factory.Sequence(lambda n: n)
    jobs = 2
    correlation = -1.0
    widest = "[]"
