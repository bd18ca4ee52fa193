"""The lists of the real guides, out as sheets and in again."""

import pytest

from careers.models import Career, CareerSkill, Ladder, OccupationMatch, Question, Rung, Section
from education.models import Path, Requirement, Step
from salaries.models import Salary
from tests.editorial.test_sheets import exported, give, kinds, problems, sheet_of

MODELS = [Career, CareerSkill, Ladder, OccupationMatch, Path, Question, Requirement, Rung, Salary, Section, Step]


@pytest.mark.usefixtures("guides")
def test_unedited_they_change_nothing(desk):
    for model in MODELS:
        rows = exported(desk, model)
        answer = give(desk, model, sheet_of(rows))
        assert set(kinds(answer)) == {"same"}, problems(answer)
        assert len(kinds(answer)) == len(rows) == model.objects.count()
