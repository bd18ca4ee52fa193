"""Editors who press Save in the same moment: one is first, the others are told, and nobody's row is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from facts.models import Edition
from salaries.models import Salary
from tests.editorial.conftest import new_editor
from tests.editorial.forms import admin_url, errors, filled_in
from tests.factories import LadderFactory, SalaryFactory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
EDITORS = 4


@pytest.fixture
def ladder(transactional_db):
    """A rung for each editor, with its pay."""
    ladder = LadderFactory(rungs=EDITORS)
    for rung in ladder.rungs.all():
        SalaryFactory(career=ladder.career, source=ladder.source, level=rung, median=10_000)
    return ladder


def all_save_at_once(row, changes):
    """Each editor opens the row's form; when all have it, each posts their own of `changes`."""
    start = Barrier(len(changes))

    def edit(number):
        client = Client()
        client.force_login(new_editor(f"editor-{number}"))
        try:
            form = filled_in(client.get(admin_url(row)), **changes[number])
            start.wait(30)
            return client.post(admin_url(row), form)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(changes)) as pool:
        return list(pool.map(edit, range(len(changes))))


def test_of_those_who_change_the_same_figure_one_is_first_and_the_others_are_told(ladder):
    salary = Salary.objects.first()
    typed = [{"median": str(20_000 + number), "sure": "on"} for number in range(EDITORS)]
    answers = all_save_at_once(salary, typed)
    statuses = [answer.status_code for answer in answers]
    assert sorted(statuses) == [200] * (EDITORS - 1) + [302]
    assert Salary.objects.get(pk=salary.pk).median == 20_000 + statuses.index(302)
    for answer, mine in zip(answers, typed, strict=True):
        if answer.status_code == 200:
            assert "They saved here" in errors(answer)
            assert filled_in(answer)["median"] == [mine["median"]]
    assert Edition.objects.count() == 1


def test_those_who_change_different_rows_of_one_form_are_all_saved(ladder):
    typed = [
        {f"salaries-{number}-median": str(20_000 + number), f"salaries-{number}-sure": "on"}
        for number in range(EDITORS)
    ]
    answers = all_save_at_once(ladder, typed)
    assert [answer.status_code for answer in answers] == [302] * EDITORS
    assert list(Salary.objects.by_level().values_list("median", flat=True)) == [20_000 + n for n in range(EDITORS)]
    assert sorted(Edition.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
