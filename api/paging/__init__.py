"""Pagers have `parameters()`, `cut(rows, filters, request)` and `envelope`, the names beside the results."""

from api.paging.keyset import KeysetPages
from api.paging.numbered import NumberedPages
from api.paging.sliced import SlicedPages

__all__ = ["KeysetPages", "NumberedPages", "SlicedPages"]
