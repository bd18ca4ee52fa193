"""Occupational Employment and Wage Statistics: the record's wages. See README.md."""

from salaries.importers.oews.importer import OEWS

__all__ = ["OEWS"]
