"""Passwords that guessers try first are refused with a reason."""

import time
from contextlib import suppress

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.passwords import GuessableValidator

ANN = User(username="annabel.lee", first_name="Annabel", last_name="Lee", email="annabel@kingdom.example")


def why_not(password: str) -> str:
    with pytest.raises(ValidationError) as refused:
        GuessableValidator().validate(password, ANN)
    return refused.value.messages[0]


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("iloveyou2", "people use most"),
        ("p4ssw0rd!!", "people use most"),
        ("trustno1trustno1", "Repeating"),
        ("annabelkingdom", "your own name"),
        ("lebannA1", "your own name"),
        ("RungsRungs99", "Repeating"),
        ("qwertyuiop[]", "guess"),
        ("abcdefghijklmnop", "in order"),
        ("12/11/1987", "date"),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", "Repeating"),
    ],
)
def test_refused_with_a_reason(password, why):
    assert why in why_not(password)


@pytest.mark.parametrize(
    "password", ["an umbrella for seven teapots", "kQ7#vd0-Lw2!", "vermilion ledger outpost", "梯子のぼる七つの猫と月"]
)
def test_taken(password):
    validate_password(password, ANN)


def test_many_that_djangos_list_has_not_are_refused():
    """Of the most used passwords that zxcvbn knows and Django's 20,000 leave out."""
    from django.contrib.auth.password_validation import CommonPasswordValidator
    from zxcvbn.matching import RANKED_DICTIONARIES

    known = CommonPasswordValidator().passwords
    others = [word for word in RANKED_DICTIONARIES["passwords"] if len(word) >= 8 and word not in known][::40]
    assert len(others) > 50
    for word in others:
        assert why_not(word)


@pytest.mark.parametrize(
    "password", ["4@8({[</369&#!1/|0$5+7%2" * 40, "a" * 100_000, "\0" * 9, "🪜" * 400, "aA1!" * 5_000]
)
def test_takes_little_time_whatever_comes(password):
    begun = time.process_time()
    with suppress(ValidationError):
        GuessableValidator().validate(password, ANN)
    assert time.process_time() - begun < 2
