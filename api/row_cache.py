from facts.row_cache import RowCache

row_cache = RowCache()
"""JSON of list rows, made once per edition."""
