from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from careers.models import Career
from explore.readiness.having import Ability, Having
from explore.readiness.judging import Asked, Judged, ReadinessResult, judge


@dataclass(frozen=True, slots=True)
class Fit:
    career: Career
    readiness: ReadinessResult
    abilities: dict[str, Ability]

    @property
    def reason(self) -> str:
        met, missing, open_terms = self.readiness.met, self.readiness.missing, self.readiness.unanswered
        sentences = [f"Met: {_named(met)}." if met else "Nothing that is asked is met for certain."]
        if missing:
            sentences.append(f"Missing: {_named(missing)}.")
        if open_terms:
            sentences.append(f"Not said: {len(open_terms)} of {len(self.readiness.judged)} terms.")
        return " ".join(sentences)


def fits_of(having: Having, asked: Mapping[Career, Asked]) -> list[Fit]:
    """The highest certain score first."""
    having = _for_all_alike(having, asked.values())
    found = [_fit(career, of_it, having) for career, of_it in asked.items()]
    return sorted(
        found, key=lambda fit: (-(fit.readiness.score_low or 0), -(fit.readiness.score_high or 0), fit.career.title)
    )


def unasked_besides(fits: Iterable[Fit]) -> list[Career]:
    return list(Career.objects.exclude(pk__in=[fit.career.pk for fit in fits]).order_by("title"))


def _for_all_alike(having: Having, asked: Collection[Asked]) -> Having:
    """Answers apply to other guides' terms with the same words."""
    rated = [term for each in asked for term in each.terms if term.is_rated]
    by_label = {term.label: having.abilities[term.key] for term in rated if term.key in having.abilities}
    alike = {term.key: by_label[term.label] for term in rated if term.label in by_label}
    return replace(having, abilities={**alike, **having.abilities})


def _fit(career: Career, asked: Asked, having: Having) -> Fit:
    rated = {term.key for term in asked.terms if term.is_rated}
    answered = {key: ability for key, ability in having.abilities.items() if key in rated}
    return Fit(career, judge(asked, having), answered)


def _named(judged: Iterable[Judged], most: int = 4) -> str:
    names = [each.term.label for each in judged]
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
