from collections.abc import Iterator
from pathlib import Path

from django.http import StreamingHttpResponse

from api.export.ranges import Span

PIECE = 256 * 1024


class FileSpanResponse(StreamingHttpResponse):
    """Bytes of a file. A server that can send files takes `path` and `span`, and reads nothing here."""

    def __init__(self, path: Path, span: Span, *, status: int, content_type: str) -> None:
        super().__init__(_pieces(path, span), status=status, content_type=content_type)
        self.path, self.span = path, span
        self["Content-Length"] = str(span.end - span.start)


def _pieces(path: Path, span: Span) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(span.start)
        left = span.end - span.start
        while left and (piece := file.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
