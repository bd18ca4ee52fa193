"""For any WSGI server, without the response cache of config.rsgi."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

GC_THRESHOLDS = (10_000, 3, 3)
"""Python's default of 700 new objects costs up to a twelfth of a page's time."""

django_application = get_wsgi_application()

from serving.replica import ReplicaRouting  # noqa: E402 - needs settings

application = ReplicaRouting(django_application)

gc.freeze()  # the objects of start-up stay, so the collector need not look through them
gc.set_threshold(*GC_THRESHOLDS)
