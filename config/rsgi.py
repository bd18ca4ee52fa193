"""The RSGI application that config.serve runs: the WSGI one behind a cache of responses."""

from config.wsgi import django_application

# isort: split
# config.wsgi sets Django up, which the rest needs
from django.conf import settings

from serving.replica import ReplicaRouting
from serving.response_cache import ResponseCache
from serving.rsgi_server import RsgiServer

response_cache = ResponseCache(
    django_application,
    capacity=settings.CACHE_BYTES,
    origin_header=settings.SECURE_PROXY_SSL_HEADER[0] if settings.SECURE_PROXY_SSL_HEADER else "wsgi.url_scheme",
)
application = RsgiServer(response_cache, ReplicaRouting(response_cache))
