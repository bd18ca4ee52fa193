"""What version 1 gave when it was first written down, it gives: addresses, parameters and fields, with their types."""

import json
from pathlib import Path

import pytest

from tests.api.v1.shape import shape_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guides")]

THEN = json.loads((Path(__file__).parent / "v1" / "shape.json").read_text())

WIDENED = {
    # field: why it may now be null
    "prospects[].best.stayed": "Nothing is held against staying where present pay is not given.",
    "prospects[].best.gain": "As stayed.",
    "prospects[].worst.stayed": "As stayed.",
    "prospects[].worst.gain": "As stayed.",
}


@pytest.fixture
def now(client):
    return shape_of(client.get("/api/v1/schema/").json())


def test_every_address_is_still_there(now):
    assert THEN.keys() - now.keys() == set()


def test_every_parameter_is_still_understood(now):
    gone = {path: {*then["parameters"]} - {*now[path]["parameters"]} for path, then in THEN.items() if path in now}
    assert {path: names for path, names in gone.items() if names} == {}


def test_every_field_is_still_given_with_its_type(now):
    changed = {
        (path, name): (types, now[path]["fields"].get(name))
        for path, then in THEN.items()
        for name, types in then["fields"].items()
        if not _is_kept(name, types, now[path]["fields"].get(name))
    }
    assert changed == {}


def _is_kept(name, then, now) -> bool:
    was_untold = not then and now is not None
    return then == now or was_untold or (name in WIDENED and now is not None and {*then, "null"} == {*now})
