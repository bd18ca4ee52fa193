"""The projections' skills data: a score of each skill for each occupation."""

from decimal import Decimal

import pytest

from careers.models import Element, Rating
from facts.models import Edition, Release
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from tests.tables import cells
from tests.workbooks import write_workbook

pytestmark = pytest.mark.django_db

ROWS = [
    ["Table 6.2 Skills data by detailed occupation  and 2023–33 employment projections (Employment in thousands)"],
    [
        *("2023 National Employment Matrix title", "2023 National Employment Matrix code", "Employment, 2023"),
        *("Typical education needed for entry", "Adaptability", "Computers and information technology"),
    ],
    cells("Total, all occupations | 00-0000 | 167849.8 | — | 3.8 | 3.0"),
    cells("  Chief executives | 11-1011 | 313.9 | Bachelor's degree | 4.2 | 3.7"),
    cells("  Medical records specialists[2] | 29-2072 | 191.5 | Postsecondary nondegree award | 3.5 | 3.8"),
    cells("  Legislators | 11-1031 | 27.7 | Bachelor's degree | — | 5.1"),
    ["Footnotes:"],
    ["[2] Skills information from similar occupations imputed for this occupation."],
]


@pytest.fixture
def report(tmp_path, db):
    return import_release("skills", write_workbook(tmp_path / "skills.xlsx", {"Index": [["-"]], "Table 6.2": ROWS}))


def test_every_cell_is_accounted_for(report):
    assert (report.read, report.created, report.rejected) == (10, 4, 6)
    assert report.accounts_for_all
    assert report.reasons["a note, no occupation"] == 2
    assert report.reasons["no score is given"] == 1
    assert [number for _, number, reason in report.rejections if "5.1 is above 5" in reason] == [6]


def test_scores_are_ratings_of_skills_on_a_scale_of_their_own(report):
    [computers, adaptability] = (
        Rating.objects.published().projected_skills().with_words().filter(occupation__code="29-2072")
    )
    assert (computers.element_name, computers.value) == ("Computers and information technology", Decimal("3.8"))
    assert (adaptability.element_name, adaptability.value) == ("Adaptability", Decimal("3.5"))
    assert (computers.scale_name, computers.minimum, computers.maximum) == ("Skill score", 1, 5)


def test_scores_from_similar_work_say_so(report):
    said = dict(Rating.objects.filter(element_code="EP.adaptability").values_list("occupation__code", "domain_source"))
    assert said == {"29-2072": "Imputed from similar work", "11-1011": ""}
    assert Rating.objects.filter(occupation__title="Medical records specialists").exists()


def test_they_are_not_taken_for_skills_of_onet(report):
    assert not Rating.objects.skills().exists()


def test_the_release_is_that_of_the_projections(report):
    release = Release.objects.get()
    assert (release.source.slug, release.label) == ("bls-projections-skills", "2023–33")
    assert Element.objects.in_release(release).count() == 2


def test_twice_writes_nothing(report, tmp_path):
    assert import_release("skills", tmp_path / "skills.xlsx").already_here
    assert Edition.objects.count() == 1


def test_another_window_than_asked_for_is_refused(tmp_path):
    with pytest.raises(ImportRefused, match="is of 2023–33, not of 2024-34"):
        import_release("skills", write_workbook(tmp_path / "skills.xlsx", {"Table 6.2": ROWS}), label="2024-34")
