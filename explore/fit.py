"""Which careers fit what somebody has: the same answers held against every career."""

from collections.abc import Iterable
from dataclasses import dataclass

from careers.models import Career
from explore.readiness.gathering import asked_by_guides
from explore.readiness.having import Having
from explore.readiness.judging import Readiness, judge


@dataclass(frozen=True, slots=True)
class Fit:
    """How one career fits, and the reason in words."""

    career: Career
    readiness: Readiness

    @property
    def reason(self) -> str:
        """What is met, what is missing, in one sentence each."""
        met, missing, open_terms = self.readiness.met, self.readiness.missing, self.readiness.unanswered
        said = [f"Met: {_named(met)}." if met else "Nothing that is asked is met for certain."]
        if missing:
            said.append(f"Missing: {_named(missing)}.")
        if open_terms:
            said.append(f"Not said: {len(open_terms)} of {len(self.readiness.judged)} terms.")
        return " ".join(said)


def fits_of(having: Having) -> list[Fit]:
    """Every career of which a guide asks anything, the one with the most certain points of a hundred first."""
    found = [Fit(career, judge(asked, having)) for career, asked in asked_by_guides().items()]
    return sorted(
        found, key=lambda fit: (-(fit.readiness.score_low or 0), -(fit.readiness.score_high or 0), fit.career.title)
    )


def unasked_besides(fits: Iterable[Fit]) -> list[Career]:
    """The careers that are not among the fits, because no guide asks anything of them; by title."""
    return list(Career.objects.exclude(pk__in=[fit.career.pk for fit in fits]).order_by("title"))


def _named(judged, most=4):
    names = [each.term.label for each in judged]
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
