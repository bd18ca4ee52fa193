"""Searches that found nothing, for editors to see which titles are wanting."""

import logging
import re

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from editorial.models import MissedSearch

MOST_KEPT = 1_000
"""Rows; the rarest and oldest make room."""
MOST_DIGITS = 4
"""More in a row may be somebody's number."""

_PRIVATE = re.compile(rf"@|://|\d{{{MOST_DIGITS + 1},}}")
_log = logging.getLogger(__name__)


def words_to_count(text: str) -> str:
    """ "  Zeppelin  Pilot " gives "zeppelin pilot"; "" where the text may be somebody's address or number."""
    words = " ".join(text.lower().split())
    longest = MissedSearch._meta.get_field("words").max_length or 0
    return "" if _PRIVATE.search(words) or len(words) > longest else words


def count_missed_search(text: str) -> None:
    """Count the words alone. No answer fails for it: where nothing can be written, nothing is."""
    if words := words_to_count(text):
        try:
            _count(words)
        except DatabaseError as error:
            _log.warning("A search that found nothing was not counted: %s", error)


@transaction.atomic
def _count(words: str) -> None:
    today = timezone.localdate()
    rows = MissedSearch.objects.filter(words=words)
    if rows.update(times=F("times") + 1, last_on=today):
        return
    surplus = MissedSearch.objects.count() - MOST_KEPT + 1
    if surplus > 0:
        rarest = MissedSearch.objects.rarest_first().values_list("pk", flat=True)[:surplus]
        MissedSearch.objects.filter(pk__in=list(rarest)).delete()
    MissedSearch.objects.bulk_create([MissedSearch(words=words, times=1, last_on=today)], ignore_conflicts=True)
