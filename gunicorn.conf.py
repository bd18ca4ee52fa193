"""How the server runs: `gunicorn` in this folder, with GUNICORN_CMD_ARGS or arguments for anything else."""

import os
import sys

PORT = os.environ.get("PORT", "8000")
if not (PORT.isascii() and PORT.isdecimal() and 0 < int(PORT) < 2**16):
    sys.exit(f"PORT={PORT} is no port: it is a number from 1 to 65535.")

wsgi_app = "config.wsgi"
bind = [f"127.0.0.1:{PORT}"]
workers = int(os.environ.get("WEB_CONCURRENCY", "1"))
worker_class = "gthread"
threads = 4
preload_app = True  # a wrong setting is told once, at the start
control_socket_disable = True
limit_request_line = 8190  # the most there is: a filter may name many rows in one address
max_requests = 10_000  # a worker is renewed now and then, at no set moment
max_requests_jitter = 1_000
