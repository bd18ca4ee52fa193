"""Plain Django, uncached, in threads like those of Rungs."""

import os

from django.core.wsgi import get_wsgi_application

from serving.wsgi_bridge import WsgiBridge

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.minimal.settings")
application = WsgiBridge(get_wsgi_application())
