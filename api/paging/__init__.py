"""How a list is cut: by numbered pages, or by a cursor where counting would cost more than the page.

Each way has `parameters()`, which choose the page, `cut(rows, asked, request)`, which gives a Page, and
`envelope`, the names of what stands beside the results.
"""

from api.paging.keyset import KeysetPages
from api.paging.numbered import NumberedPages
from api.paging.sliced import SlicedPages

__all__ = ["KeysetPages", "NumberedPages", "SlicedPages"]
