from collections.abc import Iterable

from django.db.models import TextChoices

from facts.wording import Wording, register_wordings


class FactCheckVerdict(TextChoices):
    AGREES = "agrees", "agrees with the record"
    CONTRADICTED = "contradicted", "contradicted by the record"
    OTHER_VINTAGE = "other_vintage", "another release’s figure"
    OTHER_MEASURE = "other_measure", "another measure’s figure"
    NOT_CHECKABLE = "not_checkable", "cannot be checked here"
    NEAR = "near", "a near group, which settles nothing"


WORDINGS = {
    FactCheckVerdict.CONTRADICTED: Wording(
        "against", "Contradicted.", "The publisher’s release for that time says something else."
    ),
    FactCheckVerdict.OTHER_VINTAGE: Wording(
        "differ",
        "Another year’s figure.",
        "It is exactly the figure of another release, or of another month than the guide says.",
    ),
    FactCheckVerdict.OTHER_MEASURE: Wording(
        "differ",
        "Another measure’s figure.",
        "It is exactly another measure’s figure, such as the mean or a percentile.",
    ),
    FactCheckVerdict.NOT_CHECKABLE: Wording(
        "unknown", "Not checkable.", "Nothing loaded on this site answers it. We name what it would take."
    ),
    FactCheckVerdict.AGREES: Wording("agrees", "Agrees with the record.", "The release for that time says the same."),
    FactCheckVerdict.NEAR: Wording(
        "unknown", "Near.", "The group is only near the job: its figure is shown, and settles nothing."
    ),
}
"""The worst first."""
register_wordings(FactCheckVerdict, WORDINGS)

WORST_FIRST = tuple(WORDINGS)
CHECKED = frozenset(FactCheckVerdict) - {FactCheckVerdict.NOT_CHECKABLE, FactCheckVerdict.NEAR}
"""Those that come of a figure of the group that the job is counted in."""


def worst_checked(verdicts: Iterable[FactCheckVerdict]) -> FactCheckVerdict:
    """NOT_CHECKABLE if none could be checked."""
    checked = CHECKED.intersection(verdicts)
    return next((verdict for verdict in WORST_FIRST if verdict in checked), FactCheckVerdict.NOT_CHECKABLE)
