"""The same pages as a minimal Django project: same queries, one flat template."""
