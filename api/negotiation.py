from collections.abc import Sequence

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

ANYTHING = "*/*"


class SuffixFirst(DefaultContentNegotiation):
    """An address suffix (.csv, .json) goes before the Accept header."""

    def select_renderer(
        self, request: Request, renderers: Sequence[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """Raises Http404 for an unknown suffix."""
        if format_suffix:
            renderer = self.filter_renderers(renderers, format_suffix)[0]
            return renderer, renderer.media_type
        if request.headers.get("Accept", ANYTHING) == ANYTHING:  # as nearly all ask: nothing to weigh
            return renderers[0], renderers[0].media_type
        return super().select_renderer(request, renderers)
