from typing import Annotated

from pydantic import Field

from assistants.answer import ToolAnswer, absolute, answered
from assistants.asked import NotUnderstood, readable
from explore.filters.problems import shown
from explore.search.answer import Hit
from explore.search.current import search

MOST_HITS = 10


def find_job(
    words: Annotated[str, Field(description="A title as people say it, a part of one, or an occupation’s code.")],
    limit: Annotated[int, Field(ge=1, le=MOST_HITS, description="How many jobs at most.")] = 5,
) -> ToolAnswer:
    """Find jobs by title, the best match first, with typing errors corrected. Other tools take the names it gives."""
    words = readable(words, "words")
    found = search(words)
    if not found.hits:
        raise NotUnderstood(f"No job here is called {shown(words)}. Try a shorter or a more common title.")
    read_as = [f"Read as “{found.read_as}”."] if found.read_as else []
    return answered([*read_as, *map(_line, found.hits[:limit])], page="/search/")


def _line(hit: Hit) -> str:
    target = hit.target
    called = "" if hit.is_its_name else f" (“{hit.title}” is a name for it)"
    return f"{target.name}{called}: job “{target.code}”, {absolute(target.url)}"
