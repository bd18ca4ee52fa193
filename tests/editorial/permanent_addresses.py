"""Every address that a row has had in public, found among all routes: a new page or list is here by itself."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django.urls import reverse

from api.urls import v1
from careers.models import Career, Occupation
from facts.models import Source, Statement
from tests.editorial.addresses import all_addresses

#: Pages below these belong to one row: its class, and what the argument names it by.
OWNED = {
    "/careers/<slug>/": (Career, "slug"),
    "/occupations/<code>/": (Occupation, "code"),
    "/figures/<key>/": (Statement, "key"),
    "/sources/<slug>/": (Source, "slug"),
    "/embed/figures/<key>": (Statement, "key"),
    "/embed/jobs/<job>/": ((Career, Occupation), ("slug", "code")),
}
#: Pages with an argument that nobody removes: the record, editions, what readers are told, files, and other programs.
NOT_REMOVED = (
    *("/a-z/", "/changes/", "/download/", "/report/", "/schools/", "/wages/", "/sources/<source>/<release>/"),
    *("/admin/", "/api/", "/<path>.md"),
)
#: What stands in the other arguments of an address.
OTHERS = {"chart": "pay", "kind": "resume", "form": "bib"}


def unknown_routes() -> list[str]:
    """Public routes with an argument of which nothing here says whose they are."""
    routes = (address.route for address in all_addresses() if "<" in address.route)
    return [route for route in routes if not route.startswith((*OWNED, *NOT_REMOVED))]


def pages_of(row: Any) -> Iterator[str]:
    """With the Markdown of each that is a page."""
    for beginning, (model, names) in OWNED.items():
        if not isinstance(row, model):
            continue
        name = names if isinstance(names, str) else next(name for name in names if hasattr(row, name))
        argument = beginning.partition("<")[2].partition(">")[0]
        for address in all_addresses():
            if address.route.startswith(beginning):
                page = address.filled_in({**OTHERS, argument: getattr(row, name)})
                yield page
                if page.endswith("/") and not page.startswith("/embed/"):
                    yield f"{page.rstrip('/')}.md"


def in_the_api(row: Any) -> Iterator[str]:
    """Its own address, those of its figures, and those of the job that it is."""
    for pattern in v1.rows:
        view = getattr(pattern.callback, "cls", None)
        if _model_of(view) is type(row):
            parts = {part: _follow(row, column) for part, column in view.address.items()}
            yield reverse(f"api:{pattern.name}", kwargs=parts)
    if isinstance(row, Statement):
        yield from (reverse("api:figure", args=[figure.address]) for figure in row.figures()[:1])
    if isinstance(row, Career | Occupation):
        yield reverse("api:job", args=[getattr(row, "slug", None) or row.code])


def lists_in_csv(row: Any) -> Iterator[str]:
    """The lists of the API, as CSV, in which the row has a line."""
    views = [getattr(pattern.callback, "cls", None) for pattern in v1.rows]
    of_items = {view.of for view in views if _model_of(view) is type(row)}
    for pattern in v1.lists:
        if getattr(pattern.callback, "cls", None) in of_items:
            yield f"{reverse(f'api:{pattern.name}').rstrip('/')}.csv"


def feeds_of(row: Any) -> Iterator[str]:
    if isinstance(row, Career):
        yield f"{reverse('changes-feed')}?career={quote(row.slug)}"


def addresses_of(row: Any) -> list[str]:
    return [*pages_of(row), *in_the_api(row), *feeds_of(row)]


def _model_of(view: Any) -> Any:
    meta = getattr(getattr(getattr(view, "of", None), "serializer", None), "Meta", None)
    return meta.model if meta else None


def _follow(row: Any, column: str) -> Any:
    for name in column.split("__"):
        row = getattr(row, name)
    return row
