"""Filters and sort orders shared by pages and the API."""
