"""Citing figures: as text, and in the forms that reference managers read. Pure: no database."""

from pages.citing.bibtex import bibtex
from pages.citing.citation import Citation, cite, text
from pages.citing.csl import csl
from pages.citing.forms import FORMS, Form
from pages.citing.ris import ris

__all__ = ["FORMS", "Citation", "Form", "bibtex", "cite", "csl", "ris", "text"]
