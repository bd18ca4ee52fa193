"""Search over titles: what people call their work, found although it is typed in a hurry.

    answer = search("helth infomation tecnician")
    answer.read_as      "health information technician", or "" where nothing was corrected
    answer.hits         careers and occupations, the best first, each once and with the title that matched

Nothing here speaks HTTP or SQL but `titles`: the index is made of plain values and lives in memory, one an
edition, so that nothing has to be kept in step and every database answers alike.
"""

from explore.search.answer import Answer, Hit
from explore.search.current import search

__all__ = ["Answer", "Hit", "search"]
