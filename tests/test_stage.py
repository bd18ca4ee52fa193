"""The ground that other tests stand on."""

from careers.models import Career


def test_a_module_that_asks_for_the_guides_has_them(guides, db):
    assert Career.objects.filter(slug="medical-records-administrator").exists()
    Career.objects.filter(slug="medical-records-administrator").update(title="Something else")


def test_what_a_test_did_to_the_guides_is_undone(guides, db):
    assert Career.objects.get(slug="medical-records-administrator").title == "Medical Records Administrator"
