import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from config import env


@pytest.mark.parametrize("value", ["1", "true", "YES", " on "])
def test_a_flag_is_on(monkeypatch, value):
    monkeypatch.setenv("RUNGS_TEST", value)
    assert env.flag("RUNGS_TEST") is True


@pytest.mark.parametrize("value", ["", "0", "False", "no", "off"])
def test_a_flag_is_off(monkeypatch, value):
    monkeypatch.setenv("RUNGS_TEST", value)
    assert env.flag("RUNGS_TEST") is False


def test_a_flag_that_is_not_set_is_off(monkeypatch):
    monkeypatch.delenv("RUNGS_TEST", raising=False)
    assert env.flag("RUNGS_TEST") is False


@pytest.mark.parametrize("value", ["maybe", "2", "enabled"])
def test_a_flag_that_is_neither_is_named(monkeypatch, value):
    monkeypatch.setenv("RUNGS_TEST", value)
    with pytest.raises(ImproperlyConfigured, match=f"RUNGS_TEST='{value}' is neither"):
        env.flag("RUNGS_TEST")


@given(st.lists(st.from_regex(r"[a-z.*]+", fullmatch=True)), st.sampled_from([",", ", ", " , ", ",,"]))
def test_words_are_what_stands_between_commas(words, comma):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUNGS_TEST", comma.join(words))
        assert env.words("RUNGS_TEST") == words


def test_what_is_required_and_missing_is_named_with_an_example(monkeypatch):
    monkeypatch.setenv("RUNGS_TEST", "  ")
    with pytest.raises(ImproperlyConfigured, match=r"RUNGS_TEST is not set.*for example rungs\.example"):
        env.required("RUNGS_TEST", "rungs.example")


@pytest.mark.parametrize(("value", "number"), [("", 8), ("0", 0), (" 64 ", 64)])
def test_a_number_is_read(monkeypatch, value, number):
    monkeypatch.setenv("RUNGS_TEST", value)
    assert env.number("RUNGS_TEST", default=8, least=0, most=64) == number


@pytest.mark.parametrize("value", ["65", "-1", "1.5", "many", "٣"])
def test_a_number_that_is_none_is_named(monkeypatch, value):
    monkeypatch.setenv("RUNGS_TEST", value)
    with pytest.raises(ImproperlyConfigured, match=f"RUNGS_TEST='{value}' is not a whole number from 0 to 64"):
        env.number("RUNGS_TEST", default=8, least=0, most=64)


@pytest.mark.parametrize(
    ("value", "address"), [("", None), ("127.0.0.1:9100", ("127.0.0.1", 9100)), ("[::1]:9100", ("::1", 9100))]
)
def test_an_address_is_read(monkeypatch, value, address):
    monkeypatch.setenv("RUNGS_TEST", value)
    assert env.address("RUNGS_TEST") == address


@pytest.mark.parametrize("value", ["9100", ":9100", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536"])
def test_an_address_that_is_none_is_named(monkeypatch, value):
    monkeypatch.setenv("RUNGS_TEST", value)
    with pytest.raises(ImproperlyConfigured, match="is no address"):
        env.address("RUNGS_TEST")
