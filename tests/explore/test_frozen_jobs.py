"""Job documents as they are kept: made once for each edition that changed them, and never stale."""

import pytest
from django.db import DatabaseError

from careers.models import Career
from explore.jobs import career_document, find_job, frozen, job_document, read_job
from explore.jobs.freezing import freeze_jobs
from explore.jobs.frozen import NotFrozen, document_as_of, freeze_careers
from facts.actions import publishing
from facts.freezing import unfrozen
from facts.models import Edition, FrozenJob
from tests import factories as make
from tests.published import publish

pytestmark = pytest.mark.django_db

WELL_PAID = {"annual_median": 97_550, "annual_p75": 112_350, "annual_p90": 137_470}


@pytest.fixture
def nurse():
    career = make.CareerFactory(slug="nurse", title="Nurse")
    make.OccupationMatchFactory(career=career, occupation__code="29-1141", match="exact")
    make.SalaryFactory(career=career, median=90_000)
    publish(career)
    return career


@pytest.fixture
def keeper():
    career = make.CareerFactory(slug="keeper", title="Keeper of Records")
    publish(career)
    return career


def medians(slug):
    rows = career_document(slug).stated("salaries")
    return [int(row.figure("median").value) for row in rows]


def test_a_document_is_made_once_and_then_read(nurse, django_assert_num_queries):
    document = career_document("nurse")
    with django_assert_num_queries(2):
        assert career_document("nurse") == document
    assert FrozenJob.objects.count() == 1


def test_without_an_edition_nothing_is_kept():
    make.CareerFactory(slug="nurse")
    assert career_document("nurse").slug == "nurse"
    assert not FrozenJob.objects.exists()


def test_an_edit_is_seen_at_once(nurse):
    assert medians("nurse") == [90_000]
    publish(nurse.salaries.get(), median=95_000)
    assert medians("nurse") == [95_000]


def test_an_edit_of_another_career_leaves_it_standing(nurse, keeper, django_assert_num_queries):
    career_document("nurse")
    publish(make.PointFactory(career=keeper), label="Quiet")
    with django_assert_num_queries(3):  # the third asks what has changed
        career_document("nurse")


@pytest.mark.parametrize("name", ["Archivist", "Keeper"])
def test_the_title_of_a_career_that_it_names_is_part_of_it(nurse, keeper, name):
    make.RelatedCareerFactory(career=nurse, related=keeper)
    publish(nurse)
    assert [row.label for row in career_document("nurse").listed("related")] == ["Keeper of Records"]
    publish(keeper, title=name)
    assert [row.label for row in career_document("nurse").listed("related")] == [name]


def test_a_career_that_names_it_from_now_on_is_seen(nurse, keeper):
    assert not career_document("nurse").listed("named_by")
    publish(make.RelatedCareerFactory(career=keeper, related=nurse))
    assert [row.label for row in career_document("nurse").listed("named_by")] == ["Keeper of Records"]


def test_a_career_that_is_counted_in_its_group_from_now_on_is_seen(nurse, keeper):
    group = nurse.matches.get().occupation
    career_document("nurse")
    publish(make.OccupationMatchFactory(career=keeper, occupation=group, match="narrower"))
    assert {entry.label for entry in career_document("nurse").record.careers} == {"Nurse", "Keeper of Records"}


def test_a_row_that_moves_to_another_career_leaves_its_former_one(nurse, keeper):
    assert medians("nurse") == [90_000]
    publish(nurse.salaries.get(), career=keeper)
    assert medians("nurse") == []
    assert medians("keeper") == [90_000]


def test_what_many_share_and_what_is_imported_is_seen(nurse):
    career_document("nurse")
    source = nurse.salaries.get().source
    publish(source, publisher="Another publisher")
    assert career_document("nurse").stated("salaries")[0].credit.source.name.startswith("Another publisher")
    wage = make.WageFactory(occupation=nurse.matches.get().occupation, **WELL_PAID)
    publish(wage.release)
    assert career_document("nurse").answers.pay.figure.value == 97_550


def test_a_career_that_is_gone_has_no_document_but_in_its_editions(nurse):
    number = Edition.objects.newest_first().first().number
    career_document("nurse")
    with publishing(act=Edition.Act.EDIT, reason="Never a career.") as publication:
        publication.removed(nurse)
        nurse.delete()
    with pytest.raises(Career.DoesNotExist):
        career_document("nurse")
    assert document_as_of("nurse", number).title == "Nurse"


def test_what_drafts_are_laid_over_is_read_from_the_rows(nurse, django_assert_num_queries):
    assert medians("nurse") == [90_000]
    nurse.salaries.update(median=1)
    with unfrozen():
        assert medians("nurse") == [1]
    assert medians("nurse") == [90_000]


def test_an_edition_that_comes_out_while_a_document_is_made_is_not_taken_for_the_one_before(nurse, monkeypatch):
    def read_slowly(address):
        document = read_job(address)
        publish(nurse.salaries.get(), median=95_000)
        return document

    monkeypatch.setattr(frozen, "read_job", read_slowly)
    assert medians("nurse") == [90_000]
    monkeypatch.undo()
    assert medians("nurse") == [95_000]


def test_a_database_that_cannot_be_written_to_serves_the_document_all_the_same(nurse, monkeypatch):
    def refuse(*args, **options):
        raise DatabaseError("attempt to write a readonly database")

    monkeypatch.setattr(FrozenJob.objects.__class__, "bulk_create", refuse)
    assert medians("nurse") == [90_000]
    assert not FrozenJob.objects.exists()


