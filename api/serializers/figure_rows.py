from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.base import Chosen
from api.serializers.fields import absolute
from api.serializers.figures import FigureSerializer
from documents.citations import bibtex, cite, csl, text
from explore.figures import FigureChange, FoundFigure, changes_of, series_of
from facts.figure import Figure
from facts.models import Edition


@extend_schema_field({"type": "string", "format": "uri"})
class FigureAddress(serializers.Field):
    """`figures/may-2024/29-2072/US%23annual_median/`"""

    def to_representation(self, figure: Figure) -> str:
        stem = reverse("api:figures")
        return absolute(f"{stem}{quote(figure.address, safe='/')}/", self.context)


class FigureRowSerializer(Chosen, FigureSerializer):
    """A figure with the address that it is asked for by itself at."""

    url = FigureAddress(source="*", help_text="Its address here.")


class FigureChangeSerializer(serializers.Serializer):
    """An edition that added or changed the figure."""

    edition = serializers.IntegerField(source="edition.number", help_text="The edition.")
    published_at = serializers.DateTimeField(source="edition.published_at", help_text="When it became public (UTC).")
    what = serializers.CharField(help_text="“added”, “correction”, “revision” or “removal”.")
    before = serializers.CharField(help_text="What it said before, in a sentence; empty where it was added.")
    after = serializers.CharField(help_text="What it said after.")


class CitationSerializer(serializers.Serializer):
    """The figure cited in three forms, with its edition."""

    text = serializers.CharField(help_text="As a line of text.")
    bibtex = serializers.CharField(help_text="As an entry of BibTeX.")
    csl = serializers.DictField(help_text="As an item of CSL-JSON.")


class FoundFigureSerializer(Chosen, FigureSerializer):
    """A figure, how to cite it, when it changed, and the same figure of other releases."""

    url = FigureAddress(source="*", help_text="Its address here.")
    citation = CitationSerializer(help_text="How to cite it.")
    history = FigureChangeSerializer(many=True, help_text="The editions that added or changed it, the earliest first.")
    series = FigureSerializer(many=True, help_text="The same of other releases, the earliest first; [] for a guide’s.")

    def to_representation(self, found: FoundFigure) -> dict[str, Any]:
        return super().to_representation(_WithHistory(found, self.context.get("newest")))


class _WithHistory:
    """The figure's own attributes, and what stands beside it, which is read where it is shown."""

    def __init__(self, found: FoundFigure, edition: Edition | None) -> None:
        self._found, self._edition = found, edition

    def __getattr__(self, name: str) -> Any:
        return getattr(self._found.figure, name)

    @property
    def citation(self) -> dict[str, Any]:
        return citation_of(self._found.figure, self._edition)

    @property
    def history(self) -> list[FigureChange]:
        return changes_of(self._found)

    @property
    def series(self) -> list[Figure]:
        return series_of(self._found)


def citation_of(figure: Figure, edition: Edition | None) -> dict[str, Any]:
    page = settings.SITE_URL.rstrip("/") + figure.url
    cited = cite(figure, page, edition)
    return {"text": text(cited), "bibtex": bibtex(cited), "csl": csl(cited)}
