"""Citation formats by file suffix."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from documents.citations.bibtex import bibtex
from documents.citations.citation import Citation, text
from documents.citations.csl import csl
from documents.citations.ris import ris


@dataclass(frozen=True, slots=True)
class CitationForm:
    """A format's name, media type and writer."""

    name: str
    media_type: str
    write: Callable[[Sequence[Citation]], str]


def _lines(citations: Iterable[Citation]) -> str:
    return "".join(f"{text(one)}\n" for one in citations)


def _bibtex(citations: Iterable[Citation]) -> str:
    return "\n".join(f"{bibtex(one)}\n" for one in citations)


def _ris(citations: Iterable[Citation]) -> str:
    return "\r\n".join(f"{ris(one)}\r\n" for one in citations)


def _csl(citations: Iterable[Citation]) -> str:
    return json.dumps([csl(one) for one in citations], ensure_ascii=False, indent=2) + "\n"


FORMS = {
    "txt": CitationForm("Text", "text/plain; charset=utf-8", _lines),
    "bib": CitationForm("BibTeX", "application/x-bibtex; charset=utf-8", _bibtex),
    "ris": CitationForm("RIS", "application/x-research-info-systems; charset=utf-8", _ris),
    "json": CitationForm("CSL-JSON", "application/vnd.citationstyles.csl+json", _csl),
}
