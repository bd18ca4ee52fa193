"""The application that our own server runs (config.serve): the WSGI one, with a door for what it keeps."""

from config.wsgi import answers
from config.wsgi import application as wsgi_application

# Django is set up by what comes first, and what comes last needs that
# isort: split
from serving.rsgi_server import Front

application = Front(answers, wsgi_application)
