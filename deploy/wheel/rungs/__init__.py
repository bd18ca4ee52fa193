"""Rungs as an installed package: everything in `site/`, which goes on the path, as `api` or `pages` may be others' too."""
