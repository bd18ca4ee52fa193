#!/usr/bin/env python
"""Django's command line, for Rungs."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    # Without a secret key this is somebody's own checkout, not a server: commands work as they are.
    if "RUNGS_SECRET_KEY" not in os.environ:
        os.environ.setdefault("RUNGS_LOCAL", "1")

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
