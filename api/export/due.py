"""Whether it is time to make files without being asked."""

import time

from django.conf import settings

from api.edition import current_edition
from api.export.sets import MANIFEST, newest_set, set_of


def is_due() -> bool:
    """The newest edition has none, and the last are old enough."""
    edition = current_edition()
    if edition is None or set_of(edition):
        return False
    last = newest_set()
    return last is None or time.time() - (last.folder / MANIFEST).stat().st_mtime >= settings.FILES_MINUTES * 60
