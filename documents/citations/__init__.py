from documents.citations.bibtex import bibtex
from documents.citations.citation import Citation, cite, text
from documents.citations.csl import csl
from documents.citations.forms import FORMS, CitationForm
from documents.citations.ris import ris

__all__ = ["FORMS", "Citation", "CitationForm", "bibtex", "cite", "csl", "ris", "text"]
