"""Rungs on several processes and databases. See docs/scaling.md."""
