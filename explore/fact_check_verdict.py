"""What comes of holding a claim against the record, and its words. No database."""

from django.db.models import TextChoices

from facts.wording import Wording, register_wordings


class FactCheckVerdict(TextChoices):
    """What the record makes of a claim."""

    AGREES = "agrees", "agrees with the record"
    CONTRADICTED = "contradicted", "contradicted by the record"
    OTHER_VINTAGE = "other_vintage", "another release’s figure"
    OTHER_MEASURE = "other_measure", "another measure’s figure"
    NOT_CHECKABLE = "not_checkable", "cannot be checked here"


WORDINGS = {
    FactCheckVerdict.CONTRADICTED: Wording("against", "Contradicted.", "{official}, not {claim}.{nearest}"),
    FactCheckVerdict.OTHER_VINTAGE: Wording(
        "differ", "Another year’s figure.", "{official}; {claim} is the figure for {period}."
    ),
    FactCheckVerdict.OTHER_MEASURE: Wording(
        "differ", "Another measure’s figure.", "{official}; {claim} is another measure of the same release."
    ),
    FactCheckVerdict.NOT_CHECKABLE: Wording(
        "unknown", "Not checkable.", "No release here answers it. It would take: {needs}."
    ),
    FactCheckVerdict.AGREES: Wording("agrees", "Agrees with the record.", "{official}, and the guide says {claim}."),
}
"""The worst first."""
register_wordings(FactCheckVerdict, WORDINGS)
