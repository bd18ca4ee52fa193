"""Pure: no database."""

from collections.abc import Collection, Iterator

from django.core.exceptions import ValidationError
from django.db.models import TextChoices

from facts.wording import Wording, register_wordings


class Mark(TextChoices):
    """A mark on one field: `{"high": {"open_ended": true}}`."""

    APPROXIMATE = "approximate", "about"
    AT_LEAST = "at_least", "or more: the source only gives a lower bound"
    OPEN_ENDED = "open_ended", "and up: the source leaves the end open"
    SUPPRESSED = "suppressed", "not released: the publisher withholds the figure"
    NOT_PUBLISHED = "not_published", "not available from the publisher"
    NOT_RELEVANT = "not_relevant", "not relevant here, as the publisher has it"
    COLLAPSED = "collapsed", "equal to another percentile: read it with caution"
    COMPUTED = "computed", "our calculation"
    WINDOW_NOT_STATED = "window_not_stated", "the source does not say for which years"


WORDINGS = {
    Mark.OPEN_ENDED: Wording("open", "No upper end.", "Printed as “{as_printed}”; the higher number is no maximum."),
    Mark.AT_LEAST: Wording("atleast", "At least.", "The source prints nothing higher."),
    Mark.APPROXIMATE: Wording(
        "about", "About.", "The source gives it as approximate and does not say how close it is."
    ),
    Mark.SUPPRESSED: Wording("none", "Withheld", "by the publisher. It is not nought."),
    Mark.NOT_PUBLISHED: Wording("none", "Not available", "from the publisher. It is not nought."),
    Mark.NOT_RELEVANT: Wording("none", "Not relevant", "here, as the publisher has it."),
    Mark.COLLAPSED: Wording(
        "unknown", "With caution.", "Two upper percentiles are the same, far above the median: pay bunches there."
    ),
    Mark.COMPUTED: Wording("computed", "Our calculation.", "The source does not print it."),
    Mark.WINDOW_NOT_STATED: Wording("unknown", "No years.", "The source does not say for which years."),
}
"""In the order in which a reader is told of them."""
register_wordings(Mark, WORDINGS)


def validate_marks(marks: dict, fields: Collection[str]) -> None:
    """Raises ValidationError naming every unknown field and mark."""
    if not isinstance(marks, dict):
        raise ValidationError("Marks are a mapping from a field's name to its marks.")
    problems = [problem for name, entry in marks.items() for problem in _problems(name, entry, fields)]
    if problems:
        raise ValidationError(problems)


def _problems(name: object, entry: object, fields: Collection[str]) -> Iterator[str]:
    if name not in fields:
        yield f"“{name}” is no field that can be marked."
    if not isinstance(entry, dict) or not entry:
        yield f"The marks of “{name}” are a mapping such as {{“approximate”: true}}."
        return
    for mark, value in entry.items():
        if mark not in Mark.values:
            yield f"“{mark}” is no known mark; known are {', '.join(Mark.values)}."
        elif value is not True:
            yield f"The mark “{mark}” of “{name}” is true or not there at all."
