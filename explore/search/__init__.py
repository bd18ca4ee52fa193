"""Search over titles, tolerant of typing errors.

The index is in memory and rebuilt once an edition, so results are the same on every database.
"""

from explore.search.answer import Hit, SearchAnswer
from explore.search.current import search
from explore.search.phrases import jobs_compared

__all__ = ["SearchAnswer", "Hit", "jobs_compared", "search"]
