"""Rungs on more than one process and database: parts that exist, configured. docs/scaling.md tells how."""
