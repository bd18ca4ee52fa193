"""Serve the minimal views with Rungs's server settings: python -m bench.minimal"""

import os

from config.serve import main

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.minimal.settings"
main("bench.minimal.rsgi:application")
