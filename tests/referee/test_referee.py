"""Every sentence that is computed is so, by another reckoning; and a wrong rule does not get past the referee."""

from decimal import Decimal
from typing import Any

import pytest

from careers.models import OccupationMatch
from explore import claim_figures, claim_parts, claim_summary, fact_checks
from explore.compare import verdicts
from explore.disagreements import Disagreement
from explore.fact_check_verdict import FactCheckVerdict
from explore.growth_words import AS_FAST, GrowthScale
from explore.jobs import answering
from explore.messages import Message
from explore.readiness.judging import ReadinessResult
from explore.side_by_side import figures
from tests.referee.session import Objection, sit, sit_until_objection

pytestmark = [pytest.mark.django_db, pytest.mark.long]

AREAS = {
    "claims": 10,
    "parts of claims": 20,
    "fact checks": 10,
    "nearest": 4,
    "kept claims": 10,
    "summary": 5,
    "disagreements": 3,
    "jobs": 109,
    "counts": 9,
    "gaps and breaks": 5,
    "comparisons": 100,
    "side by side": 20,
    "readiness": 6,
    "economics": 8,
    "inflation": 100,
    "absences": 1000,
}
"""The least that there is to look at in each area: so that nothing passes because nothing was there."""


def test_the_referee_objects_to_nothing(guides_with_pay, db, record_property):
    session = sit()
    record_property("counts", dict(session.counts))
    assert session.objections == []
    assert {area: session.counts[area] for area, least in AREAS.items() if session.counts[area] < least} == {}


def _farthest(claim, figures) -> Any:
    same = [f for f in figures if claim_parts.is_alike(claim, f) and f.measure == claim.measure and f.value is not None]
    return max(same, key=lambda figure: abs(figure.value - claim.value), default=None)


def _least(verdicts_of_parts) -> FactCheckVerdict:
    found = set(verdicts_of_parts)
    return FactCheckVerdict.AGREES if FactCheckVerdict.AGREES in found else next(iter(found))


def _gap_the_other_way(shared, letters) -> list[Message]:
    found = real_gap(shared, letters)
    return [Message(one.kind, f"{letters[0]} is $1 higher than {letters[1]}.", one.args) for one in found]


def _highest(disagreement) -> Any:
    return max(figure.value or Decimal(0) for figure in disagreement.figures)


def _fewer_times(high, low) -> str:
    return real_times(low, high)


real_gap = verdicts.gap
real_times = figures.times_as_high

MUTATIONS: dict[str, tuple[str, Any, str, Any]] = {
    "a near group decides": ("checks", OccupationMatch, "is_counted", property(lambda self: True)),
    "any time answers": ("checks", claim_figures, "is_for_its_time", lambda claim, figure: True),
    "the nearest is the farthest": ("checks", claim_parts, "_nearest", _farthest),
    "all growth is average": ("claims", GrowthScale, "words_for", lambda self, growth: (AS_FAST,)),
    "the best part counts": ("claims", fact_checks, "worst_checked", _least),
    "a verdict is left out of the total": ("kept", claim_summary, "SHOWN_IN_ORDER", (FactCheckVerdict.AGREES,)),
    "a gap is its highest number": ("disagreements", Disagreement, "gap", property(_highest)),
    "undated is a remainder": ("jobs", answering, "_is_undated", lambda figure: True),
    "the gap is said the other way": ("comparisons", verdicts, "gap", _gap_the_other_way),
    "the smaller is more": ("side by side", figures, "times_as_high", _fewer_times),
    "what is required does not limit": ("readiness", ReadinessResult, "required_open", property(lambda self: [])),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_the_referee_objects_to_a_wrong_rule(guides_with_pay, db, monkeypatch, name):
    area, home, attribute, wrong = MUTATIONS[name]
    monkeypatch.setattr(home, attribute, wrong)
    with pytest.raises(Objection):
        sit_until_objection(area)