def test_other_code_makes_it_anew(nurse, monkeypatch):
    career_document("nurse")
    FrozenJob.objects.update(made_by="0" * 64, packed=frozen.pack("{}"))
    assert medians("nurse") == [90_000]
    assert FrozenJob.objects.get().made_by == frozen.maker()


class TestEditions:
    def test_the_first_and_the_last_in_which_it_stood_so_are_kept(self, nurse, keeper):
        career_document("nurse")
        first = publish(nurse.salaries.get(), median=95_000)
        career_document("nurse")
        last = publish(make.PointFactory(career=keeper))
        freeze_jobs()
        assert [(row.first, row.last) for row in FrozenJob.objects.of_job("nurse")] == [(first, last), (1, 2)]

    def test_each_gives_the_document_that_it_had(self, nurse):
        before = career_document("nurse")
        second = publish(nurse.salaries.get(), median=95_000)
        assert career_document("nurse") == document_as_of("nurse", second)
        assert document_as_of("nurse", 1) == before

    def test_a_change_that_says_the_same_goes_on_with_the_same_document(self, nurse):
        career_document("nurse")
        number = publish(nurse)
        career_document("nurse")
        assert [(row.first, row.last) for row in FrozenJob.objects.all()] == [(1, number)]

    def test_one_that_nobody_asked_for_while_it_stood_is_read_from_the_rows_of_then(self, nurse):
        career_document("nurse")
        publish(nurse.salaries.get(), median=95_000)
        seen = career_document("nurse")
        unseen = publish(nurse, summary=nurse.summary)
        FrozenJob.objects.filter(first__gt=1).delete()
        publish(nurse.salaries.get(), median=96_000)
        assert career_document("nurse") != seen
        assert document_as_of("nurse", unseen) == seen

    def test_an_edition_before_the_job_has_none(self, nurse):
        other = publish(make.CareerFactory(slug="later"))
        with pytest.raises(NotFrozen, match=f"Edition {other - 1} has no such job"):
            document_as_of("later", other - 1)

    def test_one_to_come_is_refused(self, nurse):
        with pytest.raises(NotFrozen, match="There is no edition 99 yet"):
            document_as_of("nurse", 99)

    def test_an_act_freezes_what_it_touched_once_it_is_public(self, nurse, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            number = publish(nurse.salaries.get(), median=95_000)
        assert FrozenJob.objects.get().first == number

    def test_an_act_that_touches_very_many_leaves_them_to_their_readers(self, nurse):
        freeze_careers(["nurse", *(f"career-{number}" for number in range(frozen.AT_ONCE))])
        assert not FrozenJob.objects.exists()


class TestAllAtOnce:
    def test_every_job_is_frozen_as_a_reader_would_get_it(self, nurse, keeper):
        make.WageFactory(occupation__code="29-2072")
        make.WageFactory(occupation=nurse.matches.get().occupation, **WELL_PAID)
        done = freeze_jobs()
        assert (done.made, done.standing) == (3, 0)
        alone = {job: document_as_of(job, 2) for job in ("nurse", "keeper", "soc-2018:29-2072")}
        FrozenJob.objects.all().delete()
        assert alone["nurse"] == career_document("nurse")
        assert alone["keeper"] == career_document("keeper")
        assert alone["soc-2018:29-2072"] == job_document(find_job("29-2072"))

    def test_the_number_of_queries_does_not_depend_on_how_many_there_are(self, nurse, django_assert_max_num_queries):
        for code in range(20):
            make.WageFactory(occupation__code=f"29-20{code:02}")
        with django_assert_max_num_queries(130):
            assert freeze_jobs().made == 21

    def test_a_second_time_makes_those_that_changed(self, nurse, keeper):
        freeze_jobs()
        publish(nurse.salaries.get(), median=95_000)
        done = freeze_jobs()
        assert (done.made, done.standing) == (1, 1)

    def test_old_documents_are_deleted_and_the_newest_is_not(self, nurse, keeper, settings):
        settings.KEPT_EDITIONS = 2
        freeze_jobs()
        for median in (95_000, 96_000, 97_000):
            publish(nurse.salaries.get(), median=median)
            freeze_jobs()
        assert [row.first for row in FrozenJob.objects.of_job("nurse")] == [5, 4, 3]
        assert FrozenJob.objects.of_job("keeper").count() == 1

    def test_the_document_of_an_edition_that_an_editor_keeps_stays_for_good(self, nurse, settings):
        settings.KEPT_EDITIONS = 1
        freeze_jobs()
        publish(nurse.salaries.get(), median=95_000)
        as_it_stood = career_document("nurse")
        kept = publish(make.SourceFactory(), title="Another title")
        Edition.objects.filter(number=kept).update(is_kept=True)
        for median in (96_000, 97_000, 98_000):
            publish(nurse.salaries.get(), median=median)
            freeze_jobs()
        assert [row.first for row in FrozenJob.objects.of_job("nurse")] == [kept + 3, kept + 2, 2]
        assert document_as_of("nurse", kept) == as_it_stood


def test_a_document_of_another_schema_is_read_from_the_rows(nurse):
    document = career_document("nurse")
    FrozenJob.objects.update(packed=frozen.pack('{"title":"Nurse","color":"blue"}'))
    publish(nurse.salaries.get(), median=96_000)
    assert document_as_of("nurse", 1) == document
