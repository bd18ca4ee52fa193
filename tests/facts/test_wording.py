"""A mark or a verdict without its words fails `manage.py check`."""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db.models import TextChoices

from explore.compare.verdicts import ComparisonVerdict
from explore.fact_check_verdict import WORDINGS, FactCheckVerdict
from facts import wording
from facts.marks import Mark
from facts.wording import Wording, register_wordings


class OneVerdictMore(TextChoices):
    """The verdicts on a claim, and one more."""

    NEAR = "near", "near the record"
    AGREES = "agrees", "agrees with the record"


@pytest.fixture(autouse=True)
def _tables_put_back(monkeypatch):
    monkeypatch.setattr(wording, "_tables", dict(wording._tables))


def test_every_vocabulary_is_checked_and_complete():
    assert wording._tables.keys() >= {Mark, FactCheckVerdict, ComparisonVerdict}
    assert wording.check_wordings() == []


def test_a_verdict_without_its_words_fails_the_check_in_a_sentence():
    register_wordings(OneVerdictMore, {OneVerdictMore.AGREES: WORDINGS[FactCheckVerdict.AGREES]})
    with pytest.raises(SystemCheckError, match="OneVerdictMore.NEAR has no sign, no word, no sentence."):
        call_command("check")


def test_one_word_that_is_missing_is_named(monkeypatch):
    monkeypatch.setitem(WORDINGS, FactCheckVerdict.AGREES, Wording("agrees", "Agrees.", ""))
    with pytest.raises(SystemCheckError, match="FactCheckVerdict.AGREES has no sentence."):
        call_command("check")
