"""The examples in the docstrings of what makes cells into values."""

import doctest

import pytest

from ingest.releases import cells
from salaries.importers.oews import industries, occupations, pay, places, vintage


@pytest.mark.parametrize("module", [cells, industries, occupations, pay, places, vintage], ids=lambda m: m.__name__)
def test_examples_say_what_comes_out(module):
    tried = doctest.testmod(module)
    assert tried.attempted
    assert not tried.failed
