"""Which edition a request asks for: by number, or by the cursor of a walk that began in it."""

import re

from django.db.models import Model
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from api.paging.cursor import edition_of_cursor
from api.paging.parameters import Kept
from explore.filters.kinds import Count
from facts.as_of import NotKept, check_is_kept
from facts.models import Edition

NAME = "edition"
NUMBER = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
HELP = "The number of an edition: the rows as that one had them; the newest unless told."


class EditionChoice(Kept, Count):
    """Read by the view before all others."""


def edition_parameter() -> dict[str, EditionChoice]:
    return {NAME: EditionChoice(lowest=1, help_text=HELP)}


def number_asked(request: Request) -> int | None:
    """None where none is named, or none that can be read: then it is told with other mistakes."""
    text = request.query_params.get(NAME, "")
    return int(text) if NUMBER.fullmatch(text) else None


def number_of_walk(request: Request) -> int | None:
    """The edition in which the walk began that a cursor goes on with."""
    return edition_of_cursor(request.query_params.get("cursor", ""))


def check_pinned(edition: Edition, model: type[Model]) -> None:
    """Raises NotFound, in words."""
    try:
        check_is_kept(edition, model)
    except NotKept as missing:
        raise NotFound(str(missing)) from None


def edition_numbered(number: int) -> Edition:
    """Raises NotFound."""
    edition = Edition.objects.filter(number=number).first()
    if edition is None:
        raise NotFound(f"There is no edition {number} yet.")
    return edition
