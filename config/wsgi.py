"""The application that a WSGI server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

GARBAGE = (10_000, 3, 3)
"""How many more things than went may come before those in circles are looked for, and how often among older ones too.

To look after every 700, as Python does, takes up to a twelfth of a page's time. Older ones in circles are looked for so
often that they do not pile up."""

django_application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - there are none before the application is made

from serving.replica import Readers  # noqa: E402
from serving.response_cache import Answers  # noqa: E402

answers = Answers(
    django_application,
    room=settings.KEPT_BYTES,
    origin_header=settings.SECURE_PROXY_SSL_HEADER[0] if settings.SECURE_PROXY_SSL_HEADER else "wsgi.url_scheme",
)
application = Readers(answers)

gc.freeze()  # what is here now stays: nobody need look through it again for what can go
gc.set_threshold(*GARBAGE)
