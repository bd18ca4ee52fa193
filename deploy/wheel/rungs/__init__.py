"""Rungs as an installed package: all of it is in `site/`, as `api` or `pages` may be the names of others' too."""
