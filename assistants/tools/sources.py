from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from assistants.answer import ToolAnswer, answered
from assistants.asked import NotUnderstood, readable
from explore.figures import FoundFigure, changes_of, find_figures, series_of
from explore.filters.problems import shown

MOST_OF_SERIES = 8


def figure_sources(
    address: Annotated[
        str, Field(max_length=200, description="As other tools give it: “may-2024/29-1141/US#annual_median”.")
    ],
) -> ToolAnswer:
    """Who says a figure, where in which release, when it was added or corrected here, and what other releases say."""
    address = readable(address, "address")
    found = find_figures([address]).get(address)
    if found is None:
        raise NotUnderstood(f"There is no figure {shown(address)} here. Take an address as job_pay gives it.")
    series = series_of(found)[-MOST_OF_SERIES:]
    return answered(_sentences(found), [found.figure, *series], found.figure.url)


def _sentences(found: FoundFigure) -> Iterator[str]:
    figure = found.figure
    yield figure.sentence
    yield f"Source: {figure.source}, by {figure.publisher}{f', {figure.release}' if figure.release else ''}."
    if figure.locator:
        yield f"Where in it: {figure.locator}."
    if figure.attributed_to:
        yield f"The source credits {figure.attributed_to}."
    for change in changes_of(found):
        was = f" It said: {change.before}" if change.before else ""
        yield f"Edition {change.edition.number} ({change.edition.published_at:%Y-%m-%d}): {change.what}.{was}"
