"""In which form an answer is given."""

from rest_framework.negotiation import DefaultContentNegotiation

ANYTHING = "*/*"


class SuffixFirst(DefaultContentNegotiation):
    """An address that ends in .csv or .json means it; otherwise the Accept header chooses."""

    def select_renderer(self, request, renderers, format_suffix=None):
        """The renderer and its media type; Http404 where the suffix names no form that there is."""
        if format_suffix:
            renderer = self.filter_renderers(renderers, format_suffix)[0]
            return renderer, renderer.media_type
        if request.headers.get("Accept", ANYTHING) == ANYTHING:  # as nearly all ask: nothing to weigh
            return renderers[0], renderers[0].media_type
        return super().select_renderer(request, renderers)
