"""Serve the minimal views, by the same server with the same settings as Rungs: python -m bench.minimal"""

import os

from config.serve import main

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.minimal.settings"
main("bench.minimal.rsgi:application")
