"""Plain Django, uncached, in threads like those of Rungs."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.minimal.settings")
django_application = get_wsgi_application()

# isort: split
# Django is set up now, which the rest needs
from serving.wsgi_bridge import WsgiBridge  # noqa: E402

application = WsgiBridge(django_application)
