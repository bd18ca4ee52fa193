"""What search engines read of a guide's page, and that browsers take it for data."""

import json
import re

import pytest

from tests.factories import CareerFactory, SalaryFactory


@pytest.mark.django_db
def test_a_guide_carries_its_structured_data(client):
    SalaryFactory(career=CareerFactory(slug="keeper", title="</script>Keeper & Co"), median=47_190)
    page = client.get("/careers/keeper/").content.decode()
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    found = json.loads(data)
    assert found["name"] == "</script>Keeper & Co"
    assert found["estimatedSalary"][0]["median"] == 47190


@pytest.mark.browser
def test_the_policy_has_nothing_against_it(page, site):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{site}/careers/medical-records-administrator/")
    assert page.locator('script[type="application/ld+json"]').count() == 1
    assert said == []
