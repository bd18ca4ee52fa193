"""The referee: recomputes every sentence that is computed about figures, by code of its own, from the database's rows.

`raw` reads the rows, `claims` and `sentences` hold rules of their own, `session` goes through everything and objects.
"""
