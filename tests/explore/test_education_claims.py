"""What a guide says that BLS calls typical, held against the education that the projections name."""

import pytest

from explore.claims import all_claims
from explore.fact_check_verdict import FactCheckVerdict
from tests.factories import (
    CredentialFactory,
    OccupationFactory,
    OccupationMatchFactory,
    RequirementFactory,
    SourceFactory,
    TypicalEntryFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    SourceFactory(statistics=True)
    return OccupationMatchFactory(occupation=OccupationFactory(code="29-2072", title="Medical Records Specialists"))


@pytest.fixture
def claim(match):
    """What a guide says BLS calls typical: an associate's degree."""
    return RequirementFactory(
        career=match.career,
        attributed_to="BLS",
        strength="typical",
        as_printed="typically an associate’s degree",
        credentials=[CredentialFactory(associate=True)],
    )


def names(match, education):
    TypicalEntryFactory(occupation=match.occupation, education=education)


def test_it_agrees_where_the_projections_name_the_same(match, claim):
    names(match, "Associate's degree")

    (found,) = all_claims()
    assert (found.quantity, found.verdict) == ("education", FactCheckVerdict.AGREES)
    assert "as typical for Medical Records Specialists, as the guide does" in found.sentence


def test_it_is_contradicted_where_they_name_another(match, claim):
    names(match, "Postsecondary nondegree award")

    (found,) = all_claims()
    assert found.verdict is FactCheckVerdict.CONTRADICTED
    assert "name “Postsecondary nondegree award” as typical for Medical Records Specialists" in found.sentence


def test_it_names_what_it_needs_where_no_projections_are_loaded(match, claim):
    (found,) = all_claims()
    assert found.verdict is FactCheckVerdict.NOT_CHECKABLE
    assert found.needs == "typical entry education of the Employment Projections for 29-2072"
